#include "model/outcomes/life_story.h"

#include <algorithm>
#include <cmath>

namespace stepdown {
namespace {

std::string in_words(ServiceTier tier) {
  switch (tier) {
    case ServiceTier::universal:
      return "universal services";
    case ServiceTier::community_early_help:
      return "community-based early help";
    case ServiceTier::targeted_early_help:
      return "targeted early help";
    case ServiceTier::child_in_need:
      return "a child in need plan";
    case ServiceTier::child_protection:
      return "a child protection plan";
    case ServiceTier::looked_after:
      return "being looked after";
  }
  return "";
}

std::string in_words(ClosingReason reason) {
  switch (reason) {
    case ClosingReason::none:
      return "help starts";
    case ClosingReason::no_further_action:
      return "no further action";
    case ClosingReason::not_in_need:
      return "assessed and not in need";
    case ClosingReason::declined:
      return "the family declines";
    case ClosingReason::dropped_out:
      return "the family gives up waiting";
    case ClosingReason::left_early:
      return "the family leaves early";
    case ClosingReason::good_review:
      return "the first good review";
    case ClosingReason::time_limit:
      return "the time limit is reached";
    case ClosingReason::sustained_progress:
      return "progress has lasted";
    case ClosingReason::taper_completed:
      return "the taper is completed";
    case ClosingReason::stepped_down:
      return "the family steps down";
    case ClosingReason::stepped_up:
      return "the family steps up";
    case ClosingReason::returned_home:
      return "return home";
    case ClosingReason::permanence:
      return "adoption or special guardianship";
    case ClosingReason::left_population:
      return "the family, or a child of 18, leaves";
    case ClosingReason::lost_at_handover:
      return "lost when the worker changed";
    case ClosingReason::came_into_care:
      return "a child comes into care";
    case ClosingReason::taken_off_list:
      return "no longer in need of it";
  }
  return "";
}

std::string in_words(AcuteConcern concern) {
  switch (concern) {
    case AcuteConcern::none:
      return "the acute concern is over";
    case AcuteConcern::moderate:
      return "an acute concern, moderate";
    case AcuteConcern::serious:
      return "an acute concern, serious";
  }
  return "";
}

std::string children(int count) {
  return count == 1 ? "1 child" : std::to_string(count) + " children";
}

std::string days(double count) {
  const auto whole = std::lround(count);
  return whole == 1 ? "1 day" : std::to_string(whole) + " days";
}

std::string level_of(const Authority& authority, FamilySlot slot) {
  return std::to_string(number(authority.families.family(slot).level));
}

std::string in_words(const Happening& h, const Authority& authority) {
  switch (h.kind) {
    case HappeningKind::family_arrived:
      return h.repeats == 1 ? "the family moves in" : "the first child is born";
    case HappeningKind::family_left:
      return h.repeats == 1 ? "the family moves away" : "the youngest child turns 18";
    case HappeningKind::level_changed:
      return "neglect is now at level " + level_of(authority, h.slot);
    case HappeningKind::concern_changed:
      return in_words(authority.families.family(h.slot).concern);
    case HappeningKind::capacity_changed:
      return "lasting capacity is now " +
             std::to_string(authority.families.family(h.slot).capacity);
    case HappeningKind::contact:
      return "noticed by " + std::string(route_names[row_of(h.route)]) + " (true level " +
             level_of(authority, h.slot) + ")";
    case HappeningKind::referral:
      return "referral to social care, " + children(h.children) +
             (h.repeats > 0 ? ", " + std::to_string(h.repeats) + " referred in the last 12 months"
                            : "");
    case HappeningKind::outside_referral:
      return "";
    case HappeningKind::no_further_action:
      return "no further action on the referral";
    case HappeningKind::referral_accepted:
      return "the front door decides after " + days(h.days) + ": an assessment";
    case HappeningKind::assessment_ended:
      return "assessment ends after " + days(h.days) + ": " +
             (h.reason == ClosingReason::none ? "in need" : "not in need");
    case HappeningKind::enquiry_started:
      return "section 47 enquiry starts";
    case HappeningKind::conference_held:
      return "initial child protection conference";
    case HappeningKind::plan_started:
      return "child protection plan, " + children(h.children) +
             (h.repeats > 0 ? ", not the first plan for " + std::to_string(h.repeats) : "");
    case HappeningKind::plan_ended:
      return "a child protection plan ends after " + days(h.days);
    case HappeningKind::episode_ended:
      return "a child is no longer in need, " + days(h.days) + " after the referral";
    case HappeningKind::proceedings_ended:
      return std::string("proceedings end ") +
             (h.reason == ClosingReason::none ? "in care" : "without care") +
             (h.repeats == 1 ? ", after a family group conference" : "");
    case HappeningKind::worker_changed:
      return "another worker takes over";
    case HappeningKind::asked_again:
      return "the family is asked again whether it wants help";
    case HappeningKind::child_turned_18:
      return "a child turns 18";
    case HappeningKind::outside_closed:
      return "";
    case HappeningKind::offer_accepted:
      return "the family accepts " + in_words(h.tier);
    case HappeningKind::offer_declined:
      return "the family declines " + in_words(h.tier);
    case HappeningKind::waiting_started:
      return "joins the list for " + in_words(h.tier);
    case HappeningKind::waiting_ended:
      return "the wait for " + in_words(h.tier) + " ends after " + days(h.days) + ": " +
             in_words(h.reason);
    case HappeningKind::unallocated_started:
      return "in need, but no social worker has room";
    case HappeningKind::unallocated_ended:
      return (h.reason == ClosingReason::none ? "a social worker is found after "
                                              : "the case ends without a social worker after ") +
             days(h.days);
    case HappeningKind::help_started:
      return in_words(h.tier) + " starts for " + children(h.children);
    case HappeningKind::help_ended:
      return in_words(h.tier) + " ends for " + children(h.children) + " after " + days(h.days) +
             ": " + in_words(h.reason);
    case HappeningKind::taper_started:
      return in_words(h.tier) + " begins to taper";
    case HappeningKind::relapse_seen:
      return h.repeats == 1 ? "a contact sees the relapse: full help again"
                            : "a contact sees a relapse that is none: full help again";
    case HappeningKind::review_held:
      return std::string(h.repeats == 1 ? "good review" : "review, not good") + " (true level " +
             level_of(authority, h.slot) + ")";
  }
  return "";
}

}  // namespace

std::vector<HappeningKind> LifeStory::wants() const {
  std::vector<HappeningKind> all;
  for (std::size_t kind = 0; kind < happening_kinds; ++kind) {
    all.push_back(static_cast<HappeningKind>(kind));
  }
  return all;
}

void LifeStory::saw(const Happening& happening, const Authority& authority) {
  if (happening.slot != nobody && authority.families.family(happening.slot).id == family_) {
    lines_.push_back({happening.day, in_words(happening, authority)});
  }
}

std::vector<HappeningKind> EventfulFamilies::wants() const {
  return {HappeningKind::referral, HappeningKind::help_started, HappeningKind::waiting_started,
          HappeningKind::plan_started};
}

void EventfulFamilies::saw(const Happening& happening, const Authority& authority) {
  const FamilyId id = authority.families.family(happening.slot).id;
  if (steps_.size() <= id) {
    steps_.resize(id + 1 + id / 4, 0);
  }
  ++steps_[id];
}

FamilyId EventfulFamilies::most_eventful() const {
  const auto most = std::max_element(steps_.begin(), steps_.end());
  return most == steps_.end() || *most == 0 ? nobody : static_cast<FamilyId>(most - steps_.begin());
}

std::string standing_of(const Authority& authority, FamilyId id) {
  for (FamilySlot slot = 0; slot < authority.families.slots(); ++slot) {
    const Family& family = authority.families.family(slot);
    if (family.id != id || id == nobody) {
      continue;
    }
    const Case& open = authority.families.case_of(slot);
    std::string words = children(count_of(family.at_home)) + " at home, neglect at level " +
                        std::to_string(number(family.level));
    switch (open.stage) {
      case CaseStage::none:
        return words + ", universal services only";
      case CaseStage::front_door:
        return words + ", referred and not yet decided";
      case CaseStage::early_help_assessment:
        return words + ", assessed for " + in_words(open.tier);
      case CaseStage::waiting:
        return words + ", waiting for " + in_words(open.tier);
      case CaseStage::assessment:
        return words + ", being assessed";
      case CaseStage::unallocated:
        return words + ", in need without a social worker";
      case CaseStage::helped:
      case CaseStage::tapering:
        return words + ", with " + in_words(open.tier);
    }
  }
  return "not there yet";
}

}  // namespace stepdown
