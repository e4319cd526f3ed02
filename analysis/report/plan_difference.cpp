#include "analysis/report/plan_difference.h"

#include <algorithm>
#include <set>
#include <vector>

namespace stepdown {
namespace {

constexpr std::string_view before = "before_day_0.";

/// Every setting from day 0 on, and those that some plan had otherwise before it.
std::vector<std::string> all_lines(const std::vector<ReportedPlan>& plans) {
  std::vector<std::string> lines;
  for (const Parameter& parameter : parameter_registry()) {
    lines.emplace_back(parameter.name);
  }
  std::set<std::string> before_it;
  for (const ReportedPlan& plan : plans) {
    for (const auto& [name, value] : plan.before_day_0) {
      before_it.insert(std::string(before) + name);
    }
  }
  lines.insert(lines.end(), before_it.begin(), before_it.end());
  return lines;
}

/// As the plan has it, or as a plan that says nothing of it does; "-" where it means nothing.
std::string value_in(const ReportedPlan& plan, const std::string& line) {
  if (!line.starts_with(before)) {
    const Parameter* parameter = find_parameter(line);
    return parameter == nullptr || !plan.uses(*parameter) ? "-" : plan.value_of(*parameter);
  }
  const auto found = plan.before_day_0.find(line.substr(before.size()));
  return found == plan.before_day_0.end() ? value_in(plan, line.substr(before.size()))
                                          : found->second;
}

HtmlCell title_of(const std::string& line) {
  const bool is_before = line.starts_with(before);
  const std::string name = is_before ? line.substr(before.size()) : line;
  const Parameter* parameter = find_parameter(name);
  const std::string doc = parameter == nullptr ? name : std::string(parameter->doc.text());
  return {is_before ? "Before day 0: " + doc : doc, "", name};
}

}  // namespace

HtmlTable plan_difference_table(const ReportedResults& results) {
  const std::vector<ReportedPlan>& plans = results.plans();
  HtmlTable table{"what-differs",
                  "What the plans change, and nothing else",
                  {{"Setting"}},
                  {},
                  "class=\"words\""};
  for (const ReportedPlan& plan : plans) {
    table.columns.push_back({plan.title});
  }
  HtmlRows rows;
  for (const std::string& line : all_lines(plans)) {
    const std::string of_baseline = value_in(plans.front(), line);
    const bool differs = std::ranges::any_of(
        plans, [&](const ReportedPlan& plan) { return value_in(plan, line) != of_baseline; });
    if (!differs) {
      continue;
    }
    std::vector<HtmlCell> row{title_of(line)};
    for (const ReportedPlan& plan : plans) {
      row.push_back({value_in(plan, line)});
    }
    rows.rows.push_back(std::move(row));
  }
  if (!rows.rows.empty()) {
    table.groups.push_back(std::move(rows));
  }
  return table;
}

}  // namespace stepdown
