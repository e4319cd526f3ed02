#pragma once

#include <string>
#include <string_view>

namespace stepdown {

/// The SHA-256 of a text in 64 hexadecimal digits: equal texts have equal digests, and no two
/// texts that anybody will ever write have the same.
std::string digest_of(std::string_view text);

}  // namespace stepdown
