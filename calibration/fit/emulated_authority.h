#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <vector>

#include "calibration/emulator/emulator.h"
#include "calibration/fit/authority_space.h"
#include "calibration/matching/scaled_target.h"

namespace stepdown {

/// What runs of the model itself came to at points of one authority, on the targets' scales.
struct TriedPoints {
  std::vector<Point> points;                // free coordinates
  std::vector<std::vector<double>> values;  // by point, by target; NaN where there is none
};

/// One authority as an emulator sees it, and put right by runs of the model where the two differ.
class EmulatedAuthority {
 public:
  /// `correlations` are those of the figures' errors.
  EmulatedAuthority(const Emulator& emulator, const AuthoritySpace& space,
                    std::vector<ScaledTarget> targets, const Table& correlations);

  const std::vector<ScaledTarget>& targets() const { return targets_; }
  std::vector<double> observed() const;
  /// Standard normal numbers made to go together as the figures' errors do.
  std::vector<double> correlated(const std::vector<double>& normals) const;

  /// Learns where runs of the model lie beside the emulator's means: by how much, how that changes
  /// with each number, and how far they scatter about it. Few runs move little.
  void correct_by(const TriedPoints& tried);
  /// How far the mean was moved at the middle of the points tried, in standard deviations of the
  /// target's error; empty before any correction.
  const std::vector<double>& corrections() const { return shift_in_errors_; }

  /// With variances of what the emulator does not know.
  Emulated predict(const std::vector<Point>& free) const;
  /// Of the figures at each point, but for a constant: normal on their scales, with the variances
  /// of their errors, of luck, and of what the emulator usually does not know.
  std::vector<double> log_likelihoods(const std::vector<Point>& free) const;

 private:
  double correction(std::size_t target, const Point& free) const;

  const Emulator& emulator_;
  const AuthoritySpace& space_;
  std::vector<ScaledTarget> targets_;
  std::vector<std::string> measures_;
  std::vector<double> error_variances_;  // of the emulator, by target
  Table precision_;                      // the inverse of the errors' correlations
  Table root_;                           // their Cholesky factor, lower
  // A row for each target: what is added, and for each free number by how much more; empty before.
  std::vector<std::vector<double>> corrections_;
  std::vector<double> shift_in_errors_;
};

/// Runs of one authority as the emulator imagines them, at points that are known beforehand.
class EmulatedDraws {
 public:
  EmulatedDraws(const EmulatedAuthority& authority, const std::vector<Point>& points);

  /// What one run of one of the points comes to on the targets' scales: luck, and what the emulator
  /// does not know.
  std::vector<double> run(const Point& point, std::uint64_t luck) const;
  /// The same with the error that each figure has, as a sampler wants it.
  std::vector<double> noisy_run(const Point& point, std::uint64_t luck) const;

 private:
  std::vector<double> drawn(const Point& point, std::uint64_t luck, bool with_errors) const;

  const EmulatedAuthority& authority_;
  std::map<Point, std::size_t> places_;
  Emulated emulated_;
};

}  // namespace stepdown
