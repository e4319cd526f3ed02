#include "calibration/local/annex_a_lists.h"

#include <gmock/gmock.h>

#include "analysis/unusable_data.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using namespace std::chrono;
using ::testing::HasSubstr;
using ::testing::SizeIs;

/// A folder of lists that are read together.
class AnnexLists : public ::testing::Test {
 protected:
  void write(int list, const std::string& rows) {
    std::string header;
    for (const AnnexColumn& column : annex_columns(list)) {
      header += (header.empty() ? "\"" : ",\"") + column.name + '"';
    }
    const std::string file = std::to_string(list) + ".csv";
    folder_.write(file, header + "\n" + rows);
    mapping_.lists[static_cast<std::size_t>(list)] = AnnexFile{file, annex_columns(list)};
  }

  ChildRecord child_a() {
    ChildJoiner joiner(keys_);
    read_annex_lists(folder_.path(), mapping_, joiner, log_);
    return joiner.record_of("A");
  }

  AnnexLists() {
    mapping_ = annex_words();
    mapping_.period = {2020y / April / 1, 2024y / March / 31};
  }

  const TemporaryFolder folder_;
  const ChildKeys keys_;
  AnnexMapping mapping_;
  QualityLog log_;
};

TEST_F(AnnexLists, put_the_rows_of_a_child_together) {
  write(1, "A,01/05/2012,01/02/2023\nA,01/05/2012,01/02/2023\nB,,2023-02-01\n");
  write(2, "A,01/05/2012,05/02/2023\n");
  write(3, "A,01/05/2012,10/04/2023,2A: Schools,b) No\n");
  write(4, "A,01/05/2012,11/04/2023,10/05/2023,Y\n");
  write(5, "A,01/05/2012,12/05/2023,20/05/2023\nA,01/05/2012,,21/05/2023\n");
  write(6, "A,01/05/2012,10/04/2023,01/12/2023,RC7 - Services ceased\n");
  write(7, "A,01/05/2012,20/05/2023,,a) Neglect,1\n");
  write(8, "A,01/05/2012,01/06/2023,\nA,01/05/2012,01/06/2023,01/07/2023\n");
  const ChildRecord child = child_a();
  EXPECT_EQ(child.birth, Day(2012y / May / 1));
  EXPECT_THAT(child.contacts, SizeIs(2));  // two people may have called on one day
  EXPECT_THAT(child.early_help, SizeIs(1));
  ASSERT_THAT(child.referrals, SizeIs(1));
  EXPECT_EQ(child.referrals[0].source, ReferralSource::schools);
  EXPECT_FALSE(child.referrals[0].no_further_action);
  ASSERT_THAT(child.assessments, SizeIs(1));
  EXPECT_EQ(child.assessments[0].in_need, true);
  EXPECT_THAT(child.enquiries, SizeIs(1));
  EXPECT_THAT(child.conferences, SizeIs(2));
  ASSERT_THAT(child.episodes, SizeIs(1));
  EXPECT_EQ(child.episodes[0].closed, ClosureCode::rc7);
  ASSERT_THAT(child.protection_plans, SizeIs(1));
  EXPECT_EQ(child.protection_plans[0].for_neglect, true);
  EXPECT_EQ(child.protection_plans[0].earlier_plans, 1);
  ASSERT_THAT(child.looked_after, SizeIs(1));
  EXPECT_EQ(child.looked_after[0].to, Day(2023y / July / 1));
}

TEST_F(AnnexLists, count_each_reason_for_which_a_row_is_rejected) {
  write(6,
        "A,,10/04/2023,01/04/2023,RC7\nA,,10/04/2025,,\nA,,,,\nA,,soon,,\n"
        "A,01/01/2024,10/04/2021,,\nA,,10/05/2023,,\nA,,10/05/2023,,\n,,10/06/2023,,\n"
        "A,,10/06/2023\n");
  child_a();
  const auto rejected = [this](Rejection reason) {
    return log_.rejected(RecordKind::episode, reason);
  };
  EXPECT_EQ(rejected(Rejection::dates_out_of_order), 1);
  EXPECT_EQ(rejected(Rejection::after_the_period), 1);
  EXPECT_EQ(rejected(Rejection::missing_date), 1);
  EXPECT_EQ(rejected(Rejection::unreadable_date), 1);
  EXPECT_EQ(rejected(Rejection::born_after), 1);
  EXPECT_EQ(rejected(Rejection::duplicate), 1);
  EXPECT_EQ(rejected(Rejection::missing_identifier), 1);
  EXPECT_EQ(rejected(Rejection::uneven_row), 1);
  EXPECT_EQ(log_.taken(RecordKind::episode), 1);
}

