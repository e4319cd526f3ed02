#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "scenarios/scenario.h"

namespace stepdown {

/// A scenario as a results file keeps it: `text` is its canonical resolved settings in the first
/// draw, one a line, without the files they came from.
struct ScenarioText {
  std::string name;
  std::string title;
  std::string text;
  std::string question = {};
  std::string stated_sources = {};  // "name = source", one a line, where a file states one
  std::string evidence = {};        // rows of evidence that its policies name: "EV43 EV67"
};

/// One world that the scenarios were run in: its name, and for each scenario, in their order, the
/// resolved settings there.
struct DrawText {
  std::string name;
  std::vector<std::string> texts;
};

/// An official figure of the place that stands beside the simulated one.
struct OfficialFigure {
  std::string name;
  double value = 0;
  std::string year;
  std::string source;
  bool operator==(const OfficialFigure&) const = default;
};

/// How results were made: enough to make them again, and nothing (time of day, threads, folder)
/// that may differ between two that are equal. `scenarios` are in the order of their names; no
/// `draws` mean a single one, the base.
struct Provenance {
  std::string version;
  std::string command;
  std::uint64_t seed = 0;
  int start_year = 0;
  int years = 1;
  std::vector<ScenarioText> scenarios;
  std::vector<DrawText> draws = {};
  std::string place = {};
  std::string place_title = {};
  std::vector<OfficialFigure> official = {};
  /// The command that found the draws, where they are those that fit the place's own figures.
  std::string fitted_by = {};
  /// Why there are as many runs as there are, in words, where a precision was asked for.
  std::string runs_until = {};
};

/// What a world is called that no member of an ensemble gives its uncertain settings.
inline constexpr const char* name_of_base_draw = "base";

/// Scenarios as they are in one world.
struct Draw {
  std::string name = name_of_base_draw;
  std::vector<Scenario> scenarios;
  std::string asked_with = {};  // the options that give this world alone; empty for the base
};

/// Of the same scenarios in every draw; version and command are left to who knows them.
Provenance provenance_of(const std::vector<Draw>& draws, std::uint64_t seed);

/// All of it but the command as one text: equal texts, program and runs mean equal results.
std::string inputs_of(const Provenance& provenance);

/// The draws of the results: those named, or the single one that `scenarios` tell of.
std::vector<DrawText> draws_of(const Provenance& provenance);

}  // namespace stepdown
