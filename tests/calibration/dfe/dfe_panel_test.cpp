#include "calibration/dfe/dfe_panel.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <system_error>

#include "analysis/unusable_data.h"
#include "tests/fixtures/published_tables.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::SizeIs;

class DfePanelTest : public ::testing::Test {
 protected:
  DfePanel read() {
    write_tables(folder_, "dfe", files_);
    return read_dfe(folder_.path() + "/dfe");
  }
  UnusableData refusal() {
    try {
      read();
    } catch (const UnusableData& error) {
      return error;
    }
    ADD_FAILURE() << "was read";
    return {Fault::syntax, "", ""};
  }
  const DfeAuthority& norvale(const DfePanel& panel) {
    return panel.authorities.at(find_authority(panel, "990").value());
  }
  std::string& file(const std::string& name) { return files_.at(name); }

  const TemporaryFolder folder_;
  std::map<std::string, std::string> files_ = published_tables();
};

TEST_F(DfePanelTest, has_every_authority_and_england_and_no_region) {
  const DfePanel panel = read();
  std::vector<std::string> names;
  for (const DfeAuthority& authority : panel.authorities) {
    names.push_back(authority.name);
  }
  EXPECT_THAT(names, ElementsAre("England", "Norvale & Tarn", "St. Brannock"));
  EXPECT_THAT(panel.files, SizeIs(14));
  EXPECT_THAT(panel.not_used, ElementsAre("c5_sources.csv"));
  EXPECT_EQ(panel.years(), std::pair(2019, 2024));
}

TEST_F(DfePanelTest, knows_files_by_their_columns_whatever_they_are_called) {
  std::map<std::string, std::string> renamed;
  for (const auto& [name, text] : files_) {
    renamed["x" + std::to_string(renamed.size()) + ".CSV"] = text;
  }
  files_ = renamed;
  EXPECT_THAT(read().files, SizeIs(14));
}

TEST_F(DfePanelTest, has_figures_and_reasons_why_there_are_none) {
  const DfePanel panel = read();
  EXPECT_EQ(norvale(panel).figure(DfeColumn::referrals, 2024), 3000);
  EXPECT_EQ(norvale(panel).figure(DfeColumn::assessed_same_day, 2024), std::nullopt);
  EXPECT_EQ(norvale(panel).find(DfeColumn::assessed_same_day, 2024)->cell.withheld,
            Withheld::suppressed);
  EXPECT_EQ(norvale(panel).find(DfeColumn::referrals, 2018), nullptr);
  EXPECT_EQ(norvale(panel).figure(DfeColumn::care_starts, 2024), 120);
  EXPECT_EQ(norvale(panel).figure(DfeColumn::in_care, 2024), 350);
}

TEST_F(DfePanelTest, follows_an_authority_through_a_change_of_its_code_and_name) {
  files_.erase("c4_enquiries.csv");
  files_["c4.csv"] = with_change(published_tables().at("c4_enquiries.csv"),
                                 "990,E06000990,Norvale & Tarn", "990,E10000990,Norvale");
  const DfePanel panel = read();
  EXPECT_THAT(panel.authorities, SizeIs(3));
  EXPECT_EQ(norvale(panel).figure(DfeColumn::enquiries, 2019), 1000);
  EXPECT_EQ(norvale(panel).name, "Norvale & Tarn");
  EXPECT_EQ(norvale(panel).new_code, "E06000990");
}

TEST_F(DfePanelTest, keeps_figures_of_two_authorities_together_apart) {
  const DfePanel panel = read();
  ASSERT_THAT(panel.joint, SizeIs(1));
  EXPECT_EQ(panel.joint[0].codes, "991 / 992");
}

TEST_F(DfePanelTest, takes_the_first_of_two_rows_of_an_authority_and_year_and_counts_the_other) {
  std::string& c1 = file("c1_referrals.csv");
  c1 += with_change(c1.substr(c1.find("2024,Reporting year,Local")), "3000,600", "9999,999");
  const DfePanel panel = read();
  EXPECT_EQ(norvale(panel).figure(DfeColumn::referrals, 2024), 3000);
  const auto read_file = std::ranges::find(panel.files, DfeTable::c1, &DfeFile::table);
  EXPECT_EQ(read_file->duplicates, 3U);
}

TEST_F(DfePanelTest, counts_rows_of_another_width_and_periods_that_are_no_year) {
  file("c1_referrals.csv") +=
      "2024,short\n"
      "20xx,Reporting year,Local authority,E92000001,England,E1,N,990,E06000990,Norvale & "
      "Tarn,Some,1,1,1,1,1,1,1,1\n";
  const DfePanel panel = read();
  const auto read_file = std::ranges::find(panel.files, DfeTable::c1, &DfeFile::table);
  EXPECT_EQ(read_file->uneven, 1U);
  EXPECT_EQ(read_file->periods, 1U);
}

