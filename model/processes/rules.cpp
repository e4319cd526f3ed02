#include "model/processes/rules.h"

#include <algorithm>
#include <cmath>

#include "model/time.h"

namespace stepdown {
namespace {

/// Powers by repeated multiplication: the same bits on every platform.
double power(double base, int exponent) {
  double product = 1.0;
  for (int i = 0; i < exponent; ++i) {
    product *= base;
  }
  return product;
}

/// From the least to the most deprived fifth, geometric around a mean fifth of 1.
std::array<double, area_fifths> dial(double most_against_least) {
  std::array<double, area_fifths> by_area{};
  for (std::size_t area = 0; area < area_fifths; ++area) {
    by_area[area] = most_against_least == 1.0
                        ? 1.0
                        : std::pow(most_against_least, static_cast<double>(area) / 4.0 - 0.5);
  }
  return by_area;
}

/// Referrals of each month against the year, from April: c6, mean of 2018, 2019, 2023 and 2024.
constexpr std::array<double, 12> official_months = {.87,  1.10, 1.10, 1.04, .86, .99,
                                                    1.06, 1.09, .84,  1.05, .95, 1.05};

constexpr double twelfth = days_per_year / 12.0;

/// The size of a shock in a twelfth of a year after day 0, as large a part of it as the shock is
/// there; before day 0 it is 1.
double size_of(const ShockParameters& shock, double month) {
  const double from = std::max(month, shock.from_month);
  const double until = std::min(month + 1.0, shock.from_month + shock.lasts_months);
  if (month < 0.0 || from >= until) {
    return 1.0;
  }
  const double since = (from + until) / 2.0 - shock.from_month;
  const double risen = since < shock.rise_months ? since / shock.rise_months : 1.0;
  return 1.0 + (until - from) * risen * (shock.size - 1.0);
}

const ShockParameters& shock_of(const ModelParameters& p, Shock shock) {
  return p.shock[static_cast<std::size_t>(shock)];
}

/// Speeds of twelfths of a year over warm-up and horizon.
template <typename Speed>
TimeChange over_time(const ModelParameters& p, Speed&& speed) {
  const int before = static_cast<int>(std::ceil(p.horizon.warm_up_years)) * 12;
  const int months = before + p.horizon.years * 12;
  std::vector<double> speeds;
  speeds.reserve(static_cast<std::size_t>(months));
  for (int month = -before; month < months - before; ++month) {
    speeds.push_back(speed(month));
  }
  return TimeChange(-before * twelfth, std::move(speeds));
}

double season(const ModelParameters& p, int month) {
  const double index = official_months[static_cast<std::size_t>(((month % 12) + 12) % 12)];
  return 1.0 + p.noticing.month_size * (index - 1.0);
}

std::size_t posts_of(double per_10000, double children, int additional) {
  return static_cast<std::size_t>(
      std::max<long>(0, std::lround(per_10000 * children / 10'000.0) + additional));
}

Places places_of(double children) { return static_cast<Places>(std::lround(children * one_place)); }

/// Posts an authority needs for each worker whom its figures count: some posts are vacant, and not
/// all vacancies are covered.
double posts_a_worker(const WorkforceParameters& w) {
  return 1.0 +
         w.turnover *
             ((1.0 - w.agency_cover) * w.recruitment_weeks + w.agency_cover * w.agency_weeks) *
             days_per_week / days_per_year;
}

double direct_time(double administration, double usual, double effect) {
  return administration == usual ? 1.0 : std::pow((1.0 - administration) / (1.0 - usual), effect);
}

}  // namespace

Rules::Rules(const ModelParameters& parameters) : p(parameters) {
  const NeedParameters& need = p.need;
  for (int level = 0; level < neglect_levels; ++level) {
    const auto row = static_cast<std::size_t>(level);
    const bool worst = level == neglect_levels - 1;
    const bool best = level == 0;
    for (int capacity = 0; capacity < capacities; ++capacity) {
      const auto column = static_cast<std::size_t>(capacity);
      worsening[row][column] = worst ? 0.0
                                     : per_day(need.worsening) *
                                           power(need.worsening_by_level, level) *
                                           power(need.capacity_slows_worsening, capacity);
      easing[row][column] = best ? 0.0
                                 : per_day(need.easing) * power(need.easing_by_level, level - 1) *
                                       power(need.capacity_speeds_easing, capacity);
    }
    concern_arrival[row] = per_day(need.concern_arrival) * power(need.concern_by_level, level);
    noticing[row] =
        per_day(p.noticing.rate) * p.noticing.place_factor * power(p.noticing.by_level, level);
  }
  concern_resolution = per_day(need.concern_resolution);
  capacity_fades = per_day(need.capacity_fades);
  area_worsening = dial(p.deprivation.need);
  area_noticing = dial(p.deprivation.noticing);
  for (std::size_t area = 0; area < area_fifths; ++area) {
    area_judgement[area] = p.deprivation.judgement * (static_cast<double>(area) / 4.0 - 0.5);
  }
  for (std::size_t row = 0; row < neglect_levels; ++row) {
    const bool slight = row <= static_cast<std::size_t>(row_of(NeglectLevel::two));
    classes_worsening[0][row] = 1.0;
    classes_worsening[1][row] = slight ? need.universal_parenting_effect : 1.0;
  }
  stage_worsening = {need.under_5_factor, 1.0, need.over_10_factor};

  const NoticingParameters& n = p.noticing;
  concern_noticing = {1.0, n.concern_factor};
  const double portal = 1.0 + n.portal * (n.portal_effect - 1.0);
  const double visits = 1.0 + n.home_visits * (n.home_visits_effect - 1.0);
  constexpr double schools_act_today = 0.6;  // at which the weight of schools is stated
  route = {n.school * n.schools_act / schools_act_today,
           n.early_years * visits,
           n.health * visits,
           n.police,
           n.housing_voluntary,
           n.the_public * portal,
           n.family_itself * portal};

  for (const bool over_5 : {false, true}) {
    for (const bool under_5 : {false, true}) {
      for (std::size_t asking = 0; asking < askings; ++asking) {
        double sum = 0.0;
        for (const double weight : routes_to(over_5, under_5, asking)) {
          sum += weight;
        }
        reached[over_5 ? 1 : 0][under_5 ? 1 : 0][asking] = sum;
      }
    }
  }

  times.worsening =
      over_time(p, [&](int month) { return size_of(shock_of(p, Shock::cost_of_living), month); });
  times.concerns =
      over_time(p, [&](int month) { return size_of(shock_of(p, Shock::crises), month); });
  times.noticing = over_time(p, [&](int month) {
    return season(p, month) * size_of(shock_of(p, Shock::publicity), month);
  });
  partners =
      over_time(p, [&](int month) { return size_of(shock_of(p, Shock::partner_cuts), month); });
  arrivals = over_time(p, [&](int month) { return size_of(shock_of(p, Shock::arrivals), month); });

  const AwarenessParameters& a = p.awareness;
  knowing = ranks_under(a.families_know + (1.0 - a.families_know) * a.campaign * a.campaign_effect);
  recognising = {ranks_under(a.recognises), ranks_under(a.recognises * a.inherited_recognises)};

  const JudgementParameters& j = p.judgement;
  const double tools = 1.0 - j.structured_tools * j.structured_tools_effect;
  const double shared = 1.0 - n.information_sharing * n.information_sharing_effect;
  const double mismatch = n.referrer_mismatch * (1.0 - n.published_criteria);
  outside_sd = j.error_sd * shared;
  home_sd = j.error_sd * j.home_visit_factor * tools;
  contact_sd = std::sqrt(outside_sd * outside_sd + mismatch * mismatch);

  const WorkingParameters& w = p.working;
  strength_of_time = direct_time(w.administration, w.usual_administration, w.time_effect);
  const double whole = 1.0 + w.whole_family * (w.whole_family_effect - 1.0);
  whole_family = whole;
  symptoms = w.root_cause_share == w.usual_root_cause_share
                 ? 1.0
                 : (1.0 - w.root_cause_share) / (1.0 - w.usual_root_cause_share);
  causes = (w.root_cause_share == w.usual_root_cause_share
                ? 1.0
                : w.root_cause_share / w.usual_root_cause_share) *
           whole;
  whole_family_place = 1.0 + w.whole_family * (w.whole_family_place - 1.0);
  easy_access_place = 1.0 + p.consent.easy_access * (p.consent.easy_access_place - 1.0);

  posts_a_social_worker = posts_a_worker(p.workforce);
  if (is_laboratory(Laboratory::queue)) {
    posts = {0, static_cast<std::size_t>(p.laboratory.places), 0};
    caps = {0, one_place, 0};
    front_door_staff = 0;
    return;
  }
  const WorkforceParameters& workforce = p.workforce;
  const double children = p.population.children;
  posts = {posts_of(workforce.community_workers_per_10000 * workforce.early_help_posts, children,
                    workforce.additional_community_workers),
           posts_of(workforce.key_workers_per_10000 * workforce.early_help_posts, children,
                    workforce.additional_key_workers),
           social_work_posts(posts_a_social_worker)};
  caps = {places_of(p.caseload.community_worker_cap), places_of(p.caseload.key_worker_cap),
          places_of(p.caseload.social_worker_cap)};
  // However small, an authority has somebody at its front door.
  const double staff = std::max(1.0, workforce.front_door_per_10000 * children / 10'000.0);
  front_door_staff = static_cast<std::size_t>(
      std::max<long>(0, std::lround(staff) + workforce.additional_front_door));
}

std::size_t Rules::social_work_posts(double posts_a_worker) const {
  const WorkforceParameters& w = p.workforce;
  return static_cast<std::size_t>(
      std::max<long>(0, std::lround(w.social_workers * w.social_work_posts * posts_a_worker) +
                            w.additional_social_workers));
}

std::array<double, notice_routes> Rules::routes_to(bool over_5, bool under_5,
                                                   std::size_t asking) const {
  std::array<double, notice_routes> weights = route;
  if (!over_5) {
    weights[row_of(NoticeRoute::school)] = 0.0;
  }
  if (!under_5) {
    weights[row_of(NoticeRoute::early_years)] = 0.0;
  }
  const bool asks = asking + 1 < askings;
  weights[row_of(NoticeRoute::family_itself)] *=
      asks ? 1.0 + p.trust.effect * (static_cast<int>(asking) - 2) / 2.0 : 0.0;
  return weights;
}

}  // namespace stepdown
