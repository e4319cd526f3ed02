#pragma once

#include <string>
#include <string_view>

#include "analysis/comparison.h"

namespace stepdown {

/// What a picture says as its title: how the plans differ from the baseline in one measure, such as
/// "The list for targeted early help is longer under Tapered support". `higher` and `lower` are
/// what is said of the subject ("is longer").
std::string message_title(const Comparison& comparison, std::string_view measure,
                          std::string_view subject, std::string_view higher,
                          std::string_view lower);

}  // namespace stepdown
