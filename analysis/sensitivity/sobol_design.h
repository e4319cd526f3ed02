#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace stepdown {

/// What a variance-based study exchanges and how often: its inputs taken together as factors, so
/// many rows of points in each of several independent scrambles.
struct SobolPlan {
  std::vector<std::vector<std::size_t>> factors;  // places of the inputs that move together
  std::size_t rows = 64;                          // of each scramble; a power of two
  std::size_t scrambles = 16;
  bool second_order = false;
  std::uint64_t seed = 1;

  /// Each input a factor of its own.
  static std::vector<std::vector<std::size_t>> single(std::size_t inputs);

  std::size_t inputs() const;
  std::size_t all_rows() const { return rows * scrambles; }
  /// A, B, an AB for each factor, and a BA for each where pairs are asked for too.
  std::size_t evaluations_of_a_row() const { return 2 + factors.size() * (second_order ? 2 : 1); }
  std::size_t evaluations() const { return all_rows() * evaluations_of_a_row(); }

  // Places of the evaluations of a row.
  static constexpr std::size_t a = 0;
  static constexpr std::size_t b = 1;
  std::size_t ab(std::size_t factor) const { return 2 + factor; }
  std::size_t ba(std::size_t factor) const { return 2 + factors.size() + factor; }
};

/// The points of a variance-based study in the open unit cube (Saltelli and others 2010): every row
/// has two points A and B, both out of one scrambled Sobol sequence of twice the dimensions, and
/// for each factor the point A with the inputs of that factor out of B (AB), and the other way
/// round (BA). Scrambles are independent of one another: they are the blocks of all intervals.
class SobolDesign {
 public:
  explicit SobolDesign(SobolPlan plan);

  const SobolPlan& plan() const { return plan_; }
  /// Row after row, the evaluations of a row in the order of the plan.
  std::vector<double> point(std::size_t evaluation) const;

 private:
  SobolPlan plan_;
  std::size_t inputs_;
  std::vector<double> cube_;
};

}  // namespace stepdown
