#include "calibration/ensemble_maker.h"

#include <gmock/gmock.h>

#include <fstream>
#include <iterator>

#include "tests/fixtures/formula_world.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

/// Makes ensembles of the formula's world in a folder of its own.
class EnsembleMaker : public ::testing::Test {
 protected:
  EnsembleMaker() {
    plan_.pull_sd = 100;
    plan_.step = 0.02;
    plan_.member_iterations = 30;
    plan_.fitted = {free_number("need.worsening"), free_number("need.easing")};
    plan_.drawn = {{find_parameter("need.fragile_factor"), {1.2, 2}}};
    order_.members_wanted = 3;
    order_.origin = "0123";
    order_.draws = folder_.path() + "/draws";
    order_.members = folder_.path() + "/members";
  }

  EnsembleMade make() {
    told_.clear();
    return make_ensemble(world_, plan_, order_,
                         [this](const std::string& line) { told_ += line + '\n'; });
  }

  std::string text_of(const std::string& name) const {
    std::ifstream in(folder_.path() + '/' + name);
    return {std::istreambuf_iterator<char>(in), {}};
  }

  // The start is far from the targets, so that any fitted world is near enough beside it.
  TrialWorld world_ = formula_world();
  FitPlan plan_;
  EnsembleOrder order_;
  std::string told_;
  TemporaryFolder folder_;
};

TEST_F(EnsembleMaker, writes_as_many_members_as_are_wanted) {
  const EnsembleMade made = make();
  EXPECT_EQ(made.members, 3U);
  EXPECT_EQ(made.draws, 3);
  for (const char* name : {"members/member_01.toml", "members/member_03.toml"}) {
    EXPECT_THAT(text_of(name), HasSubstr("kind = \"member\"")) << name;
  }
  EXPECT_EQ(text_of("members/member_04.toml"), "");
}

TEST_F(EnsembleMaker, goes_on_where_it_was_stopped) {
  make();
  const std::string second = text_of("members/member_02.toml");
  folder_.write("members/member_02.toml", "lost");
  order_.members_wanted = 4;
  make();
  EXPECT_EQ(text_of("members/member_02.toml"), second);
  EXPECT_THAT(told_, ::testing::Not(HasSubstr("draw 3, iteration")));
  EXPECT_THAT(told_, HasSubstr("draw 4, iteration"));
}

TEST_F(EnsembleMaker, makes_draws_of_another_origin_anew) {
  make();
  order_.origin = "4567";
  make();
  EXPECT_THAT(told_, HasSubstr("draw 1, iteration"));
  EXPECT_THAT(text_of("draws/draw_01.toml"), HasSubstr("4567"));
}

TEST_F(EnsembleMaker, leaves_out_worlds_that_are_too_far_off_and_gives_up_in_the_end) {
  plan_.misfit_factor = 1e-6;
  plan_.member_iterations = 1;
  const EnsembleMade made = make();
  EXPECT_EQ(made.members, 0U);
  EXPECT_EQ(made.draws, 6);
  EXPECT_THAT(told_, HasSubstr("too far off"));
}

TEST_F(EnsembleMaker, takes_a_world_that_is_near_enough_whatever_the_base_is) {
  plan_.misfit_factor = 1e-6;
  plan_.member_iterations = 1;
  plan_.misfit_enough = 50;  // of each of two figures
  EXPECT_EQ(make().members, 3U);
}

TEST_F(EnsembleMaker, removes_the_members_of_a_larger_ensemble) {
  make();
  order_.members_wanted = 1;
  make();
  EXPECT_NE(text_of("members/member_01.toml"), "");
  EXPECT_EQ(text_of("members/member_02.toml"), "");
  EXPECT_EQ(text_of("members/member_03.toml"), "");
}

}  // namespace
}  // namespace stepdown
