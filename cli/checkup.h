#pragma once

#include <string>
#include <vector>

#include "scenarios/embedded_scenarios.h"

namespace stepdown {

/// One thing that the program needs of a computer: whether it is as it should be, and if not, what
/// to do about it.
struct Checkup {
  enum class State : unsigned char { sound, hint, trouble };
  std::string name;
  State state = State::sound;
  std::string found;
  std::string remedy;  // of a hint or a trouble
};

/// Everything that is looked at, in the order in which it is told. The last look takes a second.
std::vector<Checkup> all_checkups();

Checkup check_processor();
Checkup check_memory(double available_mebibytes);
Checkup check_disk(const std::string& name, const std::string& folder);
Checkup check_terminal();
Checkup check_own_files(std::span<const EmbeddedFile> files);
Checkup check_known_run();

/// The digest of what a small run of the program's own base comes to.
std::string digest_of_known_run();

}  // namespace stepdown
