#include "cli/terminal.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace stepdown {

bool stderr_is_a_terminal() {
  const char* const kind = std::getenv("TERM");
  const bool is_dumb = kind && std::string_view(kind) == "dumb";
  return isatty(STDERR_FILENO) == 1 && !is_dumb;
}

Colour colour_of_errors(const std::string& wish) {
  if (wish != "auto") {
    return wish == "always" ? Colour::coloured : Colour::plain;
  }
  const char* refusal = std::getenv("NO_COLOR");
  const bool refused = refusal && *refusal != '\0';
  return stderr_is_a_terminal() && !refused ? Colour::coloured : Colour::plain;
}

}  // namespace stepdown
