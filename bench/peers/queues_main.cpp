// The engine and the loop of a textbook on the same queue, in turns in one process: what comes of
// it, with standard errors, and families a second, as JSON for bench/page.py.
#include <cmath>
#include <cstdio>
#include <vector>

#include "bench/peers/queue.h"

namespace {

using stepdown::QueueOutcome;

void print(const char* name, double (*value)(const QueueOutcome&),
           const std::vector<QueueOutcome>& runs) {
  const auto n = static_cast<double>(runs.size());
  double mean = 0.0;
  for (const QueueOutcome& run : runs) {
    mean += value(run) / n;
  }
  double squares = 0.0;
  for (const QueueOutcome& run : runs) {
    squares += (value(run) - mean) * (value(run) - mean);
  }
  std::printf("    \"%s\": [%.9g, %.3g],\n", name, mean, std::sqrt(squares / (n - 1.0) / n));
}

void print(const char* program, const std::vector<QueueOutcome>& runs, const char* after) {
  std::printf("  \"%s\": {\n", program);
  print(
      "abandoned", [](const QueueOutcome& run) { return run.abandoned; }, runs);
  print(
      "mean_queue", [](const QueueOutcome& run) { return run.mean_queue; }, runs);
  print(
      "utilisation", [](const QueueOutcome& run) { return run.utilisation; }, runs);
  double families = 0.0;
  double seconds = 0.0;
  for (const QueueOutcome& run : runs) {
    families += run.families;
    seconds += run.seconds;
  }
  std::printf("    \"families_per_second\": %.6g\n  }%s\n", families / seconds, after);
}

}  // namespace

int main() {
  std::vector<QueueOutcome> engine;
  std::vector<QueueOutcome> textbook;
  for (std::uint32_t run = 0; run < 20; ++run) {
    engine.push_back(stepdown::engine_run(run));
    textbook.push_back(stepdown::textbook_run({}, 1000 + run));
  }
  std::printf("{\n");
  print("stepdown", engine, ",");
  print("textbook", textbook, "");
  std::printf("}\n");
}
