#include "calibration/local/local_figures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <functional>
#include <numeric>
#include <utility>

namespace stepdown {
namespace {

constexpr double half_of_95 = 1.959964;  // of a 95% range, in standard deviations
constexpr int days_of_11_months = 335;
constexpr std::int64_t least_followed = 10;  // on the last day, for a share to rest on
constexpr const char* rereferral = "rereferral_12m";

using CountOf = std::function<std::int64_t(const YearCounts&)>;

CountOf field(std::int64_t YearCounts::*member) {
  return [member](const YearCounts& year) { return year.*member; };
}

/// Chance alone: of a share that of so many draws, of counts that of independent arrivals. A share
/// of none or of all is as unsure as one with half a case more on either side.
LocalFigure share_of(std::int64_t part, std::int64_t whole, const SmallNumbers& small) {
  LocalFigure figure{.value = 100 * static_cast<double>(part) / static_cast<double>(whole),
                     .part = part,
                     .whole = whole};
  const double more = part == 0 || part == whole ? 0.5 : 0.0;
  const double draws = static_cast<double>(whole) + 2 * more;
  const double share = (static_cast<double>(part) + more) / draws;
  figure.error = 100 * std::sqrt(share * (1 - share) / draws);
  figure.is_told = small.tells_share(part, whole);
  return figure;
}

LocalFigure ratio_of(std::int64_t part, std::int64_t whole, const SmallNumbers& small) {
  const auto above = static_cast<double>(part);
  const auto below = static_cast<double>(whole);
  LocalFigure figure{.value = 100 * above / below, .part = part, .whole = whole};
  figure.error = figure.value * std::sqrt(1 / above + 1 / below);
  figure.is_told = !small.hides(part) && !small.hides(whole) && !small.hides(whole - part);
  return figure;
}

LocalFigure count_of(std::int64_t count, double scale, const SmallNumbers& small) {
  LocalFigure figure{.value = scale * static_cast<double>(count), .part = count};
  figure.error = scale * std::sqrt(static_cast<double>(count));
  figure.is_told = !small.hides(count);
  return figure;
}

/// Puts the measures together, each with its figures of the whole years.
class Measuring {
 public:
  Measuring(const LocalCounts& counts, const SmallNumbers& small, std::optional<double> children)
      : counts_(counts), small_(small), children_(children) {}

  void count(const std::string& name, const std::string& label, const std::string& what,
             const CountOf& part) {
    keep({name, label, what, "", FigureKind::count, counted(part, 1)});
  }

  void rate(const std::string& name, const std::string& label, const std::string& what,
            const CountOf& part) {
    keep({name, label, what, "children living there", FigureKind::per_10000,
          counted(part, 1e4 / children_.value())});
  }

  /// `all` is told elsewhere: what it has more than `whole` must not be small. What is none in
  /// every year was not recorded.
  void share(
      const std::string& name, const std::string& label, const std::string& what,
      const std::string& of, const CountOf& part, const CountOf& whole,
      const CountOf& all = [](const YearCounts&) { return 0; }) {
    const bool any = std::ranges::any_of(
        counts_.years, [&part](const auto& year) { return part(year.second) > 0; });
    keep({name, label, what, of, FigureKind::share,
          figures([&](const YearCounts& year) -> std::optional<LocalFigure> {
            if (!any || whole(year) <= 0 || part(year) > whole(year)) {
              return std::nullopt;
            }
            LocalFigure figure = share_of(part(year), whole(year), small_);
            figure.is_told = figure.is_told && !small_.hides(all(year) - whole(year));
            return figure;
          })});
  }

  void ratio(const std::string& name, const std::string& label, const std::string& what,
             const std::string& of, const CountOf& part, const CountOf& whole) {
    keep({name, label, what, of, FigureKind::ratio, figures([&](const YearCounts& year) {
            return part(year) > 0 && whole(year) > 0
                       ? std::optional(ratio_of(part(year), whole(year), small_))
                       : std::nullopt;
          })});
  }

  /// The shares of spells that ended up to each of four ends.
  void durations(const std::string& spells, const std::string& names, const std::string& labels,
                 DurationCounts YearCounts::*member);
  void rereferrals();

