#include "analysis/sensitivity/sobol_indices.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <limits>
#include <numeric>
#include <utility>

#include "model/contract.h"

namespace stepdown {
namespace {

using Block = std::vector<double>;  // a mean for each scramble

// The values of one row less the mean of all, so that products lose no digits.
class Row {
 public:
  Row(const double* values, std::size_t replicates, double centre)
      : values_(values), replicates_(replicates), centre_(centre) {}

  double operator()(std::size_t which, std::size_t replicate) const {
    return values_[which * replicates_ + replicate] - centre_;
  }

 private:
  const double* values_;
  std::size_t replicates_;
  double centre_;
};

// Of a row and one replicate.
using Term = std::function<double(const Row&, std::size_t)>;

class Estimator {
 public:
  Estimator(const SobolPlan& plan, std::span<const double> values, std::size_t replicates)
      : plan_(plan), values_(values), replicates_(replicates) {
    double sum = 0;
    double count = 0;
    each_of_a_and_b([&](double value) {
      sum += value;
      ++count;
    });
    mean_ = count > 0 ? sum / count : std::numeric_limits<double>::quiet_NaN();
  }

  double mean() const { return mean_; }

  // The mean product of two terms, each of another replicate; with one replicate of the same.
  Block products(const Term& one, const Term& other) const {
    return over_rows([&](const Row& row, Sum& sum) {
      for (std::size_t r = 0; r < replicates_; ++r) {
        for (std::size_t s = 0; s < replicates_; ++s) {
          if (r != s || replicates_ == 1) {
            sum.add(one(row, r) * other(row, s));
          }
        }
      }
    });
  }

  Block squares_of_a_and_b() const {
    return over_rows([&](const Row& row, Sum& sum) {
      for (std::size_t r = 0; r < replicates_; ++r) {
        sum.add(std::pow(row(SobolPlan::a, r), 2));
        sum.add(std::pow(row(SobolPlan::b, r), 2));
      }
    });
  }

 private:
  struct Sum {
    double sum = 0;
    double count = 0;
    void add(double value) {
      if (std::isfinite(value)) {
        sum += value;
        ++count;
      }
    }
  };

  template <typename Add>
  Block over_rows(const Add& add) const {
    Block means;
    const std::size_t of_a_row = plan_.evaluations_of_a_row() * replicates_;
    for (std::size_t block = 0; block < plan_.scrambles; ++block) {
      Sum sum;
      for (std::size_t row = 0; row < plan_.rows; ++row) {
        add(Row(values_.data() + (block * plan_.rows + row) * of_a_row, replicates_, mean_), sum);
      }
      means.push_back(sum.count > 0 ? sum.sum / sum.count
                                    : std::numeric_limits<double>::quiet_NaN());
    }
    return means;
  }

  template <typename Act>
  void each_of_a_and_b(const Act& act) const {
    const std::size_t of_a_row = plan_.evaluations_of_a_row() * replicates_;
    for (std::size_t row = 0; row < plan_.all_rows(); ++row) {
      for (std::size_t i = 0; i < 2 * replicates_; ++i) {
        const double value = values_[row * of_a_row + i];
        if (std::isfinite(value)) {
          act(value);
        }
      }
    }
  }

  const SobolPlan& plan_;
  std::span<const double> values_;
  std::size_t replicates_;
  double mean_;
};

Term at(std::size_t which) {
  return [which](const Row& row, std::size_t r) { return row(which, r); };
}

Term difference(std::size_t one, std::size_t other) {
  return [one, other](const Row& row, std::size_t r) { return row(one, r) - row(other, r); };
}

template <typename Operation>
Block combined(Block one, const Block& other, const Operation& operation) {
  for (std::size_t i = 0; i < one.size(); ++i) {
    one[i] = operation(one[i], other[i]);
  }
  return one;
}

Block mean_of(Block one, const Block& other) {
  return combined(std::move(one), other, [](double x, double y) { return (x + y) / 2; });
}

Block less(Block one, const Block& other) {
  return combined(std::move(one), other, std::minus<>());
}

Block halved(Block block) {
  for (double& value : block) {
    value /= 2;
  }
  return block;
}

// Variances of one factor: alone, and with all it acts with. The rows BA give both once more.
std::pair<Block, Block> variances_of(const Estimator& estimator, const SobolPlan& plan,
                                     std::size_t factor) {
  const std::size_t a = SobolPlan::a;
  const std::size_t b = SobolPlan::b;
  const Term with = difference(a, plan.ab(factor));
  Block alone = estimator.products(at(b), difference(plan.ab(factor), a));
  Block total = halved(estimator.products(with, with));
  if (plan.second_order) {
    const Term other = difference(b, plan.ba(factor));
    alone = mean_of(std::move(alone), estimator.products(at(a), difference(plan.ba(factor), b)));
    total = mean_of(std::move(total), halved(estimator.products(other, other)));
  }
  return {std::move(alone), std::move(total)};
}

// BA of the one and AB of the other have the inputs of just these two in common (Saltelli 2002).
Block closed_variance(const Estimator& estimator, const SobolPlan& plan, std::size_t one,
                      std::size_t other) {
  const Block both = mean_of(estimator.products(at(plan.ba(one)), at(plan.ab(other))),
                             estimator.products(at(plan.ba(other)), at(plan.ab(one))));
  return less(both, estimator.products(at(SobolPlan::a), at(SobolPlan::b)));
}

}  // namespace

std::size_t SobolIndices::all_missing() const {
  return std::accumulate(missing.begin(), missing.end(), std::size_t{0});
}

SobolIndices sobol_indices(const SobolPlan& plan, std::span<const double> values,
                           std::size_t replicates) {
  expects(values.size() == plan.evaluations() * replicates, "every evaluation has its replicates");
  const Estimator estimator(plan, values, replicates);
  const Block spread = estimator.squares_of_a_and_b();
  const Block settings = replicates == 1
                             ? spread
                             : mean_of(estimator.products(at(SobolPlan::a), at(SobolPlan::a)),
                                       estimator.products(at(SobolPlan::b), at(SobolPlan::b)));
  SobolIndices indices;
  indices.mean = estimator.mean();
  indices.variance = mean_of_blocks(spread).value;
  indices.luck = replicates == 1 ? no_estimate() : ratio_of_blocks(less(spread, settings), spread);
  std::vector<Block> alone;
  for (std::size_t factor = 0; factor < plan.factors.size(); ++factor) {
    const auto [first, total] = variances_of(estimator, plan, factor);
    indices.factors.push_back({ratio_of_blocks(first, spread), ratio_of_blocks(total, spread),
                               ratio_of_blocks(first, settings), ratio_of_blocks(total, settings)});
    alone.push_back(first);
  }
  for (std::size_t one = 0; plan.second_order && one < plan.factors.size(); ++one) {
    for (std::size_t other = one + 1; other < plan.factors.size(); ++other) {
      const Block both = closed_variance(estimator, plan, one, other);
      indices.pairs.push_back(
          {one, other, ratio_of_blocks(less(less(both, alone[one]), alone[other]), spread)});
    }
  }
  const std::size_t of_a_block = values.size() / plan.scrambles;
  indices.values = values.size();
  for (std::size_t block = 0; block < plan.scrambles; ++block) {
    const auto here = values.subspan(block * of_a_block, of_a_block);
    indices.missing.push_back(static_cast<std::size_t>(
        std::count_if(here.begin(), here.end(), [](double v) { return !std::isfinite(v); })));
  }
  return indices;
}

}  // namespace stepdown
