#include "cli/run_folder.h"

#include <stdlib.h>

#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>

namespace stepdown {
namespace {

// Enough digits that two folders of one place never share a name.
constexpr std::size_t digits_in_a_name = 12;

std::filesystem::path new_temporary_folder() {
  std::string name = (std::filesystem::temp_directory_path() / "stepdown-XXXXXX").string();
  if (::mkdtemp(name.data()) == nullptr) {
    throw std::system_error(errno, std::generic_category(), "cannot make the folder " + name);
  }
  return name;
}

std::filesystem::path folder_of_all_results() {
  const char* const chosen = ::getenv("STEPDOWN_RESULTS");
  return chosen == nullptr || *chosen == '\0' ? "results" : chosen;
}

}  // namespace

RunFolder::RunFolder(const ExperimentOptions& options, const std::string& inputs)
    : inputs_(inputs) {
  if (!options.out.empty()) {
    path_ = options.out;
  } else if (options.print_only) {
    path_ = new_temporary_folder();
    is_temporary_ = true;
  } else {
    path_ = folder_of_all_results() / inputs_.substr(0, digits_in_a_name);
    is_named_by_inputs_ = true;
  }
}

RunFolder::~RunFolder() {
  if (is_temporary_) {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
}

std::filesystem::path RunFolder::journal() const {
  return path_ / ("unfinished-" + inputs_.substr(0, digits_in_a_name) + ".runs");
}

}  // namespace stepdown
