#include "cli/import.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <nlohmann/json.hpp>

#include "tests/fixtures/published_tables.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;

/// A folder with a folder `dfe` of published tables.
class Import : public ::testing::Test {
 protected:
  Import() { write_tables(folder_, "dfe", published_tables()); }

  std::string path(const std::string& name) const { return folder_.path() + '/' + name; }
  ProgramRun run(std::vector<std::string> arguments) const {
    return run_program(STEPDOWN_BINARY, arguments, folder_.path());
  }
  ProgramRun import(std::vector<std::string> arguments) const {
    std::vector<std::string> words{"import", "dfe", "dfe"};
    words.insert(words.end(), arguments.begin(), arguments.end());
    return run(words);
  }
  std::string after_change(const std::string& name, const std::string& text) const {
    folder_.write("dfe/" + name, text);
    const ProgramRun done = import({"--authority", "990", "--force"});
    EXPECT_EQ(done.exit_code, 3) << done.out;
    return done.err;
  }

  const TemporaryFolder folder_;
};

TEST_F(Import, writes_a_place_and_targets_and_says_what_came_of_it) {
  const ProgramRun done = import({"--authority", "norvale and tarn", "--years", "2019-2024"});
  EXPECT_EQ(done.exit_code, 0) << done.err;
  EXPECT_THAT(done.err, IsEmpty());
  EXPECT_THAT(done.out, HasSubstr("written: places/norvale_and_tarn.toml\n"
                                  "written: targets/norvale_and_tarn.toml\n"));
  EXPECT_THAT(done.out, HasSubstr("rereferral_12m "));
  EXPECT_THAT(done.out, HasSubstr("2 cells suppressed (c), not taken as 0"));
  EXPECT_THAT(done.out, HasSubstr("no figure of 2019 to 2024 for plans_ended_within_24m"));
  EXPECT_THAT(done.out, Not(HasSubstr("two authorities called")));
}

TEST_F(Import, makes_a_place_with_which_the_model_runs) {
  folder_.write("base.toml", "kind = \"base\"\nplace = \"norvale_and_tarn\"\n");
  ASSERT_EQ(import({"--authority", "990"}).exit_code, 0);
  const ProgramRun valid = run({"validate", "base.toml", "places/norvale_and_tarn.toml"});
  EXPECT_EQ(valid.exit_code, 0) << valid.err;
  const ProgramRun small =
      run({"run", "base.toml", "--place", "norvale_and_tarn", "--runs", "2", "--print-only",
           "--set", "population.children=3000", "--set", "workforce.social_workers=6", "--set",
           "horizon.warm_up_years=1", "--set", "horizon.years=1"});
  EXPECT_EQ(small.exit_code, 0) << small.err;
}

TEST_F(Import, makes_a_place_of_england_at_the_size_of_an_authority) {
  ASSERT_EQ(import({"--authority", "England", "--years", "2024"}).exit_code, 0);
  EXPECT_EQ(run({"validate", "places/england.toml"}).exit_code, 0);
}

TEST_F(Import, writes_over_nothing_unless_it_is_told_to) {
  ASSERT_EQ(import({"--authority", "990"}).exit_code, 0);
  const std::string before = bytes_of(path("targets/norvale_and_tarn.toml"));
  const ProgramRun again = import({"--authority", "990", "--years", "2024"});
  EXPECT_EQ(again.exit_code, 3);
  EXPECT_THAT(again.err, AllOf(HasSubstr("D002"), HasSubstr("--force")));
  EXPECT_EQ(bytes_of(path("targets/norvale_and_tarn.toml")), before);
  EXPECT_EQ(import({"--authority", "990", "--years", "2024", "--force"}).exit_code, 0);
  EXPECT_NE(bytes_of(path("targets/norvale_and_tarn.toml")), before);
  EXPECT_EQ(import({"--authority", "990", "--out", "other"}).exit_code, 0);
  EXPECT_TRUE(std::filesystem::exists(path("other/places/norvale_and_tarn.toml")));
}

TEST_F(Import, writes_the_same_bytes_again) {
  ASSERT_EQ(import({"--authority", "990", "--out", "a"}).exit_code, 0);
  ASSERT_EQ(import({"--authority", "E06000990", "--out", "b"}).exit_code, 0);
  for (const char* name : {"places/norvale_and_tarn.toml", "targets/norvale_and_tarn.toml"}) {
    EXPECT_EQ(bytes_of(path(std::string("a/") + name)), bytes_of(path(std::string("b/") + name)));
  }
}

