#include "calibration/fit/fit_page.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "analysis/honest_use.h"
#include "analysis/report/html.h"
#include "model/parameters/registry.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::Not;

class FitPage : public ::testing::Test {
 protected:
  FitPage() {
    const auto measures = run_measures();
    for (const char* name : {"rereferral_12m", "caseload_social_worker"}) {
      Target target;
      target.measure = name;
      target.column = static_cast<std::size_t>(
          std::ranges::find(measures, std::string_view(name), &Measure::name) - measures.begin());
      target.value = 20;
      target.error = 1;
      target.noise = 0.5;
      target.observed = target.measure == "rereferral_12m" ? 20 : 40;
      target.label = std::string("Label of ") + name;
      target.source = "a <table>";
      fit_.targets.push_back(target);
      fit_.discrepancies.push_back(0);
    }
    for (int i = 0; i < 100; ++i) {
      const double x = (i - 50) / 25.0;
      fit_.draws.push_back({0.1 * x, x, x});
      fit_.fitted.push_back({20 + x, 20 - x});
    }
    fit_.runs = 100;
    fit_.children = 5000;
    fit_.checked_by_runs = true;
    fit_.unused = {"waiting"};
  }

  std::string page() const {
    return fit_page(fit_, space_,
                    {"Smallshire & Co",
                     "stepdown calibrate base.toml",
                     "0.1.0",
                     "the one built in",
                     {"workforce.turnover"},
                     by_runs_,
                     {"population.quintile_shares"},
                     {}},
                    1);
  }

  bool by_runs_ = false;

  static std::vector<Input> inputs() {
    std::vector<Input> made;
    for (const char* name : {"need.worsening", "threshold.enquiry", "threshold.conference"}) {
      const Parameter* parameter = find_parameter(name);
      made.push_back({{parameter, parameter->bounds}, 0.5});
    }
    return made;
  }

  LocalFit fit_;
  AuthoritySpace space_{initial_parameters(), inputs()};
};

TEST_F(FitPage, begins_with_how_many_figures_lie_inside_their_range) {
  EXPECT_EQ(fit_headline(predicted_targets(fit_, 1)),
            "1 of 2 figures lie inside their predicted 90% range");
  EXPECT_THAT(page(), AllOf(HasSubstr("How well the model fits Smallshire &amp; Co"),
                            HasSubstr("1 of 2 figures lie inside")));
}

TEST_F(FitPage, shows_each_figure_with_its_range_and_reading) {
  EXPECT_THAT(page(), AllOf(HasSubstr("Label of rereferral_12m"), HasSubstr(">inside<"),
                            HasSubstr(">outside<"), HasSubstr("a &lt;table&gt;"),
                            HasSubstr("data-picture=\"fit\"")));
}

TEST_F(FitPage, tells_what_was_learnt_and_what_was_not) {
  EXPECT_THAT(page(), HasSubstr("1 of 3 numbers are known better than before"));
}

TEST_F(FitPage, tells_which_numbers_the_figures_cannot_tell_apart) {
  EXPECT_THAT(page(), HasSubstr("both higher fits about as well as both lower"));
}

TEST_F(FitPage, says_what_was_left_out_and_what_is_unusual) {
  EXPECT_THAT(page(),
              AllOf(HasSubstr("Not fitted to, because the emulator does not know them: waiting"),
                    HasSubstr("Far from other authorities: workforce.turnover"),
                    HasSubstr("no history long enough")));
}

TEST_F(FitPage, carries_the_honest_use_and_asks_for_nothing) {
  EXPECT_THAT(page(), AllOf(HasSubstr(escaped(honest_use())), HasSubstr("default-src 'none'"),
                            Not(HasSubstr("src=\"http"))));
}

TEST_F(FitPage, names_facts_that_only_runs_heed) {
  EXPECT_THAT(page(), AllOf(HasSubstr("population.quintile_shares"),
                            HasSubstr("Only the runs of the model heed it.")));
  fit_.runs = 0;
  EXPECT_THAT(page(), HasSubstr("Nothing on this page heeds it: allow runs (--budget)."));
}

TEST_F(FitPage, says_what_was_not_done_as_asked) {
  EXPECT_THAT(page(), Not(AnyOf(HasSubstr("did not: history matching"), HasSubstr("let in wholly"),
                                HasSubstr("too few to be adjusted"))));
  by_runs_ = true;
  EXPECT_THAT(page(), HasSubstr("did not: history matching left nothing"));
  fit_.is_whole = false;
  EXPECT_THAT(page(), HasSubstr("could not be let in wholly"));
  fit_.by_runs = {{}};
  fit_.by_runs_end = AbcEnd::generations_done;
  fit_.is_moved = false;
  EXPECT_THAT(page(), HasSubstr("too few to be adjusted to the figures observed"));
}

TEST_F(FitPage, says_that_few_runs_tell_the_ends_of_a_range_roughly) {
  EXPECT_THAT(page(), Not(HasSubstr("So few runs")));
  fit_.fitted.resize(39);
  EXPECT_THAT(page(), HasSubstr("So few runs tell the ends of a range roughly"));
}

TEST_F(FitPage, has_no_share_of_nothing) {
  fit_.targets.front().observed = 0;
  EXPECT_THAT(page(), AllOf(HasSubstr("<td>-</td>"), Not(HasSubstr("000,000"))));
}

TEST_F(FitPage, shows_years_that_were_left_out) {
  const std::string html =
      fit_page(fit_, space_,
               {"Smallshire",
                "c",
                "v",
                "e",
                {},
                false,
                {},
                {{"Smallshire", "rereferral_12m", 2022, 2023, 20, 21, 15, 27, 24, 22}}},
               1);
  EXPECT_THAT(html, AllOf(HasSubstr("1 of 1 figures fell inside"), HasSubstr("Same as 2022")));
}

}  // namespace
}  // namespace stepdown
