#pragma once

#include <string>

#include "model/parameters/parameter.h"

namespace stepdown {

/// What a setting is, without what its description explains: up to the first bracket, colon or
/// semicolon; of one that every tier has, with its tier: "Easing while full help of this tier is
/// given, against none (child in need)".
std::string words_of_setting(const Parameter& parameter);

}  // namespace stepdown
