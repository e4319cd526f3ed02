#pragma once

#include <string>
#include <vector>

#include "calibration/local/local_figures.h"
#include "calibration/local/local_import.h"

namespace stepdown {

/// One row for each measure and whole year: value, its error by chance, and the counts behind it;
/// `c` for what is not told.
std::string figures_csv(const std::vector<LocalMeasure>& measures);

/// How long after a referral, an early help assessment or the closing of a case children are
/// referred again, month by month as far as counts are not small.
struct ReturnRow {
  ReturnAfter after = ReturnAfter::referral;
  CaseMark mark = CaseMark::all;
  int months = 0;
  std::int64_t all = 0;  // who might have come back
  ShareBack back = {};
};

/// The rows that may be told. Between two rows told neither nobody nor enough came back.
std::vector<ReturnRow> return_rows(const LocalCounts& counts, const SmallNumbers& small);
/// Counts to the nearest ten, and shares no finer, so that neither gives the other away.
std::string returns_csv(const std::vector<ReturnRow>& rows, const SmallNumbers& small);

std::string_view words_for(ReturnAfter after);
std::string_view words_for(CaseMark mark);

}  // namespace stepdown
