#include "analysis/run_journal.h"

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <utility>
#include <vector>

#include "analysis/journal_reader.h"

namespace stepdown {
namespace {

[[noreturn]] void fail(const std::string& what, const std::filesystem::path& path, int error) {
  throw std::system_error(error, std::generic_category(), what + ' ' + path.string());
}

// The first folder on the way that is not there yet; nothing if all are.
std::filesystem::path first_missing(const std::filesystem::path& folder) {
  std::filesystem::path missing;
  std::error_code error;
  for (std::filesystem::path each = folder; !each.empty() && !std::filesystem::exists(each, error);
       each = each.parent_path()) {
    missing = each;
  }
  return missing;
}

// 0, or the reason why not all of it could be written.
int write_at(int file, std::uint64_t place, const std::string& bytes) {
  std::size_t done = 0;
  while (done < bytes.size()) {
    const ssize_t written =
        ::pwrite(file, bytes.data() + done, bytes.size() - done, static_cast<off_t>(place + done));
    if (written < 0 && errno == EINTR) {
      continue;
    }
    if (written <= 0) {
      return written == 0 ? ENOSPC : errno;
    }
    done += static_cast<std::size_t>(written);
  }
  return 0;
}

std::string length_in_bytes(RecordLength length) {
  return {reinterpret_cast<const char*>(&length), sizeof(length)};
}

std::uint64_t size_of(int file) {
  struct stat facts {};
  return ::fstat(file, &facts) == 0 ? static_cast<std::uint64_t>(facts.st_size) : 0;
}

}  // namespace

RunJournal::RunJournal(const std::filesystem::path& path, const std::string& inputs) : path_(path) {
  const std::filesystem::path folder = path_.parent_path();
  made_folder_ = first_missing(folder);
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) {
    fail("cannot make the folder", folder, error.value());
  }
  open();
  find_whole_records(journal_heading(inputs));
}

// A journal that is removed between being opened and being locked belongs to a program that has
// just ended well; the next one makes its own.
void RunJournal::open() {
  for (;;) {
    file_ = ::open(path_.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0666);
    if (file_ < 0) {
      const int reason = errno;
      if (!made_folder_.empty()) {
        ::rmdir(path_.parent_path().c_str());
      }
      fail("cannot write in the folder", path_.parent_path(), reason);
    }
    lock();
    struct stat facts {};
    if (::fstat(file_, &facts) == 0 && facts.st_nlink > 0) {
      return;
    }
    ::close(file_);
  }
}

void RunJournal::lock() {
  if (::flock(file_, LOCK_EX | LOCK_NB) == 0) {
    return;
  }
  const int reason = errno;
  if (reason == EWOULDBLOCK) {
    ::close(file_);
    throw std::system_error(std::make_error_code(std::errc::device_or_resource_busy),
                            "another stepdown is at work in " + path_.parent_path().string());
  }
  // Some network file systems have no locks; then nobody else is looked out for.
}

void RunJournal::find_whole_records(const std::string& heading) {
  first_record_ = end_ = heading.size();
  const std::uint64_t size = size_of(file_);
  if (bytes_at(file_, 0, heading.size()) != heading) {
    cut(0);
    const int error = write_at(file_, 0, heading);
    if (error != 0) {
      fail("cannot write", path_, error);
    }
    return;
  }
  while (const auto record = record_at(file_, end_, size)) {
    if (!run_in(*record)) {
      break;
    }
    end_ += sizeof(RecordLength) + record->size();
    ++runs_;
  }
  cut(end_);
}

void RunJournal::cut(std::uint64_t size) {
  if (::ftruncate(file_, static_cast<off_t>(size)) != 0) {
    fail("cannot write", path_, errno);
  }
}

RunJournal::~RunJournal() {
  if (runs_ == 0) {
    remove();
    std::error_code ignored;
    for (std::filesystem::path folder = path_.parent_path(); !made_folder_.empty();
         folder = folder.parent_path()) {
      // Only while it is empty.
      if (::rmdir(folder.c_str()) != 0 || folder == made_folder_) {
        break;
      }
    }
  }
  ::close(file_);
}

void RunJournal::append(std::uint32_t draw, const FinishedRun& run) {
  const std::string record = record_of(draw, run);
  const int error = write_at(file_, end_, length_in_bytes(record.size()) + record);
  if (error != 0) {
    // What is whole stays; the part of a record would be dropped later anyway.
    [[maybe_unused]] const int cut_back = ::ftruncate(file_, static_cast<off_t>(end_));
    fail("cannot write", path_, error);
  }
  end_ += sizeof(RecordLength) + record.size();
  ++runs_;
}

void RunJournal::each(const std::function<void(const SavedRun&)>& act) const {
  for (std::uint64_t place = first_record_; place < end_;) {
    const auto record = record_at(file_, place, end_);
    const auto run = record ? run_in(*record) : std::nullopt;
    if (!run) {
      fail("cannot read", path_, EIO);
    }
    act(*run);
    place += sizeof(RecordLength) + record->size();
  }
}

void RunJournal::sync() const {
  if (::fdatasync(file_) != 0 && errno != EINVAL && errno != EROFS) {
    fail("cannot write", path_, errno);
  }
}

void RunJournal::remove() {
  if (!std::exchange(is_removed_, true)) {
    ::unlink(path_.c_str());
  }
}

}  // namespace stepdown
