#include "analysis/sensitivity/influence_sentences.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <numeric>
#include <utility>

#include "analysis/measure_numbers.h"
#include "analysis/rounding.h"
#include "analysis/sensitivity/influence_words.h"

namespace stepdown {
namespace {

constexpr double hardly_any = 0.05;    // parts of the spread that no decision could rest on
constexpr double rough = 0.1;          // half-width of a share beyond which it says little
constexpr std::size_t most_named = 4;  // in one sentence

std::string parts(double share) { return rounded(std::max(0.0, 100 * share), 1); }

std::string likely_parts(const Estimate& share) {
  return std::isnan(share.half_width)
             ? ""
             : "likely " + parts(share.low()) + " to " + parts(std::min(1.0, share.high()));
}

std::string listed(const std::vector<std::string>& items) {
  std::string text;
  for (std::size_t i = 0; i < std::min(items.size(), most_named); ++i) {
    text += (i == 0 ? "" : "; ") + items[i];
  }
  const std::size_t more = items.size() - std::min(items.size(), most_named);
  return more == 0 ? text : text + "; and " + std::to_string(more) + " more";
}

// Factors in their order, cut where the first one's interval no longer meets the next one's; those
// that show no more than luck or chance would are none of them.
struct Ranking {
  std::vector<std::size_t> first;  // too close to call among them, if several
  std::vector<std::size_t> others;
  std::vector<std::size_t> lost;
};

Ranking ranking_of(const Influence& influence) {
  Ranking ranking;
  for (const std::size_t factor : in_order_of_influence(influence)) {
    if (!influence.stands_out(factor)) {
      ranking.lost.push_back(factor);
      continue;
    }
    const bool meets = ranking.first.empty() || !(influence.main()[factor].high() <
                                                  influence.main()[ranking.first.front()].low());
    (meets && ranking.others.empty() ? ranking.first : ranking.others).push_back(factor);
  }
  return ranking;
}

// Sentences of one study and outcome by one method.
class Teller {
 public:
  Teller(const SensitivityResults& results, const Influence& influence)
      : results_(results), influence_(influence), ranking_(ranking_of(influence)) {}

  std::string first_of_shares() const {
    const Estimate& best = estimate(ranking_.first.front());
    if (influence_.luck.low() > best.high()) {
      return "Luck decides more of it than any setting here";
    }
    if (ranking_.first.size() > 1) {
      return "Too close to call what decides most of it";
    }
    return words(ranking_.first.front()) + (best.low() > 0.5
                                                ? " decides most of it"
                                                : " decides more of it than any other setting");
  }

  std::vector<std::string> of_shares() const {
    std::vector<std::string> said;
    const Estimate& best = estimate(ranking_.first.front());
    const bool is_luck_first = influence_.luck.low() > best.high();
    if (is_luck_first || ranking_.first.size() > 1) {
      said.push_back(first_of_shares() + ". " + (is_luck_first ? "Of the settings, " : "") +
                     (ranking_.first.size() > 1
                          ? std::string(is_luck_first ? "too close to call which comes first: "
                                                      : "These cannot be told apart: ")
                          : std::string("the first is: ")) +
                     with_parts(ranking_.first) + '.');
    } else {
      said.push_back(first_of_shares() + ": it accounts for " + parts(best.value) +
                     " of every 100 parts of the spread" + in_brackets(likely_parts(best)) + '.');
    }
    if (std::isnan(influence_.luck.value)) {
      said.push_back("Luck was not told apart: every point was run once only.");
    } else {
      // An estimate of a share may lie beyond what a share can be.
      said.push_back("Luck accounts for " + parts(std::clamp(influence_.luck.value, 0.0, 1.0)) +
                     " of every 100 parts" + in_brackets(likely_parts(influence_.luck)) +
                     ": it stays, whatever becomes known.");
    }
    add_others(said);
    add_together(said);
    if (std::isnan(best.half_width) || best.half_width > rough) {
      said.push_back(
          "These figures are rough: a longer study is needed before relying on their order.");
    }
    return said;
  }

