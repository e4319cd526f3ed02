#include "model/state/accounts.h"

#include <algorithm>
#include <array>
#include <limits>

namespace stepdown {
namespace {

class Auditor {
 public:
  explicit Auditor(const Authority& authority) : authority_(authority) {
    for (std::size_t team = 0; team < held_.size(); ++team) {
      held_[team].resize(authority.teams[team].size(), 0);
    }
  }

  std::vector<std::string> audit() {
    for (FamilySlot slot = 0; slot < authority_.families.slots(); ++slot) {
      if (authority_.families.is_here(slot)) {
        count(slot);
      }
    }
    count_outside();
    compare_stocks();
    compare_lists();
    compare_caseloads();
    compare_posts();
    return std::move(faults_);
  }

 private:
  void fault(const std::string& what) { faults_.push_back(what); }

  /// `what` is put into words only when it is needed: all accounts are looked at after each event.
  template <typename Words>
  void same(std::int64_t kept, std::int64_t counted, Words&& what) {
    if (kept != counted) {
      fault(what() + ": kept " + std::to_string(kept) + ", counted " + std::to_string(counted));
    }
  }

  void count(FamilySlot slot) {
    const Family& family = authority_.families.family(slot);
    const Case& open = authority_.families.case_of(slot);
    counted_.count_need(family, authority_.now, +1);
    counted_.count_case(open, authority_.now, +1);
    counted_.families_helped.change(authority_.now, family.helped ? 1 : 0);
    const auto who = [&] { return "family " + std::to_string(family.id); };
    if (family.helped != open.gets_help() || family.statutory != open.is_statutory()) {
      fault(who() + " is marked as helped or statutory otherwise than its case");
    }
    if (family.watched != (authority_.families.known(slot).noticed_by() != 1.0F)) {
      fault(who() + " is marked as watched otherwise than its record");
    }
    if ((open.children & ~family.at_home) != 0) {
      fault(who() + " has a case for a child who is not at home");
    }
    if ((open.in_care & family.at_home) != 0) {
      fault(who() + " has a child at home and in care");
    }
    if ((open.planned & ~open.children) != 0 ||
        (open.planned != 0) != (open.gets_help() && open.tier == ServiceTier::child_protection)) {
      fault(who() + " has a protection plan without children, or children on a plan without one");
    }
    if (open.is_open() == (open.children == 0)) {
      fault(who() + " has an open case without children, or children without a case");
    }
    if (authority_.families.has_case(slot) && open.is_over()) {
      fault(who() + " has a case that is over");
    }
    if (open.worker == nobody) {
      same(open.places, 0, [&] { return who() + " places without a worker"; });
    } else {
      held_[open.team][open.worker] += open.places;
    }
    if (open.second_worker != nobody) {
      held_[2][open.second_worker] += open.second_places;
    }
    if (open.stage == CaseStage::unallocated && open.worker != nobody) {
      fault(who() + " is unallocated and has a worker");
    }
    const bool waits = open.stage == CaseStage::waiting || open.stage == CaseStage::unallocated;
    if (waits != (open.ticket_on_list != nobody)) {
      fault(who() + " is on a list without waiting, or waits without a list");
    }
    count_children(who, open);
    count_dates(who, open);
    if (authority_.calendar.time_of(slot) != family.clocks.next_day()) {
      fault(who() + " is in the calendar at another time than its clocks say");
    }
    const double services =
        std::min(authority_.families.known(slot).clocks.next_day(), open.next_day());
    if (family.clocks.timer(FamilyTimer::services) != services) {
      fault(who() + " has a date with services at another time than its case says");
    }
    if (family.clocks.next_day() < authority_.now) {
      fault(who() + " has an event that was passed over");
    }
  }

