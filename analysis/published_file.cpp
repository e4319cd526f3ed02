#include "analysis/published_file.h"

#include <fcntl.h>
#include <signal.h>
#include <unistd.h>

#include <cerrno>
#include <charconv>
#include <cstdio>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>
#include <utility>

namespace stepdown {
namespace {

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& path, int error) {
  throw std::system_error(error, std::generic_category(), what + " " + path.string());
}

void sync_to_disk(const std::filesystem::path& path, int flags) {
  const int descriptor = ::open(path.c_str(), flags | O_CLOEXEC);
  if (descriptor < 0) {
    fail("cannot open", path, errno);
  }
  const int error = ::fsync(descriptor) == 0 ? 0 : errno;
  ::close(descriptor);
  // Some file systems cannot sync a folder; the rename is then as safe as it can be made there.
  if (error != 0 && error != EINVAL && error != EROFS) {
    fail("cannot write", path, error);
  }
}

std::filesystem::path folder_of(const std::filesystem::path& path) {
  return path.has_parent_path() ? path.parent_path() : std::filesystem::path(".");
}

constexpr std::string_view mark_of_unfinished = ".part-";

// Whether the number at the end of a temporary file's name is that of a process that is no more.
bool is_of_a_dead_process(std::string_view number) {
  pid_t process = 0;
  const char* const end = number.data() + number.size();
  const auto [stop, failure] = std::from_chars(number.data(), end, process);
  return failure == std::errc() && stop == end && process > 0 && ::kill(process, 0) != 0 &&
         errno == ESRCH;
}

// Takes away what programs that were killed while they wrote this very file left half written.
void clear_after_the_dead(const std::filesystem::path& path) {
  const std::string unfinished = path.filename().string() + std::string(mark_of_unfinished);
  std::error_code ignored;
  for (const auto& entry : std::filesystem::directory_iterator(folder_of(path), ignored)) {
    const std::string name = entry.path().filename().string();
    if (name.starts_with(unfinished) && is_of_a_dead_process(name.substr(unfinished.size()))) {
      ::unlink(entry.path().c_str());
    }
  }
}

}  // namespace

PublishedFile::PublishedFile(std::filesystem::path path) : path_(std::move(path)) {
  const std::filesystem::path folder = folder_of(path_);
  std::error_code error;
  if (std::filesystem::is_directory(path_, error)) {
    fail("cannot write", path_, EISDIR);
  }
  if (!std::filesystem::is_directory(folder, error)) {
    std::filesystem::create_directories(folder, error);
    if (error) {
      fail("cannot make the folder", folder, error.value());
    }
    made_folder_ = folder;
  }
  // The process number keeps two programs that write the same file from mixing their bytes.
  temporary_ = path_.string() + std::string(mark_of_unfinished) + std::to_string(::getpid());
  const int descriptor = ::open(temporary_.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0666);
  if (descriptor < 0) {
    const int reason = errno;
    if (!made_folder_.empty()) {
      ::rmdir(made_folder_.c_str());
    }
    fail("cannot write in the folder", folder, reason);
  }
  ::close(descriptor);
  clear_after_the_dead(path_);
}

PublishedFile::~PublishedFile() {
  if (published_) {
    return;
  }
  ::unlink(temporary_.c_str());
  if (!made_folder_.empty()) {
    ::rmdir(made_folder_.c_str());  // only while it is empty
  }
}

void PublishedFile::publish() {
  sync_to_disk(temporary_, O_RDONLY);
  if (std::rename(temporary_.c_str(), path_.c_str()) != 0) {
    fail("cannot write", path_, errno);
  }
  published_ = true;
  sync_to_disk(folder_of(path_), O_RDONLY | O_DIRECTORY);
}

void publish_text(const std::filesystem::path& path, std::string_view text) {
  PublishedFile file(path);
  errno = 0;
  std::ofstream out(file.temporary(), std::ios::binary);
  out << text;
  out.close();
  if (!out) {
    throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                            "cannot write " + path.string());
  }
  file.publish();
}

}  // namespace stepdown
