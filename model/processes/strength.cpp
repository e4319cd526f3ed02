#include "model/processes/strength.h"

#include <algorithm>

namespace stepdown {
namespace {

double skill(const Rules& rules, const Family& family, const Case& open, const Worker& worker) {
  const WorkforceParameters& w = rules.p.workforce;
  double strength = worker.staffing == Staffing::volunteer ? w.volunteer_effect
                    : worker.staffing == Staffing::partner ? w.partner_effect
                                                           : 1.0;
  const ServiceTier made_for = open.tier == ServiceTier::community_early_help
                                   ? ServiceTier::community_early_help
                                   : ServiceTier::targeted_early_help;
  if (!worker.social_worker && number(family.level) > rules.p.help[row_of(made_for)].serves_up_to) {
    strength *= rules.p.working.mismatch;
  }
  return strength;
}

/// Double running after the change to Family Help.
double settling(const World& world, std::size_t team) {
  const FamilyHelpParameters& p = world.rules.p.family_help;
  const Authority& authority = world.authority;
  const bool settles =
      authority.merged && team != 0 &&
      world.now() < authority.merged_since + p.transition_months * days_per_year / 12.0;
  return settles ? 1.0 - p.transition_loss : 1.0;
}

/// Children are in care and nobody works with those at home, if there are any: the worker of the
/// children in care works with the family too.
bool works_for_return(const Case& open) { return open.in_care != 0 && !open.gets_help(); }

}  // namespace

ServiceTier tier_of_help(const Case& open) {
  if (works_for_return(open)) {
    return ServiceTier::looked_after;
  }
  return open.stage == CaseStage::none || open.stage == CaseStage::assessment
             ? ServiceTier::universal
             : open.tier;
}

int further_professionals(const Family& family, const Case& open) {
  return (family.concern != AcuteConcern::none ? 1 : 0) +
         (family.level >= NeglectLevel::four ? 1 : 0) + (is_statutory(open.tier) ? 1 : 0) +
         (open.second_worker != nobody ? 1 : 0);
}

double strength_of_help(const World& world, FamilySlot slot) {
  const Case& open = world.seen_case(slot);
  const bool supported = open.stage == CaseStage::waiting && open.intensity > 0.0F;
  const bool in_care = works_for_return(open);
  if ((!open.gets_help() && !supported && !in_care) || open.worker == nobody) {
    return 0.0;
  }
  const Rules& rules = world.rules;
  const Family& family = static_cast<const Families&>(world.authority.families).family(slot);
  Team& team = world.authority.teams[open.team];
  const WorkingParameters& working = rules.p.working;
  const double fatigue =
      working.fatigue * (1.0 - working.lead_professional) * further_professionals(family, open);
  return (in_care ? 1.0 : static_cast<double>(open.intensity)) *
         team.share_of_help(open.worker, rules.p.caseload.dilution) *
         (open.relation ? 1.0 : working.relation_new) *
         skill(rules, family, open, team.worker(open.worker)) * std::max(0.0, 1.0 - fatigue) *
         rules.strength_of_time * settling(world, open.team);
}

}  // namespace stepdown
