#include <algorithm>
#include <stdexcept>

#include "calibration/emulator/emulator_file.h"
#include "model/parameters/registry.h"
#include "tests/fuzz/edited_hdf5.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {
namespace {

/// Of two numbers and two measures, conditioned on three points.
Emulator small_emulator() {
  const Table points({{0, 0}, {1, -1}, {-1, 0.5}});
  const std::vector<double> noise = {0.1, 0.2, 0.1};
  std::vector<MeasureEmulator> measures;
  for (const char* name : {"referrals_per_10000", "rereferral_12m"}) {
    const auto measure = std::ranges::find(run_measures(), std::string_view(name), &Measure::name);
    GaussianProcess mean(points, {{5, 4}, 0.3, 0.05}, {6, 0.1, 0.2, 0, 0}, {0.1, -0.1, 0.2}, noise,
                         2, 1);
    measures.push_back({name,
                        MeasureScale::of(*measure),
                        std::move(mean),
                        noise,
                        {-3, 0.1, 0.2},
                        -5,
                        1,
                        {0.9, 0.1, 0.9},
                        0.2});
  }
  return {{{{find_parameter("need.easing"), {0.3, 4}}, 0.5, false, 0},
           {{find_parameter("need.worsening"), {0.1, 2.5}}, 0.5, false, 0}},
          31'250,
          std::move(measures)};
}

}  // namespace

void read_fuzzed(std::string_view bytes) {
  const auto path = edited_hdf5(bytes, "emulator.h5", [](const std::filesystem::path& original) {
    write_emulator({small_emulator(), "base", "0.1.0", "stepdown train", 1, 3, 6, 0}, original);
  });
  try {
    const Emulator emulator = read_emulator(path).emulator;
    const Table at({std::vector<double>(emulator.inputs().size(), 0.5)});
    for (const MeasureEmulator& measure : emulator.measures()) {
      emulator.predict(at, {measure.name});
    }
  } catch (const std::runtime_error&) {
    // Whoever reads it says which file it was.
  }
}

}  // namespace stepdown
