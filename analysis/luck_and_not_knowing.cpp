#include "analysis/luck_and_not_knowing.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <set>

#include "analysis/official_count.h"
#include "analysis/paired_difference.h"
#include "analysis/rounding.h"
#include "model/contract.h"

namespace stepdown {
namespace {

// From here on one part is called most of the whole.
constexpr double most = 0.6;

using ByDraw = std::vector<std::vector<double>>;

std::vector<std::size_t> rows_of(const OutcomeFile& outcomes,
                                 const std::vector<std::string>& scenarios) {
  std::vector<std::size_t> rows;
  for (const std::string& name : scenarios) {
    const auto found = std::ranges::find(outcomes.scenarios(), name);
    expects(found != outcomes.scenarios().end(), "a scenario that is asked for is in the results");
    rows.push_back(static_cast<std::size_t>(found - outcomes.scenarios().begin()));
  }
  return rows;
}

std::set<std::string, std::less<>> run_measures_in(const OutcomeFile& outcomes) {
  std::set<std::string, std::less<>> names;
  for (const StoredMeasure& stored : outcomes.measures()) {
    if (!stored.monthly) {
      names.insert(stored.name);
    }
  }
  return names;
}

ByDraw differences(const ByDraw& baseline, const ByDraw& scenario) {
  ByDraw made;
  for (std::size_t draw = 0; draw < scenario.size(); ++draw) {
    made.push_back(differences_by_run(baseline[draw], scenario[draw]));
  }
  return made;
}

MeasureSplit split_of(const OutcomeFile& outcomes, const ServiceModels& models,
                      std::string_view measure, const std::vector<std::size_t>& rows) {
  std::vector<ByDraw> values(rows.size());
  for (std::size_t draw = 0; draw < outcomes.draws().size(); ++draw) {
    const auto in_draw = outcomes.values(measure, draw);
    for (std::size_t s = 0; s < rows.size(); ++s) {
      values[s].push_back(in_draw[rows[s]]);
    }
  }
  MeasureSplit split{std::string(measure), {}, {}};
  for (std::size_t s = 0; s < rows.size(); ++s) {
    split.own.push_back(variance_split(values[s]));
    const bool has_meaning = models.are_comparable(measure, rows.front(), rows[s]);
    split.from_baseline.push_back(
        variance_split(has_meaning ? differences(values.front(), values[s]) : ByDraw()));
  }
  return split;
}

}  // namespace

std::vector<MeasureSplit> split_measures(const OutcomeFile& outcomes,
                                         const std::vector<std::string>& scenarios,
                                         std::span<const Measure> measures,
                                         std::span<const MeasureGroup> groups) {
  const std::vector<std::size_t> rows = rows_of(outcomes, scenarios);
  const auto there = run_measures_in(outcomes);
  const auto answered = answered_measures();
  const ServiceModels models(outcomes);
  std::vector<MeasureSplit> splits;
  for (const Measure& measure : measures) {
    const bool is_told = std::ranges::find(answered, measure.name) != answered.end() ||
                         std::ranges::find(groups, measure.group) != groups.end();
    if (is_told && there.contains(measure.name)) {
      splits.push_back(split_of(outcomes, models, measure.name, rows));
    }
  }
  return splits;
}

const MeasureSplit* split_called(std::span<const MeasureSplit> splits, std::string_view measure) {
  const auto found = std::ranges::find(splits, measure, &MeasureSplit::measure);
  return found == splits.end() ? nullptr : &*found;
}

MoreUncertain more_uncertain(const VarianceSplit& split) {
  if (!split.is_known()) {
    return MoreUncertain::unknown;
  }
  const double share = split.share_of_not_knowing();
  if (std::isnan(share)) {
    return MoreUncertain::nothing;
  }
  return share >= most       ? MoreUncertain::not_knowing
         : share <= 1 - most ? MoreUncertain::luck
                             : MoreUncertain::both;
}

std::string advice_on(const VarianceSplit& split) {
  switch (more_uncertain(split)) {
    case MoreUncertain::not_knowing:
      return "Most of the uncertainty is not knowing: more runs will not reduce it.";
    case MoreUncertain::luck:
      return "Most of the uncertainty is luck: knowing more about causes would change little.";
    case MoreUncertain::both:
      return "The uncertainty is luck and not knowing in like parts.";
    case MoreUncertain::nothing:
      return "Nothing is uncertain here: it comes out the same in every run of every world.";
    case MoreUncertain::unknown:
      break;
  }
  return "Too little was run to tell luck from not knowing: it takes two runs in two worlds.";
}

SplitInWords in_words(const AnswerTopic& topic, const VarianceSplit& split) {
  const double widest = std::max(split.width_of_luck(), split.width_of_not_knowing());
  const AnswerScale scale = scale_of_answer(topic, -widest / 2, widest / 2);
  // Two widths are held against each other, so that they are told finer than a difference is.
  const double grain = std::max(grain_of(widest * scale.scale), 0.01);
  const auto text = [&](double width) { return rounded(width * scale.scale, grain); };
  return {text(split.width_of_luck()), text(split.width_of_not_knowing()),
          scale.people > 0
              ? "of every " + rounded(scale.people, 1) + ' ' + std::string(topic.of_every)
              : std::string(topic.unit)};
}

std::vector<std::string> split_sentences(std::span<const MeasureSplit> splits,
                                         std::size_t scenario) {
  std::vector<std::string> sentences;
  for (const AnswerTopic& topic : answer_topics()) {
    const MeasureSplit* found = split_called(splits, topic.measure);
    if (found == nullptr || !found->from_baseline[scenario].is_known()) {
      continue;
    }
    const VarianceSplit& split = found->from_baseline[scenario];
    const std::string start = std::string(topic.title) + ": ";
    if (more_uncertain(split) == MoreUncertain::nothing) {
      sentences.push_back(start + "the difference is the same in every run of every world.");
      continue;
    }
    const SplitInWords words = in_words(topic, split);
    const auto by = [](double part, const std::string& width) {
      return part > 0 ? width : std::string("nothing that shows");
    };
    sentences.push_back(start + "luck alone would spread the difference by " +
                        by(split.luck, words.luck) + ", not knowing by " +
                        by(split.not_knowing, words.not_knowing) + " (" + words.unit + "). " +
                        advice_on(split));
  }
  return sentences;
}

}  // namespace stepdown
