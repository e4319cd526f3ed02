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

double answer(const World& world, std::uint32_t id, Question question) {
  return world.authority.luck.uniform(id, Decision::outside_kind, question);
}

void let_go(World& world, OutsideCase& child) {
  if (child.worker != nobody) {
    let_go_outside(world, child.worker);
    child.worker = nobody;
    fill_places(world, ServiceTier::child_in_need);
  }
}

void close(World& world, std::uint32_t row) {
  OutsideCases& outside = world.authority.outside;
  let_go(world, outside.rows[row]);
  outside.rows[row] = OutsideCase{};
  outside.calendar.schedule(row, never);
  outside.empty.push_back(row);
  outside.open.change(world.now(), -1);
}

std::uint32_t open_row(OutsideCases& outside) {
  if (!outside.empty.empty()) {
    const std::uint32_t row = outside.empty.back();
    outside.empty.pop_back();
    return row;
  }
  const auto row = static_cast<std::uint32_t>(outside.rows.size());
  outside.rows.emplace_back();
  outside.calendar.resize(outside.rows.size());
  return row;
}

}  // namespace

void schedule_next_outside_referral(World& world) {
  const ModelParameters& p = world.rules.p;
  OutsideCases& outside = world.authority.outside;
  const double rate = p.laboratory.system != Laboratory::off
                          ? 0.0
                          : per_day(p.outside.referrals) * p.noticing.place_factor *
                                p.population.children / 10'000.0;
  outside.next_arrival = rate > 0.0
                             ? world.now() + world.authority.luck.unit_exponential(
                                                 0, Decision::outside_arrives, outside.next_id) /
                                                 rate
                             : never;
}

void receive_outside_referral(World& world) {
  Authority& authority = world.authority;
  OutsideCases& outside = authority.outside;
  const ModelParameters& p = world.rules.p;
  const std::uint32_t row = open_row(outside);
  OutsideCase& child = outside.rows[row];
  child.id = outside.next_id++;
  ++authority.events;
  world.tell({.kind = HappeningKind::outside_referral,
              .day = world.now(),
              .children = 1,
              .repeats = answer(world, child.id, rereferral) < p.outside.rereferral_share ? 1 : 0});
  child.worker = authority.team_of(ServiceTier::child_in_need).least_loaded();
  if (child.worker != nobody) {
    take_on_outside(world, child.worker);
  }
  outside.open.change(world.now(), +1);
  outside.calendar.schedule(
      row, world.now() + assessment_days(p.front_door, answer(world, child.id, assessment)));
  schedule_next_outside_referral(world);
}

void pass_outside_date(World& world, std::uint32_t row) {
  OutsideCases& outside = world.authority.outside;
  OutsideCase& child = outside.rows[row];
  const OutsideParameters& p = world.rules.p.outside;
  ++world.authority.events;
  if (child.in_need || answer(world, child.id, in_need) < p.assessed_only_share) {
    close(world, row);
    return;
  }
  child.in_need = true;
  const double mean =
      answer(world, child.id, long_stay) < p.long_share ? p.long_years : p.short_years;
  outside.calendar.schedule(row, world.now() + mean * days_per_year *
                                                   world.authority.luck.unit_exponential(
                                                       child.id, Decision::outside_stay, 0));
  if (answer(world, child.id, case_holder) >= p.with_case_holder) {
    let_go(world, child);
  }
}

}  // namespace stepdown
