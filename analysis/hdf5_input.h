#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/hdf5_extent.h"

namespace stepdown {

/// An HDF5 file of arrays, groups and attributes called by name ("/" is the file itself), open for
/// reading. Errors are std::system_error.
class Hdf5Input {
 public:
  /// `doing` is what an error says could not be done, such as "read results.h5".
  Hdf5Input(const std::filesystem::path& path, std::string doing);
  /// Of a file that stands in memory as a whole.
  static Hdf5Input of_bytes(std::string_view bytes, std::string doing);
  ~Hdf5Input();
  Hdf5Input(const Hdf5Input&) = delete;
  Hdf5Input& operator=(const Hdf5Input&) = delete;

  /// What is in a group, in the order in which it was made.
  std::vector<std::string> names_in(const std::string& group) const;
  bool has(const std::string& name) const;
  bool has(const std::string& name, const std::string& attribute) const;
  std::string text(const std::string& name, const std::string& attribute) const;
  std::uint64_t whole(const std::string& name, const std::string& attribute) const;

  Extent extent(const std::string& name) const;
  std::vector<std::string> texts(const std::string& name) const;
  std::vector<std::int64_t> wholes(const std::string& name) const;
  std::vector<double> reals(const std::string& name) const;
  std::vector<double> reals(const std::string& name, const Extent& start,
                            const Extent& count) const;

 private:
  Hdf5Input(std::int64_t file, std::string doing) : doing_(std::move(doing)), file_(file) {}

  std::string doing_;
  std::int64_t file_;  // the library's number for it
};

/// Whether a file, whole or cut short, begins as HDF5 does.
bool is_hdf5(const std::filesystem::path& path);

}  // namespace stepdown
