#include "analysis/sensitivity/sensitivity_file.h"

#include <functional>

#include "analysis/honest_use.h"
#include "analysis/new_outcome_file.h"
#include "analysis/provenance_record.h"
#include "model/calendar_months.h"

namespace stepdown {
namespace {

using Texts = std::vector<std::string>;
using NumberOf = std::function<double(const Influence&)>;

// Writes the same numbers for outcomes over the horizon and, month by month, for those of months.
class Writer {
 public:
  Writer(const SensitivityResults& results, NewOutcomeFile& file)
      : results_(results), found_(results.found), file_(file) {}

  void add_axes() {
    Texts factors;
    for (const Factor& factor : results_.design.factors) {
      factors.push_back(factor.name);
    }
    file_.add_axis("factor", factors,
                   {{"long_name", "setting or group of settings that was moved as one"}});
    if (!found_.of_run.empty()) {
      add_outcomes("outcome", found_.of_run);
    }
    std::vector<double> scrambles(results_.design.scrambles);
    for (std::size_t i = 0; i < scrambles.size(); ++i) {
      scrambles[i] = static_cast<double>(i + 1);
    }
    file_.add_axis("scramble", scrambles,
                   {{"units", "1"}, {"long_name", "independent part of the study"}});
    if (!found_.over_horizon.empty() && !found_.over_horizon.front().pairs.empty()) {
      Texts pairs;
      for (const PairShare& pair : found_.over_horizon.front().pairs) {
        pairs.push_back(factors[pair.one] + " x " + factors[pair.other]);
      }
      file_.add_axis("pair", pairs, {{"long_name", "two factors"}});
    }
    if (!found_.monthly.empty()) {
      add_outcomes("monthly_outcome", found_.monthly);
      const Provenance& made = results_.provenance;
      file_.add_axis("month_end", month_ends(made.start_year, made.years),
                     {{"units", "days since " + std::to_string(made.start_year) + "-04-01"},
                      {"calendar", "standard"},
                      {"standard_name", "time"},
                      {"axis", "T"},
                      {"long_name", "day after the last of the month"}});
    }
  }

  void add_what_was_varied() {
    Texts names;
    Texts factors;
    Texts ranges;
    for (const Factor& factor : results_.design.factors) {
      for (const std::size_t input : factor.inputs) {
        const Varied& varied = results_.varied[input];
        names.push_back(varied.name());
        factors.push_back(factor.name);
        std::string range;
        if (varied.is_range()) {
          range = varied.written(varied.range.low) + ".." + varied.written(varied.range.high);
        }
        for (const double value : varied.values) {
          range += (range.empty() ? "" : ",") + varied.written(value);
        }
        ranges.push_back(range);
      }
    }
    file_.add_axis("varied", names, {{"long_name", "setting that was moved"}});
    file_.add_texts("varied_range", {"varied"}, ranges, {{"long_name", "over which values"}});
    file_.add_texts("varied_factor", {"varied"}, factors,
                    {{"long_name", "as part of which factor"}});
  }

  void add_numbers() {
    add("mean", "mean of the outcome", "as of the measure", [](const auto& i) { return i.mean; });
    add("variance", "variance of single runs, over settings and luck", "as of the measure, squared",
        [](const auto& i) { return i.variance; });
    add("luck", "share of the variance that is luck", "1", [](const auto& i) { return i.luck; });
    add_missing();
    const Influence* const first = !found_.over_horizon.empty() ? &found_.over_horizon.front()
                                   : !found_.by_month.empty() && !found_.by_month.front().empty()
                                       ? &found_.by_month.front().front()
                                       : nullptr;
    for (std::size_t k = 0; first != nullptr && k < first->indices.size(); ++k) {
      add_index(first->indices[k].name, k);
    }
    if (!found_.over_horizon.empty() && !first->pairs.empty()) {
      add_pairs();
    }
  }

 private:
  void add_outcomes(const std::string& axis, const std::vector<ExplainedOutcome>& outcomes) {
    Texts names;
    for (const ExplainedOutcome& outcome : outcomes) {
      names.push_back(results_.name_of_outcome(outcome));
    }
    file_.add_axis(axis, names,
                   {{"long_name", "measure and scenario, or scenario minus baseline"}});
  }

  // A plain number, or an estimate with its interval.
  template <typename Get>
  void add(const std::string& name, const std::string& long_name, const std::string& units,
           const Get& get) {
    using Got = decltype(get(std::declval<const Influence&>()));
    if constexpr (std::is_same_v<Got, Estimate>) {
      add_plain(name, long_name, units, [&](const Influence& i) { return get(i).value; });
      add_plain(name + "_low", long_name + ", lower end of its 95% interval", units,
                [&](const Influence& i) { return get(i).low(); });
      add_plain(name + "_high", long_name + ", upper end of its 95% interval", units,
                [&](const Influence& i) { return get(i).high(); });
    } else {
      add_plain(name, long_name, units, get);
    }
  }

