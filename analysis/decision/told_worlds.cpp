#include "analysis/decision/told_worlds.h"

#include <algorithm>
#include <cmath>

#include "analysis/rounding.h"

namespace stepdown {
namespace {

std::string of_100(std::size_t part, std::size_t whole) {
  return rounded(100 * static_cast<double>(part) / static_cast<double>(whole), 1) + " of 100";
}

/// All sides of a box, both of one setting together.
std::string sides_told(std::vector<BoxSide> sides, const TriedWorlds& worlds) {
  std::ranges::stable_sort(sides, [](const BoxSide& a, const BoxSide& b) {
    return a.input != b.input ? a.input < b.input : a.is_above && !b.is_above;
  });
  std::string words;
  for (std::size_t i = 0; i < sides.size(); ++i) {
    const Varied& varied = worlds.varied[sides[i].input];
    const bool goes_on = i > 0 && sides[i - 1].input == sides[i].input;
    words += (i == 0 ? "" : " and ") + (goes_on ? "" : '"' + setting_told(varied) + "\" is ") +
             (sides[i].is_above ? "above " : "not above ") + value_told(varied, sides[i].value);
  }
  return words;
}

std::string box_told(const Box& box, const TriedWorlds& worlds, const TwoPlans& plans) {
  return plans.policy + " loses where " + sides_told(box.sides, worlds) + ": in " +
         of_100(box.inside_of_interest, box.inside) + " such worlds, and these are " +
         of_100(box.inside_of_interest, box.of_interest) + " of all in which it loses (judged by " +
         std::to_string(box.worlds) + " worlds that the search did not see).";
}

std::vector<std::pair<std::string, std::string>> asked(const TriedWorlds& worlds,
                                                       const Objective& objective) {
  std::vector<std::pair<std::string, std::string>> told{
      {"Measure",
       std::string(objective.topic->title) + " (" + objective.name() + "), less is better"},
      {"Worlds", std::to_string(worlds.difference.size()) +
                     ", spread evenly over what is varied, each with luck of its own"}};
  for (const Varied& varied : worlds.varied) {
    std::string range;
    if (varied.is_range()) {
      range = range_told(varied, varied.range.low, varied.range.high);
    } else {
      for (const double value : varied.values) {
        range += (range.empty() ? "" : ", ") + varied.written(value);
      }
    }
    told.emplace_back(setting_told(varied), range);
  }
  return told;
}

/// Fine enough that dots of the picture stand where they were.
double drawn_grain(const Varied& varied) {
  return varied.parameter->kind == Kind::whole
             ? 1
             : grain_of(varied.range.high - varied.range.low) / 10;
}

void caution_left_out(const TriedWorlds& worlds, DecisionTold& told) {
  if (worlds.left_out > 0) {
    told.cautions.push_back(std::to_string(worlds.left_out) +
                            " worlds were left out because a run failed or had no value in them.");
  }
}

std::string on_average(const TriedWorlds& worlds, const Objective& objective,
                       const TwoPlans& plans) {
  const Summary over_worlds = summarise(worlds.difference);
  return "Over all " + std::to_string(worlds.difference.size()) + " worlds, " + plans.policy +
         " compared with " + plans.baseline + ": " + mean_difference_told(objective, over_worlds) +
         '.';
}

/// Which plan to take as things stand, if that can be said and the plan may be taken.
std::string choice_told(const TriedWorlds& worlds, const TwoPlans& plans) {
  const Summary over_worlds = summarise(worlds.difference);
  if (worlds.is_ruled_out) {
    return "Without knowing more, " + plans.baseline + " is the choice: " + plans.policy +
           " is ruled out, as is said below.";
  }
  if (over_worlds.mean_low() > 0 || over_worlds.mean_high() < 0) {
    return "Without knowing more, " + (over_worlds.mean > 0 ? plans.baseline : plans.policy) +
           " is the better choice.";
  }
  return over_worlds.mean_low() == 0 && over_worlds.mean_high() == 0
             ? "Without knowing more, either may be chosen."
             : "Without knowing more, which is the better choice is too close to call.";
}

/// Of the mean of the measure a year: an amount of what is told, or of every 100.
std::string worth_told(const WorthOfKnowing& worth, const Objective& objective) {
  const AnswerTopic& topic = *objective.topic;
  const double grain = std::max(grain_of(worth.high - worth.low), objective.is_money() ? 1.0 : 0);
  const std::string unit = objective.is_money() ? " pounds a year"
                           : topic.of_every.empty()
                               ? ' ' + std::string(topic.less) + ' ' + std::string(topic.unit)
                               : ' ' + std::string(topic.less) + " of every 100";
  return rounded(worth.worth, grain) + unit + " (likely " + rounded(worth.low, grain) + " to " +
         rounded(worth.high, grain) + ')';
}

}  // namespace

DecisionTold told_discovery(const TriedWorlds& worlds, const Objective& objective,
                            const TwoPlans& plans) {
  std::vector<bool> loses;
  for (const double difference : worlds.difference) {
    loses.push_back(difference > 0);
  }
  const auto lost = static_cast<std::size_t>(std::ranges::count(loses, true));
  const auto box = discover(worlds.values, loses);
  DecisionTold told;
  told.title = "Where " + plans.policy + " loses";
  told.sentences = {plans.policy + " loses in " + std::to_string(lost) + " of " +
                        std::to_string(loses.size()) +
                        " worlds (more of: " + std::string(objective.topic->title) +
                        "; judged by " + std::to_string(worlds.runs) +
                        (worlds.runs == 1 ? " run" : " runs") + " in each, luck included).",
                    on_average(worlds, objective, plans)};
  if (box) {
    told.sentences.insert(told.sentences.begin(), box_told(*box, worlds, plans));
  } else {
    told.sentences.push_back(
        "In which worlds it loses cannot be told: no few of these settings mark them off better "
        "than chance would.");
  }
  told.table = {"decision", "Each world: what was varied, and the difference", {{"World"}}, {{}}};
  told.table.columns.front().key = "world";
  for (const Varied& varied : worlds.varied) {
    told.table.columns.push_back({varied.name(), varied.name()});
  }
  told.table.columns.push_back({"Difference", "difference"});
  told.table.columns.push_back({"Reading", "reading"});
  std::size_t x = 0;
  std::size_t y = worlds.varied.size() > 1 ? 1 : 0;
  if (box) {
    x = box->sides.front().input;
    for (const BoxSide& side : box->sides) {
      y = side.input != x ? side.input : y == x ? (x + 1) % worlds.varied.size() : y;
    }
  }
  told.table.attributes = "data-part=\"worlds\" data-x=\"" + worlds.varied[x].name() +
                          "\" data-y=\"" +
                          (x == y ? std::string("difference") : worlds.varied[y].name()) + '"';
  const double grain = grain_of(4 * summarise(worlds.difference).deviation);
  for (std::size_t w = 0; w < worlds.difference.size(); ++w) {
    std::vector<HtmlCell> row{{std::to_string(w + 1)}};
    for (std::size_t v = 0; v < worlds.varied.size(); ++v) {
      const double value = worlds.values[v][w];
      row.push_back({worlds.varied[v].parameter->kind == Kind::choice
                         ? worlds.varied[v].written(value)
                         : rounded(value, drawn_grain(worlds.varied[v]))});
    }
    // What is lost or gained is not written as nothing.
    const double size = std::abs(worlds.difference[w]);
    row.push_back(
        {rounded(worlds.difference[w], 2 * size < grain && size > 0 ? grain_of(size) : grain)});
    row.push_back({loses[w] ? "loses" : "does not lose"});
    told.table.groups.front().rows.push_back(std::move(row));
  }
  told.picture_message = plans.policy + " loses in " + std::to_string(lost) + " of " +
                         std::to_string(loses.size()) + " worlds";
  told.picture_subtitle = std::string(objective.topic->title) + " (" + objective.name() +
                          "): " + plans.policy + " against " + plans.baseline;
  told.how_to_read = "A dot is a world. Open diamonds: " + plans.policy +
                     " loses there; filled dots: it does not.";
  told.alternative =
      "A dot for each world by two of the varied settings. All numbers are in the table.";
  told.asked = asked(worlds, objective);
  caution_left_out(worlds, told);
  return told;
}

DecisionTold told_worth(const TriedWorlds& worlds, const Objective& objective,
                        const TwoPlans& plans, std::uint64_t key) {
  std::vector<double> benefit;
  for (const double difference : worlds.difference) {
    benefit.push_back(-difference);
  }
  const std::vector<std::vector<double>> benefits{benefit};
  WorthOfKnowing all = worth_of_knowing(worlds.values, benefits, key);
  struct One {
    std::size_t varied;
    WorthOfKnowing worth;
  };
  std::vector<One> each;
  for (std::size_t v = 0; v < worlds.varied.size(); ++v) {
    const std::vector<std::vector<double>> alone{worlds.values[v]};
    each.push_back({v, worth_of_knowing(alone, benefits, key + v + 1)});
    // Whoever knows everything knows this too: the better of two estimates from below.
    if (each.back().worth.worth > all.worth) {
      all = each.back().worth;
    }
  }
  std::ranges::stable_sort(each, std::ranges::greater(),
                           [](const One& one) { return one.worth.worth; });
  DecisionTold told;
  told.title = "What it is worth to know more before choosing " + plans.policy;
  told.sentences = {
      choice_told(worlds, plans) + ' ' + on_average(worlds, objective, plans),
      std::string(worlds.is_ruled_out ? "Were it not ruled out, knowing" : "Knowing") +
          " everything that is varied here before choosing would be worth on "
          "average about " +
          worth_told(all, objective) + '.'};
  if (all.worth <= 0) {
    told.sentences.push_back("The choice would hardly ever be another one, whatever was learnt.");
  }
  for (const One& one : each) {
    if (one.worth.worth > 0 && told.sentences.size() < 5) {
      told.sentences.push_back("Learning alone: " + setting_told(worlds.varied[one.varied]) +
                               ", is worth about " + worth_told(one.worth, objective) + '.');
    }
  }
  told.table = {
      "decision",
      "What knowing is worth on average, in the unit of the measure",
      {{"What would be known", "known"}, {"Worth", "worth"}, {"from", "low"}, {"to", "high"}},
      {{}},
      "data-part=\"worth\""};
  const auto add = [&](const std::string& what, const WorthOfKnowing& worth) {
    const double grain = grain_of(worth.high - worth.low);
    told.table.groups.front().rows.push_back({{what},
                                              {rounded(worth.worth, grain)},
                                              {rounded(worth.low, grain)},
                                              {rounded(worth.high, grain)}});
  };
  add("everything varied here", all);
  for (const One& one : each) {
    add(setting_told(worlds.varied[one.varied]), one.worth);
  }
  told.picture_message = told.sentences[1];
  told.picture_subtitle = std::string(objective.topic->title) + " (" + objective.name() +
                          "), mean gain by choosing with that knowledge";
  told.how_to_read =
      "A bar is the mean gain; its line is the 95% interval. What is worth nothing would not "
      "change the choice.";
  told.alternative = "A bar for each setting. All numbers are in the table.";
  told.asked = asked(worlds, objective);
  caution_left_out(worlds, told);
  return told;
}

}  // namespace stepdown
