#include "analysis/digest.h"

#include <openssl/evp.h>

#include <array>
#include <stdexcept>

namespace stepdown {

std::string digest_of(std::string_view text) {
  std::array<unsigned char, EVP_MAX_MD_SIZE> bytes;
  unsigned int length = 0;
  if (EVP_Digest(text.data(), text.size(), bytes.data(), &length, EVP_sha256(), nullptr) != 1) {
    throw std::runtime_error("the SHA-256 of a text cannot be taken");
  }
  constexpr std::string_view digits = "0123456789abcdef";
  std::string hexadecimal;
  for (unsigned int i = 0; i < length; ++i) {
    hexadecimal += digits[bytes[i] >> 4U];
    hexadecimal += digits[bytes[i] & 15U];
  }
  return hexadecimal;
}

}  // namespace stepdown
