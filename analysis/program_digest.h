#pragma once

#include <string>

namespace stepdown {

/// The digest of all on which results depend: `inputs` in text, and this very program.
std::string digest_with_program(const std::string& inputs);

}  // namespace stepdown
