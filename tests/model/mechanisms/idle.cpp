#include "tests/model/mechanisms/idle.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/model/mechanisms/whole_run.h"

namespace stepdown {

std::ostream& operator<<(std::ostream& to, const Idle& idle) { return to << idle.name; }

void expect_idle(const Idle& idle) {
  if (whole_runs_take_too_long) {
    GTEST_SKIP();
  }
  const auto together = [&](const Settings& more) {
    Settings all = idle.beside;
    all.insert(all.end(), more.begin(), more.end());
    return lived(all);
  };
  EXPECT_EQ(differences(together(idle.one), together(idle.other), Looking::at_all_but_costs),
            std::vector<std::string>{})
      << "with " << written(idle.beside) << ": " << written(idle.one) << " against "
      << written(idle.other);
}

}  // namespace stepdown
