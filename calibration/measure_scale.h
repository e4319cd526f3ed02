#pragma once

#include <cstdint>

#include "model/outcomes/outcomes.h"

namespace stepdown {

/// The scale on which a measure is emulated, followed over years and compared: rates and counts by
/// their logarithm, percentages by their logit, so that neither can be predicted beyond what it can
/// be and a spread means the same everywhere. Values near the end of a scale are held off it, a
/// percentage by a quarter of a point. So many of one thing per 100 of another can be more than 100
/// and count as a rate.
class MeasureScale {
 public:
  enum class Kind : std::uint8_t { logarithm, logit };

  static MeasureScale of(const Measure& measure);
  explicit MeasureScale(Kind kind) : kind_(kind) {}

  Kind kind() const { return kind_; }
  double on(double value) const;
  double from(double place) const;
  /// How many units of the value one unit of the scale is there, to first order.
  double unit_at(double value) const;
  /// What a standard deviation about a value comes to on the scale, to first order.
  double sd_on(double value, double sd) const { return sd / unit_at(value); }

 private:
  Kind kind_;
};

}  // namespace stepdown
