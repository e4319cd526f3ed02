#pragma once

#include <filesystem>
#include <string_view>

namespace stepdown {

/// A file that appears under its name only once it is complete: it is written beside it under a
/// temporary name, synced to disk and renamed. Errors are std::system_error.
class PublishedFile {
 public:
  /// Makes the folder where it is missing and an empty temporary file in it, so that a place that
  /// cannot be written is known before any work is done.
  explicit PublishedFile(std::filesystem::path path);
  /// What was not published leaves nothing behind.
  ~PublishedFile();
  PublishedFile(const PublishedFile&) = delete;
  PublishedFile& operator=(const PublishedFile&) = delete;

  const std::filesystem::path& path() const { return path_; }
  const std::filesystem::path& temporary() const { return temporary_; }

  /// Gives the finished file its name; whoever wrote it must have closed it.
  void publish();

 private:
  std::filesystem::path path_;
  std::filesystem::path temporary_;
  std::filesystem::path made_folder_;
  bool published_ = false;
};

/// Writes a whole text as a file that appears once it is complete; errors are std::system_error.
void publish_text(const std::filesystem::path& path, std::string_view text);

}  // namespace stepdown
