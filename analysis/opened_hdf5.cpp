#include "analysis/opened_hdf5.h"

#include <cerrno>
#include <fstream>

#include "analysis/file_seal.h"
#include "analysis/unusable_results.h"

namespace stepdown {
namespace {

constexpr const char* advice = "copy it again, or make it again with the command it was made with";

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
  // A crafted or rotten file can bring the library down, so it is given none that is not as it was
  // written.
  switch (seal_of(path)) {
    case Seal::whole:
      break;
    case Seal::missing:
      throw UnusableResults(path,
                            "is damaged: it was cut short, is not copied to its end yet, or was "
                            "written by another program or an earlier version of this one",
                            advice);
    case Seal::broken:
      throw UnusableResults(path, "is damaged: some of it is not as it was written", advice);
  }
  try {
    return std::make_unique<const Hdf5Input>(path, "read " + path.string());
  } catch (const std::system_error&) {
    throw UnusableResults(path, "is damaged: its parts do not fit together", advice);
  }
}

}  // namespace stepdown