TEST_F(AnnexLists, take_what_ended_after_the_period_as_going_on) {
  write(4, "A,,11/04/2023,10/05/2030,Y\n");
  write(6, "A,,10/04/2023,01/12/2030,RC7 - Services ceased\n");
  write(7, "A,,20/05/2023,20/05/2030,a) Neglect,1\n");
  write(8, "A,,01/06/2023,01/07/2030\n");
  const ChildRecord child = child_a();
  EXPECT_EQ(child.assessments.at(0).to, std::nullopt);
  EXPECT_EQ(child.episodes.at(0).to, std::nullopt);
  EXPECT_EQ(child.protection_plans.at(0).to, std::nullopt);
  EXPECT_EQ(child.looked_after.at(0).to, std::nullopt);
}

TEST_F(AnnexLists, count_codes_that_they_do_not_know) {
  write(6, "A,,10/04/2023,01/05/2023,gone\nA,,10/06/2023,01/07/2023,\n");
  write(7, "A,,20/05/2023,,unclear,many\n");
  child_a();
  EXPECT_EQ(log_.noted(RecordKind::episode, Gap::unknown_code), 1);
  EXPECT_EQ(log_.noted(RecordKind::episode, Gap::missing_code), 1);
  EXPECT_EQ(log_.noted(RecordKind::protection_plan, Gap::unknown_code), 2);
}

TEST_F(AnnexLists, do_not_take_no_further_action_for_a_no) {
  write(3, "A,,10/04/2023,6,No further action\nA,,11/05/2023,6,N/A\nA,,12/06/2023,6, no \n");
  write(4, "A,,11/04/2023,10/05/2023,N/A\n");
  const ChildRecord child = child_a();
  EXPECT_EQ(log_.noted(RecordKind::referral, Gap::unknown_code), 2);
  EXPECT_EQ(child.assessments.at(0).in_need, std::nullopt);
}

TEST_F(AnnexLists, take_the_conference_of_an_enquiry_that_is_given_twice) {
  write(5, "A,,12/05/2023,\nA,,12/05/2023,20/05/2023\nA,,12/05/2023,20/05/2023\n");
  const ChildRecord child = child_a();
  EXPECT_THAT(child.enquiries, SizeIs(1));
  EXPECT_THAT(child.conferences, SizeIs(1));
  EXPECT_EQ(log_.rejected(RecordKind::enquiry, Rejection::duplicate), 2);
  EXPECT_EQ(log_.taken(RecordKind::conference), 1);
}

TEST_F(AnnexLists, take_an_enquiry_whose_conference_was_held_before_it_and_not_the_conference) {
  write(5, "A,,12/05/2023,02/05/2023\nB,,,\n");
  const ChildRecord child = child_a();
  EXPECT_THAT(child.enquiries, SizeIs(1));
  EXPECT_THAT(child.conferences, SizeIs(0));
  EXPECT_EQ(log_.rejected(RecordKind::conference, Rejection::dates_out_of_order), 1);
  EXPECT_EQ(log_.rejected(RecordKind::enquiry, Rejection::missing_date), 1);
}

TEST_F(AnnexLists, know_columns_by_their_letters_and_leave_out_those_marked_as_absent) {
  folder_.write("3.csv", "CHILD UNIQUE ID ,date of  Referral,Referral Source\nA,2023-05-01,6\n");
  mapping_.lists[3] = AnnexFile{"3.csv", annex_columns(3)};
  for (AnnexColumn& column : mapping_.lists[3]->columns) {
    column.name = column.key == "birth" || column.key == "no_further_action" ? "-" : column.name;
  }
  EXPECT_THAT(child_a().referrals, SizeIs(1));
  EXPECT_EQ(log_.noted(RecordKind::referral, Gap::missing_code), 0);
}

TEST_F(AnnexLists, name_the_columns_that_are_missing_and_a_similar_one) {
  folder_.write("3.csv", "Child Unique ID,Date of referrals,Referral Source,x\n");
  mapping_.lists[3] = AnnexFile{"3.csv", annex_columns(3)};
  try {
    child_a();
    FAIL() << "a list without its columns was read";
  } catch (const UnusableData& error) {
    EXPECT_THAT(error.what(), HasSubstr("`3.csv` (list 3) has no column"));
    EXPECT_THAT(error.what(), HasSubstr("`Date of referral`"));
    EXPECT_THAT(error.advice(), HasSubstr("say in the mapping"));
  }
}

}  // namespace
}  // namespace stepdown
