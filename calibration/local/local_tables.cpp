#include "calibration/local/local_tables.h"

#include <array>
#include <cmath>

#include "analysis/csv_cell.h"
#include "calibration/target_text.h"

namespace stepdown {
namespace {

std::string figure_text(double value) { return short_number(value, 4); }

/// In per cent, to the nearest multiple of `grain`, or to four digits where that is 0.
std::string percent_text(double share, double grain) {
  return figure_text(grain > 0 ? grain * std::round(100 * share / grain) : 100 * share);
}

constexpr std::array closings{ReturnAfter::assessed_no_action, ReturnAfter::assessed_early_help,
                              ReturnAfter::other_end};

/// Rows of one series at those months, each far enough from the one before.
void add_series(std::vector<ReturnRow>& rows, const ReturnTimes& times, ReturnRow row,
                const SmallNumbers& small, const std::vector<int>& months) {
  if (times.all() == 0 || small.hides(times.all())) {
    return;
  }
  std::int64_t told_back = 0;
  for (const int month : months) {
    const auto back = times.within_months(month);
    if (!back || small.hides(back->followed) || small.hides(back->back - told_back)) {
      continue;
    }
    told_back = back->back;
    row.months = month;
    row.all = times.all();
    row.back = *back;
    rows.push_back(row);
  }
}

/// Whether a group can be shown in two parts: neither part nor what is in neither is small, and nor
/// are those of each who came back.
bool can_be_parted(const LocalCounts& counts, ReturnAfter after, CaseMark one, CaseMark other,
                   const SmallNumbers& small) {
  const auto all = counts.returns_after(after).within_months(12);
  const auto first = counts.returns_after(after, one).within_months(12);
  const auto second = counts.returns_after(after, other).within_months(12);
  if (!all || !first || !second) {
    return false;
  }
  const std::int64_t in_first = counts.returns_after(after, one).all();
  const std::int64_t in_second = counts.returns_after(after, other).all();
  const std::int64_t in_neither = counts.returns_after(after).all() - in_first - in_second;
  for (const std::int64_t count :
       {in_first, in_second, in_neither, first->back, second->back,
        all->back - first->back - second->back, first->followed, second->followed}) {
    if (small.hides(count)) {
      return false;
    }
  }
  return true;
}

void add_parts(std::vector<ReturnRow>& rows, const LocalCounts& counts, ReturnAfter after,
               CaseMark one, CaseMark other, const SmallNumbers& small) {
  if (!can_be_parted(counts, after, one, other, small)) {
    return;
  }
  for (const CaseMark mark : {one, other}) {
    add_series(rows, counts.returns_after(after, mark), {after, mark}, small, {12});
  }
}

void add_closings(std::vector<ReturnRow>& rows, const LocalCounts& counts,
                  const SmallNumbers& small) {
  std::vector<std::int64_t> parts;
  for (const ReturnAfter after : closings) {
    parts.push_back(counts.returns_after(after).all());
  }
  parts.push_back(counts.closed_otherwise);
  SmallNumbers::Hidden hidden = small.hidden(parts);
  // How many were found not in need is told elsewhere, and RC8 and RC9 are its parts.
  hidden.parts[0] = hidden.parts[1] = hidden.parts[0] || hidden.parts[1];
  for (std::size_t i = 0; i < closings.size(); ++i) {
    if (hidden.parts[i] || hidden.total) {
      continue;
    }
    add_series(rows, counts.returns_after(closings[i]), {closings[i]}, small, {3, 6, 12, 24});
    add_parts(rows, counts, closings[i], CaseMark::with_neglect, CaseMark::without_neglect, small);
    add_parts(rows, counts, closings[i], CaseMark::known_before, CaseMark::new_case, small);
  }
}

}  // namespace

std::string_view words_for(ReturnAfter after) {
  constexpr std::array<std::string_view, kinds_of_return> words{
      "a referral", "an early help assessment", "closing after assessment, no further action (RC8)",
      "closing after assessment, referred to early help (RC9)",
      "services ended for another reason, or no longer in need (RC7)"};
  return words[static_cast<std::size_t>(after)];
}

std::string_view words_for(CaseMark mark) {
  constexpr std::array<std::string_view, case_marks> words{
      "all", "neglect recorded", "neglect not recorded", "referred in the 12 months before",
      "not referred in the 12 months before"};
  return words[static_cast<std::size_t>(mark)];
}

std::string figures_csv(const std::vector<LocalMeasure>& measures) {
  std::string csv = "time_period,measure,label,value,standard_error,part,part_of,whole,whole_of\n";
  for (const LocalMeasure& measure : measures) {
    for (const LocalFigure& figure : measure.years) {
      const auto told = [&figure](const std::string& text) {
        return figure.is_told ? text : std::string(suppressed);
      };
      csv += std::to_string(figure.year) + ',' + measure.measure + ',' + csv_cell(measure.label) +
             ',' + told(figure_text(figure.value)) + ',' + told(figure_text(figure.error)) + ',' +
             told(std::to_string(figure.part)) + ',' + csv_cell(measure.part) + ',' +
             (figure.whole > 0 ? told(std::to_string(figure.whole)) : "") + ',' +
             csv_cell(measure.whole) + '\n';
    }
  }
  return csv;
}

std::vector<ReturnRow> return_rows(const LocalCounts& counts, const SmallNumbers& small) {
  // Without referrals nobody would seem to come back.
  if (counts.returns_after(ReturnAfter::referral).all() == 0) {
    return {};
  }
  std::vector<int> every_month;
  for (int month = 1; month <= ReturnTimes::longest_months; ++month) {
    every_month.push_back(month);
  }
  std::vector<ReturnRow> rows;
  add_series(rows, counts.returns_after(ReturnAfter::referral), {ReturnAfter::referral}, small,
             every_month);
  add_series(rows, counts.returns_after(ReturnAfter::early_help), {ReturnAfter::early_help}, small,
             {3, 6, 12, 24});
  add_closings(rows, counts, small);
  return rows;
}

std::string returns_csv(const std::vector<ReturnRow>& rows, const SmallNumbers& small) {
  std::string csv =
      "referred_again_after,cases,months,share_percent,low_95,high_95,all,back,still_followed\n";
  for (const ReturnRow& row : rows) {
    const double grain = small.share_grain(row.all);
    csv += csv_cell(words_for(row.after)) + ',' + csv_cell(words_for(row.mark)) + ',' +
           std::to_string(row.months) + ',' + percent_text(row.back.share, grain) + ',' +
           percent_text(row.back.low, grain) + ',' + percent_text(row.back.high, grain) + ',' +
           csv_number(small.near(row.all)) + ',' + csv_number(small.near(row.back.back)) + ',' +
           csv_number(small.near(row.back.followed)) + '\n';
  }
  return csv;
}

}  // namespace stepdown
