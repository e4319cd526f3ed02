#pragma once

#include <functional>
#include <vector>

#include "model/processes/world.h"
#include "tests/model/mechanisms/settings.h"

namespace stepdown {

/// Parameters with which a mechanism is seen alone: nobody errs and everybody consents, no number
/// differs between families, more posts than families, and no worker leaves.
ModelParameters plain_parameters();

/// What a test puts into an authority: a family of average kind.
struct FamilyKind {
  NeglectLevel level = NeglectLevel::three;
  AcuteConcern concern = AcuteConcern::none;
  int children = 1;
  double age = 7.0;  // of all children, years
  int area = 2;      // fifth, the most deprived 4
  int trust = 2;
};

/// Counts what happens.
class Counter : public Observer {
 public:
  std::vector<HappeningKind> wants() const override;
  void saw(const Happening& happening, const Authority&) override { all_.push_back(happening); }

  std::vector<Happening> of(HappeningKind kind) const;
  int count(HappeningKind kind) const { return static_cast<int>(of(kind).size()); }
  int count(HappeningKind kind, ClosingReason reason) const;

 private:
  std::vector<Happening> all_;
};

/// An authority on day 0 in which a test puts families; nobody else comes.
class OneAuthority {
 public:
  explicit OneAuthority(const Settings& settings, std::uint32_t run = 0);
  OneAuthority(const OneAuthority&) = delete;
  OneAuthority& operator=(const OneAuthority&) = delete;

  FamilySlot enter(const FamilyKind& kind = {});
  /// A new family as luck draws it.
  FamilySlot enter_as_drawn();
  void set_need(FamilySlot slot, NeglectLevel level, AcuteConcern concern = AcuteConcern::none);

  /// Help begins today with whoever has room; statutory help straight from an assessment.
  void help(FamilySlot slot, ServiceTier tier);
  void refer_to_social_care(FamilySlot slot);
  void live_for_days(double days);

  /// Rates a year.
  double yearly(FamilySlot slot, FamilyClock clock) const;
  double yearly(FamilySlot slot, CapacityClock clock) const;
  double yearly(FamilySlot slot, LeavingClock clock) const;

  Family& family(FamilySlot slot) { return world.family(slot); }
  Case& case_of(FamilySlot slot) { return world.case_of(slot); }
  const Case& seen_case(FamilySlot slot) const { return world.seen_case(slot); }

  Counter counter;
  Observers observers;
  Rules rules;
  Authority authority;
  World world{authority, rules, observers};
};

/// The quantity in an authority with these settings, and in one with those.
using Quantity = std::function<double(OneAuthority&)>;
double quantity(const Settings& settings, const Quantity& of);

/// The quantity at each of the parameter's values, with what stands beside it.
std::vector<double> along(std::string_view parameter, const std::vector<double>& values,
                          const Quantity& of, const Settings& beside = {});

bool rises(const std::vector<double>& values);
bool falls(const std::vector<double>& values);

}  // namespace stepdown
