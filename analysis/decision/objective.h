#pragma once

#include <cstddef>
#include <span>
#include <string>
#include <vector>

#include "analysis/answer.h"
#include "analysis/official_count.h"
#include "analysis/summary.h"

namespace stepdown {

/// A measure on which a decision is taken: less of it is better.
struct Objective {
  std::size_t column = 0;  // among run measures
  const AnswerTopic* topic = nullptr;

  std::string name() const { return std::string(topic->measure); }
  bool is_money() const { return topic->unit == "pounds"; }
};

/// What is decided on where nobody says: children living at neglect levels 3 to 5.
inline constexpr const char* usual_objective = "child_years_level_3_to_5";

/// Reads the measures named: the first decides, and under the others an option may not be worse
/// than the baseline. Throws ScenarioErrors for a measure of which no answer is told, one named
/// twice, and for cost or official re-referral alone: cost is least where nobody is helped, and
/// re-referral where nobody is noticed.
std::vector<Objective> read_objectives(std::span<const std::string> typed);

/// Throws NotComparable where the first measure means something else under some of the plans, or
/// where, but for those that do, cost or official re-referral would decide alone.
void check_comparable(std::span<const Objective> objectives, const ServiceModels& plans);

/// That a further measure means something else under these plans, so that they are not judged by
/// it.
std::string not_judged_told(const Objective& objective, const std::vector<std::string>& plans);

/// What has to be known of measures that may look good by construction, a sentence for each.
std::vector<std::string> caveats_of(std::span<const Objective> objectives);

/// "4 to 6 fewer children living at neglect level 3 to 5 at any one time": how an option differs;
/// "exactly the same" where it does not.
std::string difference_told(const Objective& objective, double low, double high);
/// The same, and that it is so on average, unless the measure is a mean by itself.
std::string mean_difference_told(const Objective& objective, double low, double high);
std::string mean_difference_told(const Objective& objective, const Summary& over_runs);

/// "241 children living at ...": how much there is of it.
std::string amount_told(const Objective& objective, const Summary& own);

}  // namespace stepdown
