#include "calibration/backcast/backcast_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <fstream>
#include <iterator>

#include "calibration/emulator/emulator_file.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

std::vector<BackcastScore> scores() {
  return {{"A, B", "rereferral_12m", 2022, 2023, 20, 21, 15, 27, 24, 22},
          {"A, B", "rereferral_12m", 2022, 2024, 30, 21, 14, 28, 24, 22},
          {"C", "caseload_social_worker", 2022, 2023, 15, 15, 13, 17, 16, 18}};
}

TEST(BackcastText, says_how_near_fits_came_beside_the_last_figure) {
  const std::string page =
      backcast_markdown(scores(), {"stepdown backcast base.toml FOLDER", "0a1b", 2022, 2, 7, 1});
  EXPECT_THAT(page,
              HasSubstr("Made by `stepdown backcast base.toml FOLDER` from 0a1b; do not edit."));
  EXPECT_THAT(page, HasSubstr("2 authorities, drawn by seed 1 from 7 with at least 500"));
  // Errors 1 and 9 against 4 and 6; one of two inside.
  EXPECT_THAT(page, HasSubstr("| `rereferral_12m` | 2 | 5.00 | 5.00 | 5.00 | 1.00 | 50% |"));
  EXPECT_THAT(page, HasSubstr("## 2024\n"));
  EXPECT_THAT(page,
              HasSubstr("| `caseload_social_worker` | 1 | 0.00 | 1.00 | 3.00 | 0.00 | 100% |"));
  EXPECT_THAT(page, HasSubstr("Open Government Licence"));
}

TEST(BackcastText, concludes_what_the_scores_say_and_names_the_figures_that_say_otherwise) {
  const BackcastFacts facts{"stepdown backcast base.toml FOLDER", "0a1b", 2022, 2, 7, 1};
  EXPECT_THAT(backcast_markdown(scores(), facts),
              AllOf(HasSubstr("Fitting loses nothing against the last figure."),
                    HasSubstr("but fewer of `rereferral_12m`.")));
  std::vector<BackcastScore> worse = scores();
  worse[0].as_last_year = worse[0].observed;
  worse[2].predicted = 15;
  EXPECT_THAT(backcast_markdown(worse, facts),
              HasSubstr("loses nothing against the last figure, but of `rereferral_12m`."));
  std::vector<BackcastScore> good = {scores()[2]};
  EXPECT_THAT(backcast_markdown(good, facts),
              HasSubstr("About nine in ten figures lie inside their 90% ranges. Errors"));
}

TEST(BackcastText, in_the_documents_is_of_the_base_and_the_emulator_that_are_now) {
  if (embedded_emulator().empty()) {
    GTEST_SKIP() << "no emulator is built in";
  }
  const Scenario base =
      load_scenarios(*disk_source(),
                     {{STEPDOWN_SOURCE_DIR "/scenarios/base.toml"}, "", {"horizon.years=4"}})
          .front();
  std::ifstream in(STEPDOWN_SOURCE_DIR "/docs/backcast.md");
  const std::string page(std::istreambuf_iterator<char>(in), {});
  EXPECT_THAT(page, HasSubstr("` from " + made_from(base) + "; do not edit."))
      << "make it again with the command that it names";
}

TEST(BackcastText, has_a_row_for_each_score_as_csv) {
  const std::string table = backcast_csv(scores());
  EXPECT_THAT(table, AllOf(HasSubstr("\"A, B\",rereferral_12m,2022,2023,20,21,15,27,24,22,TRUE\n"),
                           HasSubstr("2024,30,21,14,28,24,22,FALSE\n"), Not(HasSubstr("nan"))));
}

}  // namespace
}  // namespace stepdown
