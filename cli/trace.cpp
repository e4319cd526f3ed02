#include "cli/trace.h"

#include <CLI/CLI.hpp>
#include <chrono>
#include <cmath>
#include <iomanip>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>
#include <sstream>

#include "cli/command_line.h"
#include "cli/scenario_warnings.h"
#include "model/outcomes/life_story.h"
#include "model/replication.h"
#include "model/state/authority.h"

namespace stepdown {
namespace {

struct TraceOptions {
  ScenarioSelection selection;
  long long seed = 1;
  long long run = 0;
  long long family = -1;
  bool json = false;
};

std::string date_of(double day, int start_year) {
  using namespace std::chrono;
  const sys_days on =
      sys_days{year{start_year} / April / 1} + days{static_cast<int>(std::floor(day))};
  const year_month_day date{on};
  std::ostringstream text;
  text << static_cast<int>(date.year()) << '-' << std::setfill('0') << std::setw(2)
       << static_cast<unsigned>(date.month()) << '-' << std::setw(2)
       << static_cast<unsigned>(date.day());
  return text.str();
}

template <typename Watcher>
void watch(Authority authority, const Scenario& scenario, Watcher& watcher) {
  Observers observers;
  observers.add(watcher);
  live_through_horizon(authority, scenario.until_policy(), scenario.from_day_0(), observers);
}

FamilyId family_to_follow(const TraceOptions& options, const Authority& day_0,
                          const Scenario& scenario) {
  if (options.family >= 0) {
    return static_cast<FamilyId>(options.family);
  }
  EventfulFamilies families;
  watch(day_0, scenario, families);
  return families.most_eventful();
}

void print(const Scenario& scenario, FamilyId family, const std::string& on_day_0,
           const std::vector<StoryLine>& lines) {
  const int year = scenario.from_day_0().horizon.start_year;
  std::cout << "An invented family: nobody real has this life. Scenario " << scenario.name()
            << ", family " << family << ".\n"
            << date_of(0.0, year) << "  day 0: " << on_day_0 << '\n';
  for (const StoryLine& line : lines) {
    std::cout << date_of(line.day, year) << "  " << line.words << '\n';
  }
  if (lines.empty()) {
    std::cout << "Nothing happens to this family in the horizon, or it does not live there.\n";
  }
}

void print_json(const Scenario& scenario, FamilyId family, const std::string& on_day_0,
                const std::vector<StoryLine>& lines) {
  const int year = scenario.from_day_0().horizon.start_year;
  nlohmann::ordered_json events = nlohmann::ordered_json::array();
  for (const StoryLine& line : lines) {
    events.push_back({{"day", line.day}, {"date", date_of(line.day, year)}, {"words", line.words}});
  }
  const nlohmann::ordered_json story{{"invented", true},
                                     {"scenario", scenario.name()},
                                     {"family", family},
                                     {"on_day_0", on_day_0},
                                     {"events", events}};
  std::cout << story.dump(2) << '\n';
}

ExitCode trace(const TraceOptions& options) {
  const Scenario scenario = load_scenarios(*disk_source(), options.selection).front();
  tell_warnings({&scenario, 1});
  const RunKey key{static_cast<std::uint64_t>(options.seed),
                   static_cast<std::uint32_t>(options.run)};
  const Authority day_0 = after_warm_up(scenario.before_day_0(), key);
  const FamilyId family = family_to_follow(options, day_0, scenario);
  if (family == nobody) {
    std::cout << "No family of this run comes to the notice of any service.\n";
    return ExitCode::ok;
  }
  LifeStory story(family);
  watch(day_0, scenario, story);
  (options.json ? print_json : print)(scenario, family, standing_of(day_0, family), story.lines());
  return ExitCode::ok;
}

}  // namespace

void add_trace(CLI::App& app, Request& request) {
  const auto options = std::make_shared<TraceOptions>();
  CLI::App* verb = app.add_subcommand("trace", "The life of one invented family, in words");
  add_scenario_options(*verb, options->selection);
  add_count_option(*verb, "--seed", options->seed, 0, 1LL << 62, "Seed of the luck");
  add_count_option(*verb, "--run", options->run, 0, 4'294'967'295LL, "Which run");
  add_count_option(*verb, "--family", options->family, 0, 4'294'967'294LL,
                   "Which family; by default the one with the most steps through services");
  add_json_option(*verb, options->json);
  verb->callback([&request, options] {
    if (options->selection.files.size() != 1) {
      throw UsageError("`stepdown trace` follows a family through one scenario, and " +
                           std::to_string(options->selection.files.size()) + " are given",
                       "write stepdown trace SCENARIO.toml");
    }
    request.action = [options] { return trace(*options); };
  });
}

}  // namespace stepdown
