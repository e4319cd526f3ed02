#pragma once

#include <cstdint>
#include <istream>
#include <string>
#include <string_view>

namespace stepdown {

/// The SHA-256 of a text in 64 hexadecimal digits: equal texts have equal digests, and no two
/// texts that anybody will ever write have the same.
std::string digest_of(std::string_view text);

/// The same of the next `size` bytes, or of those there are.
std::string digest_of(std::istream& in, std::uint64_t size);

}  // namespace stepdown
