#include "analysis/program_digest.h"

#include <cerrno>
#include <filesystem>
#include <fstream>
#include <system_error>

#include "analysis/digest.h"

namespace stepdown {

// The version alone would not tell two builds apart between which somebody changed the model.
std::string digest_with_program(const std::string& inputs) {
  static const std::string program = [] {
    // A stream that grew and ran out of memory would keep quiet about it and be a digest of half.
    const std::filesystem::path path = "/proc/self/exe";
    std::string bytes(std::filesystem::file_size(path), '\0');
    std::ifstream file(path, std::ios::binary);
    if (!file.read(bytes.data(), static_cast<std::streamsize>(bytes.size()))) {
      throw std::system_error(EIO, std::generic_category(), "cannot read " + path.string());
    }
    return digest_of(bytes);
  }();
  return digest_of(program + '\n' + inputs);
}

}  // namespace stepdown
