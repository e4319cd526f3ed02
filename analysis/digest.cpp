#include "analysis/digest.h"

#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <stdexcept>
#include <vector>

namespace stepdown {
namespace {

/// A SHA-256 that is fed piece by piece.
class RunningDigest {
 public:
  RunningDigest() : context_(EVP_MD_CTX_new(), EVP_MD_CTX_free) {
    check(context_ && EVP_DigestInit_ex(context_.get(), EVP_sha256(), nullptr) == 1);
  }

  void feed(std::string_view bytes) {
    check(EVP_DigestUpdate(context_.get(), bytes.data(), bytes.size()) == 1);
  }

  std::string in_hexadecimal() {
    std::array<unsigned char, EVP_MAX_MD_SIZE> bytes;
    unsigned int length = 0;
    check(EVP_DigestFinal_ex(context_.get(), bytes.data(), &length) == 1);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hexadecimal;
    for (const unsigned char byte : std::span(bytes).first(length)) {
      hexadecimal += digits[byte >> 4U];
      hexadecimal += digits[byte & 15U];
    }
    return hexadecimal;
  }

 private:
  static void check(bool done) {
    if (!done) {
      throw std::runtime_error("a SHA-256 cannot be taken");
    }
  }

  std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context_;
};

}  // namespace

std::string digest_of(std::string_view text) {
  RunningDigest digest;
  digest.feed(text);
  return digest.in_hexadecimal();
}

std::string digest_of(std::istream& in, std::uint64_t size) {
  RunningDigest digest;
  std::vector<char> piece(1U << 16U);
  while (size > 0 && in) {
    in.read(piece.data(),
            static_cast<std::streamsize>(std::min<std::uint64_t>(size, piece.size())));
    const auto got = static_cast<std::uint64_t>(in.gcount());
    digest.feed({piece.data(), got});
    size -= got;
  }
  return digest.in_hexadecimal();
}

}  // namespace stepdown
