#include "scenarios/setting.h"

#include "model/contract.h"

namespace stepdown {

std::string Origin::text() const {
  switch (giver) {
    case Giver::registry:
      return "registry";
    case Giver::file:
      return file + ':' + std::to_string(line);
    case Giver::command_line:
      return "--set";
  }
  broken("every origin has a giver");
}

}  // namespace stepdown
