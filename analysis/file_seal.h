#pragma once

#include <filesystem>

namespace stepdown {

/// Ends a finished file with one line that holds the SHA-256 of all that stands before it. Throws
/// std::system_error when it cannot be read or written.
void seal_file(const std::filesystem::path& path);

/// What the last line of a file says of the rest.
enum class Seal { whole, broken, missing };

/// `missing` also where the file cannot be read.
Seal seal_of(const std::filesystem::path& path);

}  // namespace stepdown
