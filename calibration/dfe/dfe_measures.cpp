#include "calibration/dfe/dfe_measures.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>

namespace stepdown {
namespace {

using enum DfeColumn;
using Way = DfeMeasure::Way;

const std::vector<DfeMeasure>& measures() {
  static const std::vector<DfeColumn> episode_bands{
      ended_within_3m, ended_3m_to_6m, ended_6m_to_12m, ended_12m_to_24m, ended_after_24m};
  static const std::vector<DfeColumn> plan_bands{plans_within_3m, plans_3m_to_6m, plans_6m_to_12m,
                                                 plans_12m_to_24m, plans_after_24m};
  const auto first = [](const std::vector<DfeColumn>& bands, std::ptrdiff_t count) {
    return std::vector<DfeColumn>(bands.begin(), bands.begin() + count);
  };
  const auto rest = [](const std::vector<DfeColumn>& bands, std::ptrdiff_t count) {
    return std::vector<DfeColumn>(bands.begin() + count, bands.end());
  };
  const auto rate = [](std::string_view name, std::string_view label,
                       std::optional<DfeColumn> published, DfeColumn count, DfeTable table,
                       double noise, double drift) {
    const bool is_care = table == DfeTable::cla;
    return DfeMeasure{name,
                      label,
                      Way::rate,
                      published,
                      {count},
                      {},
                      is_care ? care_population : children,
                      table,
                      is_care ? DfeTable::cla : DfeTable::ons,
                      noise,
                      drift};
  };
  const auto share = [](std::string_view name, std::string_view label,
                        std::optional<DfeColumn> published, std::vector<DfeColumn> parts,
                        std::vector<DfeColumn> others, DfeColumn whole, DfeTable table,
                        DfeTable whole_table, double noise, double drift) {
    return DfeMeasure{
        name,  label,       Way::share, published, std::move(parts), std::move(others), whole,
        table, whole_table, noise,      drift};
  };
  const auto ended = [&](std::string_view name, std::string_view label, std::ptrdiff_t bands,
                         double noise, double drift) {
    return share(name, label, {}, first(episode_bands, bands), rest(episode_bands, bands),
                 ended_episodes, DfeTable::b5, DfeTable::b5, noise, drift);
  };
  const auto plans = [&](std::string_view name, std::string_view label, std::ptrdiff_t bands,
                         double noise, double drift) {
    return share(name, label, {}, first(plan_bands, bands), rest(plan_bands, bands), plan_ends,
                 DfeTable::d7, DfeTable::d7, noise, drift);
  };
  static const std::vector<DfeMeasure> all{
      rate("referrals_per_10000", "Referrals in the year per 10,000 children", referrals_rate,
           referrals, DfeTable::c1, 0.037, 0.155),
      share("rereferral_12m", "Referrals within 12 months of an earlier one, %",
            rereferrals_percent, {rereferrals}, {}, referrals, DfeTable::c1, DfeTable::c1, 0.085,
            0.186),
      share("no_further_action", "Referrals closed without an assessment, %",
            no_further_action_percent, {no_further_action}, {}, referrals, DfeTable::c1,
            DfeTable::c1, 0.137, 0.582),
      share("assessed_not_in_need", "Referrals assessed and found not in need, %",
            not_in_need_percent, {not_in_need}, {}, referrals, DfeTable::c1, DfeTable::c1, 0.152,
            0.363),
      share("assessments_in_45_days", "Assessments completed within 45 working days, %", {},
            {assessed_same_day, assessed_in_10_days, assessed_in_20_days, assessed_in_30_days,
             assessed_in_40_days, assessed_in_45_days},
            {assessed_in_50_days, assessed_in_60_days, assessed_later}, assessments, DfeTable::c2,
            DfeTable::c2, 0.126, 0.536),
      share("assessments_with_neglect", "Assessments with neglect as a factor, %", {},
            {neglect_recorded}, {}, factors_recorded, DfeTable::c3, DfeTable::c3, 0.082, 0.173),
      share("enquiries_per_100_referrals", "Section 47 enquiries per 100 referrals", {},
            {enquiries}, {}, referrals, DfeTable::c4, DfeTable::c1, 0.044, 0.177),
      share("conferences_per_100_enquiries",
            "Initial child protection conferences per 100 enquiries", {}, {conferences}, {},
            enquiries, DfeTable::c4, DfeTable::c4, 0.064, 0.146),
      share("plans_per_100_conferences", "Protection plans started per 100 initial conferences", {},
            {plan_starts}, {}, conferences, DfeTable::d1, DfeTable::c4, 0.03, 0.037),
      rate("children_in_need_per_10000", "Children in need at 31 March per 10,000",
           open_episodes_rate, open_episodes, DfeTable::b1, 0.053, 0.082),
      rate("child_in_need_plans_per_10000",
           "Children on a child in need plan at 31 March per 10,000", need_plans_rate, need_plans,
           DfeTable::b7, 0.036, 0.154),
      rate("protection_plans_per_10000", "Children on a protection plan at 31 March per 10,000",
           plans_open_rate, plans_open, DfeTable::d1, 0.11, 0.16),
      rate("looked_after_per_10000", "Children looked after at 31 March per 10,000", {}, in_care,
           DfeTable::cla, 0.016, 0.067),
      share("second_or_subsequent_plan", "Protection plans that are a second or subsequent one, %",
            repeat_plans_percent, {repeat_plans}, {}, plan_starts_by_order, DfeTable::d3,
            DfeTable::d3, 0.207, 0.132),
      share("plans_category_neglect", "Protection plans started for neglect, %", {},
            {plans_for_neglect}, {}, plan_starts_by_category, DfeTable::d2, DfeTable::d2, 0.155,
            0.28),
      plans("plans_ended_within_3m", "Protection plans ended after 3 months or less, %", 1, 0.217,
            0.212),
      plans("plans_ended_within_6m", "Protection plans ended after 6 months or less, %", 2, 0.16,
            0.228),
      plans("plans_ended_within_12m", "Protection plans ended after 12 months or less, %", 3, 0.225,
            0.147),
      plans("plans_ended_within_24m", "Protection plans ended after two years or less, %", 4, 0.264,
            0.366),
      ended("episodes_ended_within_3m", "Episodes of need ended after 3 months or less, %", 1,
            0.134, 0.319),
      ended("episodes_ended_within_6m", "Episodes of need ended after 6 months or less, %", 2,
            0.172, 0.259),
      ended("episodes_ended_within_12m", "Episodes of need ended after 12 months or less, %", 3,
            0.175, 0.225),
      ended("episodes_ended_within_24m", "Episodes of need ended after two years or less, %", 4,
            0.19, 0.238),
      DfeMeasure{"caseload_social_worker",
                 "Cases per case-holding social worker",
                 Way::as_published,
                 caseload,
                 {cases},
                 {},
                 case_holders,
                 DfeTable::csww,
                 DfeTable::csww,
                 0.063,
                 0.066},
  };
  return all;
}

std::optional<double> sum_of(const DfeAuthority& authority, const std::vector<DfeColumn>& columns,
                             int year) {
  double sum = 0;
  for (const DfeColumn column : columns) {
    const auto figure = authority.figure(column, year);
    if (!figure) {
      return std::nullopt;
    }
    sum += *figure;
  }
  return sum;
}

/// Where the whole stands: of rates the children of the middle of the year before, or else those by
/// whom the rate of children in care is reckoned.
std::pair<DfeColumn, int> place_of_whole(const DfeMeasure& measure, const DfeAuthority& authority,
                                         int year) {
  if (measure.whole != children) {
    return {measure.whole, year};
  }
  return authority.figure(children, year - 1) ? std::pair(children, year - 1)
                                              : std::pair(care_population, year);
}

std::optional<double> whole_of(const DfeMeasure& measure, const DfeAuthority& authority, int year) {
  const auto [column, of_year] = place_of_whole(measure, authority, year);
  return authority.figure(column, of_year);
}

/// What is counted: the parts, or where one of them is withheld the whole less the others.
std::optional<double> count_of(const DfeMeasure& measure, const DfeAuthority& authority, int year) {
  if (const auto parts = sum_of(authority, measure.parts, year)) {
    return parts;
  }
  const auto others = sum_of(authority, measure.others, year);
  const auto whole = authority.figure(measure.whole, year);
  return measure.others.empty() || !others || !whole ? std::nullopt
                                                     : std::optional(*whole - *others);
}

double units_in(DfeMeasure::Way way) { return way == Way::rate ? 10'000 : 100; }

bool is_share(const DfeMeasure& measure) {
  return measure.scale().kind() == MeasureScale::Kind::logit;
}

/// On the scale of the measure: Poisson for rates, binomial for shares.
double variance_of_counting(const DfeMeasure& measure, double value, std::optional<double> count,
                            std::optional<double> whole) {
  if (!is_share(measure)) {
    return count && *count > 0 ? 1 / *count : 0;
  }
  return whole && *whole > 0 ? units_in(measure.way) / (*whole * measure.scale().unit_at(value))
                             : 0;
}

std::string written_source(const DfePanel& panel, const DfeAuthority& authority,
                           const std::vector<DfeColumn>& columns, int year) {
  std::string text;
  std::size_t last_file = panel.files.size();
  for (const DfeColumn column : columns) {
    const PublishedCell* cell = authority.find(column, year);
    if (!cell) {
      continue;
    }
    const DfeFile& file = panel.files[cell->file];
    if (cell->file != last_file) {
      text += (text.empty() ? "" : "; ") + std::string("DfE, ") + file.name + ": ";
      last_file = cell->file;
    } else {
      text += " + ";
    }
    text += file.column(column);
  }
  return text;
}

}  // namespace

std::span<const DfeMeasure> dfe_measures() { return measures(); }

std::size_t DfeMeasure::column() const {
  const auto found = std::ranges::find(run_measures(), name, &Measure::name);
  if (found == run_measures().end()) {
    throw std::logic_error("no run measure is called " + std::string(name));
  }
  return static_cast<std::size_t>(found - run_measures().begin());
}

MeasureScale DfeMeasure::scale() const { return MeasureScale::of(run_measures()[column()]); }

const DfeMeasure* find_dfe_measure(std::string_view name) {
  const auto found = std::ranges::find(measures(), name, &DfeMeasure::name);
  return found == measures().end() ? nullptr : &*found;
}

std::optional<DfeFigure> figure_of(const DfeMeasure& measure, const DfeAuthority& authority,
                                   int year) {
  const auto count = count_of(measure, authority, year);
  const auto whole = whole_of(measure, authority, year);
  auto value = measure.published ? authority.figure(*measure.published, year) : std::nullopt;
  if (!value && measure.way != Way::as_published && count && whole && *whole > 0) {
    value = units_in(measure.way) * *count / *whole;
  }
  if (!value || (!is_share(measure) && *value <= 0)) {
    return std::nullopt;
  }
  return DfeFigure{*value, variance_of_counting(measure, *value, count, whole)};
}

std::string source_of(const DfeMeasure& measure, const DfePanel& panel,
                      const DfeAuthority& authority, int year) {
  if (measure.published && authority.figure(*measure.published, year)) {
    return written_source(panel, authority, {*measure.published}, year);
  }
  const bool has_parts = sum_of(authority, measure.parts, year).has_value();
  const std::string part =
      written_source(panel, authority, has_parts ? measure.parts : measure.others, year);
  const auto [whole_column, whole_year] = place_of_whole(measure, authority, year);
  std::string whole = written_source(panel, authority, {whole_column}, whole_year);
  const std::size_t name = whole.find(": ") + 2;
  if (part.compare(0, name, whole, 0, name) == 0) {
    whole.erase(0, name);
  }
  return (has_parts ? "" : "100 less ") + part + ", of " + whole;
}

}  // namespace stepdown
