#include "model/processes/consent.h"

#include <algorithm>

#include "model/processes/noticing.h"
#include "model/processes/strength.h"

namespace stepdown {
namespace {

const Family& family_of(const World& world, FamilySlot slot) {
  return static_cast<const Families&>(world.authority.families).family(slot);
}

/// 1 at middling trust, more above and less below.
double by_trust(const World& world, const Family& family, double sign) {
  return 1.0 + sign * world.rules.p.trust.effect * (family.trust - 2) / 2.0;
}

constexpr std::uint8_t most_trust = 4;

void take_trust(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  if (family.trust > 0) {
    family.trust = static_cast<std::uint8_t>(family.trust - 1) & 7U;
    set_noticing_rate(world, family);  // whether it asks by itself
    world.reschedule(slot);
  }
}

}  // namespace

double chance_of_accepting(const World& world, FamilySlot slot, ServiceTier tier) {
  const ModelParameters& p = world.rules.p;
  const Family& family = family_of(world, slot);
  const bool early_help = is_early_help(tier);
  const bool merged = world.authority.merged && tier != ServiceTier::community_early_help;
  const double chance =
      std::clamp((early_help ? p.consent.early_help : p.consent.child_in_need) *
                     by_trust(world, family, +1.0) *
                     (world.rules.recognises_need(family) ? 1.0 : p.consent.not_recognising) *
                     (merged ? p.family_help.consent : 1.0),
                 0.0, 1.0);
  const double refusals =
      (1.0 - chance) * (1.0 - p.awareness.anti_stigma * p.awareness.anti_stigma_effect) *
      (early_help ? 1.0 - p.consent.easy_access * p.consent.easy_access_effect : 1.0);
  return 1.0 - refusals;
}

double drop_out_rate(const World& world, FamilySlot slot) {
  const ModelParameters& p = world.rules.p;
  const double rate = world.seen_case(slot).tier == ServiceTier::targeted_early_help
                          ? p.waiting.targeted_drop_out
                          : p.waiting.community_drop_out;
  return per_day(rate) * (1.0 - p.waiting.interim_support * p.waiting.interim_holds) *
         (1.0 - p.consent.easy_access * p.consent.easy_access_effect);
}

double early_leaving_rate(const World& world, FamilySlot slot) {
  const ModelParameters& p = world.rules.p;
  const Family& family = family_of(world, slot);
  const Case& open = world.seen_case(slot);
  const WorkingParameters& w = p.working;
  return per_day(p.help[row_of(open.tier)].leaves_early) * by_trust(world, family, -1.0) *
         (1.0 + w.fatigue * (1.0 - w.lead_professional) * further_professionals(family, open)) *
         (1.0 + w.peer_support * (w.peer_support_effect - 1.0)) *
         (1.0 - p.consent.easy_access * p.consent.easy_access_effect);
}

void lose_trust(World& world, FamilySlot slot, Disappointment kind) {
  const Record& known = world.known(slot);
  const std::uint32_t number = kind == Disappointment::turned_away ? known.referrals
                               : kind == Disappointment::not_heard
                                   ? world.strikes(slot, FamilyClock::noticed)
                                   : known.offers;
  const std::uint32_t occasion = number << 2 | static_cast<std::uint32_t>(kind);
  if (world.chance(slot, Decision::trust_lost, occasion, world.rules.p.trust.loss_refused)) {
    take_trust(world, slot);
  }
}

void lose_trust_at_handover(World& world, FamilySlot slot) {
  if (world.chance_in_case(slot, Decision::trust_at_handover, world.rules.p.trust.loss_handover)) {
    take_trust(world, slot);
  }
}

void gain_trust(World& world, FamilySlot slot) {
  Family& family = world.family(slot);
  if (world.chance_in_case(slot, Decision::trust_gained, world.rules.p.trust.gain) &&
      family.trust < most_trust) {
    family.trust = static_cast<std::uint8_t>(family.trust + 1) & 7U;
  }
}

void plan_to_ask_again(World& world, FamilySlot slot, ServiceTier tier) {
  const ConsentParameters& p = world.rules.p.consent;
  Record& record = world.record(slot);
  if (world.chance(slot, Decision::asked_again, record.offers, p.recontact)) {
    record.asked_for = tier;
    record.clocks.set_timer(AfterClosing::asked_again, world.in_weeks(p.recontact_weeks));
    world.reschedule_services(slot);
  }
}

}  // namespace stepdown
