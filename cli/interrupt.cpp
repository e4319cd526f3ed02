#include "cli/interrupt.h"

#include <unistd.h>

#include <csignal>
#include <string>
#include <string_view>

#include "cli/exit_code.h"

namespace stepdown {
namespace {

// What a signal finds: nothing here may change while the signal is caught.
std::atomic<bool> stop_asked{false};
std::string unfinished_file;
std::string unfinished_folder;
struct sigaction action_before;

void say(std::string_view text) {
  // Nobody is left to tell if this fails.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

// Only calls that are safe inside a signal.
void on_interrupt(int) {
  if (!stop_asked.exchange(true)) {
    say("\nfinishing the runs in hand; Ctrl-C again stops now and saves nothing\n");
    return;
  }
  ::unlink(unfinished_file.c_str());
  if (!unfinished_folder.empty()) {
    ::rmdir(unfinished_folder.c_str());
  }
  ::_exit(static_cast<int>(ExitCode::interrupted));
}

}  // namespace

Interrupt::Interrupt(const std::filesystem::path& unfinished, const std::filesystem::path& folder) {
  stop_asked = false;
  unfinished_file = unfinished.string();
  unfinished_folder = folder.string();
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, &action_before);
}

Interrupt::~Interrupt() { sigaction(SIGINT, &action_before, nullptr); }

const std::atomic<bool>& Interrupt::asked_to_stop() const { return stop_asked; }

}  // namespace stepdown
