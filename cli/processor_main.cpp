#include <unistd.h>

#include <string_view>

// This file alone is compiled for every processor of the kind (cmake/layer.cmake). It looks before
// anything else of the program runs: without it an old processor ends the program with "Illegal
// instruction" and no word of why.

namespace {

constexpr int internal = 70;  // as in cli/exit_code.h

constexpr std::string_view refusal =
    "error[P003]: this processor cannot run stepdown: it has no AVX2\n"
    "  = use a computer of 2013 or later, or build with -DSTEPDOWN_ARCH=x86-64; results are then "
    "not those of others bit for bit\n";

#if defined(__x86_64__) && defined(STEPDOWN_NEEDS_AVX2)
[[gnu::constructor(101)]] void refuse_old_processors() {
  __builtin_cpu_init();
  const bool can = __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") &&
                   __builtin_cpu_supports("bmi2");
  if (!can) {
    // Nobody is left to tell if this fails.
    [[maybe_unused]] const auto written = ::write(STDERR_FILENO, refusal.data(), refusal.size());
    ::_exit(internal);
  }
}
#endif

}  // namespace
