#include "analysis/report/answer_section.h"

#include <array>
#include <string_view>
#include <vector>

#include "analysis/answer.h"
#include "analysis/honest_use.h"
#include "analysis/report/glance.h"
#include "analysis/report/headline.h"
#include "analysis/report/html.h"
#include "analysis/report/period.h"

namespace stepdown {
namespace {

std::string plan_list(const ReportedResults& results) {
  std::string items;
  const std::vector<ReportedPlan>& plans = results.plans();
  for (std::size_t plan = 0; plan < plans.size(); ++plan) {
    items += element("li",
                     "<span class=\"swatch\" aria-hidden=\"true\"></span>" +
                         escaped(plans[plan].title) + (plan == 0 ? " (baseline)" : ""),
                     "data-plan=\"" + std::to_string(plan) + '"');
  }
  return element("ul", items, "class=\"plans\" aria-label=\"Plans compared\"");
}

std::string headlines(const ReportedResults& results) {
  std::string html;
  for (std::size_t s = 1; s < results.plans().size(); ++s) {
    html += element("p", escaped(headline(results.worlds(), s)),
                    "class=\"headline\" data-plan=\"" + std::to_string(s) + '"');
  }
  return html;
}

}  // namespace

std::string report_title(const ReportedResults& results) {
  constexpr std::array<std::string_view, 10> words = {"no",   "one", "two",   "three", "four",
                                                      "five", "six", "seven", "eight", "nine"};
  const std::vector<ReportedPlan>& plans = results.plans();
  const std::size_t others = plans.size() - 1;
  const std::string what =
      others == 1 ? plans.back().title
                  : (others < words.size() ? std::string(words[others]) : std::to_string(others)) +
                        " plans";
  return with_capital(place_of(results.facts())) + ": " + what + " compared with " +
         plans.front().title;
}

std::string answer_section(const ReportedResults& results) {
  const ReportedFacts& facts = results.facts();
  const std::string each = results.worlds().size() == 1
                               ? ""
                               : " in each of " + std::to_string(results.worlds().size()) +
                                     " worlds that " + what_worlds_fit(facts);
  const std::string runs = "April " + std::to_string(facts.start_year) + " to March " +
                           std::to_string(facts.start_year + facts.years) + ", " +
                           std::to_string(facts.runs) +
                           (facts.runs == 1 ? " simulated run" : " simulated runs") + each +
                           ", with the same luck under every plan";
  return element("header", element("h1", escaped(report_title(results))) +
                               element("p", escaped(runs), "class=\"subtitle\"") +
                               plan_list(results)) +
         "<div class=\"first\"><section class=\"answer\" aria-labelledby=\"answer\">" +
         element("h2", "The answer, if the assumptions hold", "id=\"answer\"") +
         headlines(results) + table_html(glance_table(results.worlds())) + "</section>" +
         element("aside",
                 element("h2", "What this may be used for, and what not", "id=\"honest-use\"") +
                     element("p", escaped(honest_use())),
                 "class=\"honest\" aria-labelledby=\"honest-use\"") +
         "</div>\n";
}

std::string sentence_section(const ReportedResults& results) {
  const Comparison& comparison = results.comparison();
  std::string html = element(
      "p",
      results.worlds().size() == 1
          ? "Ranges show luck: where nine of ten runs lie. What nobody knows about causes is a "
            "second uncertainty, which they do not show."
          : "Two uncertainties are kept apart. Luck: within a world, a conclusion needs 90 of "
            "100 runs. Not knowing: from world to world other values of what nobody knows, all "
            "of which " +
                escaped(what_worlds_fit(results.facts())) + '.');
  for (std::size_t s = 1; s < comparison.scenarios.size(); ++s) {
    std::string items;
    const std::vector<std::string> sentences = results.worlds().size() == 1
                                                   ? answer_sentences(comparison, s)
                                                   : ensemble_sentences(results.worlds(), s);
    for (const std::string& sentence : sentences) {
      items += element("li", escaped(sentence));
    }
    html += element("h3", escaped(comparison.scenarios[s]) + " against " +
                              escaped(comparison.scenarios.front())) +
            element("ul", items, "class=\"sentences\"");
  }
  return html;
}

}  // namespace stepdown
