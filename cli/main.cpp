#include <csignal>

#include "cli/command_line.h"

int main(int argc, char** argv) {
  // A limit on file size is then an error of writing, like a full disk, and not the end.
  std::signal(SIGXFSZ, SIG_IGN);
  return static_cast<int>(stepdown::run_command_line(argc, argv));
}
