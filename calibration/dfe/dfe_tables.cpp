#include "calibration/dfe/dfe_tables.h"

#include <algorithm>
#include <stdexcept>

#include "analysis/unusable_data.h"
#include "scenarios/nearest_word.h"

namespace stepdown {
namespace {

using enum DfeColumn;
constexpr Need optional = Need::optional;
constexpr bool tells = true;

const std::vector<DfeShape>& shapes() {
  static const std::vector<DfeShape> all{
      {DfeTable::b1,
       "table B1",
       "children in need at 31 March",
       {{open_episodes, {"At31_episodes"}, Need::required, tells},
        {open_episodes_rate, {"At31_episodes_rate"}, optional},
        {episode_starts, {"Started_episodes"}, optional, tells}},
       2,
       {}},
      {DfeTable::b5,
       "table B5",
       "how long ended episodes of need lasted",
       {{ended_episodes, {"Ended_episodes"}, Need::required, tells},
        {ended_within_3m, {"3_months_or_less"}, Need::required, tells},
        {ended_3m_to_6m, {"more_than_3_months_6_months"}},
        {ended_6m_to_12m, {"more_than_6_months_less_than_1_year"}},
        {ended_12m_to_24m, {"1_year_less_than_2_years"}},
        {ended_after_24m, {"2years+", "2_years_or_more"}, optional}},
       2,
       {}},
      {DfeTable::b7,
       "table B7",
       "child in need plans",
       {{need_plans, {"CINPlan_At31"}, Need::required, tells},
        {need_plans_rate, {"CINPlan_At31_rate"}, optional}},
       1,
       {}},
      {DfeTable::c1,
       "table C1",
       "referrals and re-referrals",
       {{referrals, {"Referrals", "referral_count"}, Need::required, tells},
        {referrals_rate, {"Referrals_rate", "referral_rate"}, optional},
        {rereferrals, {"Re_referrals", "rereferral_count"}, optional, tells},
        {rereferrals_percent,
         {"Re_referrals_percent", "rereferral_percent"},
         Need::required,
         tells},
        {no_further_action, {"No_Further_Action"}, optional, tells},
        {no_further_action_percent, {"No_Further_Action_percent"}},
        {not_in_need, {"Not_in_Need"}, optional, tells},
        {not_in_need_percent, {"Not_in_Need_percent"}}},
       2,
       {}},
      {DfeTable::c2,
       "table C2",
       "how long assessments took",
       {{assessments, {"Assessments_completed"}, Need::required, tells},
        {assessed_same_day, {"Same_day"}},
        {assessed_in_10_days, {"1-10_days"}},
        {assessed_in_20_days, {"11-20_days"}},
        {assessed_in_30_days, {"21-30_days"}},
        {assessed_in_40_days, {"31-40_days"}},
        {assessed_in_45_days, {"41-45_days"}},
        {assessed_in_50_days, {"46-50_days"}, optional},
        {assessed_in_60_days, {"51-60_days"}, optional},
        {assessed_later, {"61+_days"}, optional}},
       1,
       {}},
      {DfeTable::c3,
       "table C3",
       "factors at the end of assessments",
       {{factors_recorded, {"Episodes_with_assessment_factor"}, Need::required, tells},
        {neglect_recorded, {"Neglect"}}},
       1,
       {}},
      {DfeTable::c4,
       "table C4",
       "section 47 enquiries and initial conferences",
       {{enquiries, {"Section47", "Section_47s"}, Need::required, tells},
        {conferences, {"ICPC", "ICPCs"}, Need::required, tells}},
       1,
       {}},
      {DfeTable::d1,
       "table D1",
       "protection plans",
       {{plan_starts, {"CPP_start"}, Need::required, tells},
        {plans_open, {"CPP_At31"}, Need::required, tells},
        {plans_open_rate, {"CPP_At31_rate"}, optional}},
       2,
       {}},
      {DfeTable::d2,
       "table D2",
       "protection plans by category of abuse",
       {{plan_starts_by_category, {"CPP_start"}},
        {plans_for_neglect, {"Neglect_Initial"}, Need::required, tells}},
       1,
       {}},
      {DfeTable::d3,
       "table D3",
       "second or subsequent protection plans",
       {{plan_starts_by_order, {"CPP_start"}},
        {repeat_plans, {"CPP_subsequent"}, optional, tells},
        {repeat_plans_percent, {"CPP_subsequent_percent"}, Need::required, tells}},
       1,
       {}},
      {DfeTable::d7,
       "table D7",
       "how long ended protection plans lasted",
       {{plan_ends, {"CPP_End"}, Need::required, tells},
        {plans_within_3m, {"3_months_or_less"}, Need::required, tells},
        {plans_3m_to_6m, {"more_than_3_months_6_months"}},
        {plans_6m_to_12m, {"more_than_6_months_less_than_1_year"}},
        {plans_12m_to_24m, {"1_year_less_than_2_years"}},
        {plans_after_24m, {"2_years_or_more", "2years+"}, optional}},
       2,
       {}},
      {DfeTable::cla,
       "the table of children looked after",
       "children looked after at 31 March",
       {{care_population, {"population_estimate"}, Need::required, tells},
        {in_care, {"children_count", "number"}},
        // Which of the two a row counts stands in another column.
        {care_starts, {"children_count", "number"}, optional}},
       1,
       {"population_type", "population_count"}},
      {DfeTable::csww,
       "the table of the social work workforce",
       "caseload, turnover and absence",
       {{case_holders, {"case_holders_fte"}, Need::required, tells},
        {cases, {"cases"}, optional},
        {caseload, {"caseload_fte"}, Need::required, tells},
        {turnover_percent, {"turnover_rate_fte"}, optional},
        {absence_percent, {"absence_rate_fte"}, optional}},
       1,
       {}},
      {DfeTable::ons,
       "the table of population estimates",
       "children of each authority",
       {{children, {"population_estimate"}, Need::required, tells}},
       1,
       {"age_group"}},
  };
  return all;
}

/// A name as it is compared: the same from release to release.
std::string folded(std::string_view name) {
  std::string made;
  for (const char letter : name) {
    // 1-10 days are not 110 days
    const bool is_until =
        letter == '-' && !made.empty() && made.back() >= '0' && made.back() <= '9';
    if (letter >= 'A' && letter <= 'Z') {
      made += static_cast<char>(letter - 'A' + 'a');
    } else if ((letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9') ||
               letter == '+' || is_until) {
      made += letter;
    }
  }
  constexpr std::string_view count = "count";
  if (made.ends_with(count) && made.size() > count.size()) {
    made.resize(made.size() - count.size());
  }
  return made;
}

/// A header whose columns are found by any of their names.
class Header {
 public:
  explicit Header(std::span<const std::string> names) {
    for (const std::string& name : names) {
      names_.push_back(folded(name));
    }
  }

  std::optional<std::size_t> find(std::span<const std::string_view> names) const {
    for (const std::string_view name : names) {
      const auto found = std::ranges::find(names_, folded(name));
      if (found != names_.end()) {
        return static_cast<std::size_t>(found - names_.begin());
      }
    }
    return std::nullopt;
  }
  std::optional<std::size_t> find(std::string_view name) const {
    return find(std::span<const std::string_view>(&name, 1));
  }

 private:
  std::vector<std::string> names_;
};

bool is_of(const DfeShape& shape, const Header& header) {
  const auto signs = std::ranges::count_if(shape.columns, [&header](const DfeColumnNames& each) {
    return each.tells_table && header.find(each.names);
  });
  return static_cast<std::size_t>(signs) >= shape.signs &&
         (shape.groups.empty() || header.find(shape.groups));
}

[[noreturn]] void refuse(const std::string& file, const DfeShape& shape,
                         const std::vector<std::string>& missing) {
  throw UnusableData(Fault::data_columns,
                     "`" + file + "` looks like " + std::string(shape.name) + " (" +
                         std::string(shape.contents) + ") and has no column " +
                         quoted_list(missing, "and"),
                     "take the file as it was published, or leave it out of the folder");
}

}  // namespace

std::span<const DfeShape> dfe_shapes() { return shapes(); }

const DfeShape& shape_of(DfeTable table) {
  const auto found = std::ranges::find(shapes(), table, &DfeShape::table);
  if (found == shapes().end()) {
    throw std::logic_error("a published table without a shape");
  }
  return *found;
}

bool is_by_year_and_place(std::span<const std::string> header) {
  const Header names(header);
  return names.find("time_period") && names.find("geographic_level");
}

std::optional<DfeHeader> known_header(const std::string& file,
                                      std::span<const std::string> header) {
  const Header names(header);
  const auto shape =
      std::ranges::find_if(shapes(), [&names](const DfeShape& each) { return is_of(each, names); });
  if (shape == shapes().end()) {
    return std::nullopt;
  }
  DfeHeader known;
  known.table = shape->table;
  std::vector<std::string> missing;
  const auto key = [&names, &missing](std::string_view name) {
    const auto at = names.find(name);
    if (!at) {
      missing.emplace_back(name);
    }
    return at.value_or(0);
  };
  known.keys.period = key("time_period");
  known.keys.level = key("geographic_level");
  known.keys.name = key("la_name");
  known.keys.old_code = names.find("old_la_code");
  known.keys.new_code = names.find("new_la_code");
  if (!known.keys.old_code && !known.keys.new_code) {
    missing.emplace_back("new_la_code");
  }
  known.group = names.find(shape->groups);
  for (const DfeColumnNames& each : shape->columns) {
    if (const auto at = names.find(each.names)) {
      known.columns.emplace_back(each.column, *at);
    } else if (each.need == Need::required) {
      missing.emplace_back(each.names.front());
    }
  }
  if (!missing.empty()) {
    refuse(file, *shape, missing);
  }
  return known;
}

}  // namespace stepdown
