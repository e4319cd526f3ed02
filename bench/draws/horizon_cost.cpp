// Compiled twice, see bench/CMakeLists.txt: with the model's own draws and with sequential ones.
#include "bench/draws/horizon_cost.h"

#include <cstring>
#include <type_traits>

#include "bench/cpu_time.h"
#include "model/outcomes/observer.h"
#include "model/replication.h"
#include "model/state/authority.h"

namespace stepdown {
namespace {

static_assert(std::is_trivially_copyable_v<ModelParameters>, "they come as bytes");

ModelParameters parameters_at(const void* bytes) {
  ModelParameters parameters;
  std::memcpy(&parameters, bytes, sizeof parameters);
  return parameters;
}

class ModelHorizons : public draws::Horizons {
 public:
  explicit ModelHorizons(const ModelParameters& p) : p_(p), day_0_(after_warm_up(p, {1, 0})) {}

  draws::Cost live() override {
    Authority authority = day_0_;
    const double seconds =
        cpu_seconds_of([&] { live_through_horizon(authority, p_, p_, Observers{}); });
    return {seconds, static_cast<double>(authority.events - day_0_.events)};
  }

 private:
  ModelParameters p_;
  Authority day_0_;
};

}  // namespace
}  // namespace stepdown

std::unique_ptr<draws::Horizons> draws::DRAWN(const void* parameters) {
  return std::make_unique<stepdown::ModelHorizons>(stepdown::parameters_at(parameters));
}
