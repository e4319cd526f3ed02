#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <regex>
#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;
using ::testing::SizeIs;

/// A package, the headers it is known by, and the files of the layers that may include them.
struct Door {
  std::string package;
  std::regex headers;
  std::regex files;
};

const std::vector<Door>& doors() {
  static const std::vector<Door> table{
      {"oneTBB", std::regex("(oneapi/)?tbb(/.*|\\.h)"), std::regex("scenarios/ensemble\\.cpp")},
      {"HDF5", std::regex("(hdf5|hdf5_hl|H5.*)\\.h"), std::regex("analysis/hdf5_handle\\.h")},
      {"libcsv", std::regex("csv\\.h"), std::regex("analysis/csv_table\\.cpp")},
      {"pugixml", std::regex("pugixml\\.hpp|pugiconfig\\.hpp"),
       std::regex("calibration/local/census_xml\\.cpp")},
      {"Zstandard", std::regex("zstd.*\\.h"), std::regex("analysis/run_record\\.cpp")},
      {"libxlsxwriter", std::regex("xlsxwriter.*"), std::regex("analysis/export/workbook\\.cpp")},
      {"OpenSSL", std::regex("openssl/.*"), std::regex("analysis/digest\\.cpp")},
      {"toml++", std::regex("toml\\+\\+/.*"), std::regex("scenarios/toml_text\\.cpp")},
      {"CLI11", std::regex("CLI/.*"), std::regex("(cli/.*|calibration/[a-z_]+_main)\\.cpp")},
      {"Eigen", std::regex("(unsupported/)?Eigen/.*"),
       std::regex("(analysis|calibration)/.*\\.cpp")},
      {"nlohmann-json", std::regex("nlohmann/.*"), std::regex("(scenarios|cli)/.*\\.cpp")},
      // The one package whose types stand in headers: generators and distributions are templates.
      {"Boost.Random", std::regex("boost/random(/.*|\\.hpp)"),
       std::regex("model/random\\.h|model/processes/.*|analysis/sampling/.*\\.cpp")},
      {"the thread sanitizer", std::regex("sanitizer/.*"), std::regex("scenarios/told_order\\.h")},
      {"NLopt", std::regex("nlopt.*"), std::regex("calibration/emulator/gaussian_process\\.cpp")},
      {"Boost.Math", std::regex("boost/math/.*"),
       std::regex("(model|analysis|calibration)/.*\\.cpp")},
  };
  return table;
}

/// Headers of the language have neither folder nor ending; those of the operating system end in .h.
bool is_of_language_or_system(const std::string& target) {
  static const std::regex language("[a-z_0-9]+");
  static const std::regex system("(sys/)?[a-z_0-9]+\\.h");
  return std::regex_match(target, language) || std::regex_match(target, system);
}

std::vector<Finding> packages_beside_their_door(const std::vector<SourceFile>& files) {
  std::vector<Finding> findings;
  for (const SourceFile& file : files) {
    const bool is_in_a_layer =
        std::ranges::find(layers(), first_folder(file.path)) != layers().end();
    if (!is_cpp(file.path) || !is_in_a_layer) continue;
    for (const Include& include : includes_of(file)) {
      if (include.is_quoted) continue;
      const auto door = std::ranges::find_if(doors(), [&include](const Door& candidate) {
        return std::regex_match(include.target, candidate.headers);
      });
      if (door == doors().end()) {
        if (is_of_language_or_system(include.target)) continue;
        findings.push_back({file.path, include.line, "<" + include.target + "> has no door here"});
      } else if (!std::regex_match(file.path, door->files)) {
        findings.push_back({file.path, include.line,
                            "<" + include.target + "> is " + door->package +
                                ", whose door is elsewhere: see doors() in this test"});
      }
    }
  }
  return findings;
}

std::vector<Finding> findings_of(const std::string& path, const std::string& header) {
  return packages_beside_their_door({{path, "#include <" + header + ">\n"}});
}

TEST(Packages, come_in_by_one_door_each) {
  EXPECT_THAT(packages_beside_their_door(source_tree()), IsEmpty());
}

