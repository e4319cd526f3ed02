#include "analysis/report/assumption_section.h"

#include <algorithm>
#include <set>
#include <string_view>
#include <vector>

#include "analysis/measure_numbers.h"
#include "analysis/report/html.h"
#include "analysis/report/plan_difference.h"
#include "analysis/rounding.h"
#include "scenarios/evidence.h"
#include "scenarios/evidence_name.h"

namespace stepdown {
namespace {

/// What is of one world is said to be, where several were run.
std::string in_the_world(const ReportedResults& results) {
  const std::string& world = results.facts().world;
  return world.empty() ? "" : " in the world " + world;
}

std::string what_ranges_show(const ReportedResults& results) {
  return results.worlds().size() == 1
             ? "The ranges shown in this report are ranges of luck: they do not widen for what is "
               "not known."
             : "The ranges of the answer and of the differences go over " +
                   std::to_string(results.worlds().size()) +
                   " worlds, each with other values of these numbers; where a picture or table is "
                   "of one world, which it then names, its ranges are of luck alone.";
}

std::string source_of_setting(const Parameter& parameter, const ReportedPlan& plan) {
  const auto stated = plan.sources.find(parameter.name);
  return stated == plan.sources.end() ? std::string(parameter.source.text()) : stated->second;
}

std::string range_of(const Parameter& parameter) {
  return rounded(parameter.bounds.low, 0) + " to " + rounded(parameter.bounds.high, 0);
}

HtmlTable setting_table(const ReportedPlan& plan, Role role, std::string id, std::string caption) {
  HtmlTable table{std::move(id),
                  std::move(caption),
                  {{"Setting"}, {"Value"}, {"May be"}, {"Source"}},
                  {{}},
                  "class=\"words\""};
  for (const Parameter& parameter : parameter_registry()) {
    if (parameter.role == role && plan.uses(parameter)) {
      const std::string unit(name_of(parameter.unit));
      table.groups.front().rows.push_back(
          {{std::string(parameter.doc.text()), "", std::string(parameter.name)},
           {plan.value_of(parameter), "", unit},
           {parameter.kind == Kind::choice ? "one of its answers" : range_of(parameter)},
           {source_of_setting(parameter, plan)}});
    }
  }
  return table;
}

HtmlTable official_figures(const ReportedResults& results) {
  HtmlTable table{
      "official",
      "Official figures of " + results.facts().place + " beside " + results.plans().front().title +
          " as simulated" + in_the_world(results),
      {{"Measure"}, {"Official"}, {"Simulated mean"}, {"90% range of runs"}, {"Source"}},
      {}};
  HtmlRows rows;
  for (const OfficialFigure& figure : results.facts().official) {
    const MeasureComparison* measure = results.comparison().find(figure.name);
    if (measure == nullptr || measure->own.front().runs == 0) {
      continue;
    }
    const Summary& own = measure->own.front();
    const MeasureNumbers numbers(own.mean);
    const std::string_view unit = measure->measure.unit;
    rows.rows.push_back({{std::string(measure->measure.long_name), "", std::string(unit)},
                         {with_sign_of_unit(rounded(figure.value, 0), unit)},
                         {with_sign_of_unit(numbers.text(own.mean, own.high - own.low), unit)},
                         {numbers.range(own)},
                         {figure.source}});
  }
  if (!rows.rows.empty()) {
    table.groups.push_back(std::move(rows));
  }
  return table;
}

/// Rows of evidence that the plans' files and the sources of all settings in force name.
std::set<int> evidence_in_force(const ReportedResults& results) {
  std::set<int> rows;
  const auto add = [&rows](std::string_view text) {
    for (const int row : evidence_mentioned(text)) {
      rows.insert(row);
    }
  };
  for (const ReportedPlan& plan : results.plans()) {
    add(plan.evidence);
    for (const Parameter& parameter : parameter_registry()) {
      if (plan.uses(parameter)) {
        add(source_of_setting(parameter, plan));
      }
    }
  }
  return rows;
}

HtmlTable evidence_table(const ReportedResults& results) {
  HtmlTable table{"evidence",
                  "The evidence that these sources name: what people said, not how large it is",
                  {{"Row"}, {"Claim"}, {"In the model"}, {"Publications"}},
                  {{}},
                  "class=\"words\""};
  for (const int number : evidence_in_force(results)) {
    const EvidenceRow* row = find_evidence(number);
    if (row == nullptr) {
      continue;
    }
    std::string codes;
    for (const std::string& code : row->publications) {
      codes += (codes.empty() ? "" : ", ") + code;
    }
    table.groups.front().rows.push_back(
        {{evidence_name(number)}, {row->claim}, {row->process}, {codes}});
  }
  return table;
}

HtmlTable publication_table() {
  HtmlTable table{"publications",
                  "The publications, and what kind of knowledge each gives",
                  {{"Code"}, {"Publication"}, {"Nature"}},
                  {{}},
                  "class=\"words\""};
  for (const Publication& publication : publications()) {
    table.groups.front().rows.push_back(
        {{publication.code}, {publication.reference}, {publication.nature}});
  }
  return table;
}

std::size_t rows_of(const HtmlTable& table) {
  return table.groups.empty() ? 0 : table.groups.front().rows.size();
}

std::string folded(const std::string& title, const std::string& content) {
  return element("details", element("summary", escaped(title)) + content);
}

}  // namespace

std::string assumption_section(const ReportedResults& results) {
  const ReportedPlan& baseline = results.plans().front();
  const HtmlTable changes = plan_difference_table(results);
  const HtmlTable official = official_figures(results);
  const HtmlTable facts =
      setting_table(baseline, Role::fact, "facts", "Facts of the place, the same under every plan");
  const HtmlTable decisions =
      setting_table(baseline, Role::lever, "decisions", "What is decided under " + baseline.title);
  const HtmlTable uncertain =
      setting_table(baseline, Role::uncertainty, "uncertain",
                    "Uncertain numbers: the value used" + in_the_world(results) +
                        ", the range that was thought possible");
  std::string html = element(
      "p", "The answer rests on " + std::to_string(rows_of(uncertain)) +
               " uncertain numbers. Nobody publishes them one by one; they were chosen together so "
               "that a place of England's rates comes near the official counts. The range of every "
               "effect of help includes none. " +
               what_ranges_show(results));
  html += changes.empty() ? element("p", "The plans do not differ in any setting.")
                          : table_html(changes);
  if (!official.empty()) {
    html += table_html(official);
  }
  html += folded(std::to_string(rows_of(uncertain)) + " uncertain numbers", table_html(uncertain));
  html += folded(std::to_string(rows_of(decisions)) + " decisions in force under " + baseline.title,
                 table_html(decisions));
  html += folded(std::to_string(rows_of(facts)) + " facts of the place", table_html(facts));
  html += folded("The evidence and where it comes from",
                 table_html(evidence_table(results)) + table_html(publication_table()));
  return html;
}

}  // namespace stepdown
