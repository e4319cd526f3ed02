#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace stepdown {

/// What reading one scenario file's bytes came to.
struct SourceText {
  enum class State : std::uint8_t { read, not_found, is_a_folder, too_large, unreadable };
  State state = State::not_found;
  std::string text;
};

/// Where scenario files come from: the disk, or those built into the program. Paths use '/'.
class ScenarioSource {
 public:
  virtual ~ScenarioSource() = default;
  virtual SourceText read(const std::string& path) const = 0;
  /// The paths of the `.toml` files in a folder, sorted; none when there is no such folder.
  virtual std::vector<std::string> files_in(const std::string& folder) const = 0;
  /// One spelling for each file, so that two ways of naming it are known to be the same.
  virtual std::string identity(const std::string& path) const = 0;
};

/// A scenario file has a few kilobytes; anything past this is not one.
inline constexpr std::size_t largest_scenario_file = 1 << 20;

/// Files on disk, as the person names them; with a `folder`, as they are named from there.
std::unique_ptr<ScenarioSource> disk_source(const std::string& folder = {});

/// The files built into the program ("scenarios/base.toml", ...), which only `demo` reads.
std::unique_ptr<ScenarioSource> embedded_source();

}  // namespace stepdown