// The door to HDF5 has a hall: a header for the sources of the door and for nobody else.
TEST(Packages, of_a_door_with_a_hall_stay_in_it) {
  static const std::regex of_the_door("analysis/hdf5_[a-z]+\\.cpp");
  for (const SourceFile& file : source_tree()) {
    for (const Include& include : includes_of(file)) {
      if (include.target == "analysis/hdf5_handle.h") {
        EXPECT_TRUE(std::regex_match(file.path, of_the_door)) << file.path;
      }
    }
  }
}

TEST(PackageRule, lets_each_package_in_by_its_door) {
  EXPECT_THAT(findings_of("scenarios/ensemble.cpp", "tbb/parallel_for.h"), IsEmpty());
  EXPECT_THAT(findings_of("scenarios/ensemble.cpp", "oneapi/tbb/task_arena.h"), IsEmpty());
  EXPECT_THAT(findings_of("analysis/hdf5_handle.h", "hdf5.h"), IsEmpty());
  EXPECT_THAT(findings_of("scenarios/toml_text.cpp", "toml++/toml.h"), IsEmpty());
  EXPECT_THAT(findings_of("cli/run.cpp", "CLI/CLI.hpp"), IsEmpty());
  EXPECT_THAT(findings_of("analysis/sensitivity.cpp", "Eigen/Dense"), IsEmpty());
  EXPECT_THAT(findings_of("cli/compare.cpp", "nlohmann/json.hpp"), IsEmpty());
  EXPECT_THAT(findings_of("model/random.h", "boost/random/gamma_distribution.hpp"), IsEmpty());
  EXPECT_THAT(findings_of("model/processes/need.h", "boost/random/gamma_distribution.hpp"),
              IsEmpty());
  EXPECT_THAT(findings_of("model/population.cpp", "boost/math/distributions/gamma.hpp"), IsEmpty());
}

TEST(PackageRule, sees_each_package_beside_its_door) {
  EXPECT_THAT(findings_of("scenarios/sweep.cpp", "tbb/parallel_for.h"), SizeIs(1));
  EXPECT_THAT(findings_of("analysis/summary.cpp", "oneapi/tbb.h"), SizeIs(1));
  EXPECT_THAT(findings_of("scenarios/ensemble.cpp", "hdf5.h"), SizeIs(1));
  EXPECT_THAT(findings_of("analysis/summary.cpp", "H5public.h"), SizeIs(1));
  EXPECT_THAT(findings_of("cli/run.cpp", "toml++/toml.h"), SizeIs(1));
  EXPECT_THAT(findings_of("scenarios/sweep.cpp", "CLI/CLI.hpp"), SizeIs(1));
  EXPECT_THAT(findings_of("model/replication.cpp", "Eigen/Dense"), SizeIs(1));
  EXPECT_THAT(findings_of("model/outcomes/outcomes.cpp", "nlohmann/json.hpp"), SizeIs(1));
  EXPECT_THAT(findings_of("model/state/families.h", "boost/random/gamma_distribution.hpp"),
              SizeIs(1));
  EXPECT_THAT(findings_of("cli/run.cpp", "boost/math/distributions/gamma.hpp"), SizeIs(1));
}

TEST(PackageRule, sees_a_package_in_a_header_even_at_its_door) {
  EXPECT_THAT(findings_of("cli/run.h", "CLI/CLI.hpp"), SizeIs(1));
  EXPECT_THAT(findings_of("analysis/matrix.h", "Eigen/Dense"), SizeIs(1));
  EXPECT_THAT(findings_of("scenarios/scenario.h", "nlohmann/json_fwd.hpp"), SizeIs(1));
  EXPECT_THAT(findings_of("model/time.h", "boost/math/constants/constants.hpp"), SizeIs(1));
}

TEST(PackageRule, sees_a_package_nobody_made_a_door_for) {
  EXPECT_THAT(findings_of("model/random.h", "boost/container/flat_map.hpp"), SizeIs(1));
  EXPECT_THAT(findings_of("cli/run.cpp", "fmt/format.h"), SizeIs(1));
}

TEST(PackageRule, leaves_the_language_the_system_and_the_tests_free) {
  EXPECT_THAT(findings_of("cli/run.cpp", "vector"), IsEmpty());
  EXPECT_THAT(findings_of("cli/run.cpp", "sys/stat.h"), IsEmpty());
  EXPECT_THAT(findings_of("tests/analysis/summary_test.cpp", "Eigen/Dense"), IsEmpty());
}

}  // namespace
}  // namespace stepdown
