#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "analysis/hdf5_input.h"

namespace stepdown {

/// What a file was given as: how it is called ("a results file"), who makes it, and its usual name.
struct ExpectedFile {
  std::string called;
  std::string made_by;
  std::string name;
};

/// The file, open for reading. Throws std::system_error where it is not there or may not be read,
/// UnusableResults where it is a folder, something else than HDF5, or cut short.
std::unique_ptr<const Hdf5Input> opened_hdf5(const std::filesystem::path& path,
                                             const ExpectedFile& expected);

}  // namespace stepdown
