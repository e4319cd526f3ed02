#pragma once

#include <string>
#include <vector>

#include "model/parameters/parameter.h"

namespace stepdown {

/// A policy file carried in the program that answers a claim.
struct PolicyFile {
  std::string path;  // "scenarios/policies/tapered.toml"
  std::string title;
};

/// The parameters whose source or description mentions a row, in the order of the registry.
std::vector<const Parameter*> parameters_on(int row);

/// The policies that name a row as evidence for their decision, by path.
std::vector<PolicyFile> policies_on(int row);

}  // namespace stepdown
