#include "analysis/report/method_section.h"

#include <algorithm>
#include <vector>

#include "analysis/report/headline.h"
#include "analysis/report/html.h"
#include "analysis/report/period.h"
#include "model/outcomes/outcomes.h"

namespace stepdown {
namespace {

using Items = std::vector<std::vector<HtmlCell>>;

std::string number_of_role(Role role) {
  return std::to_string(std::ranges::count(parameter_registry(), role, &Parameter::role));
}

std::string plans_compared(const ReportedResults& results) {
  std::vector<std::string> others;
  for (std::size_t plan = 1; plan < results.plans().size(); ++plan) {
    others.push_back(results.plans()[plan].title);
  }
  return listed(others);
}

Items objectives(const ReportedResults& results) {
  std::string questions;
  for (const ReportedPlan& plan : results.plans()) {
    questions += plan.question.empty() ? "" : (questions.empty() ? "" : " ") + plan.question;
  }
  return {{{"1.1 Purpose"},
           {questions.empty() ? "To compare decisions of an authority before they are taken."
                              : questions}},
          {{"1.2 Outputs"},
           {std::to_string(results.comparison().measures.size()) +
            " measures of each run, of need, lateness, coming back, escalation, waiting, caseload, "
            "flows and cost; those by month as well. Counts are of children unless families are "
            "named, as the official ones are."}},
          {{"1.3 Aims of the experiment"},
           {plans_compared(results) + ", compared with " + results.plans().front().title +
            " run by run with the same luck; nothing is optimised."}}};
}

Items logic(const ReportedResults& results) {
  const ReportedPlan& baseline = results.plans().front();
  return {
      {{"2.1 Base model"},
       {"Families live at five levels of neglect with acute concerns beside; services notice, "
        "decide, hold waiting lists, help on six tiers, review and close."}},
      {{"2.2 Logic"},
       {"Exact next events, no time step. Rates of need depend on vulnerability, area, age, "
        "capacity and help; decisions see a judged level, which is the true one and an error."}},
      {{"2.3 Scenarios"},
       {"Settings that the plans change stand under the assumptions; all else is equal. Plans "
        "begin at day 0 or the date they state, after one common past."}},
      {{"2.4 Algorithms"},
       {"Modified next reaction method (Anderson 2007): a clock of unit-exponential size for each "
        "process of a family, spent at its current rate; ties follow a stated timetable."}},
      {{"2.5.1 Entities"}, {"Families with children, cases, workers, posts; outside cases."}},
      {{"2.5.2 Activities"},
       {"Noticing, front door, assessment, enquiry, conference, help, review, closing, care."}},
      {{"2.5.3 Resources"},
       {"Workers with a cap of children each: " +
        baseline.value_of(*find_parameter("workforce.social_workers")) +
        " social work posts; key workers and community workers by the size of the place."}},
      {{"2.5.4 Queues"},
       {"Lists for early help, from which families drop out; children in need without a worker. "
        "Protection plans, assessments and care never wait: they go over the cap."}},
      {{"2.5.5 Entry and exit"},
       {"Births and moving in; turning 18 and moving away. The population stays in balance."}}};
}

Items data() {
  return {{{"3.1 Sources"},
           {"Official statistics of the Department for Education and ONS for facts and targets; "
            "qualitative studies and polls for mechanisms. Each setting names its source."}},
          {{"3.2 Inputs"},
           {number_of_role(Role::fact) + " facts, " + number_of_role(Role::lever) + " decisions, " +
            number_of_role(Role::uncertainty) + " uncertain numbers and " +
            number_of_role(Role::numerics) +
            " of method are declared; those in force are listed above."}},
          {{"3.3 Preparation of data"},
           {"None of one family. Published tables are used as they are; rates are derived as the "
            "source of each setting says."}},
          {{"3.4 Assumptions"}, {"All of them: the tables of the section before this one."}}};
}

Items experiment(const ReportedResults& results) {
  const ReportedFacts& facts = results.facts();
  const ReportedPlan& baseline = results.plans().front();
  return {{{"4.1 Start"},
           {"A past of " + baseline.value_of(*find_parameter("horizon.warm_up_years")) +
            " years under the base before day 0, the same for every plan of a run."}},
          {{"4.2 Length of a run"},
           {std::to_string(facts.years) + " years from 1 April " +
            std::to_string(facts.start_year) + '.'}},
          {{"4.3 Estimation"},
           {std::to_string(facts.runs) + (facts.runs == 1 ? " run" : " runs") +
            " of each plan with common random numbers. Paired differences: mean with a 95% t "
            "interval, 5th to 95th percentile; too close to call where fewer than 90% of runs "
            "agree in sign, no verdict on fewer than 10." +
            (facts.runs_until.empty() ? "" : ' ' + facts.runs_until)}}};
}

Items implementation(const ReportedResults& results) {
  const ReportedFacts& facts = results.facts();
  return {
      {{"5.1 Software"}, {"stepdown " + facts.version + ", C++20."}},
      {{"5.2 Random sampling"},
       {"A counter-based generator (Philox) keyed by seed " + std::to_string(facts.seed) +
        ", run, family, decision and how many-th: a draw more or fewer in one family moves nothing "
        "in another."}},
      {{"5.3 Execution"},
       {"Runs are independent and in parallel; equal inputs give equal bytes for any number of "
        "threads and order of plans."}},
      {{"5.4 System"}, {"Debian 12 on x86-64 with AVX2 or later; no network, no accelerator."}},
      {{"6.1 Sharing"}, {"Open source, Apache-2.0, with scenarios, evidence and tests."}}};
}

}  // namespace

std::string method_section(const ReportedResults& results) {
  const HtmlTable table{"stress-des",
                        "STRESS-DES checklist for discrete-event simulations, filled in from the "
                        "results",
                        {{"Item"}, {"What was done"}},
                        {{"1 Objectives", objectives(results)},
                         {"2 Logic", logic(results)},
                         {"3 Data", data()},
                         {"4 Experimentation", experiment(results)},
                         {"5 Implementation and 6 Access", implementation(results)}},
                        "class=\"words\""};
  return table_html(table);
}

}  // namespace stepdown
