#include "scenarios/resolution.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "scenarios/layers.h"
#include "scenarios/measure_words.h"
#include "scenarios/scenario_check.h"

namespace stepdown {
namespace {

bool is_policy(const CheckedFile* file) { return file->file.kind == ScenarioKind::policy; }

/// What of `--set` holds before day 0 too: everything but levers, which are decided on day 0; a
/// laboratory has no day on which anybody decides, so there everything holds throughout.
GivenSettings held_before(const GivenSettings& settings, bool laboratory) {
  GivenSettings held{{}, settings.unsound};
  std::ranges::copy_if(settings.sound, std::back_inserter(held.sound),
                       [&](const GivenSetting& given) {
                         return laboratory || given.setting.parameter->role != Role::lever;
                       });
  return held;
}

void describe(ScenarioParts& parts, const ScenarioFile& leaf, const CheckedFile* place) {
  parts.name = stem_of(leaf.path);
  parts.kind = leaf.kind.value_or(ScenarioKind::base);
  parts.title = leaf.title.text.empty() ? parts.name : leaf.title.text;
  parts.question = leaf.question.text;
  if (place) {
    parts.place_name = stem_of(place->file.path);
    parts.place_title = place->file.title.text.empty() ? parts.place_name : place->file.title.text;
    parts.observed = place->observed;
  }
}

/// The rows of evidence of all files of a chain: who builds on a policy builds on its reasons.
std::vector<int> rows_named(const std::vector<const CheckedFile*>& chain) {
  std::set<int> rows;
  for (const CheckedFile* file : chain) {
    rows.insert(file->evidence.begin(), file->evidence.end());
  }
  return {rows.begin(), rows.end()};
}

/// A place of another size is not that place: its shares and rates are still to be compared, how
/// many there are is not.
void leave_out_counts_of_another_size(ScenarioParts& parts, double children) {
  if (parts.from_day_0.population.children != children) {
    std::erase_if(parts.observed, [](const ObservedFigure& figure) {
      const Measure* measure = run_measure(figure.name);
      return measure != nullptr && grows_with_the_place(*measure);
    });
  }
}

}  // namespace

Resolution resolve(const std::vector<const CheckedFile*>& chain, const CheckedFile* overlay,
                   const CheckedFile* place, const GivenSettings& settings) {
  Layers layers;
  const auto first_policy = std::ranges::find_if(chain, is_policy);
  for (auto file = chain.begin(); file != first_policy; ++file) {
    layers.add((*file)->settings);
  }
  for (const CheckedFile* file : {overlay, place}) {
    if (file) {
      layers.add(file->settings);
    }
  }
  Layers before = layers;
  for (auto file = first_policy; file != chain.end(); ++file) {
    layers.add((*file)->settings);
  }
  const double children = layers.parameters().population.children;
  layers.add(settings);
  const bool laboratory = chain.back()->file.kind == ScenarioKind::laboratory;
  Layers until_policy = before;
  before.add(held_before(settings, laboratory));
  until_policy.add(settings);
  for (Layers* earlier : {&before, &until_policy}) {
    earlier->take_back_orphans();
  }

  Resolution made;
  describe(made.parts, chain.back()->file, place);
  made.parts.evidence = rows_named(chain);
  for (Problem& orphan : layers.take_back_orphans()) {
    (orphan.file == "--set" ? made.idle_settings : made.errors).push_back(std::move(orphan));
  }
  for (Problem& problem : check_together(layers, made.parts.observed)) {
    const bool is_error = problem.severity == Severity::error;
    (is_error ? made.errors : made.parts.warnings).push_back(std::move(problem));
  }
  made.parts.before_day_0 = before.parameters();
  made.parts.until_policy = until_policy.parameters();
  made.parts.from_day_0 = layers.parameters();
  made.parts.settings = layers.settings();
  leave_out_counts_of_another_size(made.parts, children);
  return made;
}

}  // namespace stepdown