  std::vector<LocalMeasure> measures() && { return std::move(measures_); }

 private:
  template <typename FigureOf>
  std::vector<LocalFigure> figures(const FigureOf& figure_of) const {
    std::vector<LocalFigure> all;
    for (const auto& [number, year] : counts_.years) {
      std::optional<LocalFigure> figure;
      if (counts_.period.holds_year(number)) {
        figure = figure_of(year);
      }
      if (figure) {
        figure->year = number;
        all.push_back(*figure);
      }
    }
    return all;
  }

  std::vector<LocalFigure> counted(const CountOf& part, double scale) const {
    return figures([&](const YearCounts& year) {
      return part(year) > 0 ? std::optional(count_of(part(year), scale, small_)) : std::nullopt;
    });
  }

  void keep(LocalMeasure measure) {
    if (!measure.years.empty()) {
      measures_.push_back(std::move(measure));
    }
  }

  std::optional<LocalFigure> ended_within(const DurationCounts& ended, std::size_t end) const {
    const std::int64_t part =
        std::accumulate(ended.bands.begin(), ended.bands.begin() + end + 1, std::int64_t{0});
    if (ended.all() == 0) {
      return std::nullopt;
    }
    LocalFigure figure = share_of(part, ended.all(), small_);
    figure.is_told = small_.told_ends(ended.bands)[end];
    return figure;
  }

  std::optional<LocalFigure> followed_forwards() const;

