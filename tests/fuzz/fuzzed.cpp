#include "tests/fuzz/fuzzed.h"

#include <unistd.h>

#include <cstddef>
#include <cstdint>
#include <fstream>
#include <system_error>

#include "analysis/unusable_data.h"
#include "scenarios/scenario_error.h"

namespace stepdown {
namespace {

// Of this process alone, gone when it ends.
class Folder {
 public:
  Folder()
      : path_(std::filesystem::temp_directory_path() /
              ("stepdown-fuzz-" + std::to_string(getpid()))) {
    std::filesystem::create_directories(path_);
  }
  ~Folder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace

std::filesystem::path fuzzed_file(std::string_view bytes, const std::string& name) {
  static const Folder folder;
  const std::filesystem::path path = folder.path() / name;
  std::ofstream(path, std::ios::binary | std::ios::trunc)
      .write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  return path;
}

}  // namespace stepdown

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  try {
    stepdown::read_fuzzed({reinterpret_cast<const char*>(data), size});
  } catch (const stepdown::ScenarioErrors& errors) {
    // What is told is made of what was read.
    stepdown::written(errors.problems());
  } catch (const stepdown::UnusableData&) {
  } catch (const std::system_error&) {
  }
  return 0;
}
