#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <utility>
#include <vector>

#include "analysis/hdf5_extent.h"

namespace stepdown {

/// Name and text of attributes, in the order in which they are written.
using Attributes = std::vector<std::pair<std::string, std::string>>;

/// A new HDF5 file of arrays, groups and attributes called by name ("/" is the file itself), with
/// no time stamps in it, so that equal contents give equal bytes. Errors are std::system_error.
class Hdf5Output {
 public:
  enum class Kind : unsigned char { real, whole };

  /// That an array has a scale along one of its dimensions.
  struct ScaleUse {
    std::string array;
    unsigned int dimension;
  };

  /// `doing` is what an error says could not be done, such as "write results.h5".
  Hdf5Output(const std::filesystem::path& path, std::string doing);
  Hdf5Output(const Hdf5Output&) = delete;
  Hdf5Output& operator=(const Hdf5Output&) = delete;

  void add_group(const std::string& name, const Attributes& attributes);
  void set_texts(const std::string& name, const Attributes& attributes);
  void set_whole(const std::string& name, const std::string& attribute, std::uint64_t value);

  void add_texts(const std::string& name, const Extent& extent,
                 const std::vector<std::string>& texts);
  void add_reals(const std::string& name, const Extent& extent, const std::vector<double>& values);
  /// An array of NaN or zeros that may grow along the axes on which `grows` is set; `piece` is the
  /// extent that is stored and compressed together.
  void add_pieces(const std::string& name, Kind kind, const Extent& extent,
                  const std::vector<bool>& grows, const Extent& piece);
  void mark_missing_as_nan(const std::string& name);

  void grow(const std::string& name, const Extent& extent);
  /// The part of an array from `start` on, taken from the beginning of one of the extent `held`.
  void write(const std::string& name, const Extent& start, const Extent& count, const Extent& held,
             const double* values);
  void write(const std::string& name, std::uint64_t start, const std::vector<std::int64_t>& values);

  /// References both ways make an array the scale of another one's dimension.
  void become_scale(const std::string& name);
  void set_scales(const std::string& name, const std::vector<std::string>& scales);
  void set_users(const std::string& scale, const std::vector<ScaleUse>& users);

  /// Writes out what the library still holds, and seals the file (file_seal.h): what could not
  /// reach the disk shows here. Without it the file is not finished.
  void close();

 private:
  std::filesystem::path path_;
  std::string doing_;
  std::int64_t file_;  // the library's number for it
};

}  // namespace stepdown
