#include "calibration/local/local_counts.h"

#include <algorithm>
#include <numeric>
#include <optional>
#include <set>

#include "calibration/local/working_days.h"

namespace stepdown {
namespace {

using std::chrono::days;

constexpr int statutory_limit = 45;
constexpr double days_of_a_month = 365.25 / 12.0;

bool is_assessed_not_in_need(const Episode& episode) {
  return episode.closed == ClosureCode::rc8 || episode.closed == ClosureCode::rc9;
}

bool is_of(const Assessment& assessment, const Episode& episode) {
  return assessment.from >= episode.from && (!episode.to || assessment.from <= *episode.to);
}

/// Whether somebody was in need in an episode, by its closing code and else by its assessments: in
/// the official tables a case assessed as not in need is no episode of need.
bool was_in_need(const ChildRecord& child, const Episode& episode) {
  bool any_no = false;
  bool any_yes = false;
  for (const Assessment& assessment : child.assessments) {
    if (is_of(assessment, episode)) {
      any_no = any_no || assessment.in_need == false;
      any_yes = any_yes || assessment.in_need == true;
    }
  }
  return !is_assessed_not_in_need(episode) && (any_yes || !any_no);
}

std::optional<bool> recorded_neglect(const ChildRecord& child, const Episode& episode) {
  std::optional<bool> neglect;
  for (const Assessment& assessment : child.assessments) {
    if (is_of(assessment, episode) && assessment.factors != AssessedFactors::not_recorded) {
      neglect = neglect.value_or(false) || assessment.factors == AssessedFactors::with_neglect;
    }
  }
  return neglect;
}

bool is_going_on(Day from, std::optional<Day> to, Day on) {
  return from <= on && (!to || *to > on);
}

bool any_going_on(const auto& spells, Day on) {
  return std::ranges::any_of(
      spells, [on](const auto& spell) { return is_going_on(spell.from, spell.to, on); });
}

std::optional<ReturnAfter> way_of_closing(ClosureCode code) {
  switch (code) {
    case ClosureCode::rc7:
      return ReturnAfter::other_end;
    case ClosureCode::rc8:
      return ReturnAfter::assessed_no_action;
    case ClosureCode::rc9:
      return ReturnAfter::assessed_early_help;
    default:
      return std::nullopt;
  }
}

}  // namespace

void DurationCounts::add(Day from, Day to) {
  constexpr std::array months{3.0, 6.0, 12.0, 24.0};
  const auto lasted = static_cast<double>((to - from).count());
  std::size_t band = 0;
  while (band < months.size() && lasted > months[band] * days_of_a_month) {
    ++band;
  }
  ++bands[band];
}

std::int64_t DurationCounts::all() const {
  return std::accumulate(bands.begin(), bands.end(), std::int64_t{0});
}

Aggregator::Aggregator(ObservedPeriod period) {
  counts_.period = period;
  for (int year = period.first_year(); year <= period.last_year(); ++year) {
    counts_.years[year] = {};
  }
}

YearCounts* Aggregator::year_of(Day day) {
  return counts_.period.holds(day) ? &counts_.years.at(reporting_year(day)) : nullptr;
}

ReturnTimes& Aggregator::times(ReturnAfter what, CaseMark mark) {
  return counts_.returns[static_cast<std::size_t>(what)][static_cast<std::size_t>(mark)];
}

void Aggregator::add(ChildRecord child) {
  child.sort();
  count_referrals(child);
  count_assessments(child);
  count_protection(child);
  count_episodes(child);
  count_stocks(child);
}

/// To the next referral on or after that day, of those later than `from`; else to the end of the
/// records or to the 18th birthday.
void Aggregator::follow(const ChildRecord& child, ReturnAfter what, CaseMark mark, Day from,
                        Day after) {
  const auto next = std::ranges::find_if(child.referrals, [&](const Referral& referral) {
    return referral.on > from && referral.on >= after;
  });
  Day end = counts_.period.to;
  if (child.birth) {
    end = std::min(end, eighteenth_birthday(*child.birth));
  }
  if (end < after) {
    return;
  }
  if (next != child.referrals.end() && next->on <= end) {
    times(what, mark).add_back(static_cast<int>((next->on - after).count()));
  } else {
    times(what, mark).add_lost(static_cast<int>((end - after).count()));
  }
}

void Aggregator::count_referrals(const ChildRecord& child) {
  for (std::size_t i = 0; i < child.referrals.size(); ++i) {
    const Referral& referral = child.referrals[i];
    YearCounts* year = year_of(referral.on);
    if (!year) {
      continue;
    }
    ++year->referrals;
    ++year->referrals_by_month[static_cast<std::size_t>(month_of_year(referral.on))];
    ++year->referrals_by_source[static_cast<std::size_t>(referral.source)];
    year->no_further_action += referral.no_further_action ? 1 : 0;
    const Day look_back = referral.on - days(days_of_12_months);
    if (look_back >= counts_.period.from) {
      ++year->looked_back;
      year->rereferrals += i > 0 && child.referrals[i - 1].on >= look_back ? 1 : 0;
    }
    follow(child, ReturnAfter::referral, CaseMark::all, referral.on, referral.on);
  }
  for (const Day contact : child.contacts) {
    if (YearCounts* year = year_of(contact)) {
      ++year->contacts;
    }
  }
  for (const Day assessed : child.early_help) {
    if (YearCounts* year = year_of(assessed)) {
      ++year->early_help;
      follow(child, ReturnAfter::early_help, CaseMark::all, assessed - days(1), assessed);
    }
  }
}

void Aggregator::count_assessments(const ChildRecord& child) {
  std::set<std::pair<int, Day>> with_factors;
  std::set<std::pair<int, Day>> with_neglect;
  for (const Assessment& assessment : child.assessments) {
    YearCounts* year = assessment.to ? year_of(*assessment.to) : nullptr;
    if (!year) {
      continue;
    }
    ++year->assessments;
    year->assessed_in_45_days +=
        working_days_between(assessment.from, *assessment.to) <= statutory_limit ? 1 : 0;
    year->not_in_need += assessment.in_need == false ? 1 : 0;
    const std::pair of_case{reporting_year(*assessment.to), assessment.of_case};
    if (assessment.factors != AssessedFactors::not_recorded) {
      with_factors.insert(of_case);
    }
    if (assessment.factors == AssessedFactors::with_neglect) {
      with_neglect.insert(of_case);
    }
  }
  for (const auto& [year, of_case] : with_factors) {
    ++counts_.years.at(year).cases_with_factors;
  }
  for (const auto& [year, of_case] : with_neglect) {
    ++counts_.years.at(year).cases_with_neglect;
  }
}

void Aggregator::count_protection(const ChildRecord& child) {
  for (const Enquiry& enquiry : child.enquiries) {
    if (YearCounts* year = year_of(enquiry.from)) {
      ++year->enquiries;
    }
  }
  for (const Day conference : child.conferences) {
    if (YearCounts* year = year_of(conference)) {
      ++year->conferences;
    }
  }
  for (const ProtectionPlan& plan : child.protection_plans) {
    if (YearCounts* year = year_of(plan.from)) {
      ++year->plans_started;
      year->plans_of_known_number += plan.earlier_plans ? 1 : 0;
      year->second_plans += plan.earlier_plans.value_or(0) > 0 ? 1 : 0;
      year->plans_of_known_category += plan.for_neglect ? 1 : 0;
      year->neglect_plans += plan.for_neglect.value_or(false) ? 1 : 0;
    }
    if (YearCounts* year = plan.to ? year_of(*plan.to) : nullptr) {
      year->plans_ended.add(plan.from, *plan.to);
    }
  }
}

void Aggregator::count_episodes(const ChildRecord& child) {
  // Where assessments say who is in need, closing codes would say it a second time.
  const bool says_need = std::ranges::any_of(
      child.assessments, [](const Assessment& each) { return each.in_need.has_value(); });
  for (const Episode& episode : child.episodes) {
    YearCounts* year = episode.to ? year_of(*episode.to) : nullptr;
    if (!year) {
      continue;
    }
    if (was_in_need(child, episode)) {
      year->episodes_ended.add(episode.from, *episode.to);
    }
    year->not_in_need += !says_need && is_assessed_not_in_need(episode) ? 1 : 0;
    const auto way = way_of_closing(episode.closed);
    if (!way) {
      ++counts_.closed_otherwise;
      continue;
    }
    const auto mark = [&](CaseMark as) { follow(child, *way, as, episode.from, *episode.to); };
    mark(CaseMark::all);
    if (const auto neglect = recorded_neglect(child, episode)) {
      mark(*neglect ? CaseMark::with_neglect : CaseMark::without_neglect);
    }
    const Day look_back = episode.from - days(days_of_12_months);
    if (look_back >= counts_.period.from) {
      const bool known = std::ranges::any_of(child.referrals, [&](const Referral& referral) {
        return referral.on >= look_back && referral.on < episode.from;
      });
      mark(known ? CaseMark::known_before : CaseMark::new_case);
    }
  }
}

void Aggregator::count_stocks(const ChildRecord& child) {
  for (auto& [number, year] : counts_.years) {
    const Day day = last_day_of(number);
    if (!counts_.period.holds(day)) {
      continue;
    }
    year.in_need += any_going_on(child.episodes, day) ? 1 : 0;
    year.on_need_plan += any_going_on(child.need_plans, day) ? 1 : 0;
    year.on_protection_plan += any_going_on(child.protection_plans, day) ? 1 : 0;
    year.in_care += any_going_on(child.looked_after, day) ? 1 : 0;
  }
}

}  // namespace stepdown
