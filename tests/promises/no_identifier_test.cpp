#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <regex>
#include <string>
#include <vector>

#include "tests/fixtures/invented_return.h"
#include "tests/fixtures/program.h"

// Children's records are read, counted and forgotten. Everything that could say who a child is
// carries a mark here, and the mark may stand in no byte that the program writes: in no file that
// it leaves, in none that it takes away again, and in no word that it says, also where it fails.

namespace stepdown {
namespace {

namespace fs = std::filesystem;

constexpr const char* strace = "/usr/bin/strace";
constexpr const char* unpack = "/usr/bin/h5repack";

/// What says who a child is, in the ways in which people write it.
const std::vector<std::string>& identifiers() {
  static const std::vector<std::string> all{planted_in_identifiers(),
                                            "Quillfeather",
                                            "Wilhelmina",
                                            "QF9 7ZZ",
                                            "QF97ZZ",
                                            "9434765919",
                                            "2013-02-17",
                                            "17/02/2013",
                                            "20130217",
                                            "17 February 2013"};
  return all;
}

constexpr const char* birth = "2013-02-17";

/// A return in which each child has all identifiers that there are, and some that are not meant to
/// be there.
std::string return_with_names(int children) {
  std::string text;
  for (int i = 0; i < children; ++i) {
    const std::string number = planted_in_identifiers() + std::to_string(1000 + i);
    std::string child = child_element(
        number, birth,
        "<CINdetails><CINreferralDate>2023-0" + std::to_string(4 + i % 5) +
            "-11</CINreferralDate><ReferralSource>6</ReferralSource><ReferralNFA>0</ReferralNFA>"
            "<Assessments><AssessmentActualStartDate>2023-09-12</AssessmentActualStartDate>"
            "<WorkerName>Wilhelmina Quillfeather</WorkerName></Assessments></CINdetails>");
    const std::string end = "</ChildIdentifiers>";
    child.insert(child.find(end), "<FormerUPN>" + number + "F</FormerUPN><Surname>Quillfeather" +
                                      "</Surname><Forename>Wilhelmina</Forename><Postcode>QF9 7ZZ" +
                                      "</Postcode><NHSNumber>9434765919</NHSNumber>");
    text += child;
  }
  return return_of(text);
}

constexpr const char* columns =
    "Child Unique ID,Surname,Forename,Date of Birth,Postcode,NHS number,Date of referral,"
    "Referral Source,Referral NFA?\r\n";

std::string row(int child, const std::string& source = "6") {
  return planted_in_identifiers() + std::to_string(1000 + child) +
         ",Quillfeather,Wilhelmina,17/02/2013,QF9 7ZZ,9434765919,11/06/2023," + source + ",No\r\n";
}

std::string rows(int children) {
  std::string text;
  for (int i = 0; i < children; ++i) {
    text += row(i);
  }
  return text;
}

constexpr const char* mapping =
    "[period]\nfrom = \"2021-04-01\"\nto = \"2024-03-31\"\n[list_3]\nfile = \"referrals.csv\"\n";

class NoIdentifier : public testing::Test {
 protected:
  /// Runs the program with its home and its temporary files in a folder of its own, and looks at
  /// all that it wrote.
  ProgramRun looked_at(const std::vector<std::string>& command) const {
    // Leaks cannot be looked for where another program traces; all else the sanitizer still sees.
    std::vector<std::string> words{"TMPDIR=" + at("work"), "HOME=" + at("work"),
                                   "STEPDOWN_RESULTS=" + at("work/results"),
                                   "ASAN_OPTIONS=detect_leaks=0"};
    if (traces_) {
      words.insert(words.end(), {strace, "-f", "-s", "10000000", "-o", at("written"), "-e",
                                 "trace=write,pwrite64,writev,pwritev,sendto,sendmsg"});
    }
    words.emplace_back(STEPDOWN_BINARY);
    words.insert(words.end(), command.begin(), command.end());
    const ProgramRun run = run_program("/usr/bin/env", words, at("work"));
    expect_none(run.out, "stdout");
    expect_none(run.err, "stderr");
    expect_none(bytes_of(at("written")), "all that was written");
    expect_none_in_files();
    return run;
  }

