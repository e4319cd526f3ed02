#include "analysis/posterior_draws.h"

#include <gmock/gmock.h>

#include "scenarios/scenario_error.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

Posterior of_kent() {
  return {"kent",
          "Kent",
          "0.1.0",
          "stepdown calibrate",
          "",
          {"need.easing", "caseload.social_worker_cap"},
          {{0.1 + 0.2, 15}, {1e-5, 20}}};
}

TEST(EvenlySpaced, takes_all_there_are_where_no_more_are_wanted) {
  EXPECT_THAT(evenly_spaced(3, 5), ElementsAre(0, 1, 2));
  EXPECT_THAT(evenly_spaced(3, 3), ElementsAre(0, 1, 2));
}

TEST(EvenlySpaced, takes_a_part_from_the_whole_length) {
  EXPECT_THAT(evenly_spaced(10, 5), ElementsAre(0, 2, 4, 6, 8));
  EXPECT_THAT(evenly_spaced(10, 3), ElementsAre(0, 3, 6));
  EXPECT_THAT(evenly_spaced(7, 1), ElementsAre(0));
}

TEST(NameOfDraw, stands_in_the_order_of_its_number) {
  Posterior many = of_kent();
  many.draws.resize(120);
  EXPECT_EQ(name_of_draw(many, 6), "draw_007");
  EXPECT_EQ(name_of_draw(many, 119), "draw_120");
  EXPECT_EQ(name_of_draw(of_kent(), 0), "draw_1");
}

TEST(FitOfDraw, has_the_same_values_to_the_last_bit) {
  const FitFile fit = fit_of_draw(of_kent(), 0, "kent.h5");
  const std::vector<Setting> settings = load_fit(fit);
  ASSERT_THAT(settings, SizeIs(2));
  EXPECT_EQ(settings[0].parameter->name, "caseload.social_worker_cap");
  EXPECT_EQ(std::get<double>(settings[0].value), 15);
  EXPECT_EQ(std::get<double>(settings[1].value), 0.1 + 0.2);
  EXPECT_EQ(std::get<double>(load_fit(fit_of_draw(of_kent(), 1, "kent.h5"))[1].value), 1e-5);
  EXPECT_EQ(fit.path, "kent.h5, draw_1");
}

TEST(FitOfDraw, cannot_be_broken_by_the_name_of_a_place) {
  Posterior odd = of_kent();
  odd.place = "k\"e\\n\nt";
  EXPECT_THAT(load_fit(fit_of_draw(odd, 0, "odd.h5")), SizeIs(2));
}

}  // namespace
}  // namespace stepdown
