#include "analysis/export/official_column.h"

#include <algorithm>
#include <array>

namespace stepdown {
namespace {

struct Match {
  std::string_view measure;
  OfficialColumn official;
};

constexpr OfficialColumn referrals{"Referrals", "Children in need, C1"};
constexpr OfficialColumn in_need_at_31_march{"At31_episodes", "Children in need, B1"};
constexpr OfficialColumn plans_started{"CPP_start", "Children in need, D1"};
constexpr OfficialColumn plans_ended{"CPP_end", "Children in need, D1"};
constexpr OfficialColumn plans_at_31_march{"CPP_At31", "Children in need, D1"};
constexpr OfficialColumn caseload{"caseload_fte", "Children's social work workforce"};

// Only what is counted alike: a child in need plan of the model is one for neglect or crisis, and
// care is told in the Department's tables by a filter and not by a column.
constexpr std::array matches = {
    Match{"referrals", referrals},
    Match{"month_referrals", referrals},
    Match{"referrals_per_10000", {"Referrals_rate", "Children in need, C1"}},
    Match{"month_rereferrals", {"Re_referrals", "Children in need, C1"}},
    Match{"rereferral_12m", {"Re_referrals_percent", "Children in need, C1"}},
    Match{"no_further_action", {"No_Further_Action_percent", "Children in need, C1"}},
    Match{"assessed_not_in_need", {"Not_in_Need_percent", "Children in need, C1"}},
    Match{"children_in_need_at_31_march", in_need_at_31_march},
    Match{"month_children_in_need", in_need_at_31_march},
    Match{"children_in_need_per_10000", {"At31_episodes_rate", "Children in need, B1"}},
    Match{"enquiries", {"Section47", "Children in need, C4"}},
    Match{"starts_child_protection", plans_started},
    Match{"month_starts_child_protection", plans_started},
    Match{"ends_child_protection", plans_ended},
    Match{"month_ends_child_protection", plans_ended},
    Match{"stock_child_protection", plans_at_31_march},
    Match{"month_stock_child_protection", plans_at_31_march},
    Match{"protection_plans_per_10000", {"CPP_At31_rate", "Children in need, D1"}},
    Match{"month_second_or_subsequent_plans", {"CPP_subsequent", "Children in need, D3"}},
    Match{"second_or_subsequent_plan", {"CPP_subsequent_percent", "Children in need, D3"}},
    Match{"caseload_social_worker", caseload},
    Match{"vacancy_rate", {"vacancy_rate_fte", "Children's social work workforce"}},
    Match{"agency_share", {"agency_rate_fte", "Children's social work workforce"}},
    Match{"turnover_rate", {"turnover_rate_fte", "Children's social work workforce"}},
};

}  // namespace

OfficialColumn official_column(std::string_view measure) {
  const auto found = std::ranges::find(matches, measure, &Match::measure);
  return found == matches.end() ? OfficialColumn{} : found->official;
}

}  // namespace stepdown
