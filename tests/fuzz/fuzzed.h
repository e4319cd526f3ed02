#pragma once

#include <filesystem>
#include <string>
#include <string_view>

namespace stepdown {

/// What a fuzz target does with bytes of anybody's making: reads them as a user's file is read. It
/// returns, or throws what a reader says of a file it cannot use; anything else is a fault.
void read_fuzzed(std::string_view bytes);

/// The bytes as a file of that name, alone in a folder; the same file again for the next bytes.
std::filesystem::path fuzzed_file(std::string_view bytes, const std::string& name);

}  // namespace stepdown
