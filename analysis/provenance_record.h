#pragma once

#include <span>
#include <string>

#include "analysis/provenance.h"
#include "analysis/resolved_settings.h"

namespace stepdown {

class Hdf5Input;
class NewOutcomeFile;

/// Writes how results were made into their file, whose axes `scenario` and `draw` are there: the
/// group `/provenance`, and every setting with its value in every scenario and draw; none for those
/// that a study varied, which have another at every point.
void add_provenance(NewOutcomeFile& file, const Provenance& provenance,
                    std::span<const std::string> varied = {});

/// Reads it back; errors are std::system_error.
Provenance read_provenance(const Hdf5Input& file);
std::vector<KnownSetting> read_known_settings(const Hdf5Input& file);

}  // namespace stepdown
