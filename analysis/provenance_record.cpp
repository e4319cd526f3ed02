#include "analysis/provenance_record.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <limits>
#include <utility>

#include "analysis/hdf5_input.h"
#include "analysis/new_outcome_file.h"

namespace stepdown {
namespace {

const std::string group = "provenance";
const std::string fitted_by = "draws_fitted_by";
const std::string runs_until = "runs_until";

std::string in_group(const std::string& name) { return group + '/' + name; }

Attributes meaning(const std::string& long_name) { return {{"long_name", long_name}}; }

// Which text of a scenario is kept where, and what it is.
struct TextOfScenario {
  const char* array;
  std::string ScenarioText::*text;
  const char* long_name;
};

constexpr TextOfScenario texts_of_scenario[] = {
    {"scenario_title", &ScenarioText::title, "what the scenario is"},
    {"scenario_question", &ScenarioText::question, "the question it answers"},
    {"scenario_sources", &ScenarioText::stated_sources, "sources that its files state"},
    {"scenario_evidence", &ScenarioText::evidence, "rows of evidence that its policies name"},
};

struct TextOfFigure {
  const char* array;
  std::string OfficialFigure::*text;
  const char* long_name;
};

constexpr TextOfFigure texts_of_figure[] = {
    {"official_year", &OfficialFigure::year, "year of the official figure"},
    {"official_source", &OfficialFigure::source, "source of the official figure"},
};

template <class Range, class Member>
auto column(const Range& rows, Member member) {
  std::vector<std::decay_t<decltype(std::invoke(member, *rows.begin()))>> values;
  std::ranges::transform(rows, std::back_inserter(values), member);
  return values;
}

/// Of a setting that has another value at every point no single one is told.
std::vector<double> numbers_of(const std::vector<KnownSetting>& known, const std::string& text,
                               std::span<const std::string> varied) {
  const std::vector<std::string> values = resolved_values(known, text);
  std::vector<double> numbers;
  for (std::size_t i = 0; i < known.size(); ++i) {
    const bool is_varied = std::ranges::find(varied, known[i].name) != varied.end();
    numbers.push_back(is_varied ? std::numeric_limits<double>::quiet_NaN() : number_in(values[i]));
  }
  return numbers;
}

void add_settings(NewOutcomeFile& file, const Provenance& provenance,
                  std::span<const std::string> varied) {
  const std::vector<KnownSetting> known = known_settings();
  file.add_axis("setting", column(known, &KnownSetting::name),
                meaning("setting, in the order of the program's documentation"));
  file.add_texts("setting_unit", {"setting"}, column(known, &KnownSetting::unit),
                 meaning("unit of the setting"));
  file.add_texts("setting_role", {"setting"}, column(known, &KnownSetting::role),
                 meaning("who may change the setting: fact, lever, uncertainty or numerics"));
  file.add_texts("setting_default", {"setting"}, column(known, &KnownSetting::initial),
                 meaning("value of the setting where no file gives another"));
  std::vector<double> numbers;
  std::vector<std::string> texts;
  std::vector<std::string> digests;
  const std::vector<DrawText> draws = draws_of(provenance);
  for (std::size_t s = 0; s < provenance.scenarios.size(); ++s) {
    for (const DrawText& draw : draws) {
      const std::vector<double> of_one = numbers_of(known, draw.texts[s], varied);
      numbers.insert(numbers.end(), of_one.begin(), of_one.end());
      texts.push_back(draw.texts[s]);
      digests.push_back(settings_digest(known, draw.texts[s]));
    }
  }
  const std::string without_points =
      varied.empty() ? "" : ", as the files have them: what is varied stands along the points";
  file.add_numbers("setting_value", {"scenario", "draw", "setting"}, numbers,
                   {{"units", "as in setting_unit"},
                    {"long_name",
                     "value of the setting from day 0, or from policy.from_month on where that is "
                     "later; missing for words and lists" +
                         std::string(varied.empty() ? "" : ", and for what is varied")}});
  file.add_texts(in_group("scenario_text"), {"scenario", "draw"}, texts,
                 meaning("settings that are not the default, one a line" + without_points));
  file.add_texts(in_group("scenario_digest"), {"scenario", "draw"}, digests,
                 meaning("SHA-256 of all settings, name = value, one a line" + without_points));
}

void add_official(NewOutcomeFile& file, const std::vector<OfficialFigure>& figures) {
  if (figures.empty()) {
    return;
  }
  const std::string axis = in_group("official");
  file.add_axis(axis, column(figures, &OfficialFigure::name),
                meaning("measure with an official figure of the place"));
  file.add_numbers(in_group("official_value"), {axis}, column(figures, &OfficialFigure::value),
                   {{"units", "as of the measure"}, {"long_name", "official figure of the place"}});
  for (const TextOfFigure& kept : texts_of_figure) {
    file.add_texts(in_group(kept.array), {axis}, column(figures, kept.text),
                   meaning(kept.long_name));
  }
}

std::vector<OfficialFigure> read_official(const Hdf5Input& file) {
  if (!file.has(in_group("official"))) {
    return {};
  }
  std::vector<OfficialFigure> figures;
  for (std::string& name : file.texts(in_group("official"))) {
    figures.push_back({std::move(name), 0, {}, {}});
  }
  const std::vector<double> values = file.reals(in_group("official_value"));
  for (std::size_t i = 0; i < figures.size(); ++i) {
    figures[i].value = values.at(i);
  }
  for (const TextOfFigure& kept : texts_of_figure) {
    const std::vector<std::string> texts = file.texts(in_group(kept.array));
    for (std::size_t i = 0; i < figures.size(); ++i) {
      figures[i].*kept.text = texts.at(i);
    }
  }
  return figures;
}

}  // namespace

void add_provenance(NewOutcomeFile& file, const Provenance& provenance,
                    std::span<const std::string> varied) {
  Attributes attributes{{"program", "stepdown"},
                        {"version", provenance.version},
                        {"command", provenance.command},
                        {"place", provenance.place},
                        {"place_title", provenance.place_title}};
  if (!provenance.fitted_by.empty()) {
    attributes.emplace_back(fitted_by, provenance.fitted_by);
  }
  if (!provenance.runs_until.empty()) {
    attributes.emplace_back(runs_until, provenance.runs_until);
  }
  file.add_group(group, attributes);
  file.add_whole_number(group, "seed", provenance.seed);
  file.add_whole_number(group, "start_year", static_cast<std::uint64_t>(provenance.start_year));
  file.add_whole_number(group, "years", static_cast<std::uint64_t>(provenance.years));
  for (const TextOfScenario& kept : texts_of_scenario) {
    file.add_texts(in_group(kept.array), {"scenario"}, column(provenance.scenarios, kept.text),
                   meaning(kept.long_name));
  }
  add_settings(file, provenance, varied);
  add_official(file, provenance.official);
}

Provenance read_provenance(const Hdf5Input& file) {
  Provenance read;
  read.version = file.text(group, "version");
  read.fitted_by = file.has(group, fitted_by) ? file.text(group, fitted_by) : "";
  read.runs_until = file.has(group, runs_until) ? file.text(group, runs_until) : "";
  read.command = file.text(group, "command");
  read.place = file.text(group, "place");
  read.place_title = file.text(group, "place_title");
  read.seed = file.whole(group, "seed");
  read.start_year = static_cast<int>(file.whole(group, "start_year"));
  read.years = static_cast<int>(file.whole(group, "years"));
  for (std::string& name : file.texts("scenario")) {
    read.scenarios.push_back({std::move(name), {}, {}});
  }
  for (const TextOfScenario& kept : texts_of_scenario) {
    const std::vector<std::string> texts = file.texts(in_group(kept.array));
    for (std::size_t s = 0; s < read.scenarios.size(); ++s) {
      read.scenarios[s].*kept.text = texts.at(s);
    }
  }
  const std::vector<std::string> draws = file.texts("draw");
  const std::vector<std::string> texts = file.texts(in_group("scenario_text"));
  for (std::size_t d = 0; d < draws.size(); ++d) {
    DrawText draw{draws[d], {}};
    for (std::size_t s = 0; s < read.scenarios.size(); ++s) {
      draw.texts.push_back(texts.at(s * draws.size() + d));
    }
    read.draws.push_back(std::move(draw));
  }
  for (std::size_t s = 0; s < read.scenarios.size(); ++s) {
    read.scenarios[s].text = read.draws.at(0).texts[s];
  }
  read.official = read_official(file);
  return read;
}

std::vector<KnownSetting> read_known_settings(const Hdf5Input& file) {
  const std::vector<std::string> names = file.texts("setting");
  const std::vector<std::string> units = file.texts("setting_unit");
  const std::vector<std::string> roles = file.texts("setting_role");
  const std::vector<std::string> initial = file.texts("setting_default");
  std::vector<KnownSetting> known;
  for (std::size_t i = 0; i < names.size(); ++i) {
    known.push_back({names[i], units.at(i), roles.at(i), initial.at(i)});
  }
  return known;
}

}  // namespace stepdown