  void add_plain(const std::string& name, const std::string& long_name, const std::string& units,
                 const NumberOf& get) {
    const Attributes attributes{{"units", units}, {"long_name", long_name}};
    std::vector<double> numbers;
    for (const Influence& influence : found_.over_horizon) {
      numbers.push_back(get(influence));
    }
    if (!numbers.empty()) {
      file_.add_numbers(name, {"outcome"}, numbers, attributes);
    }
    if (!found_.monthly.empty()) {
      std::vector<double> monthly;
      for (const auto& months : found_.by_month) {
        for (const Influence& influence : months) {
          monthly.push_back(get(influence));
        }
      }
      file_.add_numbers("monthly_" + name, {"monthly_outcome", "month_end"}, monthly, attributes);
    }
  }

  void add_missing() {
    std::vector<double> numbers;
    for (const Influence& influence : found_.over_horizon) {
      for (const std::size_t missing : influence.missing) {
        numbers.push_back(static_cast<double>(missing));
      }
    }
    if (numbers.empty()) {
      return;
    }
    file_.add_numbers("missing", {"outcome", "scramble"}, numbers,
                      {{"units", "1"}, {"long_name", "values that do not exist, left out"}});
  }

  void add_index(const std::string& name, std::size_t place) {
    const std::string units =
        results_.design.method == SensitivityMethod::morris && name != "luck_of_effect"
            ? "as of the measure"
            : "1";
    add_of_factors(name, place, units, [](const Estimate& e) { return e.value; });
    add_of_factors(name + "_low", place, units, [](const Estimate& e) { return e.low(); });
    add_of_factors(name + "_high", place, units, [](const Estimate& e) { return e.high(); });
  }

  template <typename Get>
  void add_of_factors(const std::string& name, std::size_t place, const std::string& units,
                      const Get& get) {
    const Attributes attributes{{"units", units}, {"long_name", "index " + name + " of factors"}};
    const auto gather = [&](const Influence& influence, std::vector<double>& numbers) {
      for (const Estimate& estimate : influence.indices[place].of_factors) {
        numbers.push_back(get(estimate));
      }
    };
    std::vector<double> numbers;
    for (const Influence& influence : found_.over_horizon) {
      gather(influence, numbers);
    }
    if (!numbers.empty()) {
      file_.add_numbers(name, {"outcome", "factor"}, numbers, attributes);
    }
    if (!found_.monthly.empty()) {
      std::vector<double> monthly;
      for (const auto& months : found_.by_month) {
        for (const Influence& influence : months) {
          gather(influence, monthly);
        }
      }
      file_.add_numbers("monthly_" + name, {"monthly_outcome", "month_end", "factor"}, monthly,
                        attributes);
    }
  }

  void add_pairs() {
    const auto add_part = [&](const std::string& name, const auto& get) {
      std::vector<double> numbers;
      for (const Influence& influence : found_.over_horizon) {
        for (const PairShare& pair : influence.pairs) {
          numbers.push_back(get(pair.share));
        }
      }
      file_.add_numbers(name, {"outcome", "pair"}, numbers,
                        {{"units", "1"}, {"long_name", "index " + name + " of pairs"}});
    };
    add_part("second", [](const Estimate& e) { return e.value; });
    add_part("second_low", [](const Estimate& e) { return e.low(); });
    add_part("second_high", [](const Estimate& e) { return e.high(); });
  }

  const SensitivityResults& results_;
  const Influences& found_;
  NewOutcomeFile& file_;
};

}  // namespace

void write_sensitivity(const SensitivityResults& results, const std::filesystem::path& path) {
  NewOutcomeFile file(
      path, {{"Conventions", "CF-1.8"},
             {"title", "What the answers of simulated scenarios hang on"},
             {"source", "stepdown " + results.provenance.version},
             {"method", name_of(results.design.method)},
             {"luck", results.design.common_luck ? "common within a row" : "own at every point"},
             {"index", results.index_in_words()},
             {"runs", std::to_string(results.runs())},
             {"failed_runs", std::to_string(results.failed_runs)},
             {"comment", std::string(honest_use())}});
  Texts scenarios;
  for (const ScenarioText& scenario : results.provenance.scenarios) {
    scenarios.push_back(scenario.name);
  }
  file.add_axis("scenario", scenarios, {{"long_name", "scenario, in the order of names"}});
  file.add_axis("draw", Texts{name_of_base_draw}, {{"long_name", "world"}});
  Writer writer(results, file);
  writer.add_axes();
  writer.add_what_was_varied();
  writer.add_numbers();
  add_provenance(file, results.provenance, names_of(results.varied));
  file.complete_axes();
  file.finish();
}

}  // namespace stepdown
