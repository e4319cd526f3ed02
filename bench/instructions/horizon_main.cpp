// A small fixed horizon for bench/instructions/check to count the instructions of: prints how many
// events it had. With the argument `watched`, every measure watches.
#include <cstdio>
#include <string_view>

#include "bench/base_world.h"

int main(int count, char** arguments) {
  using namespace stepdown;
  const bool watched = count > 1 && std::string_view(arguments[1]) == "watched";
  const ModelParameters p = base_with(4'000);
  const Authority day_0 = after_warm_up(p, {1, 0});
  HorizonRun run(p, day_0, watched ? Watched::by_every_measure : Watched::by_nobody);
  run.live();
  std::printf("%.0f\n", run.events());
}
