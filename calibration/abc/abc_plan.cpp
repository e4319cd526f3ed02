#include "calibration/abc/abc_plan.h"

#include <algorithm>
#include <cmath>
#include <ios>
#include <limits>
#include <sstream>
#include <stdexcept>

#include "analysis/digest.h"

namespace stepdown {
namespace {

void expect(bool holds, const char* message) {
  if (!holds) {
    throw std::invalid_argument(message);
  }
}

void expect_start(const WeightedPoints& start) {
  expect(!start.points.empty() && start.points.size() == start.weights.size(),
         "a search that starts from points needs at least one, and a weight for each");
  double sum = 0;
  for (std::size_t i = 0; i < start.points.size(); ++i) {
    expect(start.weights[i] >= 0 && start.points[i].size() == start.points.front().size(),
           "points to start from have equally many numbers each and weights of 0 or more");
    sum += start.weights[i];
  }
  expect(std::abs(sum - 1) < 1e-6, "the weights of the points to start from come to 1");
}

class Told {
 public:
  Told() { text_ << std::hexfloat; }
  void number(double value) { text_ << value << ' '; }
  void numbers(const std::vector<double>& values) {
    text_ << values.size() << ' ';
    std::ranges::for_each(values, [this](double value) { number(value); });
  }
  void whole(std::uint64_t value) { text_ << value << ' '; }
  std::string digest() const { return digest_of(text_.str()); }

 private:
  std::ostringstream text_;
};

}  // namespace

std::size_t first_simulations_of(const AbcPlan& plan) {
  return plan.first_simulations > 0 ? plan.first_simulations
                                    : static_cast<std::size_t>(std::llround(
                                          static_cast<double>(plan.particles) / plan.keep));
}

void check(const AbcPlan& plan, const std::vector<double>& observed) {
  const auto is_number = [](double value) { return std::isfinite(value); };
  expect(!observed.empty() && std::ranges::all_of(observed, is_number),
         "there has to be something observed, each of it a finite number");
  expect(plan.particles >= 2 && plan.particles <= std::numeric_limits<std::uint32_t>::max(),
         "a population has at least 2 particles");
  expect(plan.keep > 0 && plan.keep < 1, "the share kept lies between 0 and 1, both excluded");
  expect(first_simulations_of(plan) >= plan.particles,
         "the first generation makes at least as many simulations as there are particles");
  expect(plan.locality >= 0 && plan.locality <= 1, "the locality of proposals lies from 0 to 1");
  expect(plan.scales.empty() || plan.scales.size() == observed.size(),
         "there is a scale for each observed value or for none");
  expect(std::ranges::all_of(plan.scales, [](double scale) { return scale > 0; }),
         "scales are above 0");
  expect(plan.simulations_each > 0, "a call costs at least one simulation");
  expect(plan.least_acceptance > 0 && plan.least_acceptance <= 1,
         "the least acceptance lies above 0 and is at most 1");
  expect(plan.least_fall >= 0 && plan.least_fall < 1,
         "the least fall of the tolerance is at least 0 and below 1");
  expect(plan.tolerance_enough >= 0, "a tolerance is at least 0");
  if (plan.start) {
    expect_start(*plan.start);
  }
}

std::string stamp_of_search(const Prior& prior, const std::vector<double>& observed,
                            const AbcPlan& plan) {
  Told told;
  told.whole(plan.seed);
  told.whole(plan.particles);
  told.whole(first_simulations_of(plan));
  told.number(plan.keep);
  told.number(plan.locality);
  told.number(plan.tolerance_enough);
  told.numbers(plan.scales);
  told.numbers(observed);
  if (plan.start) {
    told.numbers(plan.start->weights);
    std::ranges::for_each(plan.start->points, [&](const Point& each) { told.numbers(each); });
  }
  // A prior is code: it is told by what it draws, and by its density there.
  constexpr std::uint32_t draws = 8;
  for (std::uint32_t draw = 0; draw < draws; ++draw) {
    const Point point = prior.draw(PointLuck(plan.seed, 0, draw));
    told.numbers(point);
    told.number(prior.log_density(point));
  }
  return "abc " + told.digest();
}

}  // namespace stepdown
