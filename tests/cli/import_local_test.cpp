#include "cli/import_local.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

#include "calibration/targets.h"
#include "tests/fixtures/invented_return.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::UnorderedElementsAre;

/// A folder with what an authority would have.
class ImportLocal : public ::testing::Test {
 protected:
  ProgramRun import(std::vector<std::string> arguments) const {
    arguments.insert(arguments.begin(), "import");
    return run_program(STEPDOWN_BINARY, arguments, folder_.path());
  }
  std::string written(const std::string& name) const {
    return bytes_of(folder_.path() + "/local_records/" + name);
  }
  std::string all_written() const {
    std::string all;
    for (const std::string& name : names_in(folder_.path() + "/local_records")) {
      all += written(name);
    }
    return all;
  }

  const TemporaryFolder folder_;
};

TEST_F(ImportLocal, makes_targets_that_can_be_read_tables_and_a_page_of_a_return) {
  folder_.write("cin.xml", invented_return({.children = 3000}));
  const ProgramRun run = import({"cin", "cin.xml", "--from", "2020-04-01", "--children", "20000"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.err, IsEmpty());
  EXPECT_THAT(
      names_in(folder_.path() + "/local_records"),
      UnorderedElementsAre("targets.toml", "figures.csv", "returns.csv", "data_quality.html"));
  EXPECT_THAT(run.out, HasSubstr("children: 3,000, "));
  const std::vector<Target> targets = read_targets("targets.toml", written("targets.toml"));
  EXPECT_GE(targets.size(), 18U);
  for (const Target& target : targets) {
    EXPECT_GT(target.error, 0) << target.measure;
    EXPECT_EQ(target.year, 2024) << target.measure;
    EXPECT_THAT(target.source, HasSubstr("own records, CIN census return of 2024"));
  }
}

TEST_F(ImportLocal, finds_how_many_come_back_after_each_way_of_closing) {
  folder_.write("cin.xml", invented_return({.children = 12'000}));
  ASSERT_EQ(import({"cin", "cin.xml", "--from", "2020-04-01"}).exit_code, 0);
  const auto share_12m = [this](const std::string& code) {
    std::istringstream rows(written("returns.csv"));
    for (std::string row; std::getline(rows, row);) {
      const std::size_t at = row.find(code + ")\",all,12,");
      if (at != std::string::npos) {
        return std::stod(row.substr(at + code.size() + 10));
      }
    }
    return -1.0;
  };
  EXPECT_NEAR(share_12m("RC7"), 20, 2);
  EXPECT_NEAR(share_12m("RC8"), 30, 2);
  EXPECT_NEAR(share_12m("RC9"), 15, 2);
  EXPECT_THAT(written("data_quality.html"), HasSubstr("not closed in one way or the other by lot"));
}

TEST_F(ImportLocal, estimates_rereferral_from_a_single_year_by_following_forwards) {
  folder_.write("cin.xml", invented_return({.children = 12'000}));
  ASSERT_EQ(import({"cin", "cin.xml"}).exit_code, 0);
  EXPECT_THAT(written("targets.toml"), AllOf(HasSubstr("[rereferral_12m]"),
                                             HasSubstr("each followed as far as the records go")));
  folder_.write("whole.xml", invented_return({.children = 12'000}));
  ASSERT_EQ(import({"cin", "whole.xml", "--from", "2020-04-01", "--out", "all"}).exit_code, 0);
  const auto rereferral = [](const std::string& text) {
    for (const Target& target : read_targets("t", text)) {
      if (target.measure == "rereferral_12m") {
        return target;
      }
    }
    return Target{};
  };
  const Target alone = rereferral(written("targets.toml"));
  const Target counted = rereferral(bytes_of(folder_.path() + "/all/targets.toml"));
  EXPECT_GT(alone.error, counted.error);
  EXPECT_NEAR(alone.value, counted.value, 4 * alone.error);
}

TEST_F(ImportLocal, writes_no_identifier_anywhere) {
  folder_.write("cin.xml", invented_return({.children = 400}));
  const ProgramRun run = import({"cin", "cin.xml", "--suppress-under", "1"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(all_written() + run.out + run.err, Not(HasSubstr(planted_in_identifiers())));
  // Nor when it goes wrong.
  folder_.write("bad.xml", invented_return({.children = 400}).substr(0, 90'000));
  const ProgramRun bad = import({"cin", "bad.xml"});
  EXPECT_EQ(bad.exit_code, 3);
  EXPECT_THAT(bad.out + bad.err, Not(HasSubstr(planted_in_identifiers())));
}

TEST_F(ImportLocal, holds_small_counts_back) {
  std::string children;
  for (int i = 0; i < 33; ++i) {
    children +=
        child_element("A" + std::to_string(i), "2012-05-01",
                      "<CINdetails><CINreferralDate>2023-05-0" + std::to_string(1 + i % 9) +
                          "</CINreferralDate><ReferralSource>6</ReferralSource><ReferralNFA>" +
                          (i < 5 ? "true" : "false") + "</ReferralNFA></CINdetails>");
  }
  folder_.write("cin.xml", return_of(children));
  const ProgramRun run = import({"cin", "cin.xml"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(
      written("figures.csv"),
      HasSubstr("2024,no_further_action,\"Referrals closed without an assessment, %\",c,c,c,"));
  EXPECT_THAT(written("targets.toml"), Not(HasSubstr("no_further_action")));
  EXPECT_THAT(run.out, HasSubstr("2024  c  Referrals closed without an assessment, %"));
  ASSERT_EQ(import({"cin", "cin.xml", "--suppress-under", "5", "--force"}).exit_code, 0);
  EXPECT_THAT(written("targets.toml"), HasSubstr("no_further_action"));
}

TEST_F(ImportLocal, leaves_no_targets_of_other_records_beside_figures_that_give_none) {
  folder_.write("cin.xml", invented_return({.children = 3000}));
  ASSERT_EQ(import({"cin", "cin.xml", "--from", "2020-04-01"}).exit_code, 0);
  folder_.write("one.xml",
                return_of(child_element(
                    "A", "2012-05-01",
                    "<CINdetails><CINreferralDate>2023-05-01</CINreferralDate><ReferralSource>6"
                    "</ReferralSource><ReferralNFA>false</ReferralNFA></CINdetails>")));
  EXPECT_EQ(import({"cin", "one.xml"}).exit_code, 3);
  EXPECT_THAT(names_in(folder_.path() + "/local_records"), testing::Contains("targets.toml"));
  const ProgramRun run = import({"cin", "one.xml", "--force"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(names_in(folder_.path() + "/local_records"), Not(testing::Contains("targets.toml")));
  EXPECT_THAT(run.out, HasSubstr("no targets are written"));
  EXPECT_THAT(run.out, HasSubstr("removed: local_records/targets.toml"));
}

TEST_F(ImportLocal, writes_over_nothing_unless_it_is_told_to) {
  folder_.write("cin.xml", invented_return({.children = 400}));
  folder_.write("local_records/returns.csv", "mine");
  const ProgramRun run = import({"cin", "cin.xml"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, AllOf(HasSubstr("D002"), HasSubstr("returns.csv"), HasSubstr("--force")));
  EXPECT_THAT(names_in(folder_.path() + "/local_records"), UnorderedElementsAre("returns.csv"));
  EXPECT_EQ(written("returns.csv"), "mine");
  EXPECT_EQ(import({"cin", "cin.xml", "--force"}).exit_code, 0);
  EXPECT_NE(written("returns.csv"), "mine");
}

TEST_F(ImportLocal, removes_no_targets_that_are_no_file_of_their_own) {
  folder_.write("mine.toml", "mine");
  std::filesystem::create_directory(folder_.path() + "/local_records");
  std::filesystem::create_symlink("../mine.toml", folder_.path() + "/local_records/targets.toml");
  folder_.write("one.xml", return_of(child_element("A", "2012-05-01", "")));
  const ProgramRun run = import({"cin", "one.xml", "--force"});
  EXPECT_EQ(run.exit_code, 3);
  EXPECT_THAT(run.err, HasSubstr("is no file of its own"));
  EXPECT_THAT(names_in(folder_.path() + "/local_records"), UnorderedElementsAre("targets.toml"));
}

TEST_F(ImportLocal, says_which_targets_are_of_an_earlier_year_and_which_figure_there_is_none_of) {
  const auto details = [](const std::string& referral, bool no_action) {
    return "<CINdetails><CINreferralDate>" + referral +
           "</CINreferralDate><ReferralSource>6</ReferralSource><ReferralNFA>" +
           (no_action ? "true" : "false") + "</ReferralNFA></CINdetails>";
  };
  std::string children;
  for (int i = 0; i < 60; ++i) {
    children += child_element("A" + std::to_string(i), "2012-05-01",
                              details("2022-12-10", i < 20) + details("2023-12-10", i < 3));
  }
  folder_.write("cin.xml", return_of(children));
  const ProgramRun years = import({"cin", "cin.xml", "--from", "2022-04-01"});
  EXPECT_EQ(years.exit_code, 0) << years.err;
  EXPECT_THAT(years.out, AllOf(HasSubstr("none of 2024 that may be told: no_further_action (2023)"),
                               Not(HasSubstr("referred again within 12 months is not known"))));
  const ProgramRun alone = import({"cin", "cin.xml", "--force"});
  EXPECT_THAT(alone.out, AllOf(HasSubstr("referred again within 12 months is not known"),
                               HasSubstr("Give the return of the year before as well")));
  EXPECT_THAT(written("data_quality.html"),
              HasSubstr("referred again within 12 months is not known"));
}

TEST_F(ImportLocal, tells_what_was_rejected_and_that_a_year_is_not_whole) {
  std::string children;
  for (int i = 0; i < 20; ++i) {
    children += child_element(i < 8 ? "same" : "A" + std::to_string(i), "2012-05-01",
                              "<CINdetails><CINreferralDate>2023-05-01</CINreferralDate>"
                              "<ReferralSource>6</ReferralSource><ReferralNFA>0</ReferralNFA>"
                              "</CINdetails>");
  }
  folder_.write("cin.xml", return_of(children, "2024", "2023-10-31"));
  const ProgramRun run = import({"cin", "cin.xml"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("rows rejected: 10 (to the nearest ten)"),
                             HasSubstr("no whole year")));
  EXPECT_THAT(written("data_quality.html"),
              AllOf(HasSubstr("given twice: 7"), HasSubstr("the year to 31 March 2024")));
  EXPECT_FALSE(std::filesystem::exists(folder_.path() + "/local_records/targets.toml"));
}

TEST_F(ImportLocal, puts_the_returns_of_years_together_in_their_order) {
  const auto details = [](const std::string& referral, const std::string& rest) {
    return "<CINdetails><CINreferralDate>" + referral +
           "</CINreferralDate><ReferralSource>6"
           "</ReferralSource>" +
           rest + "<ReferralNFA>0</ReferralNFA></CINdetails>";
  };
  std::string before;
  std::string after;
  for (int i = 0; i < 30; ++i) {
    const std::string name = "A" + std::to_string(i);
    before += child_element(name, "2012-05-01", details("2023-01-10", ""));
    after += child_element(name, "2012-05-01",
                           details("2023-01-10",
                                   "<CINclosureDate>2023-04-20</CINclosureDate>"
                                   "<ReasonForClosure>RC7</ReasonForClosure>") +
                               (i < 12 ? details("2023-12-01", "") : ""));
  }
  folder_.write("a.xml", return_of(before, "2023", "2023-03-31"));
  folder_.write("b.xml", return_of(after, "2024", "2024-03-31"));
  const ProgramRun run = import({"cin", "b.xml", "a.xml"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("CIN census returns of 2023 to 2024"));
  // 42 referrals, each once, although 30 stand in both returns.
  EXPECT_THAT(written("figures.csv"), AllOf(HasSubstr("2023,referrals,Referrals in the year,30,"),
                                            HasSubstr("2024,referrals,Referrals in the year,12,")));
}

TEST_F(ImportLocal, refuses_returns_that_do_not_follow_one_another) {
  folder_.write("2021.xml", return_of(child_element("A", "", ""), "2021", "2021-03-31"));
  folder_.write("2023.xml", return_of(child_element("A", "", ""), "2023", "2023-03-31"));
  const ProgramRun gap = import({"cin", "2021.xml", "2023.xml"});
  EXPECT_EQ(gap.exit_code, 3);
  EXPECT_THAT(gap.err, HasSubstr("there is no return of 2022 between"));
  EXPECT_THAT(import({"cin", "2021.xml", "2021.xml"}).err, HasSubstr("are both of 2021"));
}

TEST_F(ImportLocal, ends_with_exit_code_3_and_writes_nothing_for_what_is_no_return) {
  folder_.write("empty.xml", "");
  folder_.write("page.xml", "<html></html>");
  folder_.write("bomb.xml", "<!DOCTYPE a [<!ENTITY b \"c\">]><Message/>");
  for (const char* file : {"empty.xml", "page.xml", "bomb.xml", "missing.xml", "."}) {
    const ProgramRun run = import({"cin", file});
    EXPECT_EQ(run.exit_code, 3) << file;
    EXPECT_THAT(run.out, IsEmpty());
    EXPECT_THAT(run.err, HasSubstr("error[D00"));
    EXPECT_FALSE(std::filesystem::exists(folder_.path() + "/local_records")) << file;
  }
}

TEST_F(ImportLocal, tells_a_program_what_it_found) {
  folder_.write("cin.xml", invented_return({.children = 3000}));
  const ProgramRun run = import({"cin", "cin.xml", "--json"});
  const nlohmann::json told = nlohmann::json::parse(run.out);
  EXPECT_EQ(told["files"].size(), 4U);
  EXPECT_EQ(told["figures"][0]["measure"], "referrals");
}

TEST_F(ImportLocal, gives_the_same_bytes_again) {
  folder_.write("cin.xml", invented_return({.children = 1000}));
  ASSERT_EQ(import({"cin", "cin.xml"}).exit_code, 0);
  const std::string first = all_written();
  ASSERT_EQ(import({"cin", "cin.xml", "--force"}).exit_code, 0);
  EXPECT_TRUE(first == all_written());
}

constexpr const char* mapping =
    "[period]\nfrom = \"2021-04-01\"\nto = \"2024-03-31\"\n"
    "[list_3]\nfile = \"referrals.csv\"\nbirth = \"-\"\ndate = \"Referred on\"\n"
    "[list_6]\nfile = \"cin.csv\"\nbirth = \"-\"\n[closing]\nRC8 = [\"RC8\", \"NFA\"]\n";

TEST_F(ImportLocal, makes_the_same_of_annex_a_lists_as_a_mapping_names_them) {
  std::string referrals =
      "\xEF\xBB\xBF"
      "Child Unique ID,Referred on,Referral Source,Referral NFA?\r\n";
  std::string cases = "Child Unique ID,CIN Start Date,CIN Closure Date,Reason for Closure\r\n";
  for (int i = 0; i < 60; ++i) {
    const std::string child = planted_in_identifiers() + std::to_string(i);
    referrals += child + ",01/06/2022,2A: Schools,b) No\r\n";
    cases += child + ",01/06/2022,01/07/2022," + (i % 2 == 0 ? "NFA" : "RC9 - early help") + "\r\n";
    if (i % 4 == 0) {
      referrals += child + ",01/12/2022,6,No\r\n";
    }
  }
  folder_.write("mapping.toml", mapping);
  folder_.write("lists/referrals.csv", referrals + "PLANTED1,2022-06-01,6,No\r\nPLANTED2,x\r\n");
  folder_.write("lists/cin.csv", cases);
  const ProgramRun run = import({"annex-a", "lists", "--mapping", "mapping.toml"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("children: 60, "), HasSubstr("rows rejected: fewer")));
  EXPECT_THAT(written("figures.csv"), HasSubstr("2023,referrals,Referrals in the year,75,"));
  EXPECT_THAT(written("returns.csv"), HasSubstr("(RC8)\",all,6,50,"));
  EXPECT_THAT(written("returns.csv"), HasSubstr("(RC9)\",all,6,0,"));
  EXPECT_THAT(all_written() + run.out, Not(HasSubstr(planted_in_identifiers())));
}

TEST_F(ImportLocal, prints_a_mapping_to_begin_with) {
  const ProgramRun run = import({"annex-a", "--print-mapping"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, HasSubstr("[list_3] # referrals"));
}

TEST_F(ImportLocal, says_what_is_missing_for_annex_a) {
  EXPECT_THAT(import({"annex-a"}).err, HasSubstr("needs FOLDER"));
  folder_.write("lists/other.csv", "a,b\n1,2\n");
  const ProgramRun run = import({"annex-a", "lists"});
  EXPECT_EQ(run.exit_code, 2);
  EXPECT_THAT(run.err, HasSubstr("--print-mapping > mapping.toml"));
  folder_.write("mapping.toml", mapping);
  const ProgramRun gone = import({"annex-a", "lists", "--mapping", "mapping.toml"});
  EXPECT_EQ(gone.exit_code, 3);
  EXPECT_THAT(gone.err, HasSubstr("referrals.csv"));
  folder_.write("lists/referrals.csv", "Child Unique ID,Date referred on,x\nA,2022-01-01,y\n");
  const ProgramRun columns = import({"annex-a", "lists", "--mapping", "mapping.toml"});
  EXPECT_EQ(columns.exit_code, 3);
  EXPECT_THAT(columns.err, AllOf(HasSubstr("`Referred on`"), HasSubstr("list 3")));
}

}  // namespace
}  // namespace stepdown