TEST_F(Import, tells_all_as_json) {
  const ProgramRun done = import({"--authority", "990", "--json"});
  const auto all = nlohmann::json::parse(done.out);
  EXPECT_EQ(all["authority"], "Norvale & Tarn");
  EXPECT_EQ(all["files"][1], "targets/norvale_and_tarn.toml");
  EXPECT_EQ(all["targets"][0]["measure"], "referrals_per_10000");
  EXPECT_EQ(all["targets"][0]["by_year"].size(), 6U);
  EXPECT_FALSE(all["notes"].empty());
}

TEST_F(Import, suggests_the_authority_that_was_meant) {
  const ProgramRun done = import({"--authority", "Norvael and Tarn"});
  EXPECT_EQ(done.exit_code, 2);
  EXPECT_THAT(done.err, AllOf(HasSubstr("C010"), HasSubstr("`Norvale & Tarn`"), HasSubstr("^^^")));
}

TEST_F(Import, refuses_years_that_are_none_or_in_the_wrong_order) {
  for (const char* years : {"2024-2019", "19-24", "2019 to 2024", "last"}) {
    const ProgramRun done = import({"--authority", "990", "--years", years});
    EXPECT_EQ(done.exit_code, 2) << years;
    EXPECT_THAT(done.err, AllOf(HasSubstr("C004"), HasSubstr("2019-2024"))) << years;
  }
}

TEST_F(Import, says_which_years_there_are) {
  const ProgramRun done = import({"--authority", "990", "--years", "2030-2031"});
  EXPECT_EQ(done.exit_code, 3);
  EXPECT_THAT(done.err, AllOf(HasSubstr("D006"), HasSubstr("2019 to 2024")));
  EXPECT_FALSE(std::filesystem::exists(path("places")));
}

TEST_F(Import, says_what_is_wrong_with_a_file_and_writes_nothing) {
  const std::string c1 = published_tables().at("c1_referrals.csv");
  EXPECT_THAT(after_change("c1_referrals.csv", with_change(c1, "Not_in_Need_percent", "Other")),
              AllOf(HasSubstr("D005"), HasSubstr("`Not_in_Need_percent`")));
  EXPECT_THAT(after_change("c1_referrals.csv", c1 + "2024,Caf\xE9\n"),
              AllOf(HasSubstr("D003"), HasSubstr("Windows-1252"), HasSubstr("UTF-8")));
  EXPECT_THAT(after_change("c1_referrals.csv", ""), HasSubstr("D004"));
  std::filesystem::remove(path("dfe/c1_referrals.csv"));
  EXPECT_THAT(import({"--authority", "990"}).err, HasSubstr("has no table C1"));
  EXPECT_FALSE(std::filesystem::exists(path("places")));
}

TEST_F(Import, needs_a_folder_with_tables) {
  const ProgramRun nowhere = run({"import", "dfe", "nowhere", "--authority", "Kent"});
  EXPECT_EQ(nowhere.exit_code, 3);
  EXPECT_THAT(nowhere.err, HasSubstr("there is no folder `nowhere`"));
  EXPECT_THAT(run({"import", "dfe", "dfe/notes.csv", "--authority", "Kent"}).err,
              HasSubstr("is a file, not a folder"));
  std::filesystem::create_directory(path("empty"));
  EXPECT_THAT(run({"import", "dfe", "empty", "--authority", "Kent"}).err,
              AllOf(HasSubstr("D005"), HasSubstr("has no .csv file")));
}

TEST_F(Import, says_what_the_line_lacks) {
  const ProgramRun no_kind = run({"import"});
  EXPECT_EQ(no_kind.exit_code, 2);
  EXPECT_THAT(no_kind.err, AllOf(HasSubstr("C005"), HasSubstr("stepdown import dfe")));
  EXPECT_THAT(run({"import", "dfx"}).err, AllOf(HasSubstr("C001"), HasSubstr("`dfe`")));
  EXPECT_THAT(run({"import", "dfe"}).err, AllOf(HasSubstr("needs FOLDER"), HasSubstr("C005")));
  EXPECT_THAT(run({"import", "dfe", "dfe"}).err, HasSubstr("needs --authority"));
  EXPECT_THAT(run({"import", "dfe", "dfe", "--autority", "x"}).err,
              HasSubstr("no option `--autority` of import dfe"));
}

}  // namespace
}  // namespace stepdown