  std::string first_of_effects() const {
    if (ranking_.first.empty()) {
      return "Nothing that was varied moves it more than luck alone would";
    }
    return ranking_.first.size() > 1
               ? "Too close to call which setting moves it most"
               : words(ranking_.first.front()) + " moves it more than any other setting";
  }

  std::vector<std::string> of_effects(const std::string& unit) const {
    std::vector<std::string> said;
    const bool is_one = ranking_.first.size() == 1;
    said.push_back(first_of_effects() +
                   (ranking_.first.empty() ? ""
                    : is_one               ? " when it goes over its whole range: by "
                                           : ": ") +
                   with_sizes(ranking_.first, unit, !is_one) + '.');
    if (!ranking_.others.empty()) {
      said.push_back("Then come: " + with_sizes(ranking_.others, unit, true) + '.');
    }
    if (!ranking_.lost.empty()) {
      said.push_back("No more than luck alone would show: " + listed(all_words(ranking_.lost)) +
                     '.');
    }
    said.push_back(
        "Sizes tell which settings to look at more closely; they are no shares of the spread.");
    return said;
  }

  std::string first_of_shifts() const {
    if (ranking_.first.empty()) {
      return "Nothing that was varied stands out from chance";
    }
    const std::size_t best = ranking_.first.front();
    if (ranking_.first.size() + ranking_.others.size() == 1) {
      return words(best) + " alone stands out from chance";
    }
    return ranking_.first.size() > 1 ? "Too close to call which setting tells most about it"
                                     : words(best) + " tells more about it than any other setting";
  }

  std::vector<std::string> of_shifts() const {
    std::vector<std::string> said;
    std::vector<std::string> found;
    for (const std::vector<std::size_t>* part : {&ranking_.first, &ranking_.others}) {
      for (const std::size_t factor : *part) {
        found.push_back(words(factor) + " (" + rounded(estimate(factor).value, 0.01) + ')');
      }
    }
    said.push_back(first_of_shifts() + '.');
    if (!found.empty()) {
      said.push_back("Beyond chance: " + listed(found) +
                     ". The number is how far knowing the setting moves the chances of the "
                     "outcome: 0 not at all, 1 altogether.");
    }
    if (!ranking_.lost.empty()) {
      said.push_back("No more than a setting that does nothing would show (" +
                     rounded(influence_.by_chance, 0.01) +
                     "): " + listed(all_words(ranking_.lost)) + '.');
    }
    if (!std::isnan(influence_.luck.value)) {
      said.push_back("Luck is " + parts(influence_.luck.value) +
                     " of every 100 parts of the spread: runs of one and the same point differ.");
    }
    return said;
  }

 private:
  const Estimate& estimate(std::size_t factor) const { return influence_.main()[factor]; }
  std::string words(std::size_t factor) const { return words_of_factor(results_, factor); }

  std::vector<std::string> all_words(const std::vector<std::size_t>& factors) const {
    std::vector<std::string> items;
    std::ranges::transform(factors, std::back_inserter(items),
                           [this](std::size_t factor) { return words(factor); });
    return items;
  }

  static std::string in_brackets(const std::string& text) {
    return text.empty() ? "" : " (" + text + ')';
  }

  std::string with_parts(const std::vector<std::size_t>& factors) const {
    std::vector<std::string> items;
    for (const std::size_t factor : factors) {
      const std::string likely = likely_parts(estimate(factor));
      items.push_back(words(factor) + " (" + parts(estimate(factor).value) + " of every 100 parts" +
                      (likely.empty() ? "" : ", " + likely) + ')');
    }
    return listed(items);
  }

