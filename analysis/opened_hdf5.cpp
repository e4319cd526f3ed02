#include "analysis/opened_hdf5.h"

#include <cerrno>
#include <fstream>

#include "analysis/unusable_results.h"

namespace stepdown {
namespace {

// The library's own reason for a file that is not there or may not be read would be a riddle.
void check_that_it_can_be_read(const std::filesystem::path& path, const ExpectedFile& expected) {
  std::error_code ignored;
  if (std::filesystem::is_directory(path, ignored)) {
    throw UnusableResults(path, "is a folder, not " + expected.called,
                          "name the file in it: " + (path / expected.name).string());
  }
  errno = 0;
  std::ifstream file(path, std::ios::binary);
  if (!file) {
    throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                            "cannot read " + path.string());
  }
}

}  // namespace

std::unique_ptr<const Hdf5Input> opened_hdf5(const std::filesystem::path& path,
                                             const ExpectedFile& expected) {
  check_that_it_can_be_read(path, expected);
  if (!is_hdf5(path)) {
    throw UnusableResults(path, "is not " + expected.called + ": it is not in HDF5 format",
                          expected.made_by);
  }
  try {
    return std::make_unique<const Hdf5Input>(path, "read " + path.string());
  } catch (const std::system_error&) {
    throw UnusableResults(path, "is damaged: it was cut short, or is not copied to its end yet",
                          "copy it again, or make it again with the command it was made with");
  }
}

}  // namespace stepdown
