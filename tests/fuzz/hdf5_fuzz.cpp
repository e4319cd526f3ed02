#include "analysis/opened_hdf5.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

// Every reader of HDF5 opens its file in this way.
void read_fuzzed(std::string_view bytes) {
  const auto file = opened_hdf5(fuzzed_file(bytes, "any.h5"), {"a file", "nobody", "any.h5"});
  for (const std::string& name : file->names_in("/")) {
    file->extent(name);
  }
}

}  // namespace stepdown
