#include "model/outcomes/observers/return_outcomes.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>

#include "model/outcomes/by_slot.h"
#include "model/outcomes/survival.h"
#include "model/time.h"

namespace stepdown {
namespace {

/// The reasons followed, in the order of the measures below; the first five are closure policies.
constexpr std::array followed = {
    ClosingReason::good_review,      ClosingReason::time_limit,   ClosingReason::sustained_progress,
    ClosingReason::taper_completed,  ClosingReason::stepped_down, ClosingReason::left_early,
    ClosingReason::dropped_out,      ClosingReason::declined,     ClosingReason::not_in_need,
    ClosingReason::no_further_action};
constexpr std::size_t policies = 5;
constexpr std::array horizons = {91.3125, 182.625, 365.25, 730.5, 2191.5};  // 3 to 72 months
/// Months after closing at which a curve is told that shows how many return and how many are still
/// followed; those above have their share already.
constexpr std::array curve_months = {1, 2, 9, 18, 36, 48, 60};
constexpr std::array followed_months = {0, 1, 2, 3, 6, 9, 12, 18, 24, 36, 48, 60, 72};

#define STEPDOWN_RETURN(reason, words)                                                             \
  {"return_3m_" reason, "%", "Back within 3 months after " words, MeasureGroup::returning, false}, \
      {"return_6m_" reason, "%", "Back within 6 months after " words, MeasureGroup::returning,     \
       false},                                                                                     \
      {"return_12m_" reason, "%", "Back within 12 months after " words, MeasureGroup::returning,   \
       false},                                                                                     \
      {"return_24m_" reason, "%", "Back within 24 months after " words, MeasureGroup::returning,   \
       false},                                                                                     \
  {                                                                                                \
    "return_72m_" reason, "%", "Back within 72 months after " words, MeasureGroup::returning,      \
        false                                                                                      \
  }

#define STEPDOWN_CURVE_POINT(months, reason, words)                                  \
  {                                                                                  \
    "return_" months "m_" reason, "%", "Back within " months " months after " words, \
        MeasureGroup::return_curves, false                                           \
  }
#define STEPDOWN_STILL_FOLLOWED(months, reason, words)                                             \
  {                                                                                                \
    "followed_" months "m_" reason, "families",                                                    \
        "Still followed and not back " months " months after " words, MeasureGroup::return_curves, \
        false                                                                                      \
  }
#define STEPDOWN_CURVE(reason, words)                                                             \
  STEPDOWN_CURVE_POINT("1", reason, words), STEPDOWN_CURVE_POINT("2", reason, words),             \
      STEPDOWN_CURVE_POINT("9", reason, words), STEPDOWN_CURVE_POINT("18", reason, words),        \
      STEPDOWN_CURVE_POINT("36", reason, words), STEPDOWN_CURVE_POINT("48", reason, words),       \
      STEPDOWN_CURVE_POINT("60", reason, words), STEPDOWN_STILL_FOLLOWED("0", reason, words),     \
      STEPDOWN_STILL_FOLLOWED("1", reason, words), STEPDOWN_STILL_FOLLOWED("2", reason, words),   \
      STEPDOWN_STILL_FOLLOWED("3", reason, words), STEPDOWN_STILL_FOLLOWED("6", reason, words),   \
      STEPDOWN_STILL_FOLLOWED("9", reason, words), STEPDOWN_STILL_FOLLOWED("12", reason, words),  \
      STEPDOWN_STILL_FOLLOWED("18", reason, words), STEPDOWN_STILL_FOLLOWED("24", reason, words), \
      STEPDOWN_STILL_FOLLOWED("36", reason, words), STEPDOWN_STILL_FOLLOWED("48", reason, words), \
      STEPDOWN_STILL_FOLLOWED("60", reason, words), STEPDOWN_STILL_FOLLOWED("72", reason, words)

constexpr Measure run_table[] = {
    {"back_12m", "%", "Families back within 12 months of the end of help, whatever the reason",
     MeasureGroup::returning, false},
    STEPDOWN_RETURN("good_review", "closing at the first good review"),
    STEPDOWN_RETURN("time_limit", "closing at a time limit"),
    STEPDOWN_RETURN("sustained_progress", "closing after sustained progress"),
    STEPDOWN_RETURN("taper_completed", "a completed taper"),
    STEPDOWN_RETURN("stepped_down", "stepping down a tier"),
    {"back_12m_left_early", "%", "Back within 12 months after leaving help early",
     MeasureGroup::returning, false},
    {"back_12m_dropped_out", "%", "Back within 12 months after giving up waiting",
     MeasureGroup::returning, false},
    {"back_12m_declined", "%", "Back within 12 months after declining a child in need plan",
     MeasureGroup::returning, false},
    {"back_12m_not_in_need", "%", "Back within 12 months after an assessment found no need",
     MeasureGroup::returning, false},
    {"back_12m_no_further_action", "%", "Back within 12 months after a referral without assessment",
     MeasureGroup::returning, false},
    STEPDOWN_CURVE("good_review", "closing at the first good review"),
    STEPDOWN_CURVE("time_limit", "closing at a time limit"),
    STEPDOWN_CURVE("sustained_progress", "closing after sustained progress"),
    STEPDOWN_CURVE("taper_completed", "a completed taper"),
    STEPDOWN_CURVE("stepped_down", "stepping down a tier"),
};

#undef STEPDOWN_CURVE
#undef STEPDOWN_STILL_FOLLOWED
#undef STEPDOWN_CURVE_POINT
#undef STEPDOWN_RETURN

double days_of(int months) { return days_per_year / 12.0 * months; }

/// How many were neither back nor out of sight when so many days had passed.
double still_followed(const std::vector<Spell>& spells, double days) {
  return static_cast<double>(
      std::ranges::count_if(spells, [days](const Spell& spell) { return spell.days >= days; }));
}

/// The place of a reason in `followed`, or its size. A family lost at a change of worker has left.
std::size_t place_of(ClosingReason reason) {
  if (reason == ClosingReason::lost_at_handover) {
    return place_of(ClosingReason::left_early);
  }
  std::size_t place = 0;
  while (place < followed.size() && followed[place] != reason) {
    ++place;
  }
  return place;
}

/// Back is a new referral, or new early help sought after the day of closing. Early help that a
/// family accepts on that day is part of the closing itself, also where an assessment of three
/// weeks comes before it.
class ReturnObserver : public OutcomeObserver {
 public:
  explicit ReturnObserver(const HorizonFacts& facts)
      : end_(facts.end), away_(facts.day_0.families.slots()) {}

