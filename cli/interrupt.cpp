#include "cli/interrupt.h"

#include <unistd.h>

#include <csignal>
#include <string>
#include <string_view>

#include "cli/exit_code.h"

namespace stepdown {
namespace {

// What a signal finds: nothing here but the two flags may change while signals are caught.
std::atomic<bool> stop_asked{false};
std::atomic<bool> is_worth_keeping{false};
bool is_temporary = false;
std::string journal;
std::string folder;
struct sigaction interrupt_before;
struct sigaction termination_before;

void say(std::string_view text) {
  // Nobody is left to tell if this fails.
  [[maybe_unused]] const auto written = ::write(STDERR_FILENO, text.data(), text.size());
}

// Only calls that are safe inside a signal.
void on_interrupt(int) {
  if (!stop_asked.exchange(true)) {
    say(is_temporary ? "\nfinishing the runs in hand; Ctrl-C again stops now\n"
                     : "\nfinishing and saving the runs in hand; Ctrl-C again stops now and "
                       "loses only those\n");
    return;
  }
  if (is_temporary || !is_worth_keeping) {
    ::unlink(journal.c_str());
    ::rmdir(folder.c_str());  // only while it is empty
  }
  ::_exit(static_cast<int>(ExitCode::interrupted));
}

}  // namespace

Interrupt::Interrupt(const UnfinishedWork& work, bool has_saved_runs) {
  stop_asked = false;
  is_worth_keeping = has_saved_runs;
  is_temporary = work.is_temporary;
  journal = work.journal.string();
  folder = work.folder.string();
  struct sigaction action {};
  action.sa_handler = on_interrupt;
  action.sa_flags = SA_RESTART;
  sigaction(SIGINT, &action, &interrupt_before);
  sigaction(SIGTERM, &action, &termination_before);
}

Interrupt::~Interrupt() {
  sigaction(SIGINT, &interrupt_before, nullptr);
  sigaction(SIGTERM, &termination_before, nullptr);
}

const std::atomic<bool>& Interrupt::asked_to_stop() const { return stop_asked; }

void Interrupt::note_saved_run() { is_worth_keeping = true; }

}  // namespace stepdown
