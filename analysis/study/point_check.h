#pragma once

#include <span>

#include "analysis/study/study.h"
#include "analysis/study/varied.h"
#include "scenarios/tried_settings.h"

namespace stepdown {

/// Looks at every point as if its values were typed after `--set`; throws ScenarioErrors naming the
/// points at which the settings together mean nothing that could be run, the first of them in full.
void check_points(const TriedSettings& files, std::span<const Varied> varied,
                  std::span<const StudyPoint> points, int threads);

/// "need.easing=0.75, caseload.social_worker_cap=14"
std::string in_words(std::span<const Varied> varied, const StudyPoint& point);

}  // namespace stepdown
