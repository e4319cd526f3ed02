#pragma once

#include <string>

#include "calibration/dfe/dfe_targets.h"

namespace stepdown {

/// How files of an authority are called: "telford_and_wrekin".
std::string file_stem_of(const std::string& authority);

/// A place file with the facts and, to stand beside what the model makes of the place, the official
/// figures. England is written at the size of the median authority, because the model holds one
/// authority.
std::string written_place(const PublishedPlace& facts);

/// What any file with these figures says on top.
std::string attribution();

}  // namespace stepdown
