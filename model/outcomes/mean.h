#pragma once

namespace stepdown {

/// A mean that is not a number while nothing has been added.
class Mean {
 public:
  void add(double value) {
    sum_ += value;
    count_ += 1.0;
  }
  double value() const { return sum_ / count_; }
  double count() const { return count_; }

 private:
  double sum_ = 0.0;
  double count_ = 0.0;
};

}  // namespace stepdown
