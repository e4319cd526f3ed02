#include "calibration/local/quality_page.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "analysis/report/embedded_page.h"
#include "analysis/report/html.h"
#include "analysis/rounding.h"
#include "calibration/local/local_targets.h"

namespace stepdown {
namespace {

std::string counted(std::int64_t count) { return rounded(static_cast<double>(count), 1); }

std::string told_or_c(std::int64_t count, bool is_hidden) {
  return is_hidden ? std::string(suppressed) : counted(count);
}

std::string paragraph(const std::string& text, std::string_view attributes = {}) {
  return element("p", escaped(text), attributes);
}

std::string section(std::string_view id, std::string_view title, const std::string& content) {
  return element("section", element("h2", title, "id=\"" + std::string(id) + '"') + content,
                 "aria-labelledby=\"" + std::string(id) + '"') +
         '\n';
}

/// Counts behind words, those that are small hidden.
template <typename Key>
std::string counts_by_reason(const std::vector<std::pair<Key, std::int64_t>>& counts,
                             const SmallNumbers& small) {
  std::string words;
  for (const auto& [reason, count] : counts) {
    if (count > 0) {
      words += (words.empty() ? "" : "; ") + std::string(words_for(reason)) + ": " +
               told_or_c(count, small.hides(count));
    }
  }
  return words.empty() ? "none" : words;
}

/// What became of the rows of one kind. Rows read and taken are rounded, so that no reason that is
/// hidden is what is missing between them, and nothing is found against other tables.
std::vector<HtmlCell> row_of_kind(const QualityLog& log, RecordKind kind,
                                  const SmallNumbers& small) {
  std::vector<std::pair<Rejection, std::int64_t>> rejected;
  for (std::size_t i = 0; i < rejections; ++i) {
    rejected.emplace_back(static_cast<Rejection>(i), log.rejected(kind, static_cast<Rejection>(i)));
  }
  std::vector<std::pair<Gap, std::int64_t>> noted;
  for (std::size_t i = 0; i < gaps; ++i) {
    noted.emplace_back(static_cast<Gap>(i), log.noted(kind, static_cast<Gap>(i)));
  }
  return {{std::string(words_for(kind))},
          {small.about(log.read(kind))},
          {small.about(log.taken(kind))},
          {counts_by_reason(rejected, small)},
          {counts_by_reason(noted, small)}};
}

std::string rows_section(const LocalImport& import, const SmallNumbers& small) {
  HtmlTable table{
      .id = "rows",
      .caption = "Rows read, taken and rejected",
      .columns = {{"Rows"}, {"Read"}, {"Taken"}, {"Rejected, and why"}, {"Taken with a gap"}},
      .groups = {{}},
      .attributes = "class=\"words\""};
  for (std::size_t kind = 0; kind < record_kinds; ++kind) {
    if (import.log.read(static_cast<RecordKind>(kind)) > 0) {
      table.groups.front().rows.push_back(
          row_of_kind(import.log, static_cast<RecordKind>(kind), small));
    }
  }
  return section(
      "rows-read", "What was read",
      paragraph("A rejected row is counted nowhere else. The rows of a child that is rejected are "
                "not looked at. Which children are meant is not kept: the checks of the case "
                "system and of the Department's COLLECT name them.") +
          table_html(table));
}

/// Whether the records hold a day of that month of an official year.
bool is_covered(const ObservedPeriod& period, int year, int month) {
  const std::chrono::year_month_day april(first_day_of(year));
  const Day first = april + std::chrono::months(month);
  const Day next = april + std::chrono::months(month + 1);
  return period.from < next && first <= period.to;
}

std::string coverage_section(const LocalImport& import, const SmallNumbers& small) {
  HtmlTable table{.id = "months",
                  .caption = "Referrals by month and official year (1 April to 31 March)",
                  .columns = {{"Year to 31 March"}},
                  .groups = {{}}};
  for (const char* month :
       {"Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec", "Jan", "Feb", "Mar"}) {
    table.columns.push_back({month});
  }
  table.columns.push_back({"All"});
  std::string partial;
  for (const auto& [number, year] : import.counts.years) {
    const bool is_whole = import.counts.period.holds_year(number);
    const SmallNumbers::Hidden hidden = small.hidden(year.referrals_by_month);
    std::vector<HtmlCell> row{{std::to_string(number), "", is_whole ? "" : "not whole"}};
    for (std::size_t month = 0; month < year.referrals_by_month.size(); ++month) {
      row.push_back({is_covered(import.counts.period, number, static_cast<int>(month))
                         ? told_or_c(year.referrals_by_month[month], hidden.parts[month])
                         : "-"});
    }
    row.push_back({told_or_c(year.referrals, hidden.total || small.hides(year.referrals))});
    table.groups.front().rows.push_back(std::move(row));
    partial += is_whole ? "" : (partial.empty() ? "" : ", ") + std::to_string(number);
  }
  std::string text =
      paragraph("The records are taken to be complete from " + in_words(import.counts.period.from) +
                " to " + in_words(import.counts.period.to) + '.');
  if (!partial.empty()) {
    text += paragraph("Not whole, and so without a figure: the year to 31 March " + partial + '.');
  }
  return section("coverage", "Which months they cover", text + table_html(table));
}

std::string source_section(const LocalImport& import, const SmallNumbers& small) {
  HtmlTable table{.id = "sources",
                  .caption = "Referrals by who made them",
                  .columns = {{"Year to 31 March"}},
                  .groups = {{}}};
  for (std::size_t source = 0; source < referral_sources; ++source) {
    table.columns.push_back({std::string(words_for(static_cast<ReferralSource>(source)))});
  }
  for (const auto& [number, year] : import.counts.years) {
    const SmallNumbers::Hidden hidden = small.hidden(year.referrals_by_source);
    std::vector<HtmlCell> row{{std::to_string(number)}};
    for (std::size_t source = 0; source < referral_sources; ++source) {
      row.push_back({told_or_c(year.referrals_by_source[source], hidden.parts[source])});
    }
    table.groups.front().rows.push_back(std::move(row));
  }
  return section("who-referred", "Who referred", table_html(table));
}

std::vector<HtmlCell> figure_cells(const LocalMeasure& measure, const LocalFigure& figure) {
  const std::string year = std::to_string(figure.year);
  if (!figure.is_told) {
    return {
        {year}, {std::string(suppressed)}, {std::string(suppressed)}, {std::string(suppressed)}};
  }
  return {{year},
          {rounded(figure.value, grain_of(figure.error))},
          {rounded(figure.error, grain_of(figure.error))},
          {counts_in_words(measure, figure)}};
}

std::string figure_section(const LocalCounts& counts, const std::vector<LocalMeasure>& measures) {
  HtmlTable table{.id = "figures",
                  .caption = "Figures of whole years; chance is one standard deviation",
                  .columns = {{"Year to 31 March"}, {"Value"}, {"Chance"}, {"Counts"}},
                  .groups = {}};
  for (const LocalMeasure& measure : measures) {
    table.groups.push_back({measure.label + " (" + measure.measure + ')', {}});
    for (const LocalFigure& figure : measure.years) {
      table.groups.back().rows.push_back(figure_cells(measure, figure));
    }
  }
  const std::string text =
      table.empty()
          ? paragraph("The records hold no whole year, and so there is no figure.")
          : paragraph(
                "A world is fitted to the last figure of each; all are in the target file. "
                "Chance is what a count of this size does by itself from one year to the "
                "next.") +
                table_html(table);
  const std::string missing = why_no_rereferral(counts, measures);
  return section("what-they-show", "What they show",
                 text + (missing.empty() ? "" : paragraph(missing)));
}

std::vector<HtmlCell> return_cells(const ReturnRow& row, const SmallNumbers& small) {
  const double grain = std::max(small.share_grain(row.all), 0.1);
  const auto percent = [grain](double share) { return rounded(100 * share, grain); };
  return {{row.mark == CaseMark::all ? "all cases" : std::string(words_for(row.mark))},
          {std::to_string(row.months)},
          {percent(row.back.share) + '%'},
          {percent(row.back.low) + " to " + percent(row.back.high)},
          {small.about(row.all)},
          {small.about(row.back.back)},
          {small.about(row.back.followed)}};
}

/// One way of closing against another, within 12 months; empty where one of them is not told.
std::string comparison(const std::vector<ReturnRow>& rows, ReturnAfter one, ReturnAfter other,
                       const SmallNumbers& small) {
  const auto of_year = [&rows](ReturnAfter after) {
    return std::ranges::find_if(rows, [after](const ReturnRow& row) {
      return row.after == after && row.mark == CaseMark::all && row.months == 12;
    });
  };
  const auto first = of_year(one);
  const auto second = of_year(other);
  if (first == rows.end() || second == rows.end()) {
    return {};
  }
  const double difference = 100 * (first->back.share - second->back.share);
  const double half_range =
      50 * std::hypot(first->back.high - first->back.low, second->back.high - second->back.low);
  const double grain = std::max(
      {grain_of(half_range), small.share_grain(first->all), small.share_grain(second->all)});
  const auto points = [grain](double value) { return rounded(value, grain); };
  return paragraph("Referred again within 12 months: " + points(100 * first->back.share) +
                   " in 100 after " + std::string(words_for(one)) + "; " +
                   points(100 * second->back.share) + " in 100 after " +
                   std::string(words_for(other)) + "; a difference of " + points(difference) +
                   " in 100 (95% range " + points(difference - half_range) + " to " +
                   points(difference + half_range) + ").");
}

HtmlTable return_table(std::string id, std::string caption) {
  return {.id = std::move(id),
          .caption = std::move(caption),
          .columns = {{"Cases"},
                      {"Months"},
                      {"Referred again"},
                      {"95% range"},
                      {"Cases in all"},
                      {"Back by then"},
                      {"Still followed"}},
          .groups = {}};
}

std::string return_section(const std::vector<ReturnRow>& rows, const SmallNumbers& small) {
  HtmlTable curve = return_table("curve", "Children referred again after a referral");
  HtmlTable closing =
      return_table("closing", "Children referred again after early help or closing");
  for (const ReturnRow& row : rows) {
    HtmlTable& table = row.after == ReturnAfter::referral ? curve : closing;
    const std::string heading = "After " + std::string(words_for(row.after));
    if (table.groups.empty() || table.groups.back().heading != heading) {
      table.groups.push_back({heading, {}});
    }
    table.groups.back().rows.push_back(return_cells(row, small));
  }
  std::string text = paragraph(
      "Not everybody can be followed to the end: records stop, and children come of age. Each "
      "child "
      "counts for as long as it is followed. The range is what chance alone does.");
  text += curve.empty() ? paragraph("Too few children were referred, or were followed long enough.")
                        : table_html(curve);
  text +=
      element("h3", "By how the case closed") +
      comparison(rows, ReturnAfter::assessed_no_action, ReturnAfter::assessed_early_help, small) +
      comparison(rows, ReturnAfter::assessed_no_action, ReturnAfter::other_end, small);
  text += closing.empty()
              ? paragraph("Too few cases closed in these ways, or were followed long enough.")
              : table_html(closing);
  text += paragraph(
      "Read this with care. Cases are not closed in one way or the other by lot: whoever is "
      "referred to early help was judged to need more than whoever was not. A difference between "
      "these groups is a difference between families first, and only perhaps an effect of the "
      "help. Neglect recorded and an earlier referral are shown because they are part of that "
      "choice; what the worker saw and did not record is part of it too.",
      "class=\"note\"");
  return section("referred-again", "Who was referred again, and how soon", text);
}

std::string suppression_section(const SmallNumbers& small,
                                const std::vector<LocalMeasure>& measures) {
  if (small.threshold() <= 1) {
    return section("not-told", "What is not told",
                   paragraph("Nothing was held back (--suppress-under 1): small counts are on this "
                             "page and in the files beside it. They are for use inside of the "
                             "authority only."));
  }
  std::int64_t held_back = 0;
  for (const LocalMeasure& measure : measures) {
    held_back += std::ranges::count_if(measure.years,
                                       [](const LocalFigure& figure) { return !figure.is_told; });
  }
  return section(
      "not-told", "What is not told",
      paragraph("A count from 1 to " + std::to_string(small.threshold() - 1) +
                " is written as c, and so is as much beside it as keeps it from being found by "
                "subtraction. Shares are left out where few are in them or few outside. Months "
                "are skipped until enough children came back since the last one shown. Rows read "
                "and taken, and what there is of who was referred again, are to the nearest ten, "
                "and shares of these to the nearest point or as far as one child moves them. "
                "Figures held back: " +
                std::to_string(held_back) + '.'));
}

constexpr std::string_view policy = "default-src 'none'; style-src 'unsafe-inline'";

}  // namespace

std::string quality_page(const LocalImport& import, const std::vector<LocalMeasure>& measures,
                         const std::vector<ReturnRow>& returns, const SmallNumbers& small) {
  const std::string title = "What the records hold: " + import.records;
  const std::string authority =
      import.authority.empty() ? "" : " Authority " + import.authority + '.';
  const std::string main =
      element("header",
              element("h1", escaped(title)) +
                  paragraph("Counts only. No record of a child and nothing that could name one is "
                            "on this page or in the files beside it." +
                                authority,
                            "class=\"subtitle\"")) +
      rows_section(import, small) + coverage_section(import, small) +
      source_section(import, small) + figure_section(import.counts, measures) +
      return_section(returns, small) + suppression_section(small, measures);
  return "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
         std::string(policy) +
         "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
         element("title", escaped(title)) + '\n' + element("style", report_style()) +
         "\n</head>\n" + element("body", element("main", main)) + "\n</html>\n";
}

}  // namespace stepdown