  void expect_none_in_files() const {
    for (const auto& entry : fs::recursive_directory_iterator(at("work"))) {
      expect_none(entry.path().filename().string(), "a file's name");
      if (entry.is_regular_file()) {
        expect_none(bytes_of(entry.path()), entry.path().string());
      }
      if (entry.path().extension() == ".h5") {
        const std::string plain = at("plain.h5");
        EXPECT_EQ(run_program(unpack, {"-f", "NONE", entry.path().string(), plain}, "/").exit_code,
                  0);
        expect_none(bytes_of(plain), entry.path().string() + ", unpacked");
      }
    }
  }

  void expect_none(const std::string& bytes, const std::string& where) const {
    for (const std::string& identifier : identifiers()) {
      const std::size_t found = bytes.find(identifier);
      EXPECT_EQ(found, std::string::npos) << where << " has " << identifier << ": "
                                          << bytes.substr(found < 200 ? 0 : found - 200, 400);
    }
  }

  std::string at(const std::string& name) const { return folder_.path() + '/' + name; }
  void give(const std::string& name, const std::string& text) const {
    folder_.write("given/" + name, text);
  }
  std::string given(const std::string& name) const { return at("given/" + name); }

  const TemporaryFolder folder_;
  const bool traces_ = [this] {
    fs::create_directories(folder_.path() + "/work");
    return fs::exists(strace) &&
           run_program(strace, {"-o", folder_.path() + "/written", "/bin/true"}, "/").exit_code ==
               0;
  }();
};

TEST_F(NoIdentifier, is_written_of_a_return_nor_of_what_is_fitted_to_its_figures) {
  give("cin.xml", return_with_names(120));
  ASSERT_EQ(looked_at({"import", "cin", given("cin.xml"), "--suppress-under", "1"}).exit_code, 0);
  ASSERT_EQ(looked_at({"import", "cin", given("cin.xml"), "--force", "--json"}).exit_code, 0);
  std::string whole = invented_return({.children = 400});
  const std::string names = "<Surname>Quillfeather</Surname><Postcode>QF9 7ZZ</Postcode>";
  const std::string end = "</ChildIdentifiers>";
  for (std::size_t at = 0; (at = whole.find(end, at)) != std::string::npos;
       at += names.size() + end.size()) {
    whole.insert(at, names);
  }
  give("whole.xml", whole);
  ASSERT_EQ(
      looked_at({"import", "cin", given("whole.xml"), "--from", "2020-04-01", "--force"}).exit_code,
      0);
  give("place.toml",
       "kind = \"place\"\ntitle = \"Smallshire\"\n[population]\nchildren = { value = 3000, "
       "source = \"invented\" }\n[workforce]\nsocial_workers = { value = 5, source = \"invented\" "
       "}\n");
  // Two of the figures: a fit to all takes its time.
  const std::string figures = bytes_of(at("work/local_records/targets.toml"));
  const std::size_t third = figures.find("\n[", figures.find("\n[", figures.find("\n[") + 1) + 1);
  give("figures.toml", figures.substr(0, third));
  const std::string base = std::string(STEPDOWN_SOURCE_DIR) + "/scenarios/base.toml";
  const ProgramRun fit =
      looked_at({"calibrate", base, "--place", given("place.toml"), "--targets",
                 given("figures.toml"), "--draws", "20", "--budget", "8", "--out", at("work/fit")});
  EXPECT_EQ(fit.exit_code, 0) << fit.err;
  EXPECT_TRUE(fs::exists(at("work/fit/posterior.h5")));
}

TEST_F(NoIdentifier, is_written_of_lists) {
  give("referrals.csv", columns + rows(120));
  give("mapping.toml", mapping);
  const ProgramRun run = looked_at({"import", "annex-a", at("given"), "--mapping",
                                    given("mapping.toml"), "--suppress-under", "1"});
  EXPECT_EQ(run.exit_code, 0) << run.err;
}

TEST_F(NoIdentifier, is_quoted_where_a_return_is_broken) {
  const std::string sound = return_with_names(12);
  const auto with = [&](const std::string& from, const std::string& to) {
    std::string text = sound;
    return text.replace(text.find(from), from.size(), to);
  };
  const std::string someone = planted_in_identifiers() + "1000";
  std::vector<std::string> broken{
      with("<LAchildID>", "<LAchildID"),
      with("</LAchildID>", "</UPN>"),
      with("</LAchildID>", ""),
      with(someone, someone + "&" + someone + ";"),
      with(someone, someone + "<<" + someone),
      with(someone, someone + std::string(1, '\0') + someone),
      with("<CINreferralDate>2023", "<CINreferralDate>" + someone),
      with("<ReferralSource>6", "<ReferralSource>" + someone),
      with("<LAchildID>", "<" + someone + ">"),
      with("<Year>2024", "<Year>" + someone),
      with("<ReferenceDate>2024", "<ReferenceDate>" + someone),
      with("<Collection>CIN", "<Collection>" + someone),
      with("<?xml", "<!DOCTYPE a [<!ENTITY b \"" + someone + "\">]><?xml"),
      with("<Message>", "<" + someone + ">"),
      with(someone, std::string(300'000, 'x') + someone),
      columns + rows(12),
  };
  for (int i = 1; i <= 40; ++i) {
    broken.push_back(sound.substr(0, sound.size() * static_cast<std::size_t>(i) / 41));
  }
  for (std::size_t i = 0; i < broken.size(); ++i) {
    give("cin.xml", broken[i]);
    const ProgramRun run = looked_at({"import", "cin", given("cin.xml"), "--force"});
    EXPECT_TRUE(run.exit_code == 0 || run.exit_code == 3) << run.exit_code << ' ' << run.err;
    ASSERT_FALSE(HasFailure()) << "return " << i;
  }
}

TEST_F(NoIdentifier, is_quoted_where_lists_are_broken) {
  give("mapping.toml", mapping);
  const std::string someone = planted_in_identifiers() + "1000";
  const std::vector<std::string> broken{
      rows(12),  // without its first line
      "Child Unique ID 2,Date of referral\r\n" + rows(3),
      columns + row(1) + '"' + rows(3),                  // a quote without its other
      columns + row(1) + someone + ",Quillfeather\r\n",  // a short row
      columns + row(1, someone) + row(2, "Wilhelmina"),  // a name where a code should be
      columns + row(1) + std::string(1, '\0') + row(2),
      columns + row(1, std::string(2'000'000, 'x') + someone),
      "\xFF\xFE" + (columns + rows(3)),
      return_with_names(3),
      columns + std::string(""),
  };
  for (std::size_t i = 0; i < broken.size(); ++i) {
    give("referrals.csv", broken[i]);
    const ProgramRun run = looked_at(
        {"import", "annex-a", at("given"), "--mapping", given("mapping.toml"), "--force"});
    EXPECT_TRUE(run.exit_code == 0 || run.exit_code == 3) << run.exit_code << ' ' << run.err;
    ASSERT_FALSE(HasFailure()) << "lists " << i;
  }
}

// A slip of the hand, and the records stand where something else was asked for.
TEST_F(NoIdentifier, is_quoted_of_records_given_for_another_file) {
  give("cin.xml", return_with_names(3));
  give("referrals.csv", columns + rows(3));
  give("headless.csv", rows(3));
  for (const char* name : {"cin.xml", "referrals.csv", "headless.csv"}) {
    const std::string records = given(name);
    const std::string base = std::string(STEPDOWN_SOURCE_DIR) + "/scenarios/base.toml";
    for (const std::vector<std::string>& command : std::vector<std::vector<std::string>>{
             {"import", "annex-a", at("given"), "--mapping", records},
             {"import", "dfe", at("given")},
             {"validate", records},
             {"compare", base, records},
             {"run", base, "--place", records},
             {"calibrate", base, "--place", "warwickshire", "--targets", records, "--out",
              at("work/fit")},
             {"report", records},
             {"export", records, "--out", at("work/export")}}) {
      const ProgramRun run = looked_at(command);
      EXPECT_NE(run.exit_code, 0) << command.front();
      ASSERT_FALSE(HasFailure()) << command.front() << " of " << name;
    }
  }
}

}  // namespace
}  // namespace stepdown
