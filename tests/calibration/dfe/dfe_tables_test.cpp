#include "calibration/dfe/dfe_tables.h"

#include <gmock/gmock.h>

#include <set>
#include <sstream>

#include "analysis/unusable_data.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;

const std::string place =
    "time_period,time_identifier,geographic_level,old_la_code,new_la_code,la_name,category,";

std::vector<std::string> columns(const std::string& text) {
  std::vector<std::string> names;
  std::istringstream in(text);
  for (std::string name; std::getline(in, name, ',');) {
    names.push_back(name);
  }
  return names;
}

std::optional<DfeTable> table_of(const std::string& own_columns) {
  const auto header = known_header("some.csv", columns(place + own_columns));
  return header ? std::optional(header->table) : std::nullopt;
}

const std::string bands =
    "3_months_or_less,3_months_or_less_percent,more_than_3_months_6_months,"
    "more_than_6_months_less_than_1_year,1_year_less_than_2_years,";

TEST(DfeHeader, is_known_by_its_columns) {
  EXPECT_EQ(table_of("Anypoint_episodes,Started_episodes,Ended_episodes,At31_episodes"),
            DfeTable::b1);
  EXPECT_EQ(table_of("Ended_episodes," + bands + "2years+"), DfeTable::b5);
  EXPECT_EQ(table_of("CINPlan_start,CINPlan_At31,CINPlan_At31_rate"), DfeTable::b7);
  EXPECT_EQ(table_of("Episodes_with_assessment_factor,Neglect"), DfeTable::c3);
  EXPECT_EQ(table_of("Section47,Section47_rate,ICPC"), DfeTable::c4);
  EXPECT_EQ(table_of("CPP_start,CPP_At31,CPP_At31_rate"), DfeTable::d1);
  EXPECT_EQ(table_of("CPP_start,Neglect_Initial,Neglect_Latest"), DfeTable::d2);
  EXPECT_EQ(table_of("CPP_start,CPP_subsequent,CPP_subsequent_percent"), DfeTable::d3);
  EXPECT_EQ(table_of("CPP_End," + bands + "2_years_or_more"), DfeTable::d7);
  EXPECT_EQ(table_of("population_type,population_estimate,children_count,rate_per_10000"),
            DfeTable::cla);
  EXPECT_EQ(table_of("case_holders_fte,cases,caseload_fte"), DfeTable::csww);
  EXPECT_EQ(table_of("age_group,population_estimate"), DfeTable::ons);
}

TEST(DfeHeader, of_tables_that_look_alike_is_not_taken_for_another) {
  EXPECT_EQ(table_of("At31_episodes," + bands + "2years+"), std::nullopt);      // B4
  EXPECT_EQ(table_of("Ended_episodes,RC1_Adopted"), std::nullopt);              // B6
  EXPECT_EQ(table_of("Referrals,Individual,Schools,Police"), std::nullopt);     // C5
  EXPECT_EQ(table_of("Referrals,April,May"), std::nullopt);                     // C6
  EXPECT_EQ(table_of("CPP_At31," + bands + "2_years_or_more"), std::nullopt);   // D5
  EXPECT_EQ(table_of("CPP_End_first_6months,3_months_or_less"), std::nullopt);  // D8
  EXPECT_EQ(table_of("cla_group,sw_stability,number,percentage"), std::nullopt);
}

TEST(DfeHeader, is_known_by_the_names_of_an_earlier_and_of_a_later_release) {
  const std::string earlier =
      "Referrals,Referrals_rate,Re_referrals,Re_referrals_percent,No_Further_Action,"
      "No_Further_Action_percent,Not_in_Need,Not_in_Need_percent";
  const std::string later =
      "referral_count,rereferral_count,rereferral_percent,no_further_action_count,"
      "no_further_action_percent,not_in_need_count,not_in_need_percent,referral_child_count";
  const std::string with_a_gap =
      "referral_count,re_referral_count,re_referral_percent,"
      "no_further_action_percent,not_in_need_percent";
  for (const std::string& own : {earlier, later, with_a_gap}) {
    const auto header = known_header("some.csv", columns(place + own));
    ASSERT_TRUE(header);
    EXPECT_EQ(header->table, DfeTable::c1);
    const auto percent = std::ranges::find(header->columns, DfeColumn::rereferrals_percent,
                                           &std::pair<DfeColumn, std::size_t>::first);
    ASSERT_NE(percent, header->columns.end());
    EXPECT_THAT(columns(place + own)[percent->second], HasSubstr("ferral"));
    EXPECT_THAT(columns(place + own)[percent->second], HasSubstr("percent"));
  }
}

TEST(DfeHeader, tells_days_from_ten_times_as_many) {
  const std::string days =
      "Assessments_completed,Same_day,1-10_days,11-20_days,21-30_days,"
      "31-40_days,41-45_days";
  EXPECT_EQ(table_of(days), DfeTable::c2);
}

std::string refusal_of(const std::string& header) {
  try {
    known_header("mine.csv", columns(header));
  } catch (const UnusableData& error) {
    EXPECT_EQ(error.fault(), Fault::data_columns);
    return error.what();
  }
  return "none";
}

TEST(DfeHeader, names_what_is_missing_and_what_the_file_looks_like) {
  const std::string said = refusal_of(place + "Referrals,No_Further_Action,Not_in_Need_percent");
  EXPECT_THAT(said, HasSubstr("`mine.csv` looks like table C1"));
  EXPECT_THAT(said, HasSubstr("`Re_referrals_percent` and `No_Further_Action_percent`"));
  EXPECT_THAT(refusal_of("time_period,CPP_start,CPP_At31"),
              HasSubstr("`geographic_level`, `la_name` and `new_la_code`"));
}

TEST(DfeHeader, of_something_else_is_nothing) {
  EXPECT_EQ(known_header("some.csv", columns("a,b,c")), std::nullopt);
  EXPECT_FALSE(is_by_year_and_place(columns("a,b,c")));
  EXPECT_TRUE(is_by_year_and_place(columns(place)));
}

TEST(DfeShapes, have_each_column_once) {
  std::set<DfeColumn> seen;
  for (const DfeShape& shape : dfe_shapes()) {
    for (const DfeColumnNames& each : shape.columns) {
      EXPECT_TRUE(seen.insert(each.column).second) << each.names.front();
    }
  }
  EXPECT_EQ(seen.size(), dfe_column_count);
}

}  // namespace
}  // namespace stepdown
