#pragma once

#include <memory>

/// Outside the namespace of the house, which is another one in the model that draws sequentially.
namespace draws {

struct Cost {
  double seconds = 0.0;
  double events = 0.0;
};

/// Lives through the same horizon again and again.
class Horizons {
 public:
  virtual ~Horizons() = default;
  virtual Cost live() = 0;
};

/// With the model as it is; `parameters` are its ModelParameters.
std::unique_ptr<Horizons> keyed(const void* parameters);
/// With the model compiled with the random numbers of bench/draws/sequential.
std::unique_ptr<Horizons> sequential(const void* parameters);

}  // namespace draws
