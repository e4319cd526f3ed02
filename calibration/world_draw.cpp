#include "calibration/world_draw.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <iomanip>
#include <sstream>

#include "calibration/rewritten_settings.h"
#include "model/random.h"
#include "scenarios/parameter_words.h"

namespace stepdown {
namespace {

constexpr const char* misfit_mark = "# Misfit ";
constexpr const char* origin_mark = "# Origin ";

double uniform(std::uint64_t seed, int number, std::size_t place) {
  const auto bits =
      philox_4x32_10({static_cast<std::uint32_t>(place), static_cast<std::uint32_t>(number), 0, 0},
                     {static_cast<std::uint32_t>(seed), static_cast<std::uint32_t>(seed >> 32)});
  return (bits[0] + 0.5) * 0x1p-32;
}

ModelParameters with_values(ModelParameters world, const std::vector<FreeParameter>& parameters,
                            const FittedValues& values) {
  for (const FreeParameter& each : parameters) {
    each.parameter->set(world, values.at(std::string(each.parameter->name)));
  }
  return world;
}

std::string listed(const FittedValues& values) {
  std::string text;
  for (const auto& [name, value] : values) {
    text += "#   " + name + '\n';
  }
  return text;
}

/// The rest of the line after a mark; empty when the text has no such line.
std::string after_mark(const std::string& text, const std::string& mark) {
  const std::size_t found = text.find(mark);
  if (found == std::string::npos) {
    return {};
  }
  const std::size_t from = found + mark.size();
  return text.substr(from, text.find('\n', from) - from);
}

}  // namespace

FittedValues drawn_values(const std::vector<FreeParameter>& ranges, std::uint64_t seed,
                          int number) {
  FittedValues values;
  for (std::size_t i = 0; i < ranges.size(); ++i) {
    const auto& [low, high] = ranges[i].bounds;
    const double value = in_four_digits(low + uniform(seed, number, i) * (high - low));
    values[std::string(ranges[i].parameter->name)] = std::clamp(value, low, high);
  }
  return values;
}

std::vector<FreeParameter> free_after_drawing(const FitPlan& plan) {
  std::vector<FreeParameter> free;
  std::ranges::copy_if(plan.fitted, std::back_inserter(free), [&](const FreeParameter& each) {
    const bool is_drawn = std::ranges::find(plan.drawn, each.parameter,
                                            &FreeParameter::parameter) != plan.drawn.end();
    return each.parameter->role == Role::uncertainty && !is_drawn;
  });
  return free;
}

Columns slopes_around(const TrialWorld& base, const FitPlan& plan) {
  const TrialWorld world = base.changed(base.world(), free_after_drawing(plan));
  return slopes_at_start(world.problem(plan.pull_sd), plan.step);
}

WorldDraw draw_world(const TrialWorld& base, const FitPlan& plan, const Columns& slopes,
                     std::uint64_t seed, int number,
                     const std::function<void(const FitProgress&)>& told) {
  WorldDraw draw;
  draw.number = number;
  draw.drawn = drawn_values(plan.drawn, seed, number);
  const TrialWorld world =
      base.changed(with_values(base.world(), plan.drawn, draw.drawn), free_after_drawing(plan));
  const FitProgress found = fit(world, plan, plan.member_iterations, told, slopes);
  draw.fitted = found.values;
  draw.misfit = found.misfit;
  draw.figures = found.means.size();
  for (std::size_t t = 0; t < found.means.size(); ++t) {
    draw.met += base.targets()[t].is_met_by(found.means[t]) ? 1 : 0;
  }
  return draw;
}

std::string member_text(const WorldDraw& draw, double misfit_of_base, const std::string& origin) {
  FittedValues all = draw.drawn;
  all.insert(draw.fitted.begin(), draw.fitted.end());
  std::ostringstream text;
  text << "kind = \"member\"\ntitle = \"The world of draw " << draw.number << "\"\n\n"
       << std::fixed << std::setprecision(2) << misfit_mark << draw.misfit << " over "
       << draw.figures << " figures (the base: " << misfit_of_base << "); " << draw.met
       << " within tolerance.\n"
       << origin_mark << origin << " (tools/base-fit --ensemble)\n"
       << "# Drawn from their ranges, the other numbers then fitted again:\n"
       << listed(draw.drawn) << '\n'
       << tables_of(all);
  return text.str();
}

std::optional<double> remembered_misfit(const std::string& text, const std::string& origin) {
  if (!after_mark(text, origin_mark).starts_with(origin + ' ')) {
    return std::nullopt;
  }
  double misfit = 0;
  std::istringstream line(after_mark(text, misfit_mark));
  return line >> misfit ? std::optional<double>(misfit) : std::nullopt;
}

std::string stamp_of(const std::string& text) {
  std::uint64_t stamp = 0xcbf29ce484222325;  // Fowler, Noll and Vo's hash, 1a
  for (const char letter : text) {
    stamp = (stamp ^ static_cast<unsigned char>(letter)) * 0x100000001b3;
  }
  std::array<char, 17> digits{};
  std::snprintf(digits.data(), digits.size(), "%016llx", static_cast<unsigned long long>(stamp));
  return digits.data();
}

}  // namespace stepdown
