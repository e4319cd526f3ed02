#include "analysis/decision/scenario_discovery.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include <boost/math/distributions/binomial.hpp>

#include "analysis/summary.h"
#include "model/contract.h"

namespace stepdown {
namespace {

using Worlds = std::vector<std::size_t>;

/// Chance of at least `hits` of `tries` when each has the chance `share`.
double chance_of_at_least(std::size_t hits, std::size_t tries, double share) {
  if (hits == 0 || share >= 1) {
    return 1;
  }
  if (share <= 0) {
    return 0;
  }
  const boost::math::binomial_distribution<double> binomial(static_cast<double>(tries), share);
  return boost::math::cdf(boost::math::complement(binomial, static_cast<double>(hits) - 1));
}

class Search {
 public:
  Search(std::span<const std::vector<double>> inputs, const std::vector<bool>& of_interest,
         const DiscoveryPlan& plan)
      : inputs_(inputs), of_interest_(of_interest), plan_(plan) {
    for (std::size_t world = 0; world < of_interest.size(); ++world) {
      (2 * world < of_interest.size() ? seen_ : unseen_).push_back(world);
    }
  }

  std::optional<Box> found() const {
    std::vector<Sides> kept = {{}};
    Sides best;
    for (std::size_t count = 1; count <= plan_.most_sides; ++count) {
      kept = with_one_side_more(kept);
      for (const Sides& sides : kept) {
        const bool is_worth_its_words = count == 1 || has_no_weak_side(sides);
        if (is_worth_its_words && score(sides) > score(best)) {
          best = sides;
        }
      }
    }
    return best.empty() ? std::optional<Box>() : judged(best);
  }

 private:
  using Sides = std::vector<BoxSide>;

  std::size_t hits(const Worlds& worlds) const {
    return static_cast<std::size_t>(
        std::ranges::count_if(worlds, [&](std::size_t world) { return of_interest_[world]; }));
  }

  bool is_inside(std::size_t world, std::span<const BoxSide> sides) const {
    return std::ranges::all_of(sides, [&](const BoxSide& side) {
      return (inputs_[side.input][world] > side.value) == side.is_above;
    });
  }

  Worlds inside(const Worlds& of, std::span<const BoxSide> sides) const {
    Worlds worlds;
    std::ranges::copy_if(of, std::back_inserter(worlds),
                         [&](std::size_t world) { return is_inside(world, sides); });
    return worlds;
  }

  static double share(std::size_t part, std::size_t whole) {
    return whole == 0 ? 0 : static_cast<double>(part) / static_cast<double>(whole);
  }

  static bool has(const Sides& sides, std::size_t input, bool is_above) {
    return std::ranges::any_of(sides, [&](const BoxSide& side) {
      return side.input == input && side.is_above == is_above;
    });
  }

  /// Each box with each side that it has not, moved to where it scores best; the best of them.
  std::vector<Sides> with_one_side_more(const std::vector<Sides>& boxes) const {
    std::vector<Sides> more;
    for (const Sides& box : boxes) {
      for (std::size_t input = 0; input < inputs_.size(); ++input) {
        for (const bool is_above : {true, false}) {
          if (has(box, input, is_above)) {
            continue;
          }
          Sides sides = box;
          constexpr double beyond_all = std::numeric_limits<double>::infinity();
          sides.push_back({input, is_above, is_above ? -beyond_all : beyond_all});
          move_all(sides);
          more.push_back(std::move(sides));
        }
      }
    }
    std::ranges::stable_sort(more, std::ranges::greater(),
                             [&](const Sides& sides) { return score(sides); });
    more.resize(std::min(more.size(), plan_.most_boxes));
    return more;
  }

  void move_all(Sides& sides) const {
    constexpr int rounds = 2;
    for (int round = 0; round < rounds; ++round) {
      for (std::size_t i = sides.size(); i-- > 0;) {
        move_best(sides, i);
      }
    }
  }

  void move_best(Sides& sides, std::size_t moving) const {
    Sides others = sides;
    others.erase(others.begin() + static_cast<std::ptrdiff_t>(moving));
    BoxSide& side = sides[moving];
    Worlds worlds = inside(seen_, others);
    std::ranges::sort(worlds, {}, [&](std::size_t world) {
      const double value = inputs_[side.input][world];
      return side.is_above ? -value : value;
    });
    const double least = plan_.least_share * static_cast<double>(seen_.size());
    const std::size_t of_interest = hits(seen_);
    double best_score = score(sides);
    std::size_t held = 0;
    for (std::size_t n = 1; n < worlds.size(); ++n) {
      held += of_interest_[worlds[n - 1]] ? 1 : 0;
      const double inner = inputs_[side.input][worlds[n - 1]];
      const double outer = inputs_[side.input][worlds[n]];
      const double scored = 2 * share(held, n + of_interest);
      if (inner != outer && static_cast<double>(n) >= least && scored > best_score) {
        best_score = scored;
        side.value = (inner + outer) / 2;
      }
    }
  }

  /// A side is weak if chance alone would often make the box as dense as it is without that side
  /// (the quasi-p-value of Bryant and Lempert).
  bool has_no_weak_side(const Sides& sides) const {
    const Worlds narrow = inside(seen_, sides);
    for (std::size_t i = 0; i < sides.size(); ++i) {
      Sides others = sides;
      others.erase(others.begin() + static_cast<std::ptrdiff_t>(i));
      const Worlds wider = inside(seen_, others);
      if (wider.size() == narrow.size() ||
          chance_of_at_least(hits(narrow), narrow.size(), share(hits(wider), wider.size())) >
              plan_.weak_side) {
        return false;
      }
    }
    return true;
  }

  /// The harmonic mean of coverage and density.
  double score(std::span<const BoxSide> sides) const {
    const Worlds worlds = inside(seen_, sides);
    return 2 * share(hits(worlds), worlds.size() + hits(seen_));
  }

  std::optional<Box> judged(const Sides& sides) const {
    const Worlds worlds = inside(unseen_, sides);
    Box box{sides, worlds.size(), hits(worlds), hits(unseen_), unseen_.size(), 1};
    box.by_chance =
        chance_of_at_least(box.inside_of_interest, box.inside, share(box.of_interest, box.worlds));
    return box.by_chance <= plan_.most_by_chance ? std::optional(box) : std::optional<Box>();
  }

  std::span<const std::vector<double>> inputs_;
  const std::vector<bool>& of_interest_;
  const DiscoveryPlan& plan_;
  Worlds seen_;
  Worlds unseen_;
};

}  // namespace

std::optional<Box> discover(std::span<const std::vector<double>> inputs,
                            const std::vector<bool>& of_interest, const DiscoveryPlan& plan) {
  for (const std::vector<double>& input : inputs) {
    expects(input.size() == of_interest.size(), "every world has every input");
  }
  return Search(inputs, of_interest, plan).found();
}

}  // namespace stepdown
