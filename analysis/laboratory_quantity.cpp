#include "analysis/laboratory_quantity.h"

#include <array>
#include <cmath>

#include "analysis/rounding.h"
#include "analysis/text_layout.h"
#include "model/state/neglect_level.h"

namespace stepdown {
namespace {

constexpr double confidence = 0.99;
constexpr std::array<std::string_view, 5> of_queues = {"p_wait", "mean_queue", "mean_wait",
                                                       "p_abandon", "utilisation"};
constexpr std::string_view of_need = "level_occupancy";
constexpr std::array columns = {TextColumn{"value", 16}, TextColumn{"+- 99%", 16}};

// Adds what the runs say of one measure; nothing if they say nothing.
void add(LaboratoryQuantity& quantity, const Comparison& comparison, const std::string& measure,
         std::size_t scenario) {
  const MeasureComparison* found = comparison.find(measure);
  if (found == nullptr || found->own[scenario].runs == 0) {
    return;
  }
  const Summary& own = found->own[scenario];
  quantity.values.push_back(own.mean);
  quantity.half_widths.push_back(half_width_of_mean(own.deviation, own.runs, confidence));
}

}  // namespace

std::vector<LaboratoryQuantity> laboratory_quantities(const Comparison& comparison,
                                                      std::size_t scenario) {
  std::vector<LaboratoryQuantity> quantities;
  for (const std::string_view name : of_queues) {
    LaboratoryQuantity quantity{std::string(name), {}, {}, false};
    add(quantity, comparison, quantity.name, scenario);
    quantities.push_back(std::move(quantity));
  }
  LaboratoryQuantity levels{std::string(of_need), {}, {}, true};
  for (int level = 1; level <= neglect_levels; ++level) {
    add(levels, comparison, levels.name + '_' + std::to_string(level), scenario);
  }
  quantities.push_back(std::move(levels));
  std::erase_if(quantities, [](const LaboratoryQuantity& each) { return each.values.empty(); });
  return quantities;
}

std::string laboratory_table(const std::vector<LaboratoryQuantity>& quantities) {
  std::string text = table_header(columns);
  for (const LaboratoryQuantity& quantity : quantities) {
    for (std::size_t i = 0; i < quantity.values.size(); ++i) {
      const double grain = grain_of(2 * quantity.half_widths[i]);
      const std::string name =
          quantity.name + (quantity.by_level ? ", level " + std::to_string(i + 1) : "");
      const std::vector<std::string> cells{rounded(quantity.values[i], grain),
                                           rounded(quantity.half_widths[i], grain)};
      text += table_row(name, cells, columns);
    }
  }
  return text;
}

}  // namespace stepdown
