#include "cli/terminal.h"

#include <unistd.h>

#include <cstdlib>
#include <string_view>

namespace stepdown {

bool stderr_is_a_terminal() { return isatty(STDERR_FILENO) == 1; }

Colour colour_of_errors(const std::string& wish) {
  if (wish != "auto") {
    return wish == "always" ? Colour::coloured : Colour::plain;
  }
  const char* refusal = std::getenv("NO_COLOR");
  const char* kind = std::getenv("TERM");
  const bool refused = refusal && *refusal != '\0';
  const bool is_dumb = kind && std::string_view(kind) == "dumb";
  return stderr_is_a_terminal() && !refused && !is_dumb ? Colour::coloured : Colour::plain;
}

}  // namespace stepdown
