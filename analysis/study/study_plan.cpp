#include "analysis/study/study_plan.h"

#include <algorithm>
#include <utility>

#include "analysis/comparability.h"
#include "analysis/digest.h"
#include "analysis/published_file.h"
#include "scenarios/scenario_library.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

bool is_a_path(const std::string& called) {
  return called.find('/') != std::string::npos || called.ends_with(".toml");
}

// What is built into the program needs no folder.
OverlayFile overlay_seen_from(const fs::path& folder, const OverlayFile& noted, ScenarioKind kind) {
  if (!is_a_path(noted.called)) {
    return overlay_called(noted.called, kind);
  }
  return {noted.called, overlay_on_disk((folder / noted.called).string(), kind).text, noted.called};
}

}  // namespace

fs::path plan_file(const fs::path& folder) { return folder / "plan.toml"; }
fs::path points_file(const fs::path& folder) { return folder / "points.csv"; }

std::string inputs_of(const StudyPlan& plan) {
  StudyPlan anywhere = plan;
  anywhere.planned_in.clear();
  anywhere.points.clear();
  return digest_of(plan_text(anywhere) + points_text(plan));
}

void write_study_plan(const StudyPlan& plan, const fs::path& folder) {
  publish_text(points_file(folder), points_text(plan));
  publish_text(plan_file(folder), plan_text(plan));
}

std::string planned_here(const fs::path& folder) {
  const fs::path plan = fs::weakly_canonical(fs::absolute(folder));
  return fs::weakly_canonical(fs::current_path()).lexically_relative(plan).generic_string();
}

std::string digest_of_scenarios(const std::vector<Scenario>& scenarios) {
  return digest_of(inputs_of(provenance_of({Draw{name_of_base_draw, scenarios}}, 0)));
}

std::vector<Scenario> scenarios_of(const StudyPlan& plan, const fs::path& folder) {
  const fs::path seen_from = (folder / plan.planned_in).lexically_normal();
  ScenarioSelection selection = plan.selection;
  if (selection.member) {
    selection.member = overlay_seen_from(seen_from, *selection.member, ScenarioKind::member);
  }
  if (selection.fit) {
    selection.fit = overlay_seen_from(seen_from, *selection.fit, ScenarioKind::fit);
  }
  return load_scenarios(*disk_source(seen_from.string()), selection);
}

void expect_origin(const StudyPlan& plan, const PlanOrigin& now) {
  std::vector<std::string> reasons;
  if (plan.origin.version != now.version) {
    reasons.push_back("the plan was made by stepdown " + plan.origin.version + ", and this is " +
                      now.version + ": go on with that version, or plan again in a new folder");
  } else if (plan.origin.program != now.program) {
    reasons.push_back(
        "the plan was made by another build of stepdown: go on with that program, or plan again in "
        "a new folder");
  }
  if (plan.origin.scenarios != now.scenarios) {
    reasons.push_back(
        "the scenario files have changed since the plan was made: change them back, or plan again "
        "in a new folder");
  }
  if (!reasons.empty()) {
    throw NotComparable("runs made now would not belong to those of the plan", std::move(reasons));
  }
}

Study study_of(const StudyPlan& plan, const std::vector<Scenario>& scenarios) {
  return Study(scenarios, plan.varied, KeptMeasures::named(plan.measures), plan.runs, plan.seed);
}

}  // namespace stepdown
