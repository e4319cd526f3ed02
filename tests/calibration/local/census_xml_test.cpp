#include "calibration/local/census_xml.h"

#include <gmock/gmock.h>

#include <algorithm>
#include <random>
#include <sstream>

#include "analysis/unusable_data.h"
#include "tests/fixtures/invented_return.h"

namespace stepdown {
namespace {

using namespace std::chrono;
using ::testing::HasSubstr;
using ::testing::SizeIs;

/// A return that was read: its children in their order, and what became of its rows.
struct Reading {
  CinHeader header;
  std::vector<ChildRecord> children;
  QualityLog log;
};

Reading reading_of(const std::string& xml) {
  std::istringstream in(xml);
  CinReturn content("return.xml", in);
  Reading reading{content.header(), {}, {}};
  std::vector<std::string> seen;
  content.read(reading.log, [&](std::string_view identifier, ChildRecord&& child) {
    const bool is_new = std::ranges::find(seen, identifier) == seen.end();
    seen.emplace_back(identifier);
    if (is_new) {
      reading.children.push_back(std::move(child));
    }
    return is_new;
  });
  return reading;
}

Reading reading_of_details(const std::string& details) {
  return reading_of(return_of(child_element("A1", "2012-05-01", details)));
}

std::string refusal_of(const std::string& xml) {
  try {
    reading_of(xml);
  } catch (const UnusableData& error) {
    return error.what();
  }
  return {};
}

constexpr const char* whole_case =
    "<CINdetails><CINreferralDate>2023-04-10</CINreferralDate><ReferralSource>2A</ReferralSource>"
    "<CINclosureDate>2023-12-01</CINclosureDate><ReasonForClosure>RC7</ReasonForClosure>"
    "<DateOfInitialCPC>2023-05-20</DateOfInitialCPC>"
    "<Assessments><AssessmentActualStartDate>2023-04-11</AssessmentActualStartDate>"
    "<AssessmentAuthorisationDate>2023-05-10</AssessmentAuthorisationDate>"
    "<FactorsIdentifiedAtAssessment><AssessmentFactors>4B</AssessmentFactors>"
    "<AssessmentFactors>16A</AssessmentFactors></FactorsIdentifiedAtAssessment></Assessments>"
    "<CINPlanDates><CINPlanStartDate>2023-05-11</CINPlanStartDate>"
    "<CINPlanEndDate>2023-05-20</CINPlanEndDate></CINPlanDates>"
    "<Section47><S47ActualStartDate>2023-05-12</S47ActualStartDate>"
    "<DateOfInitialCPC>2023-05-20</DateOfInitialCPC><ICPCnotRequired>false</ICPCnotRequired>"
    "</Section47><ReferralNFA>false</ReferralNFA>"
    "<ChildProtectionPlans><CPPstartDate>2023-05-20</CPPstartDate>"
    "<CPPendDate>2023-11-20</CPPendDate><InitialCategoryOfAbuse>NEG</InitialCategoryOfAbuse>"
    "<NumberOfPreviousCPP>1</NumberOfPreviousCPP></ChildProtectionPlans></CINdetails>";

TEST(CinReturn, says_what_it_is_of) {
  const Reading reading = reading_of_details(whole_case);
  EXPECT_EQ(reading.header.year, 2024);
  EXPECT_EQ(reading.header.reference_date, Day(2024y / March / 31));
  EXPECT_EQ(reading.header.authority, "999");
}

TEST(CinReturn, gives_the_dates_and_codes_of_a_case) {
  const Reading reading = reading_of_details(whole_case);
  ASSERT_THAT(reading.children, SizeIs(1));
  const ChildRecord& child = reading.children.front();
  EXPECT_EQ(child.birth, Day(2012y / May / 1));
  ASSERT_THAT(child.referrals, SizeIs(1));
  EXPECT_EQ(child.referrals[0].on, Day(2023y / April / 10));
  EXPECT_EQ(child.referrals[0].source, ReferralSource::schools);
  EXPECT_FALSE(child.referrals[0].no_further_action);
  ASSERT_THAT(child.episodes, SizeIs(1));
  EXPECT_EQ(child.episodes[0].to, Day(2023y / December / 1));
  EXPECT_EQ(child.episodes[0].closed, ClosureCode::rc7);
  ASSERT_THAT(child.assessments, SizeIs(1));
  EXPECT_EQ(child.assessments[0].factors, AssessedFactors::with_neglect);
  EXPECT_EQ(child.assessments[0].of_case, Day(2023y / April / 10));
  EXPECT_THAT(child.enquiries, SizeIs(1));
  EXPECT_THAT(child.conferences, SizeIs(1));  // it stands with the case and with the enquiry
  EXPECT_THAT(child.need_plans, SizeIs(1));
  ASSERT_THAT(child.protection_plans, SizeIs(1));
  EXPECT_EQ(child.protection_plans[0].for_neglect, true);
  EXPECT_EQ(child.protection_plans[0].earlier_plans, 1);
}

TEST(CinReturn, makes_no_episode_of_need_of_a_referral_without_further_action) {
  const Reading reading = reading_of_details(
      "<CINdetails><CINreferralDate>2023-04-10</CINreferralDate><ReferralSource>6</ReferralSource>"
      "<ReferralNFA>TRUE</ReferralNFA></CINdetails>");
  EXPECT_THAT(reading.children.front().referrals, SizeIs(1));
  EXPECT_THAT(reading.children.front().episodes, SizeIs(0));
}

TEST(CinReturn, counts_each_reason_for_which_a_row_is_rejected) {
  const auto details = [](const std::string& from, const std::string& to) {
    return "<CINdetails><CINreferralDate>" + from +
           "</CINreferralDate><ReferralSource>6"
           "</ReferralSource><CINclosureDate>" +
           to +
           "</CINclosureDate><ReasonForClosure>RC7"
           "</ReasonForClosure><ReferralNFA>0</ReferralNFA><Assessments/></CINdetails>";
  };
  const Reading reading =
      reading_of_details(details("2023-05-01", "2023-04-01") + details("2024-05-01", "") +
                         details("", "") + details("1 May", "") + details("2010-01-01", "") +
                         details("2023-06-01", "") + details("2023-06-01", ""));
  const auto rejected = [&](Rejection reason) {
    return reading.log.rejected(RecordKind::referral, reason);
  };
  EXPECT_EQ(rejected(Rejection::dates_out_of_order), 1);
  EXPECT_EQ(rejected(Rejection::after_the_period), 1);
  EXPECT_EQ(rejected(Rejection::missing_date), 1);
  EXPECT_EQ(rejected(Rejection::unreadable_date), 1);
  EXPECT_EQ(rejected(Rejection::born_after), 1);
  EXPECT_EQ(rejected(Rejection::duplicate), 1);
  EXPECT_EQ(reading.log.taken(RecordKind::referral), 1);
  EXPECT_EQ(reading.log.read(RecordKind::referral), 7);
  EXPECT_EQ(reading.log.rejected(RecordKind::assessment, Rejection::of_rejected_case), 6);
  EXPECT_EQ(reading.log.rejected(RecordKind::assessment, Rejection::missing_date), 1);
}

TEST(CinReturn, takes_rows_with_unknown_codes_and_counts_the_codes) {
  const Reading reading = reading_of_details(
      "<CINdetails><CINreferralDate>2023-04-10</CINreferralDate><ReferralSource>7Z"
      "</ReferralSource><CINclosureDate>2023-05-01</CINclosureDate><ReasonForClosure>RC12"
      "</ReasonForClosure><ReferralNFA>maybe</ReferralNFA><ChildProtectionPlans><CPPstartDate>"
      "2023-04-20</CPPstartDate><InitialCategoryOfAbuse>XYZ</InitialCategoryOfAbuse>"
      "<NumberOfPreviousCPP>-1</NumberOfPreviousCPP></ChildProtectionPlans></CINdetails>");
  EXPECT_EQ(reading.log.noted(RecordKind::referral, Gap::unknown_code), 2);
  EXPECT_EQ(reading.log.noted(RecordKind::episode, Gap::unknown_code), 1);
  EXPECT_EQ(reading.log.noted(RecordKind::protection_plan, Gap::unknown_code), 2);
  EXPECT_EQ(reading.log.taken(RecordKind::protection_plan), 1);
  EXPECT_FALSE(reading.children.front().protection_plans.front().for_neglect);
}

TEST(CinReturn, rejects_children_without_an_identifier_and_those_that_come_again) {
  const std::string details =
      "<CINdetails><CINreferralDate>2023-04-10</CINreferralDate></CINdetails>";
  const Reading reading = reading_of(return_of(
      child_element("A1", "2012-05-01", details) + child_element("", "2012-05-01", details) +
      child_element("A1", "2012-05-01", details) + child_element("A2", "not known", details)));
  EXPECT_EQ(reading.log.taken(RecordKind::child), 2);
  EXPECT_EQ(reading.log.rejected(RecordKind::child, Rejection::missing_identifier), 1);
  EXPECT_EQ(reading.log.rejected(RecordKind::child, Rejection::duplicate), 1);
  EXPECT_EQ(reading.log.noted(RecordKind::child, Gap::unreadable_birth), 1);
  EXPECT_EQ(reading.log.taken(RecordKind::referral), 2);
}

TEST(CinReturn, is_refused_when_it_is_another_collection_or_of_no_year) {
  std::string xml = return_of(child_element("A1", "", whole_case));
  EXPECT_THAT(refusal_of(return_of("")), HasSubstr("has no child"));
  EXPECT_THAT(refusal_of("<Message/>"), HasSubstr("has no child"));
  EXPECT_THAT(refusal_of("<Message><Children><Child/></Children></Message>"),
              HasSubstr("no <Header>"));
  EXPECT_THAT(refusal_of(return_of("", "", "")), HasSubstr("which year"));
  for (const char* day : {"2021-01-01", "2023-03-31", "2024-04-01"}) {
    EXPECT_THAT(refusal_of(return_of("", "2024", day)), HasSubstr("reference date in another"));
  }
  xml.replace(xml.find("CIN</Coll"), 3, "CLA");
  EXPECT_THAT(refusal_of(xml), HasSubstr("of another collection"));
}

TEST(CinReturn, is_refused_when_a_child_is_no_sound_xml) {
  EXPECT_THAT(refusal_of(return_of("<Child><A a=></A></Child>")), HasSubstr("no sound XML"));
}

TEST(CinReturn, with_any_byte_spoilt_is_read_or_refused) {
  const std::string whole = return_of(child_element("A1", "2012-05-01", whole_case));
  std::mt19937 luck(5);
  int refused = 0;
  for (int trial = 0; trial < 3000; ++trial) {
    std::string spoilt = whole;
    const auto at = std::uniform_int_distribution<std::size_t>(0, whole.size() - 1)(luck);
    switch (trial % 3) {
      case 0:
        spoilt[at] = static_cast<char>(std::uniform_int_distribution(0, 255)(luck));
        break;
      case 1:
        spoilt.erase(at, std::uniform_int_distribution<std::size_t>(1, 40)(luck));
        break;
      default:
        spoilt.insert(at, spoilt.substr(at / 2, 30));
    }
    try {
      reading_of(spoilt);
    } catch (const UnusableData&) {
      ++refused;
    }
  }
  EXPECT_GT(refused, 300);
}

}  // namespace
}  // namespace stepdown
