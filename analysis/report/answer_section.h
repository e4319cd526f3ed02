#pragma once

#include <string>

#include "analysis/report/reported_results.h"

namespace stepdown {

/// The first screen: the question, the answer in a sentence for each plan and at a glance, and
/// what the program may be used for, word for word.
std::string answer_section(const ReportedResults& results);

/// "Coventry: Tapered support compared with The base", "Coventry: three plans compared with ..."
std::string report_title(const ReportedResults& results);

/// The answers about each plan in sentences.
std::string sentence_section(const ReportedResults& results);

}  // namespace stepdown
