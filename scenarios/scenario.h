#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "model/parameters/registry.h"
#include "scenarios/fit_file.h"
#include "scenarios/member.h"
#include "scenarios/scenario_error.h"
#include "scenarios/scenario_kind.h"
#include "scenarios/scenario_source.h"
#include "scenarios/setting.h"

namespace stepdown {

/// All that a Scenario is made of.
struct ScenarioParts {
  std::string name;
  ScenarioKind kind = ScenarioKind::base;
  std::string title;
  std::string question;
  std::string place_name;
  std::string place_title;
  ModelParameters before_day_0;
  ModelParameters until_policy;
  ModelParameters from_day_0;
  std::vector<Setting> settings;
  std::vector<ObservedFigure> observed;
  std::vector<int> evidence;
  std::vector<Problem> warnings;
};

/// A checked world and what the authority decides in it, complete and immutable: whoever holds one
/// need not check anything again.
class Scenario {
 public:
  explicit Scenario(ScenarioParts parts);

  /// The file's name without folder and extension.
  const std::string& name() const { return parts_.name; }
  ScenarioKind kind() const { return parts_.kind; }
  const std::string& title() const { return parts_.title; }
  const std::string& question() const { return parts_.question; }
  /// The place file's name without folder and extension; empty when none was read.
  const std::string& place_name() const { return parts_.place_name; }
  /// The place as its own file titles it, such as "Telford and Wrekin"; empty with no place.
  const std::string& place_title() const { return parts_.place_title; }

  /// The world of the warm-up: base, place, and what `--set` gave that is not a lever.
  const ModelParameters& before_day_0() const { return parts_.before_day_0; }
  /// The world from day 0 until the month in which the policy begins: all that `--set` gave, and of
  /// the policy nothing.
  const ModelParameters& until_policy() const { return parts_.until_policy; }
  /// The same world under this scenario's decisions: everything.
  const ModelParameters& from_day_0() const { return parts_.from_day_0; }

  /// Every parameter of the registry, in its order, as it holds from day 0.
  std::span<const Setting> settings() const { return parts_.settings; }
  std::span<const ObservedFigure> observed() const { return parts_.observed; }
  /// The rows of evidence that its policy files name for their decisions, sorted, each once.
  std::span<const int> evidence() const { return parts_.evidence; }
  std::span<const Problem> warnings() const { return parts_.warnings; }

  /// Canonical TOML, one dotted name a line, sorted: the settings that differ from the registry,
  /// and after them, under `before_day_0.`, those that were otherwise before day 0. Where the
  /// policy begins later, `until_policy.` has those that changed on day 0 already. Equal texts mean
  /// equal facts and decisions.
  const std::string& source_text() const { return source_text_; }

 private:
  ScenarioParts parts_;
  std::string source_text_;
};

/// Whether two scenarios have the same world before day 0 and so can share a warm-up.
bool share_a_warm_up(const Scenario& a, const Scenario& b);

/// What a person asks for: scenario files, a place instead of the base's own, settings on top.
struct ScenarioSelection {
  std::vector<std::string> files;
  std::string place;                                // a name, a path, or empty for the base's own
  std::vector<std::string> settings;                // "name=value", as after --set
  std::optional<MemberFile> member = std::nullopt;  // whose uncertainties replace the base's
  std::optional<FitFile> fit = std::nullopt;        // the same, and its place; not both
};

/// Whether two files may have one name: results are told apart by it, two columns of text by paths.
enum class Namesakes : std::uint8_t { refused, welcome };

/// Reads and checks all files; throws ScenarioErrors with all problems of all of them. The
/// scenarios stand in the order of the files.
std::vector<Scenario> load_scenarios(const ScenarioSource& source,
                                     const ScenarioSelection& selection,
                                     Namesakes namesakes = Namesakes::refused);

/// What a place file says when it is read by itself.
struct PlaceFacts {
  std::string name;
  std::string title;
  std::vector<Setting> facts;
  std::vector<ObservedFigure> observed;
};

/// Reads and checks one place file; throws ScenarioErrors.
PlaceFacts load_place(const ScenarioSource& source, const std::string& path);

/// The kind a file states, or nothing when it states none that can be read.
std::optional<ScenarioKind> kind_of_file(const ScenarioSource& source, const std::string& path);

}  // namespace stepdown
