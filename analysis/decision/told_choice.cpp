#include "analysis/decision/told_choice.h"

#include <algorithm>
#include <cmath>

#include "analysis/rounding.h"

namespace stepdown {
namespace {

std::string listed(const std::vector<std::string>& words) {
  std::string text;
  for (std::size_t i = 0; i < words.size(); ++i) {
    text += i == 0 ? "" : i + 1 == words.size() ? " and " : ", ";
    text += words[i];
  }
  return text;
}

std::string percent(double share) { return rounded(100 * share, 1) + "%"; }

std::string against_baseline(const OptionTold& told, const Objective& objective,
                             const std::string& baseline) {
  const Summary& over_runs = told.from_baseline.over_runs;
  const AnswerTopic& topic = *objective.topic;
  const bool is_less = told.from_baseline.lower >= told.from_baseline.higher;
  return "Against " + baseline + ": " + mean_difference_told(objective, over_runs) + " (" +
         std::string(is_less ? topic.less : topic.more) + " in " +
         std::to_string(is_less ? told.from_baseline.lower : told.from_baseline.higher) + " of " +
         std::to_string(told.from_baseline.pairs()) + " runs).";
}

std::vector<std::string> of_standing(const BestOption& choice, Standing standing,
                                     const std::vector<std::string>& titles) {
  std::vector<std::string> names;
  for (const OptionTold& told : choice.options) {
    if (told.standing == standing) {
      names.push_back(titles[told.option]);
    }
  }
  return names;
}

std::size_t that_may_be_chosen(const BestOption& choice) {
  return static_cast<std::size_t>(
      std::ranges::count_if(choice.options, &OptionTold::may_be_chosen));
}

/// The one that is left, and all others that may be chosen, come to the same in every run.
bool are_all_the_same(const BestOption& choice) {
  const auto equal = std::ranges::count(choice.options, Standing::the_same, &OptionTold::standing);
  return equal > 0 && static_cast<std::size_t>(equal) + 1 == that_may_be_chosen(choice);
}

/// What was found of the one that is left, and how sure that is.
std::string winner_told(const BestOption& choice, const ChoicePlan& plan, const std::string& by,
                        const std::vector<std::string>& titles) {
  const Objective& objective = plan.objectives.front();
  const OptionTold& best = choice.options[choice.left.front()];
  const std::size_t allowed = that_may_be_chosen(choice);
  const bool are_some_out = allowed < titles.size();
  const std::string with_it = ": with it " + amount_told(objective, best.own) + '.';
  const std::string to_change =
      choice.options[0].standing == Standing::best ? "; nothing needs to change" : "";
  const std::string which =
      are_some_out ? "those that may be chosen" : std::to_string(titles.size());
  if (allowed == 1) {
    return titles[best.option] + " is the only one of " + std::to_string(titles.size()) +
           " that may be chosen" + with_it +
           (titles.size() == 2 ? " The other is ruled out" : " All others are ruled out") +
           ", as is said below, so that nothing was left to choose between" + to_change + '.';
  }
  if (are_all_the_same(choice)) {
    return "These " + std::to_string(allowed) + " plans" +
           (are_some_out ? " that may be chosen" : "") + " are the same in " +
           std::string(objective.topic->title) +
           ": every difference is exactly 0 in every run. With each of them " +
           amount_told(objective, best.own) + '.';
  }
  std::string words = titles[best.option] + " is the best of " + which + with_it +
                      " It is the best" + (are_some_out ? " of these" : "") + ", or no more than " +
                      by + " behind the best" + (are_some_out ? " of them" : "") +
                      ", with a certainty of " + percent(plan.confidence) + to_change + '.';
  if (const auto equal = of_standing(choice, Standing::the_same, titles); !equal.empty()) {
    words += ' ' + listed(equal) + (equal.size() == 1 ? " comes" : " come") +
             " to exactly the same in every run.";
  }
  return words;
}

std::vector<std::string> winner_sentences(const BestOption& choice, const ChoicePlan& plan,
                                          const std::vector<std::string>& titles) {
  const Objective& objective = plan.objectives.front();
  const std::string by = rounded(choice.indifference, grain_of(choice.indifference));
  std::vector<std::string> sentences;
  if (choice.is_decided) {
    sentences.push_back(winner_told(choice, plan, by, titles));
  } else {
    std::vector<std::string> names;
    for (const std::size_t option : choice.left) {
      names.push_back(titles[option]);
    }
    sentences.push_back("Too close to call between " + listed(names) + ": " +
                        std::to_string(plan.budget) +
                        " runs of each do not tell them apart to within " + by + ".");
  }
  for (const std::size_t option : choice.left) {
    if (option != 0) {
      sentences.push_back((choice.is_decided ? "" : titles[option] + ". ") +
                          against_baseline(choice.options[option], objective, titles[0]));
    }
  }
  return sentences;
}

std::string picture_message_of(const BestOption& choice, const std::vector<std::string>& titles) {
  if (!choice.is_decided) {
    return "Too close to call between " + std::to_string(choice.left.size()) + " options";
  }
  const std::string& best = titles[choice.left.front()];
  if (that_may_be_chosen(choice) == 1) {
    return best + " alone may be chosen";
  }
  if (are_all_the_same(choice)) {
    return "There is nothing to choose between";
  }
  return best + " does best" +
         (that_may_be_chosen(choice) < titles.size() ? " of those that may be chosen" : "");
}

/// Why options are drawn open, as far as some are.
std::string what_is_ruled_out(const BestOption& choice) {
  const auto is_there = [&](Standing standing) {
    return std::ranges::find(choice.options, standing, &OptionTold::standing) !=
           choice.options.end();
  };
  const std::string by_fifth = "some fifth of areas fares worse";
  const std::string otherwise = "another measure is worse";
  const bool is_by_fifth = is_there(Standing::ruled_out);
  const bool is_otherwise = is_there(Standing::worse_otherwise);
  if (!is_by_fifth && !is_otherwise) {
    return "";
  }
  return "; open diamonds are ruled out because " + (is_by_fifth && is_otherwise
                                                         ? by_fifth + ", or " + otherwise
                                                     : is_by_fifth ? by_fifth
                                                                   : otherwise);
}

/// By the first measure alone: it comes before the choice, or looks as if it did.
std::string would_come_before(const OptionTold& out, const OptionTold& best,
                              const Objective& objective) {
  const Summary& of_it = out.from_baseline.over_runs;
  const Summary& of_best = best.from_baseline.over_runs;
  if (!(of_it.mean < of_best.mean)) {
    return "";
  }
  return " By " + std::string(objective.topic->title) + " alone it " +
         (of_it.mean_high() < of_best.mean_low() ? "would" : "might") +
         " come before the choice made here.";
}

std::vector<std::string> cautions_of(const BestOption& choice, const ChoicePlan& plan,
                                     const std::vector<std::string>& titles) {
  std::vector<std::string> cautions{care_rule_in_words()};
  // What would have been chosen is told first.
  std::vector<const OptionTold*> out;
  for (const OptionTold& told : choice.options) {
    if (!told.may_be_chosen()) {
      out.push_back(&told);
    }
  }
  std::ranges::stable_sort(
      out, {}, [](const OptionTold* told) { return told->from_baseline.over_runs.mean; });
  for (const OptionTold* told : out) {
    std::string words = told->standing == Standing::ruled_out
                            ? care_in_words(told->care, titles[told->option])
                            : titles[told->option] + " is ruled out: it is surely worse in " +
                                  std::string(plan.objectives[told->worse_under].topic->title) +
                                  '.';
    if (choice.is_decided) {
      words +=
          would_come_before(*told, choice.options[choice.left.front()], plan.objectives.front());
    }
    cautions.push_back(words);
  }
  for (std::size_t i = 1; i < plan.objectives.size(); ++i) {
    std::vector<std::string> not_judged;
    for (const OptionTold& option : choice.options) {
      if (std::ranges::find(option.not_judged_by, i) != option.not_judged_by.end()) {
        not_judged.push_back(titles[option.option]);
      }
    }
    if (!not_judged.empty()) {
      cautions.push_back(not_judged_told(plan.objectives[i], not_judged));
    }
  }
  for (const std::size_t option : choice.left) {
    if (option != 0 && choice.options[option].care.care == Care::in_doubt) {
      cautions.push_back(care_in_words(choice.options[option].care, titles[option]));
    }
  }
  return cautions;
}

std::string words_of(Standing standing) {
  switch (standing) {
    case Standing::best:
      return "best";
    case Standing::the_same:
      return "the same as the best";
    case Standing::left:
      return "too close to call";
    case Standing::beaten:
      return "beaten";
    case Standing::ruled_out:
    case Standing::worse_otherwise:
      return "ruled out";
  }
  return {};
}

std::string words_of(Care care) {
  return care == Care::worse      ? "more without help"
         : care == Care::in_doubt ? "too close to call"
                                  : "no worse";
}

}  // namespace

DecisionTold told_choice(const BestOption& choice, const ChoicePlan& plan,
                         const std::vector<std::string>& titles) {
  const Objective& objective = plan.objectives.front();
  DecisionTold told;
  told.title = "Which of " + std::to_string(titles.size()) + " is best";
  told.sentences = winner_sentences(choice, plan, titles);
  told.cautions = cautions_of(choice, plan, titles);
  told.table = {"decision",
                "Each option, with its differences from " + titles[0] + " run by run",
                {{"Option", "option"},
                 {"Mean", "mean"},
                 {"Difference", "difference"},
                 {"from", "low"},
                 {"to", "high"},
                 {"Higher in runs", "higher"},
                 {"Runs", "runs"},
                 {"Standing", "standing"},
                 {"Severe need without help by fifth", "care"}},
                {{}},
                "data-part=\"options\""};
  for (const OptionTold& each : choice.options) {
    const Summary& over_runs = each.from_baseline.over_runs;
    const double grain = grain_of(2 * over_runs.half_width);
    const bool is_baseline = each.option == 0;
    const auto cell = [&](double value) {
      return HtmlCell{is_baseline ? "0" : rounded(value, grain)};
    };
    told.table.groups.front().rows.push_back(
        {{titles[each.option]},
         {rounded(each.own.mean, grain_of(2 * each.own.half_width))},
         cell(over_runs.mean),
         cell(over_runs.mean_low()),
         cell(over_runs.mean_high()),
         {std::to_string(each.from_baseline.higher)},
         {std::to_string(each.runs)},
         {words_of(each.standing)},
         {is_baseline ? "-" : words_of(each.care.care)}});
  }
  const std::string measure(objective.topic->title);
  told.picture_message = picture_message_of(choice, titles);
  told.picture_subtitle = measure + ": difference from " + titles[0] + " (" + objective.name() +
                          "), mean over runs with its 95% interval";
  told.how_to_read = "Left of the upright line an option does better than " + titles[0] +
                     ". Filled dots may be chosen" + what_is_ruled_out(choice) + '.';
  told.alternative = "A dot with an interval for each option. All numbers are in the table.";
  told.asked = {{"Measure", measure + " (" + objective.name() + "), less is better"},
                {"Smallest difference that matters",
                 are_all_the_same(choice) && plan.indifference == 0
                     ? "none: nothing differs"
                     : rounded(choice.indifference, grain_of(choice.indifference))},
                {"Certainty asked for", percent(plan.confidence)},
                {"Runs of one option at most", std::to_string(plan.budget)}};
  for (const std::string& caveat : caveats_of(plan.objectives)) {
    told.cautions.push_back(caveat);
  }
  if (choice.without_value > 0) {
    told.cautions.push_back(std::to_string(choice.without_value) +
                            " runs were left out because one option had no value in them.");
  }
  return told;
}

void tell_frontier(std::span<const OnFrontier> unbeaten, std::span<const CostAndOutcome> options,
                   const ChoicePlan& plan, const std::vector<std::string>& titles,
                   DecisionTold& told) {
  const Objective& objective = plan.objectives.front();
  std::string words = "Not beaten in both cost and " + std::string(objective.topic->title) + ": ";
  for (std::size_t i = 0; i < unbeaten.size(); ++i) {
    const double cost = summarise(options[unbeaten[i].option].cost).mean;
    words += (i == 0 ? "" : ", then ") + titles[unbeaten[i].option] + " (" + rounded(cost, 10'000) +
             " pounds a year)";
  }
  told.sentences.push_back(words + '.');
  std::size_t certain = 0;
  for (const OnFrontier& place : unbeaten) {
    certain += place.runs_of_both > 0 && place.is_certain() ? 1 : 0;
  }
  if (unbeaten.size() > 1) {
    told.sentences.push_back("The order of neighbours is certain (in 80 of 100 runs or more) in " +
                             std::to_string(certain) + " of " +
                             std::to_string(unbeaten.size() - 1) +
                             " places; elsewhere it is too close to call.");
  }
  told.table.columns.push_back({"Cost, pounds a year", "cost"});
  told.table.columns.push_back({"Not beaten", "frontier"});
  told.table.columns.push_back({"Order with the next dearer", "order"});
  for (std::size_t i = 0; i < told.table.groups.front().rows.size(); ++i) {
    std::vector<HtmlCell>& row = told.table.groups.front().rows[i];
    const auto place = std::ranges::find(unbeaten, i, &OnFrontier::option);
    const bool is_on = place != unbeaten.end();
    row.push_back({rounded(summarise(options[i].cost).mean, 1000)});
    row.push_back({is_on ? "yes" : "no"});
    row.push_back({!is_on || place->runs_of_both == 0 ? "-"
                   : place->is_certain()              ? "certain"
                                                      : "too close to call",
                   "",
                   is_on && place->runs_of_both > 0
                       ? "in " + std::to_string(place->runs_in_order) + " of " +
                             std::to_string(place->runs_of_both) + " runs"
                       : ""});
  }
}

}  // namespace stepdown
