#include "analysis/export/reporting_year.h"

#include <algorithm>
#include <array>
#include <numeric>

#include "model/contract.h"

namespace stepdown {
namespace {

constexpr std::size_t months_in_a_year = 12;

struct RuleOfNames {
  std::string_view beginning;
  YearRule rule;
};

constexpr std::array rules = {
    RuleOfNames{"children_level_", YearRule::at_31_march},
    RuleOfNames{"severe_children_without_help", YearRule::at_31_march},
    RuleOfNames{"month_referrals", YearRule::sum},
    RuleOfNames{"month_rereferrals", YearRule::sum},
    RuleOfNames{"month_second_or_subsequent_plans", YearRule::sum},
    RuleOfNames{"month_contacts", YearRule::sum},
    RuleOfNames{"month_starts_", YearRule::sum},
    RuleOfNames{"month_ends_", YearRule::sum},
    RuleOfNames{"month_cost_", YearRule::sum},
    RuleOfNames{"month_waiting_", YearRule::at_31_march},
    RuleOfNames{"month_caseload_", YearRule::at_31_march},
    RuleOfNames{"month_unallocated", YearRule::at_31_march},
    RuleOfNames{"month_vacant_posts", YearRule::at_31_march},
    RuleOfNames{"month_children_in_need", YearRule::at_31_march},
    RuleOfNames{"month_stock_", YearRule::at_31_march},
    RuleOfNames{"year_flow_", YearRule::at_31_march},
};

double year_of(YearRule rule, std::span<const double> months) {
  if (rule == YearRule::at_31_march) {
    return months.back();
  }
  return std::accumulate(months.begin(), months.end(), 0.0);
}

}  // namespace

std::string_view name_of(YearRule rule) {
  switch (rule) {
    case YearRule::sum:
      return "the sum of its months";
    case YearRule::at_31_march:
      return "its value at 31 March";
  }
  broken("every rule has a name");
}

std::optional<YearRule> year_rule(std::string_view measure) {
  const auto found = std::ranges::find_if(
      rules, [measure](const RuleOfNames& each) { return measure.starts_with(each.beginning); });
  return found == rules.end() ? std::nullopt : std::optional(found->rule);
}

std::vector<double> by_reporting_year(YearRule rule, std::span<const double> months) {
  std::vector<double> years;
  for (std::size_t first = 0; first + months_in_a_year <= months.size();
       first += months_in_a_year) {
    years.push_back(year_of(rule, months.subspan(first, months_in_a_year)));
  }
  return years;
}

std::string reporting_year(int start_year, std::size_t year) {
  return std::to_string(start_year + static_cast<int>(year) + 1);
}

}  // namespace stepdown
