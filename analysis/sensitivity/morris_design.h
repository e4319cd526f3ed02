#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace stepdown {

/// A screening study of `inputs` inputs: so many walks over a grid of four levels in each of
/// several independent scrambles.
struct MorrisPlan {
  std::size_t inputs = 0;
  std::size_t walks = 4;  // of each scramble
  std::size_t scrambles = 16;
  std::uint64_t seed = 1;

  static constexpr std::size_t levels = 4;
  /// How far an input moves: half the levels on, so that every level is reached equally often.
  static constexpr double step = 2.0 / 3;

  std::size_t all_walks() const { return walks * scrambles; }
  std::size_t points_of_a_walk() const { return inputs + 1; }
  std::size_t evaluations() const { return all_walks() * points_of_a_walk(); }
};

/// The points of a screening study (Morris 1991): a walk begins anywhere on the grid and moves
/// every input once, one at a time, in an order of its own. Beginnings and orders of the walks of a
/// scramble come from one scrambled Sobol sequence, so that they are evenly spread; scrambles are
/// independent of one another: they are the blocks of all intervals.
class MorrisDesign {
 public:
  explicit MorrisDesign(const MorrisPlan& plan);

  const MorrisPlan& plan() const { return plan_; }
  /// Walk after walk, the points of a walk in the order of its steps.
  std::vector<double> point(std::size_t evaluation) const;

  /// Which input a step of a walk moves, and whether upwards.
  struct Move {
    std::size_t input;
    bool is_up;
  };
  Move move(std::size_t walk, std::size_t step) const { return moves_[walk * plan_.inputs + step]; }

 private:
  void add_walk(const double* cube);

  MorrisPlan plan_;
  std::vector<double> beginnings_;
  std::vector<Move> moves_;
};

}  // namespace stepdown
