#pragma once

#include <rapidcheck.h>

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "model/outcomes/outcomes.h"
#include "scenarios/scenario.h"

namespace stepdown {

/// Settings anywhere within their bounds, as places in the registry and thousandths of the way from
/// the lower to the upper bound; what fails is shrunk to the few settings that it takes.
using RandomSettingsMap = std::map<std::size_t, int>;

/// As after --set, those of levers and all others apart.
std::vector<std::string> levers_of(const RandomSettingsMap& settings);
std::vector<std::string> others_of(const RandomSettingsMap& settings);

/// The base in a small town with those settings, and a policy of its levers beside it; nothing
/// where they are senseless together and a user would be told so.
std::optional<std::vector<Scenario>> base_and_policy(const RandomSettingsMap& settings);

/// Some settings of the registry that a scenario may give.
rc::Gen<RandomSettingsMap> some_settings();

/// The outcomes as their bits, by which NaN equals itself.
std::string bits_of(const Outcomes& outcomes);

}  // namespace stepdown
