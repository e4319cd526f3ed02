#pragma once

#include <filesystem>

#include "calibration/local/annex_a_mapping.h"
#include "calibration/local/child_joiner.h"
#include "calibration/local/quality_log.h"

namespace stepdown {

/// Reads the lists of Annex A that a mapping names from a folder into what is known of each child,
/// and counts what was taken and rejected. Throws UnusableData when a file is no such list.
void read_annex_lists(const std::filesystem::path& folder, const AnnexMapping& mapping,
                      ChildJoiner& children, QualityLog& log);

}  // namespace stepdown
