#pragma once

#include <algorithm>
#include <random>
#include <vector>

namespace stepdown {

/// Moments spread over a life, as shares of it up to `last`: one in each equal part of it, at a
/// random place there, in a random order. The same ones every time.
inline std::vector<double> moments(int count, double last) {
  std::mt19937 random(1);
  std::uniform_real_distribution<double> within(0, 1);
  std::vector<double> shares;
  for (int i = 0; i < count; ++i) {
    shares.push_back(last * (i + within(random)) / count);
  }
  std::ranges::shuffle(shares, random);
  return shares;
}

}  // namespace stepdown