  std::string with_sizes(const std::vector<std::size_t>& factors, const std::string& unit,
                         bool with_words) const {
    std::vector<std::string> items;
    for (const std::size_t factor : factors) {
      const Estimate& size = estimate(factor);
      const MeasureNumbers numbers(size.value);
      const double width = 2 * size.half_width;
      const std::string amount = numbers.text(size.value, width) + (unit == "%" ? "%" : ' ' + unit);
      const std::string likely = std::isnan(width)
                                     ? ""
                                     : "likely " + numbers.text(std::max(0.0, size.low()), width) +
                                           " to " + numbers.text(size.high(), width);
      items.push_back(with_words ? words(factor) + " (" + amount +
                                       (likely.empty() ? "" : ", " + likely) + ')'
                                 : amount + in_brackets(likely));
    }
    return listed(items);
  }

  void add_others(std::vector<std::string>& said) const {
    std::vector<std::size_t> next;
    std::vector<std::string> small;
    for (const std::size_t factor : ranking_.others) {
      if (estimate(factor).high() < hardly_any) {
        small.push_back(words(factor));
      } else {
        next.push_back(factor);
      }
    }
    if (!next.empty()) {
      said.push_back("Then come: " + with_parts(next) + '.');
    }
    if (!small.empty()) {
      said.push_back("Less than 5 of every 100 parts each: " + listed(small) + '.');
    }
  }

  void add_together(std::vector<std::string>& said) const {
    const Index* const alone = influence_.find("first");
    double together = 1 - (std::isnan(influence_.luck.value) ? 0 : influence_.luck.value);
    double uncertain = std::isnan(influence_.luck.half_width) ? 0 : influence_.luck.half_width;
    for (const Estimate& first : alone->of_factors) {
      together -= first.value;
      uncertain = std::hypot(uncertain, first.half_width);
    }
    if (together - uncertain > hardly_any) {
      said.push_back("About " + parts(together) +
                     " of every 100 parts come from settings acting together. They are counted for "
                     "each of these, so that the parts of all add up to more than 100.");
    }
  }

  const SensitivityResults& results_;
  const Influence& influence_;
  Ranking ranking_;
};

bool says_nothing(const Influence& influence) {
  return influence.indices.empty() || influence.main().empty() ||
         std::ranges::all_of(influence.main(),
                             [](const Estimate& e) { return std::isnan(e.value); }) ||
         !(influence.variance > 0);
}

std::string why_nothing(const Influence& influence) {
  return influence.all_missing() == influence.values
             ? "This does not exist in any run, so nothing can be said of it."
             : "This is the same in every run: nothing that was varied changes it.";
}

}  // namespace

std::vector<std::size_t> in_order_of_influence(const Influence& influence) {
  std::vector<std::size_t> order(influence.main().size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  const auto size = [&](std::size_t factor) {
    const double value = influence.main()[factor].value;
    return std::isnan(value) ? -INFINITY : value;
  };
  std::ranges::stable_sort(order, std::greater<>(), size);
  return order;
}

std::string influence_headline(const SensitivityResults& results, const Influence& influence) {
  if (says_nothing(influence)) {
    return "Nothing that was varied changes it";
  }
  const Teller teller(results, influence);
  switch (results.design.method) {
    case SensitivityMethod::sobol:
      return teller.first_of_shares();
    case SensitivityMethod::morris:
      return teller.first_of_effects();
    case SensitivityMethod::given_data:
      return teller.first_of_shifts();
  }
  return {};
}

std::vector<std::string> influence_sentences(const SensitivityResults& results,
                                             const ExplainedOutcome& outcome,
                                             const Influence& influence) {
  std::vector<std::string> said;
  if (says_nothing(influence)) {
    said.push_back(why_nothing(influence));
  } else {
    const Teller teller(results, influence);
    said = results.design.method == SensitivityMethod::sobol ? teller.of_shares()
           : results.design.method == SensitivityMethod::morris
               ? teller.of_effects(std::string(outcome.measure->unit))
               : teller.of_shifts();
  }
  if (influence.all_missing() > 0) {
    said.push_back("In " + std::to_string(influence.all_missing()) + " of " +
                   std::to_string(influence.values) +
                   " runs there is no such number; they were left out.");
  }
  return said;
}

}  // namespace stepdown
