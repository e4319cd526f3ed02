#include "cli/work_progress.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <sstream>

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::Not;

TEST(WorkProgress, tells_a_pipe_each_step_once_and_each_tenth) {
  std::ostringstream out;
  WorkProgress progress(ProgressStyle::lines, out, "runs");
  progress.tell("looking", 0, 0);
  progress.tell("looking", 0, 0);
  for (std::size_t done = 0; done <= 20; ++done) {
    progress.tell("running", done, 20);
  }
  const std::string text = out.str();
  EXPECT_EQ(text.find("looking\n"), 0U);
  EXPECT_EQ(std::ranges::count(text, '\n'), 1 + 1 + 10);
  EXPECT_THAT(text, HasSubstr("running: 10/20 runs, "));
  EXPECT_THAT(text, Not(HasSubstr("\033")));
}

TEST(WorkProgress, gives_no_time_left_before_anything_is_done_and_none_at_the_end) {
  std::ostringstream out;
  WorkProgress progress(ProgressStyle::lines, out, "runs");
  progress.tell("running", 0, 2);
  progress.tell("running", 2, 2);
  EXPECT_EQ(out.str(), "running: 0/2 runs\nrunning: 2/2 runs\n");
}

TEST(WorkProgress, changes_one_line_on_a_terminal_and_takes_it_away) {
  std::ostringstream out;
  {
    WorkProgress progress(ProgressStyle::live, out, "runs", 12);
    progress.tell("a step with a long name", 1, 9);
  }
  EXPECT_EQ(out.str(), "\r\033[Ka step with\r\033[K");
}

TEST(WorkProgress, is_an_object_a_line_for_programs) {
  std::ostringstream out;
  WorkProgress progress(ProgressStyle::json, out, "runs");
  progress.tell("looking", 0, 0);
  progress.tell("running", 0, 4);
  EXPECT_EQ(out.str(),
            "{\"step\":\"looking\"}\n"
            "{\"step\":\"running\",\"done\":0,\"total\":4,\"seconds_left\":null}\n");
}

TEST(WorkProgress, can_be_silent) {
  std::ostringstream out;
  WorkProgress progress(ProgressStyle::none, out, "runs");
  progress.tell("looking", 1, 2);
  EXPECT_EQ(out.str(), "");
}

}  // namespace
}  // namespace stepdown
