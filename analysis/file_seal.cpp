#include "analysis/file_seal.h"

#include <cerrno>
#include <cstdint>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

#include "analysis/digest.h"

namespace stepdown {
namespace {

// Of one length, so that it is found from the end.
constexpr std::string_view start_of_seal = "\nstepdown seal 1 sha256 ";
constexpr std::size_t digits = 64;
constexpr std::size_t seal_size = start_of_seal.size() + digits + 1;

[[noreturn]] void fail(const std::filesystem::path& path, const char* doing) {
  throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                          std::string("cannot ") + doing + ' ' + path.string());
}

}  // namespace

void seal_file(const std::filesystem::path& path) {
  errno = 0;
  std::ifstream in(path, std::ios::binary);
  const std::string digest = digest_of(in, std::filesystem::file_size(path));
  if (!in) {
    fail(path, "read");
  }
  std::ofstream out(path, std::ios::binary | std::ios::app);
  out << start_of_seal << digest << '\n';
  out.close();
  if (!out) {
    fail(path, "write");
  }
}

Seal seal_of(const std::filesystem::path& path) {
  std::error_code unreadable;
  const std::uintmax_t size = std::filesystem::file_size(path, unreadable);
  if (unreadable || size < seal_size) {
    return Seal::missing;
  }
  std::ifstream in(path, std::ios::binary);
  in.seekg(static_cast<std::streamoff>(size - seal_size));
  std::string seal(seal_size, '\0');
  in.read(seal.data(), seal_size);
  if (!in || !seal.starts_with(start_of_seal)) {
    return Seal::missing;
  }
  in.seekg(0);
  const std::string digest = digest_of(in, size - seal_size);
  return seal == std::string(start_of_seal) + digest + '\n' ? Seal::whole : Seal::broken;
}

}  // namespace stepdown
