#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

namespace stepdown {

/// The first line of a journal of runs for those inputs.
std::string journal_heading(const std::string& inputs);

/// Before each record of a journal stands its length.
using RecordLength = std::uint64_t;

/// As many bytes of an open file as there are from a place on, up to the size asked for.
std::string bytes_at(int file, std::uint64_t place, std::size_t size);

/// The record whose length stands at that place of an open file of that size; nothing if it is not
/// all there.
std::optional<std::string> record_at(int file, std::uint64_t place, std::uint64_t size);

/// A journal of runs that somebody else may be writing at this moment: it is read as far as it is
/// whole, and not changed. Errors are std::system_error.
class JournalReader {
 public:
  explicit JournalReader(const std::filesystem::path& path);
  ~JournalReader();
  JournalReader(const JournalReader&) = delete;
  JournalReader& operator=(const JournalReader&) = delete;

  /// For which inputs it was begun; nothing where its first line is not all there.
  const std::optional<std::string>& inputs() const { return inputs_; }
  /// Where the first record stands.
  std::uint64_t first() const { return first_; }
  /// The record at a place, or nothing behind the last whole one.
  std::optional<std::string> at(std::uint64_t place) const;
  /// The place behind a record.
  static std::uint64_t behind(std::uint64_t place, const std::string& record);

 private:
  int file_ = -1;
  std::uint64_t size_ = 0;
  std::uint64_t first_ = 0;
  std::optional<std::string> inputs_;
};

}  // namespace stepdown