  std::vector<HappeningKind> wants() const override {
    return {HappeningKind::help_ended,         HappeningKind::waiting_ended,
            HappeningKind::assessment_ended,   HappeningKind::no_further_action,
            HappeningKind::offer_accepted,     HappeningKind::offer_declined,
            HappeningKind::referral,           HappeningKind::waiting_started,
            HappeningKind::help_started,       HappeningKind::family_left,
            HappeningKind::unallocated_started};
  }

  const RowsBySlot* memory() const override { return &away_; }

  void saw(const Happening& happening, const Authority&) override {
    Away& away = away_[happening.slot];
    switch (happening.kind) {
      case HappeningKind::referral:
        close(away, happening.day, true);
        break;
      case HappeningKind::waiting_started:
      case HappeningKind::help_started:
        join(away, happening);
        break;
      case HappeningKind::unallocated_started:
        stay(away, happening.day);
        break;
      case HappeningKind::no_further_action:
        // Who waits or is helped goes on with that and is not back when a place comes up.
        if (happening.repeats == 0) {
          leave(away, happening.day, place_of(ClosingReason::no_further_action));
        }
        break;
      case HappeningKind::family_left:
        close(away, happening.day, false);
        break;
      case HappeningKind::waiting_ended:
        if (happening.reason == ClosingReason::taken_off_list) {
          close(away, happening.day, false);
        } else if (happening.reason != ClosingReason::none) {
          leave(away, happening.day, place_of(happening.reason));
        }
        break;
      case HappeningKind::help_ended:
        if (closes_by_policy(happening.tier)) {  // after a protection plan help goes on
          leave(away, happening.day, place_of(happening.reason));
        }
        break;
      case HappeningKind::offer_accepted:
        away.goes_on = away.reason < followed.size() && away.since == happening.day;
        break;
      default:
        leave(away, happening.day, place_of(happening.reason));
        break;
    }
  }

  std::vector<double> run_values(const Authority&) const override {
    std::array<std::vector<Spell>, followed.size()> all = spells_;
    for (const Away& away : away_) {
      if (away.reason < followed.size()) {
        all[away.reason].push_back({end_ - away.since, false});
      }
    }
    std::vector<Spell> of_help;  // ends of help: the policies' closings, and leaving early
    for (std::size_t place = 0; place <= policies; ++place) {
      of_help.insert(of_help.end(), all[place].begin(), all[place].end());
    }
    std::vector<double> values = {100.0 * share_returned(of_help, days_per_year)};
    for (std::size_t place = 0; place < followed.size(); ++place) {
      if (place < policies) {
        for (const double day : horizons) {
          values.push_back(100.0 * share_returned(all[place], day));
        }
      } else {
        values.push_back(100.0 * share_returned(all[place], days_per_year));
      }
    }
    for (std::size_t place = 0; place < policies; ++place) {
      for (const int months : curve_months) {
        values.push_back(100.0 * share_returned(all[place], days_of(months)));
      }
      for (const int months : followed_months) {
        values.push_back(still_followed(all[place], days_of(months)));
      }
    }
    return values;
  }

 private:
  struct Away {
    double since = 0.0;
    std::uint8_t reason = followed.size();
    bool goes_on = false;  // to early help that was accepted at the closing
  };

  void close(Away& away, double day, bool returned) {
    if (away.reason < followed.size()) {
      spells_[away.reason].push_back({day - away.since, returned, end_ - away.since});
    }
    away = {};
  }

  void leave(Away& away, double day, std::size_t reason) {
    if (reason < followed.size()) {
      close(away, day, false);
      away = {.since = day, .reason = static_cast<std::uint8_t>(reason)};
    }
  }

  /// What has just ended was help alone: the case goes on without a worker.
  static void stay(Away& away, double day) {
    if (away.since == day) {
      away = {};
    }
  }

  void join(Away& away, const Happening& happening) {
    if (happening.day == away.since) {
      away.goes_on = true;
    } else if (!away.goes_on) {
      close(away, happening.day, true);
    }
  }

  double end_;
  BySlot<Away> away_;
  std::array<std::vector<Spell>, followed.size()> spells_;
};

}  // namespace

OutcomeKind return_outcomes() {
  return {run_table, {}, [](const HorizonFacts& facts) -> std::unique_ptr<OutcomeObserver> {
            return std::make_unique<ReturnObserver>(facts);
          }};
}

}  // namespace stepdown
