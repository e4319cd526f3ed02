#pragma once

#include <string>
#include <vector>

#include "scenarios/overlay_file.h"

namespace stepdown {

/// A member of an ensemble of worlds that all fit the official figures about as well as the base:
/// the text of a file of kind "member", which has uncertainties and nothing else.
using MemberFile = OverlayFile;

/// Reads and checks one member file; gives its settings or throws ScenarioErrors.
std::vector<Setting> load_member(const MemberFile& file);

/// The member files of an ensemble in the order of their names: those of a folder, or those built
/// into the program where `folder` is empty. Throws ScenarioErrors if there are none.
std::vector<MemberFile> ensemble_members(const std::string& folder);

/// One member file: by its path, or by the name of one that is built into the program. Throws
/// ScenarioErrors if there is none.
MemberFile member_called(const std::string& name);

}  // namespace stepdown