TEST_F(DfePanelTest, prefers_the_release_with_the_later_last_year_and_fills_up_with_the_other) {
  const std::string newer = file("c1_referrals.csv");
  std::string older = newer.substr(0, newer.find("2024,Reporting year,Local"));
  older = with_change(older, "2950,590", "1111,222");
  older +=
      "2018,Reporting year,Local authority,E92000001,England,E1,N,990,E06000990,Norvale & "
      "Tarn,Some,2000,400,1,20,1,1,1,1\n";
  older.erase(
      older.find("2024,Reporting year,National"),
      older.find("2024,Reporting year,Regional") - older.find("2024,Reporting year,National"));
  files_["a_older.csv"] = older;
  const DfePanel panel = read();
  EXPECT_EQ(norvale(panel).figure(DfeColumn::referrals, 2023), 2950);
  EXPECT_EQ(norvale(panel).figure(DfeColumn::referrals, 2018), 2000);
  EXPECT_EQ(panel.files.at(norvale(panel).find(DfeColumn::referrals, 2018)->file).name,
            "a_older.csv");
}

TEST_F(DfePanelTest, reads_the_column_names_of_a_later_release) {
  std::string& c1 = file("c1_referrals.csv");
  c1 = with_change(c1, "Referrals,Referrals_rate,Re_referrals,Re_referrals_percent",
                   "referral_count,referral_rate,rereferral_count,rereferral_percent");
  c1 = with_change(c1, "No_Further_Action,No_Further_Action_percent,Not_in_Need",
                   "no_further_action_count,no_further_action_percent,not_in_need_count");
  EXPECT_EQ(norvale(read()).figure(DfeColumn::rereferrals_percent, 2024), 24);
}

TEST_F(DfePanelTest, is_refused_with_the_columns_that_a_file_lacks) {
  file("c1_referrals.csv") =
      with_change(file("c1_referrals.csv"), "Re_referrals_percent", "something_else");
  const UnusableData error = refusal();
  EXPECT_EQ(error.fault(), Fault::data_columns);
  EXPECT_THAT(error.what(), HasSubstr("`c1_referrals.csv` looks like table C1"));
  EXPECT_THAT(error.what(), HasSubstr("`Re_referrals_percent`"));
}

TEST_F(DfePanelTest, is_refused_in_another_encoding_empty_or_without_rows) {
  const std::string sound = file("d1_plans.csv");
  file("d1_plans.csv") += "2024,caf\xE9\n";
  EXPECT_EQ(refusal().fault(), Fault::data_not_text);
  file("d1_plans.csv") = "";
  EXPECT_EQ(refusal().fault(), Fault::data_empty);
  file("d1_plans.csv") = sound.substr(0, sound.find('\n') + 1);
  EXPECT_EQ(refusal().fault(), Fault::data_empty);
  EXPECT_THAT(refusal().what(), HasSubstr("`d1_plans.csv`"));
}

TEST_F(DfePanelTest, needs_the_table_of_referrals) {
  files_.erase("c1_referrals.csv");
  EXPECT_THAT(refusal().what(), HasSubstr("has no table C1"));
  files_ = {{"notes.csv", "a,b\n1,2\n"}};
  const TemporaryFolder other;
  write_tables(other, "dfe", files_);
  try {
    read_dfe(other.path() + "/dfe");
    FAIL();
  } catch (const UnusableData& error) {
    EXPECT_THAT(error.what(), HasSubstr("none of the 1 .csv files"));
  }
  EXPECT_THROW(read_dfe(other.path()), UnusableData);
  EXPECT_THROW(read_dfe(other.path() + "/nowhere"), std::system_error);
}

TEST_F(DfePanelTest, finds_an_authority_by_name_and_codes_whatever_the_letters) {
  const DfePanel panel = read();
  for (const char* called : {"Norvale & Tarn", "norvale and tarn", "NORVALE  AND TARN.", "990",
                             "E06000990", "e06000990"}) {
    const auto found = find_authority(panel, called);
    ASSERT_TRUE(found) << called;
    EXPECT_EQ(panel.authorities[*found].name, "Norvale & Tarn");
  }
  EXPECT_TRUE(panel.authorities.at(find_authority(panel, "england").value()).is_england);
  EXPECT_TRUE(find_authority(panel, "St Brannock"));
  EXPECT_EQ(find_authority(panel, "Norvale"), std::nullopt);
  EXPECT_EQ(find_authority(panel, ""), std::nullopt);
}

TEST_F(DfePanelTest, finds_a_city_by_the_part_of_its_name_before_the_comma) {
  std::string& c1 = file("c1_referrals.csv");
  for (std::size_t at = 0; (at = c1.find("St. Brannock", at)) != std::string::npos; at += 20) {
    c1.replace(at, 12, "\"Brannock, City of\"");
  }
  EXPECT_TRUE(find_authority(read(), "Brannock"));
}

TEST_F(DfePanelTest, takes_of_two_authorities_of_one_name_the_one_that_goes_on) {
  file("c1_referrals.csv") +=
      "2019,Reporting year,Local authority,E92000001,England,E1,N,980,E10000980,Norvale and "
      "Tarn,Some,1,1,1,1,1,1,1,1\n";
  const DfePanel panel = read();
  EXPECT_EQ(panel.authorities.at(find_authority(panel, "Norvale & Tarn").value()).old_code, "990");
}

TEST_F(DfePanelTest, suggests_similar_names) {
  const DfePanel panel = read();
  EXPECT_EQ(similar_authorities(panel, "Norvael and Tarn").front(), "Norvale & Tarn");
  EXPECT_EQ(similar_authorities(panel, "Tarn").front(), "Norvale & Tarn");
  EXPECT_EQ(similar_authorities(panel, "St Brannock City Council").front(), "St. Brannock");
}

}  // namespace
}  // namespace stepdown
