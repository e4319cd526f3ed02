#include "analysis/sensitivity/sensitivity_csv.h"

#include "analysis/csv_cell.h"
#include "analysis/report/period.h"

namespace stepdown {
namespace {

constexpr const char* header =
    "measure,unit,scenario,baseline,month_end,factor,index,value,low,high\n";

class Lines {
 public:
  explicit Lines(const SensitivityResults& results) : results_(results) {
    facts_.start_year = results.provenance.start_year;
  }

  void add(const ExplainedOutcome& outcome, const Influence& influence, const std::string& month) {
    const auto& scenarios = results_.provenance.scenarios;
    beginning_ = std::string(outcome.measure->name) + ',' + csv_cell(outcome.measure->unit) + ',' +
                 csv_cell(scenarios[outcome.scenario].name) + ',' +
                 (outcome.baseline ? csv_cell(scenarios[*outcome.baseline].name) : "") + ',' +
                 month + ',';
    add("all", "mean", {influence.mean, not_told});
    add("all", "variance", {influence.variance, not_told});
    add("luck", "share", influence.luck);
    for (const Index& index : influence.indices) {
      for (std::size_t f = 0; f < index.of_factors.size(); ++f) {
        add(results_.design.factors[f].name, index.name, index.of_factors[f]);
      }
    }
    for (const PairShare& pair : influence.pairs) {
      add(results_.design.factors[pair.one].name + " x " + results_.design.factors[pair.other].name,
          "second", pair.share);
    }
    if (results_.design.method == SensitivityMethod::given_data) {
      add("nothing", "by_chance", {influence.by_chance, not_told});
    }
    add("all", "values", {static_cast<double>(influence.values), not_told});
    add("all", "missing", {static_cast<double>(influence.all_missing()), not_told});
  }

  const ReportedFacts& facts() const { return facts_; }
  std::string text() const { return header + text_; }

 private:
  static constexpr double not_told = std::numeric_limits<double>::quiet_NaN();

  void add(const std::string& factor, const std::string& index, const Estimate& estimate) {
    text_ += beginning_ + csv_cell(factor) + ',' + index + ',' + csv_number(estimate.value) + ',' +
             csv_number(estimate.low()) + ',' + csv_number(estimate.high()) + '\n';
  }

  const SensitivityResults& results_;
  ReportedFacts facts_;
  std::string beginning_;
  std::string text_;
};

}  // namespace

std::string sensitivity_csv(const SensitivityResults& results, Months months) {
  Lines lines(results);
  const Influences& found = results.found;
  for (std::size_t i = 0; i < found.of_run.size(); ++i) {
    lines.add(found.of_run[i], found.over_horizon[i], "");
  }
  if (months == Months::left_out) {
    return lines.text();
  }
  for (std::size_t i = 0; i < found.monthly.size(); ++i) {
    for (std::size_t month = 0; month < found.by_month[i].size(); ++month) {
      lines.add(found.monthly[i], found.by_month[i][month],
                month_end_as_date(lines.facts(), month));
    }
  }
  return lines.text();
}

}  // namespace stepdown
