#include <limits>

#include "model/processes/help.h"
#include "model/processes/rationing.h"

namespace stepdown {
namespace {

/// What the family's own row repeats of its case, to save looking there.
void mark_family(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  const Case& open = world.seen_case(slot);
  family.statutory = open.is_statutory();
  if (family.helped != open.gets_help()) {
    world.authority.stocks.count_unhelped(family, world.now(), -1);
    family.helped = open.gets_help();
    world.authority.stocks.families_helped.change(world.now(), family.helped ? +1 : -1);
    world.authority.stocks.count_unhelped(family, world.now(), +1);
  }
}

/// Whether the case stands on a list whose length may raise a threshold.
bool is_on_list(const World& world, const Case& open) {
  return open.stage == CaseStage::waiting ||
         (open.stage == CaseStage::unallocated && world.authority.merged);
}

template <typename Change>
void change_case(World& world, FamilySlot slot, Change&& change) {
  Case& open = world.case_of(slot);
  const bool waited = is_on_list(world, open);
  const std::size_t waited_for = world.authority.team_row(open.tier);
  world.authority.stocks.count_case(open, world.now(), -1);
  change(open);
  world.authority.stocks.count_case(open, world.now(), +1);
  mark_family(world, slot);
  if (waited) {
    watch_demand(world, waited_for);
  }
  if (is_on_list(world, open)) {
    watch_demand(world, world.authority.team_row(open.tier));
  }
}

template <typename Visit>
void each_child(ChildSet children, Visit&& visit) {
  for (std::size_t i = 0; i < most_children; ++i) {
    if ((children >> i & 1U) != 0) {
      visit(i);
    }
  }
}

}  // namespace

void open_case(World& world, FamilySlot slot) {
  world.record(slot);
  world.authority.families.open_case(slot);
}

void set_stage(World& world, FamilySlot slot, CaseStage stage, ServiceTier tier,
               ChildSet children) {
  change_case(world, slot, [&](Case& open) {
    open.stage = stage;
    open.tier = tier;
    open.children = children;
    open.planned &= tier == ServiceTier::child_protection ? children : ChildSet{0};
  });
}

void set_planned(World& world, FamilySlot slot, ChildSet planned) {
  change_case(world, slot, [&](Case& open) { open.planned = planned; });
}

void set_in_care(World& world, FamilySlot slot, ChildSet children, ChildSet in_care) {
  change_case(world, slot, [&](Case& open) {
    open.children = children;
    open.planned &= children;
    open.in_care = in_care;
  });
}

void note_in_need(World& world, FamilySlot slot, ChildSet children) {
  Record& record = world.record(slot);
  each_child(children, [&](std::size_t i) { record.children[i].ever_in_need = true; });
}

ChildSet children_on(const Case& open, ServiceTier tier) {
  if (!open.gets_help()) {
    return 0;
  }
  if (open.tier != ServiceTier::child_protection) {
    return tier == open.tier ? open.children : ChildSet{0};
  }
  return tier == ServiceTier::child_protection ? open.planned
         : tier == ServiceTier::child_in_need ? open.children & static_cast<ChildSet>(~open.planned)
                                              : ChildSet{0};
}

void tell_help_started(World& world, FamilySlot slot, ChildSet children, bool first) {
  const Case& open = world.case_of(slot);
  for (std::size_t row = service_tiers; row-- > 0;) {
    const auto tier = static_cast<ServiceTier>(row);
    if (const ChildSet those = children_on(open, tier) & children; those != 0) {
      world.tell({.kind = HappeningKind::help_started,
                  .day = world.now(),
                  .slot = slot,
                  .tier = tier,
                  .children = count_of(those),
                  .repeats = first ? 1 : 0});
      first = false;
    }
  }
}

void tell_help_ended(World& world, FamilySlot slot, ClosingReason reason, ChildSet children) {
  const Case& open = world.case_of(slot);
  for (std::size_t row = service_tiers; row-- > 0;) {
    const auto tier = static_cast<ServiceTier>(row);
    if (const ChildSet those = children_on(open, tier) & children; those != 0) {
      world.tell({.kind = HappeningKind::help_ended,
                  .day = world.now(),
                  .slot = slot,
                  .tier = tier,
                  .reason = reason,
                  .children = count_of(those),
                  .days = world.now() - open.opened});
    }
  }
}

void tell_care_ended(World& world, FamilySlot slot, ChildSet children, ClosingReason reason) {
  each_child(children, [&](std::size_t i) {
    world.tell({.kind = HappeningKind::help_ended,
                .day = world.now(),
                .slot = slot,
                .tier = ServiceTier::looked_after,
                .reason = reason,
                .children = 1,
                .child = static_cast<int>(i)});
  });
}

void end_plans(World& world, FamilySlot slot, ChildSet children) {
  each_child(children, [&](std::size_t i) {
    float& since = world.case_of(slot).child[i].plan_since;
    world.tell({.kind = HappeningKind::plan_ended,
                .day = world.now(),
                .slot = slot,
                .tier = ServiceTier::child_protection,
                .children = 1,
                .days = world.now() - static_cast<double>(since),
                .child = static_cast<int>(i)});
    since = std::numeric_limits<float>::infinity();
  });
}

void end_episodes(World& world, FamilySlot slot, ChildSet children, ClosingReason reason) {
  each_child(children, [&](std::size_t i) {
    float& since = world.case_of(slot).child[i].in_need_since;
    if (since < std::numeric_limits<float>::infinity()) {
      world.tell({.kind = HappeningKind::episode_ended,
                  .day = world.now(),
                  .slot = slot,
                  .reason = reason,
                  .children = 1,
                  .days = world.now() - static_cast<double>(since),
                  .child = static_cast<int>(i)});
      since = std::numeric_limits<float>::infinity();
    }
  });
}

}  // namespace stepdown
