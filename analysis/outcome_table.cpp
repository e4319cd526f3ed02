#include "analysis/outcome_table.h"

#include "analysis/measure_group.h"

namespace stepdown {
namespace {

constexpr std::string_view introduction =
    "# Outcomes\n\n"
    "What every run ends with. A run measure is one number for the horizon; a monthly measure is "
    "one "
    "number for each\nmonth of it and is found in `results.h5` only. Flows cover the horizon and "
    "stocks "
    "are at 31 March unless the name says\notherwise; a share of nobody is left empty. The names "
    "are "
    "the same in `results.h5`, `summary.csv` and `--json`.\n\n"
    "This page is generated from the registry of measures; a test fails when it is stale.\n";

}  // namespace

std::string outcome_table_markdown(std::span<const Measure> measures) {
  std::string text(introduction);
  for (const MeasureGroup group : all_measure_groups) {
    std::string rows;
    for (const Measure& measure : measures) {
      if (measure.group == group) {
        rows += "| `" + std::string(measure.name) + "` | " + std::string(measure.unit) + " | " +
                (measure.monthly ? "month" : "run") + " | " + std::string(measure.long_name) +
                " |\n";
      }
    }
    if (!rows.empty()) {
      text += "\n## " + std::string(heading_of(group)) +
              "\n\n| name | unit | one for each | meaning |\n|---|---|---|---|\n" + rows;
    }
  }
  return text;
}

}  // namespace stepdown
