#include "calibration/local/child_joiner.h"

#include <charconv>
#include <random>

#include "analysis/digest.h"

namespace stepdown {

ChildKeys::ChildKeys() {
  std::random_device chance;
  for (int i = 0; i < 8; ++i) {
    salt_ += std::to_string(chance()) + ':';
  }
}

std::uint64_t ChildKeys::key_of(std::string_view identifier) const {
  constexpr std::size_t digits = 16;
  const std::string digest = digest_of(salt_ + std::string(identifier));
  std::uint64_t key = 0;
  std::from_chars(digest.data(), digest.data() + digits, key, 16);
  return key;
}

}  // namespace stepdown
