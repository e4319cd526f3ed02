#include "analysis/journal_reader.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <string_view>
#include <system_error>

namespace stepdown {
namespace {

constexpr std::string_view heading_begins = "stepdown runs 1 ";
// Digests and what else is told of inputs are shorter.
constexpr std::size_t longest_heading = 4096;

}  // namespace

std::string journal_heading(const std::string& inputs) {
  return std::string(heading_begins) + inputs + '\n';
}

std::string bytes_at(int file, std::uint64_t place, std::size_t size) {
  std::string bytes(size, '\0');
  std::size_t done = 0;
  while (done < size) {
    const ssize_t got =
        ::pread(file, bytes.data() + done, size - done, static_cast<off_t>(place + done));
    if (got < 0 && errno == EINTR) {
      continue;
    }
    if (got <= 0) {
      break;
    }
    done += static_cast<std::size_t>(got);
  }
  bytes.resize(done);
  return bytes;
}

std::optional<std::string> record_at(int file, std::uint64_t place, std::uint64_t size) {
  const std::string bytes = bytes_at(file, place, sizeof(RecordLength));
  if (bytes.size() < sizeof(RecordLength)) {
    return {};
  }
  RecordLength length = 0;
  std::memcpy(&length, bytes.data(), sizeof(length));
  if (length > size - place - sizeof(RecordLength)) {
    return {};
  }
  std::string record = bytes_at(file, place + sizeof(RecordLength), length);
  return record.size() == length ? std::optional(std::move(record)) : std::nullopt;
}

JournalReader::JournalReader(const std::filesystem::path& path)
    : file_(::open(path.c_str(), O_RDONLY | O_CLOEXEC)) {
  if (file_ < 0) {
    throw std::system_error(errno, std::generic_category(), "cannot read " + path.string());
  }
  struct stat facts {};
  size_ = ::fstat(file_, &facts) == 0 ? static_cast<std::uint64_t>(facts.st_size) : 0;
  const std::string begin = bytes_at(file_, 0, longest_heading);
  const std::size_t end_of_line = begin.find('\n');
  // Cut short under who goes on writing behind it, a heading has a hole of zeros.
  const bool is_whole = end_of_line != std::string::npos && begin.find('\0') > end_of_line;
  if (begin.starts_with(heading_begins) && is_whole) {
    inputs_ = begin.substr(heading_begins.size(), end_of_line - heading_begins.size());
    first_ = end_of_line + 1;
  }
}

JournalReader::~JournalReader() { ::close(file_); }

std::optional<std::string> JournalReader::at(std::uint64_t place) const {
  return inputs_ && place < size_ ? record_at(file_, place, size_) : std::nullopt;
}

std::uint64_t JournalReader::behind(std::uint64_t place, const std::string& record) {
  return place + sizeof(RecordLength) + record.size();
}

}  // namespace stepdown
