#include "scenarios/idle_check.h"

#include <array>
#include <string>
#include <string_view>

#include "scenarios/parameter_words.h"

namespace stepdown {
namespace {

/// A setting that means nothing while `needs` has the value at which nothing happens.
struct Dependent {
  std::string_view setting;
  std::string_view needs;
  double nothing;
  std::string_view why;
};

constexpr std::string_view no_shock = "the shock has size 1, which is none";

constexpr std::array dependents = {
    Dependent{"waiting.interim_place", "waiting.interim_support", 0,
              "nobody is supported while waiting"},
    Dependent{"consent.recontact_weeks", "consent.recontact", 0, "nobody is asked again"},
    Dependent{"shock.cost_of_living.from_month", "shock.cost_of_living.size", 1, no_shock},
    Dependent{"shock.cost_of_living.rise_months", "shock.cost_of_living.size", 1, no_shock},
    Dependent{"shock.cost_of_living.lasts_months", "shock.cost_of_living.size", 1, no_shock},
    Dependent{"shock.crises.from_month", "shock.crises.size", 1, no_shock},
    Dependent{"shock.crises.rise_months", "shock.crises.size", 1, no_shock},
    Dependent{"shock.crises.lasts_months", "shock.crises.size", 1, no_shock},
    Dependent{"shock.publicity.from_month", "shock.publicity.size", 1, no_shock},
    Dependent{"shock.publicity.rise_months", "shock.publicity.size", 1, no_shock},
    Dependent{"shock.publicity.lasts_months", "shock.publicity.size", 1, no_shock},
    Dependent{"shock.arrivals.from_month", "shock.arrivals.size", 1, no_shock},
    Dependent{"shock.arrivals.rise_months", "shock.arrivals.size", 1, no_shock},
    Dependent{"shock.arrivals.lasts_months", "shock.arrivals.size", 1, no_shock},
    Dependent{"shock.partner_cuts.from_month", "shock.partner_cuts.size", 1, no_shock},
    Dependent{"shock.partner_cuts.rise_months", "shock.partner_cuts.size", 1, no_shock},
    Dependent{"shock.partner_cuts.lasts_months", "shock.partner_cuts.size", 1, no_shock},
    Dependent{"shock.staff_exodus.at_month", "shock.staff_exodus.share", 0, "nobody leaves then"},
};

}  // namespace

void check_idle(SettingsTogether& settings) {
  for (const auto& [setting, needs, nothing, why] : dependents) {
    if (settings.is_given(setting) && settings.number(needs) == nothing) {
      settings.note(Severity::warning, {needs, setting},
                    "`" + std::string(setting) + "` does nothing: " + std::string(why),
                    "set " + std::string(key_of(needs)) + " in [" + std::string(table_of(needs)) +
                        "], or leave this out");
    }
  }
}

}  // namespace stepdown