  /// Each child's own dates say what the sets of children say.
  template <typename Who>
  void count_children(Who&& who, const Case& open) {
    for (std::size_t i = 0; i < most_children; ++i) {
      const bool planned = (open.planned >> i & 1U) != 0;
      const bool in_care = (open.in_care >> i & 1U) != 0;
      const bool in_need = in_care || (open.is_statutory() && (open.children >> i & 1U) != 0);
      const ChildInCase& child = open.child[i];
      if (is_set(child.plan_since) != planned) {
        fault(who() + " has a child with a plan that the case does not know, or without one");
      }
      if (is_set(child.leaves_care) && !in_care) {
        fault(who() + " has a child who leaves care without being there");
      }
      if (is_set(child.in_need_since) != in_need) {
        fault(who() + " has a child in need without a beginning, or a beginning without need");
      }
    }
  }

  /// Nobody waits for ever: where a case stands, something is to come.
  template <typename Who>
  void count_dates(Who&& who, const Case& open) {
    const bool decided = open.has(CaseDate::front_door_decides);
    const bool assessed = open.has(CaseDate::assessment_ends) || open.is_under_enquiry();
    bool stuck = false;
    switch (open.stage) {
      case CaseStage::none:
        stuck = std::ranges::count_if(open.dates, [](double day) { return day < Case::never; }) >
                (open.has(CaseDate::relation_established) ? 1 : 0);
        break;
      case CaseStage::front_door:
        stuck = !decided && authority_.front_desk.staff() > 0;
        break;
      case CaseStage::early_help_assessment:
      case CaseStage::assessment:
        stuck = !assessed;
        break;
      case CaseStage::unallocated:
        stuck = !open.has(CaseDate::review);
        break;
      case CaseStage::tapering:
        stuck = !open.has(CaseDate::taper_step_ends) || !open.has(CaseDate::contact);
        break;
      case CaseStage::helped:
      case CaseStage::waiting:
        break;
    }
    if (stuck) {
      fault(who() + " stands where nothing ever follows, or has a date that nothing waits for");
    }
  }

  void count_outside() {
    std::int64_t open = 0;
    std::int64_t in_care = 0;
    for (const OutsideCase& child : authority_.outside.rows) {
      open += child.id != nobody ? 1 : 0;
      in_care += child.id != nobody && child.stage == OutsideStage::in_care ? 1 : 0;
      if (child.id != nobody && child.worker != nobody) {
        held_[2][child.worker] += one_place;
      }
    }
    same(authority_.outside.open.count(), open, [] { return std::string("open outside cases"); });
    same(authority_.outside.in_care.count(), in_care,
         [] { return std::string("outside children in care"); });
  }

  void compare_stocks() {
    Stocks kept = authority_.stocks;
    std::vector<std::int64_t> counts;
    kept.each([&](Tally& tally) { counts.push_back(tally.count()); });
    std::size_t row = 0;
    counted_.each([&](Tally& tally) {
      same(counts[row], tally.count(), [&] { return "stock " + std::to_string(row); });
      ++row;
    });
  }

  void compare_list(const std::string& name, const WaitingList& list) {
    for (std::size_t place = 0; place < list.size(); ++place) {
      const Case& open = authority_.families.case_of(list.family_at(place));
      if (!list.holds(place, open.ticket_on_list) ||
          (open.stage != CaseStage::waiting && open.stage != CaseStage::unallocated)) {
        fault("a family on the list " + name + " does not say so");
      }
    }
    same(list.length(), static_cast<std::int64_t>(list.size()),
         [&] { return "length of " + name; });
    on_lists_ += list.length();
  }

  void compare_lists() {
    for (std::size_t team = 0; team < 2; ++team) {
      for (const WaitingList& list : authority_.early_help_lists[team]) {
        compare_list("of team " + std::to_string(team), list);
      }
    }
    compare_list("unallocated", authority_.unallocated);
    std::int64_t waiting = 0;
    for (FamilySlot slot = 0; slot < authority_.families.slots(); ++slot) {
      const Case& open = authority_.families.case_of(slot);
      waiting += authority_.families.is_here(slot) &&
                 (open.stage == CaseStage::waiting || open.stage == CaseStage::unallocated);
    }
    same(on_lists_, waiting, [] { return std::string("families on lists"); });
  }

