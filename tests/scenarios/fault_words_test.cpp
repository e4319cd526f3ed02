#include "scenarios/fault_words.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <set>

namespace stepdown {
namespace {

TEST(FaultWords, have_each_code_once_and_in_order) {
  std::set<Fault> faults;
  for (const FaultWords& words : all_faults()) {
    EXPECT_TRUE(faults.insert(words.fault).second) << code_of(words.fault);
    EXPECT_FALSE(words.title.empty() || words.why.empty() || words.mend.empty())
        << code_of(words.fault);
  }
  EXPECT_TRUE(std::ranges::is_sorted(all_faults(), {}, &FaultWords::fault));
}

TEST(FaultWords, leave_no_number_out) {
  int last = 0;
  for (const FaultWords& words : all_faults()) {
    const int number = static_cast<int>(words.fault);
    EXPECT_TRUE(number == last + 1 || number % 100 == 1) << code_of(words.fault);
    last = number;
  }
}

TEST(FaultWords, are_found_by_their_code) {
  ASSERT_NE(find_fault("S014"), nullptr);
  EXPECT_EQ(find_fault("S014")->fault, Fault::unknown_setting);
  EXPECT_EQ(find_fault("c001")->fault, Fault::unknown_verb);
  EXPECT_EQ(find_fault("S099"), nullptr);
  EXPECT_EQ(find_fault(""), nullptr);
}

TEST(FaultCode, has_a_letter_for_where_the_fault_lies) {
  EXPECT_EQ(code_of(Fault::file_not_found), "S001");
  EXPECT_EQ(code_of(Fault::unknown_option), "C002");
  EXPECT_EQ(code_of(Fault::not_readable_or_writable), "D001");
  EXPECT_EQ(code_of(Fault::not_comparable), "R001");
  EXPECT_EQ(code_of(Fault::out_of_memory), "P002");
}

}  // namespace
}  // namespace stepdown
