#include "model/processes/outside.h"

#include <limits>

#include "model/processes/allocation.h"
#include "model/processes/front_door.h"
#include "model/processes/help.h"
#include "model/time.h"

namespace stepdown {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

/// Occasions of `Decision::outside_kind`, each a different question about the same child.
enum Question : std::uint32_t { rereferral, assessment, in_need, long_stay, case_holder };

/// Children who come straight into care have names of their own.
constexpr std::uint32_t first_name_in_care = 0x80000000U;

double answer(const World& world, std::uint32_t id, Question question) {
  return world.authority.luck.uniform(id, Decision::outside_kind, question);
}

void let_go(World& world, OutsideCase& child) {
  if (child.worker != nobody) {
    let_go_outside(world, child.worker);
    child.worker = nobody;
    fill_places(world, 2);
  }
}

void take(World& world, OutsideCase& child) {
  child.worker = world.authority.teams[2].least_loaded();
  if (child.worker != nobody) {
    take_on_outside(world, child.worker);
  }
}

void close(World& world, std::uint32_t row) {
  OutsideCases& outside = world.authority.outside;
  OutsideCase& child = outside.rows[row];
  const bool care = child.stage == OutsideStage::in_care;
  world.tell({.kind = HappeningKind::outside_closed,
              .day = world.now(),
              .reason = child.stage == OutsideStage::assessment ? ClosingReason::not_in_need
                                                                : ClosingReason::none,
              .children = 1,
              .repeats = care ? 1 : 0,
              .days = world.now() - child.since});
  let_go(world, child);
  outside.with_plan.change(world.now(), child.has_plan ? -1 : 0);
  outside.in_care.change(world.now(), care ? -1 : 0);
  child = OutsideCase{};
  outside.calendar.schedule(row, never);
  outside.empty.push_back(row);
  outside.open.change(world.now(), -1);
}

std::uint32_t open_row(World& world, std::uint32_t id, OutsideStage stage) {
  OutsideCases& outside = world.authority.outside;
  std::uint32_t row;
  if (outside.empty.empty()) {
    row = static_cast<std::uint32_t>(outside.rows.size());
    outside.rows.emplace_back();
    outside.calendar.resize(outside.rows.size());
  } else {
    row = outside.empty.back();
    outside.empty.pop_back();
  }
  outside.rows[row] = {.id = id, .since = world.now(), .stage = stage};
  outside.open.change(world.now(), +1);
  ++world.authority.events;
  return row;
}

double next_of(const World& world, double per_10000, Decision decision, std::uint32_t id) {
  const ModelParameters& p = world.rules.p;
  const double rate =
      p.laboratory.system != Laboratory::off
          ? 0.0
          : per_day(per_10000) * p.noticing.place_factor * p.population.children / 10'000.0;
  return rate > 0.0 ? world.now() + world.authority.luck.unit_exponential(0, decision, id) / rate
                    : never;
}

double stay(const World& world, std::uint32_t id, double mean_years) {
  return mean_years * days_per_year *
         world.authority.luck.unit_exponential(id, Decision::outside_stay, 0);
}

}  // namespace

void schedule_next_outside_referral(World& world) {
  OutsideCases& outside = world.authority.outside;
  outside.next_arrival =
      next_of(world, world.rules.p.outside.referrals, Decision::outside_arrives, outside.next_id);
}

void schedule_next_outside_care(World& world) {
  OutsideCases& outside = world.authority.outside;
  outside.next_care_arrival = next_of(world, world.rules.p.outside.care_entries,
                                      Decision::outside_care, outside.next_care_id);
}

void receive_outside_referral(World& world) {
  OutsideCases& outside = world.authority.outside;
  const ModelParameters& p = world.rules.p;
  const std::uint32_t id = outside.next_id++;
  const std::uint32_t row = open_row(world, id, OutsideStage::assessment);
  world.tell({.kind = HappeningKind::outside_referral,
              .day = world.now(),
              .children = 1,
              .repeats = answer(world, id, rereferral) < p.outside.rereferral_share ? 1 : 0});
  take(world, outside.rows[row]);
  const double decided = world.authority.front_desk.decision_on(
      world.now(), Duration::working_days(p.front_door.decision_days).in_days(), never);
  outside.calendar.schedule(row,
                            decided + assessment_days(p.front_door, answer(world, id, assessment)));
  schedule_next_outside_referral(world);
}

void receive_outside_child_in_care(World& world) {
  OutsideCases& outside = world.authority.outside;
  const std::uint32_t id = first_name_in_care + outside.next_care_id++;
  const std::uint32_t row = open_row(world, id, OutsideStage::in_care);
  outside.in_care.change(world.now(), +1);
  take(world, outside.rows[row]);
  outside.calendar.schedule(row, world.now() + stay(world, id, world.rules.p.outside.care_years));
  schedule_next_outside_care(world);
}

void pass_outside_date(World& world, std::uint32_t row) {
  OutsideCases& outside = world.authority.outside;
  OutsideCase& child = outside.rows[row];
  const OutsideParameters& p = world.rules.p.outside;
  ++world.authority.events;
  if (child.stage != OutsideStage::assessment ||
      answer(world, child.id, in_need) < p.assessed_only_share) {
    close(world, row);
    return;
  }
  child.stage = OutsideStage::in_need;
  const bool long_kind = answer(world, child.id, long_stay) < p.long_share;
  outside.calendar.schedule(
      row, world.now() + stay(world, child.id, long_kind ? p.long_years : p.short_years));
  if (answer(world, child.id, case_holder) < p.with_case_holder) {
    child.has_plan = true;
    outside.with_plan.change(world.now(), +1);
  } else {
    let_go(world, child);
  }
}

}  // namespace stepdown
