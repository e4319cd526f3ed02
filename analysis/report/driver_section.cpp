#include "analysis/report/driver_section.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <iterator>

#include "analysis/report/driver.h"
#include "analysis/report/headline.h"
#include "analysis/report/html.h"
#include "analysis/report/period.h"
#include "analysis/report/picture.h"
#include "analysis/rounding.h"

namespace stepdown {
namespace {

constexpr const char* outcome = "child_years_level_4_to_5";
constexpr std::size_t worlds_for_drivers = 6;
constexpr std::size_t most_drivers = 10;

std::string command(const char* words) {
  return element("pre", words, "tabindex=\"0\" role=\"region\" aria-label=\"Command\"");
}

std::string of_one_world() {
  return element("p",
                 "One world was run: one value for every uncertain number. So nothing here shows "
                 "which of them the answer hangs on, and the ranges of this report are ranges of "
                 "luck alone. This makes the same comparison in every world that fits the official "
                 "figures about as well, and then shows it here:") +
         command("stepdown compare BASE.toml OTHER.toml --ensemble --out FOLDER");
}

std::string of_few_worlds(std::size_t worlds) {
  return element("p", std::to_string(worlds) + " worlds were run. Fewer than " +
                          std::to_string(worlds_for_drivers) +
                          " cannot show which uncertain number the answer hangs on; without a "
                          "folder all worlds are taken that are built into the program:") +
         command("stepdown compare BASE.toml OTHER.toml --ensemble --out FOLDER");
}

std::vector<Driver> drivers_under(const ReportedResults& results, std::size_t plan) {
  const OutcomeFile& outcomes = results.outcomes();
  std::vector<std::string> settings;
  std::vector<std::vector<double>> values;
  std::vector<std::vector<std::string>> by_world;
  for (std::size_t draw = 0; draw < results.worlds().size(); ++draw) {
    by_world.push_back(outcomes.setting_values(results.plans().front().row, draw));
  }
  for (std::size_t i = 0; i < outcomes.settings().size(); ++i) {
    if (outcomes.settings()[i].role == name_of(Role::uncertainty)) {
      settings.push_back(outcomes.settings()[i].name);
      values.emplace_back();
      std::ranges::transform(by_world, std::back_inserter(values.back()),
                             [i](const auto& of_world) { return number_in(of_world[i]); });
    }
  }
  std::vector<double> differences;
  for (const WorldComparison& world : results.worlds()) {
    differences.push_back(world.comparison.find(outcome)->from_baseline[plan].over_runs.mean);
  }
  const bool complete =
      std::ranges::none_of(differences, [](double difference) { return std::isnan(difference); });
  return complete ? drivers_of(settings, values, differences, most_drivers) : std::vector<Driver>();
}

/// What a setting means, without what follows the first clause.
std::string words_of(const std::string& setting) {
  const Parameter* parameter = find_parameter(setting);
  const std::string_view doc = parameter == nullptr ? setting : parameter->doc.text();
  return std::string(doc.substr(0, doc.find_first_of(":;(")));
}

std::string in_a_sentence(std::string words) {
  words.front() = static_cast<char>(std::tolower(static_cast<unsigned char>(words.front())));
  while (words.ends_with(' ')) {
    words.pop_back();
  }
  return words;
}

HtmlTable driver_table(const std::vector<Driver>& drivers, const ReportedResults& results,
                       std::size_t plan) {
  HtmlTable table{"drivers-" + std::to_string(plan),
                  results.plans()[plan].title +
                      ": difference in children in severe need, by each uncertain number",
                  {{"Uncertain number", "setting"},
                   {"In worlds where it is low", "low"},
                   {"In worlds where it is high", "high"},
                   {"Rank correlation"},
                   {"Reading"}},
                  {{}},
                  "data-part=\"drivers\" data-plan=\"" + std::to_string(plan) + '"'};
  for (const Driver& driver : drivers) {
    const double grain = std::min(1.0, grain_of(driver.swing()));
    table.groups.front().rows.push_back(
        {{words_of(driver.setting), "", driver.setting},
         {rounded(driver.where_low, grain)},
         {rounded(driver.where_high, grain)},
         {rounded(driver.rank_correlation, 0.01)},
         {driver.may_be_chance ? "may be chance" : "goes with it"}});
  }
  return table;
}

std::string message(const std::vector<std::string>& beyond_chance) {
  return beyond_chance.empty()
             ? "No single uncertain number stands out: what the worlds show may be chance"
             : "What goes most with severe need: " + listed(beyond_chance);
}

}  // namespace

std::string driver_section(const ReportedResults& results) {
  const std::size_t worlds = results.worlds().size();
  if (worlds < worlds_for_drivers || results.comparison().find(outcome) == nullptr) {
    return worlds == 1 ? of_one_world() : of_few_worlds(worlds);
  }
  Picture picture;
  std::vector<std::string> beyond_chance;
  for (std::size_t plan = 1; plan < results.plans().size(); ++plan) {
    const std::vector<Driver> drivers = drivers_under(results, plan);
    if (std::ranges::all_of(drivers, [](const Driver& driver) { return driver.swing() == 0; })) {
      continue;
    }
    const auto first = std::ranges::find(drivers, false, &Driver::may_be_chance);
    if (first != drivers.end()) {
      beyond_chance.push_back(in_a_sentence(words_of(first->setting)) + " (under " +
                              results.plans()[plan].title + ')');
    }
    picture.tables.push_back(driver_table(drivers, results, plan));
  }
  picture.id = "picture-drivers";
  picture.module = "drivers";
  picture.message = message(beyond_chance);
  picture.subtitle = "Difference from " + results.plans().front().title +
                     " in children living at neglect level 4 to 5, mean of the worlds in which an "
                     "uncertain number is low (open dot) and high (full dot); " +
                     std::to_string(worlds) + " worlds, " + place_and_period(results.facts());
  picture.how_to_read =
      "The worlds differ in many numbers at once, so that a line shows what goes with the answer "
      "and not what causes it. With few worlds chance alone makes lines; the table says which.";
  picture.alternative =
      "A line for each uncertain number, from the mean difference where it is low to that where it "
      "is high. All numbers are in the tables of this picture.";
  picture.source = source_of(results.facts());
  return picture.tables.empty() ? element("p",
                                          "No uncertain number makes a difference to severe "
                                          "need from world to world.")
                                : picture_html(picture);
}

}  // namespace stepdown
