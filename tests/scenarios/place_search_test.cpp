#include "scenarios/place_search.h"

#include <gmock/gmock.h>

#include "tests/fixtures/scenario_texts.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

constexpr const char* base = "kind = \"base\"\n";
constexpr const char* place = "kind = \"place\"\n";

std::string extending(const std::string& path) {
  return "kind = \"policy\"\nextends = \"" + path + "\"\n";
}

std::string fit_of(const std::string& authority) {
  return "kind = \"fit\"\nplace = \"" + authority + "\"\n";
}

const ScenarioTexts& world() {
  static const ScenarioTexts texts(
      {{"s/base.toml", "kind = \"base\"\nplace = \"england\"\n"},
       {"s/far.toml", "kind = \"base\"\nplace = \"x/here.toml\"\n"},
       {"s/lost.toml", "kind = \"base\"\nplace = \"atlantis\"\n"},
       {"s/none.toml", base},
       {"s/p/a.toml", extending("../base.toml")},
       {"s/p/b.toml", extending("../base.toml") + "place = \"kent\"\n"},
       {"s/places/england.toml", place},
       {"s/places/kent.toml", place},
       {"s/places/telford_wrekin.toml", place},
       {"s/places/wrong.toml", base},
       {"s/x/here.toml", place},
       {"s/x/kent.toml", place},
       {"f/places/beside.toml", place}});
  return texts;
}

const CheckedFile* fit_in(ScenarioLibrary& library, const std::string& authority) {
  return authority.empty()
             ? nullptr
             : library.overlay({"f/fit.toml", fit_of(authority), "f/fit.toml"}, ScenarioKind::fit);
}

std::string place_path(const std::string& scenario, const std::string& option,
                       const std::string& fit = "") {
  ScenarioLibrary library(world());
  const CheckedFile* found =
      place_of(library, library.chain_of(scenario), option, fit_in(library, fit));
  EXPECT_THAT(library.problems(), IsEmpty());
  return found ? found->file.path : "";
}

Problem place_problem(const std::string& scenario, const std::string& option,
                      const std::string& fit = "") {
  ScenarioLibrary library(world());
  EXPECT_EQ(place_of(library, library.chain_of(scenario), option, fit_in(library, fit)), nullptr);
  EXPECT_THAT(library.problems(), SizeIs(1));
  return library.problems().empty() ? Problem() : library.problems().front();
}

TEST(Place, is_the_one_of_the_base_unless_another_is_asked_for) {
  EXPECT_EQ(place_path("s/p/a.toml", ""), "s/places/england.toml");
  EXPECT_EQ(place_path("s/p/a.toml", "kent"), "s/places/kent.toml");
  EXPECT_EQ(place_path("s/p/a.toml", "s/x/here.toml"), "s/x/here.toml");
  EXPECT_EQ(place_path("s/far.toml", ""), "s/x/here.toml");
  EXPECT_EQ(place_path("s/none.toml", ""), "");
}

TEST(Place, is_found_by_the_name_people_write) {
  EXPECT_EQ(place_path("s/base.toml", "Kent"), "s/places/kent.toml");
  EXPECT_EQ(place_path("s/base.toml", "Telford and Wrekin"), "s/places/telford_wrekin.toml");
}

TEST(Place, that_is_not_there_is_met_with_those_that_are) {
  const Problem mistyped = place_problem("s/base.toml", "knet");
  EXPECT_EQ(mistyped.fault, Fault::place_not_found);
  EXPECT_EQ(mistyped.file, "--place");
  EXPECT_THAT(mistyped.suggestion, HasSubstr("`kent`"));
  const Problem unheard = place_problem("s/lost.toml", "");
  EXPECT_EQ(unheard.file, "s/lost.toml");
  EXPECT_EQ(unheard.line, 2);
  EXPECT_THAT(unheard.suggestion, HasSubstr("`england`"));
  EXPECT_EQ(place_problem("s/base.toml", "s/nowhere.toml").fault, Fault::place_not_found);
}

TEST(Place, has_to_be_a_place_file) {
  EXPECT_THAT(place_problem("s/base.toml", "wrong").message, HasSubstr("not a place"));
  EXPECT_THAT(place_problem("s/base.toml", "s/none.toml").message, HasSubstr("not a place"));
}

TEST(Place, is_not_for_a_policy_to_choose) {
  ScenarioLibrary library(world());
  library.chain_of("s/p/b.toml");
  ASSERT_THAT(library.problems(), SizeIs(1));
  EXPECT_EQ(library.problems()[0].fault, Fault::header);
}

TEST(Place, is_the_one_of_the_fit) {
  EXPECT_EQ(place_path("s/p/a.toml", "", "kent"), "s/places/kent.toml");
  EXPECT_EQ(place_path("s/none.toml", "", "Telford and Wrekin"), "s/places/telford_wrekin.toml");
  EXPECT_EQ(place_path("s/base.toml", "", "../s/x/here.toml"), "s/x/here.toml");
  EXPECT_EQ(place_path("s/base.toml", "", "beside"), "f/places/beside.toml");
}

TEST(Place, may_be_said_again_beside_a_fit) {
  EXPECT_EQ(place_path("s/base.toml", "Kent", "kent"), "s/places/kent.toml");
  EXPECT_EQ(place_path("s/base.toml", "s/x/kent.toml", "kent"), "s/x/kent.toml")
      << "another file of the same authority";
}

TEST(Place, cannot_be_another_one_than_that_of_the_fit) {
  const Problem refusal = place_problem("s/base.toml", "england", "kent");
  EXPECT_EQ(refusal.fault, Fault::words_not_together);
  EXPECT_EQ(refusal.file, "--place");
  EXPECT_THAT(refusal.message, HasSubstr("`england` is another place than the one of the fit"));
  EXPECT_THAT(refusal.suggestion, HasSubstr("leave --place out"));
}

TEST(Place, of_a_fit_that_is_not_there_is_pointed_at_in_the_fit) {
  const Problem missing = place_problem("s/base.toml", "", "knet");
  EXPECT_EQ(missing.file, "f/fit.toml");
  EXPECT_EQ(missing.line, 2);
  EXPECT_THAT(missing.suggestion, HasSubstr("`kent`"));
}

}  // namespace
}  // namespace stepdown
