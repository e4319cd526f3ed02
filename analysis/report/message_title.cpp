#include "analysis/report/message_title.h"

#include <vector>

#include "analysis/report/headline.h"

namespace stepdown {

std::string message_title(const Comparison& comparison, std::string_view measure,
                          std::string_view subject, std::string_view higher,
                          std::string_view lower) {
  const MeasureComparison* compared = comparison.find(measure);
  std::vector<std::string> above, below, close, few, the_same, not_comparable;
  for (std::size_t s = 1; compared != nullptr && s < comparison.scenarios.size(); ++s) {
    const std::string& plan = comparison.scenarios[s];
    switch (compared->from_baseline[s].verdict) {
      case Verdict::higher:
        above.push_back(plan);
        break;
      case Verdict::lower:
        below.push_back(plan);
        break;
      case Verdict::too_close_to_call:
        close.push_back(plan);
        break;
      case Verdict::too_few_runs:
        few.push_back(plan);
        break;
      case Verdict::the_same:
        the_same.push_back(plan);
        break;
      case Verdict::not_comparable:
        not_comparable.push_back(plan);
        break;
      case Verdict::no_pairs:
        break;
    }
  }
  std::vector<std::string> parts;
  const auto add = [&parts](std::string_view words, const std::vector<std::string>& plans) {
    if (!plans.empty()) {
      parts.push_back(std::string(words) + " under " + listed(plans));
    }
  };
  add(lower, below);
  add(higher, above);
  add("is too close to call", close);
  add("rests on too few runs to tell", few);
  add("is exactly the same", the_same);
  add("cannot be compared", not_comparable);
  std::string title(subject);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    title += (i == 0 ? " " : i + 1 == parts.size() ? ", and " : ", ") + parts[i];
  }
  return title;
}

}  // namespace stepdown