  const LocalCounts& counts_;
  const SmallNumbers& small_;
  std::optional<double> children_;
  std::vector<LocalMeasure> measures_;
};

void Measuring::durations(const std::string& spells, const std::string& names,
                          const std::string& labels, DurationCounts YearCounts::*member) {
  constexpr std::array<std::string_view, 4> ends{"3m", "6m", "12m", "24m"};
  constexpr std::array<std::string_view, 4> in_words{"3 months", "6 months", "12 months",
                                                     "two years"};
  for (std::size_t end = 0; end < ends.size(); ++end) {
    keep({names + std::string(ends[end]),
          labels + " ended after " + std::string(in_words[end]) + " or less, %", "within that time",
          spells, FigureKind::share,
          figures([&](const YearCounts& year) { return ended_within(year.*member, end); })});
  }
}

/// Counted where 12 months of records lie before every referral of a year. Records of a single year
/// reach back nowhere; in a settled service as many referrals have one before them within 12 months
/// as have one after them, and that can be followed forwards.
void Measuring::rereferrals() {
  std::vector<LocalFigure> years = figures([&](const YearCounts& year) {
    return year.looked_back == year.referrals && year.referrals > 0
               ? std::optional(share_of(year.rereferrals, year.referrals, small_))
               : std::nullopt;
  });
  if (years.empty()) {
    if (auto figure = followed_forwards()) {
      years.push_back(*figure);
    }
  }
  keep({rereferral, "Referrals within 12 months of an earlier one, %",
        "within 12 months of another", "referrals", FigureKind::share, std::move(years)});
}

/// Within 12 months, or so many days less that enough children are followed to the last of them: a
/// year of 365 days follows nobody so long.
std::optional<LocalFigure> Measuring::followed_forwards() const {
  const ReturnTimes& times = counts_.returns_after(ReturnAfter::referral);
  const int year = counts_.period.last_year();
  if (!counts_.period.holds_year(year)) {
    return std::nullopt;
  }
  for (int until = days_of_12_months; until >= days_of_11_months; --until) {
    const auto back = times.within_days(until);
    if (!back || back->followed < std::max(small_.threshold(), least_followed)) {
      continue;
    }
    LocalFigure figure{.year = year, .value = 100 * back->share};
    figure.error = 100 * (back->high - back->low) / 2 / half_of_95;
    figure.part = back->back;
    figure.whole = times.all();
    figure.is_told = !small_.hides(back->back) && !small_.hides(times.all());
    figure.followed_days = until;
    return figure;
  }
  return std::nullopt;
}

}  // namespace

std::vector<LocalMeasure> local_measures(const LocalCounts& counts, const SmallNumbers& small,
                                         std::optional<double> children) {
  Measuring all(counts, small, children);
  if (children) {
    all.rate("referrals_per_10000", "Referrals in the year per 10,000 children", "referrals",
             field(&YearCounts::referrals));
  } else {
    all.count("referrals", "Referrals in the year", "referrals", field(&YearCounts::referrals));
  }
  all.rereferrals();
  all.share("no_further_action", "Referrals closed without an assessment, %", "no further action",
            "referrals", field(&YearCounts::no_further_action), field(&YearCounts::referrals));
  all.share("assessed_not_in_need", "Referrals assessed and found not in need, %",
            "found not in need", "referrals", field(&YearCounts::not_in_need),
            field(&YearCounts::referrals));
  all.share("assessments_in_45_days", "Assessments completed within 45 working days, %",
            "within 45 working days", "assessments", field(&YearCounts::assessed_in_45_days),
            field(&YearCounts::assessments));
  all.share("assessments_with_neglect", "Assessments with neglect as a factor, %",
            "with factor 16A", "cases assessed with factors",
            field(&YearCounts::cases_with_neglect), field(&YearCounts::cases_with_factors),
            field(&YearCounts::assessments));
  all.ratio("enquiries_per_100_referrals", "Section 47 enquiries per 100 referrals", "enquiries",
            "referrals", field(&YearCounts::enquiries), field(&YearCounts::referrals));
  all.ratio("conferences_per_100_enquiries",
            "Initial child protection conferences per 100 enquiries", "conferences", "enquiries",
            field(&YearCounts::conferences), field(&YearCounts::enquiries));
  all.ratio("plans_per_100_conferences", "Protection plans started per 100 initial conferences",
            "plans", "conferences", field(&YearCounts::plans_started),
            field(&YearCounts::conferences));
  all.share("plans_category_neglect", "Protection plans started for neglect, %", "for neglect",
            "plans started", field(&YearCounts::neglect_plans),
            field(&YearCounts::plans_of_known_category), field(&YearCounts::plans_started));
  all.share("second_or_subsequent_plan", "Protection plans that are a second or subsequent one, %",
            "second or subsequent", "plans started", field(&YearCounts::second_plans),
            field(&YearCounts::plans_of_known_number), field(&YearCounts::plans_started));
  all.durations("plans ended", "plans_ended_within_", "Protection plans", &YearCounts::plans_ended);
  all.durations("episodes ended", "episodes_ended_within_", "Episodes of need",
                &YearCounts::episodes_ended);
  if (children) {
    all.rate("children_in_need_per_10000", "Children in need at 31 March per 10,000",
             "children in need", field(&YearCounts::in_need));
    all.rate("child_in_need_plans_per_10000",
             "Children on a child in need plan at 31 March per 10,000",
             "children on a child in need plan", field(&YearCounts::on_need_plan));
    all.rate("protection_plans_per_10000", "Children on a protection plan at 31 March per 10,000",
             "children on a protection plan", field(&YearCounts::on_protection_plan));
    all.rate("looked_after_per_10000", "Children looked after at 31 March per 10,000",
             "children looked after", field(&YearCounts::in_care));
  } else {
    all.count("children_in_need_at_31_march", "Children in need at 31 March", "children in need",
              field(&YearCounts::in_need));
    all.count("stock_child_protection", "Children on a protection plan at 31 March",
              "children on a protection plan", field(&YearCounts::on_protection_plan));
  }
  return std::move(all).measures();
}

std::string why_no_rereferral(const LocalCounts& counts,
                              const std::vector<LocalMeasure>& measures) {
  const bool has_referrals = std::ranges::any_of(counts.years, [&counts](const auto& year) {
    return counts.period.holds_year(year.first) && year.second.referrals > 0;
  });
  if (!has_referrals ||
      std::ranges::find(measures, rereferral, &LocalMeasure::measure) != measures.end()) {
    return {};
  }
  return "How many were referred again within 12 months is not known: the records reach 12 months "
         "back from no whole year, and too few children can be followed for 11 months. Give the "
         "return of the year before as well, or a longer extract.";
}

}  // namespace stepdown
