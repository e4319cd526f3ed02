#pragma once

#include <span>
#include <string_view>

namespace stepdown {

/// A file of the source tree carried inside the program: its path from the root of the repository
/// with forward slashes ("scenarios/policies/tapered.toml"), its bytes, unchanged, and what they
/// came to under SHA-256 when they were put there.
struct EmbeddedFile {
  std::string_view path;
  std::string_view text;
  std::string_view sha256;
};

/// Every scenario file there was when the program was built, sorted by path. The views live as long
/// as the program. The build writes the definition (cmake/embed.cmake).
std::span<const EmbeddedFile> embedded_scenarios();

}  // namespace stepdown