  void compare_caseloads() {
    for (std::size_t team = 0; team < held_.size(); ++team) {
      std::int64_t total = 0;
      std::int64_t over = 0;
      const Team& kept = authority_.teams[team];
      for (WorkerId worker = 0; worker < kept.size(); ++worker) {
        same(kept.load(worker), held_[team][worker], [&] {
          return "caseload of worker " + std::to_string(worker) + " in team " +
                 std::to_string(team);
        });
        total += held_[team][worker];
        over += std::max<std::int64_t>(0, held_[team][worker] - kept.worker(worker).cap);
      }
      same(kept.total_load(), total,
           [&] { return "total caseload of team " + std::to_string(team); });
      same(kept.over_cap(), over,
           [&] { return "children over the cap in team " + std::to_string(team); });
    }
  }

  /// Workers hold the families who name them; nobody else holds any; posts are as counted.
  void compare_posts() {
    std::int64_t vacant = 0;
    std::int64_t agency = 0;
    std::int64_t absent = 0;
    std::array<std::int64_t, professions> employed{};
    for (std::size_t team = 0; team < held_.size(); ++team) {
      const Team& kept = authority_.teams[team];
      std::int64_t room = 0;
      for (WorkerId id = 0; id < kept.size(); ++id) {
        const Worker& worker = kept.worker(id);
        const auto who = [&] {
          return "worker " + std::to_string(id) + " of team " + std::to_string(team);
        };
        vacant += worker.staffing == Staffing::vacant ? 1 : 0;
        agency += worker.staffing == Staffing::agency ? 1 : 0;
        absent += worker.is_absent ? 1 : 0;
        employed[worker.social_worker ? 2 : team] +=
            worker.staffing == Staffing::permanent || worker.staffing == Staffing::newly_qualified
                ? 1
                : 0;
        room += worker.takes_part ? worker.cap : 0;
        if (!worker.takes_part && worker.load != 0) {
          fault(who() + " holds children without being there");
        }
        if (!kept.is_ranked(id)) {
          fault(who() + " has other room than families are given by");
        }
        for (const FamilySlot slot : kept.families_of(id)) {
          const Case& open = authority_.families.case_of(slot);
          if (open.worker != id || open.team != team) {
            fault(who() + " holds a family that names another");
            break;
          }
        }
        const double next =
            std::min({worker.next_change, worker.absence_turns, worker.settles, worker.qualifies});
        const std::size_t slot = authority_.post_slot(team, id);
        if (slot < authority_.posts.size() &&
            authority_.posts.time_of(static_cast<std::uint32_t>(slot)) != next) {
          fault(who() + " is in the calendar at another time than the post says");
        }
      }
      same(kept.room(), room, [&] { return "room of team " + std::to_string(team); });
    }
    same(authority_.doings.vacant_posts.count(), vacant,
         [] { return std::string("vacant posts"); });
    same(authority_.doings.agency_workers.count(), agency,
         [] { return std::string("agency workers"); });
    same(authority_.doings.absent_workers.count(), absent,
         [] { return std::string("absent workers"); });
    for (std::size_t row = 0; row < professions; ++row) {
      same(authority_.doings.employed[row].count(), employed[row],
           [&] { return "permanent workers of profession " + std::to_string(row); });
    }
  }

  static bool is_set(float day) { return day < std::numeric_limits<float>::infinity(); }

  std::int64_t on_lists_ = 0;
  const Authority& authority_;
  Stocks counted_;
  std::array<std::vector<std::int64_t>, 3> held_;
  std::vector<std::string> faults_;
};

}  // namespace

std::vector<std::string> broken_accounts(const Authority& authority) {
  return Auditor(authority).audit();
}

}  // namespace stepdown
