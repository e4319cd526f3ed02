#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "calibration/local/annex_a_mapping.h"
#include "calibration/local/day.h"
#include "calibration/local/local_counts.h"
#include "calibration/local/quality_log.h"

namespace stepdown {

/// What remains of an authority's own records once they are read: counts.
struct LocalImport {
  std::string records;  // what they are, in words
  std::string authority = {};
  LocalCounts counts;
  QualityLog log;
};

/// Reads CIN census returns of years that follow one another. The records are complete from the
/// first day of the earliest return's year, or from the day that is given. Throws UnusableData for
/// what is no such return.
LocalImport import_cin_returns(const std::vector<std::filesystem::path>& files,
                               std::optional<Day> complete_from);

/// Reads the lists of Annex A in a folder, as the mapping names them.
LocalImport import_annex_lists(const std::filesystem::path& folder, const AnnexMapping& mapping);

}  // namespace stepdown
