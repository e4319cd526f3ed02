#include "calibration/fit/fit_page.h"

#include <algorithm>
#include <cmath>
#include <iomanip>
#include <sstream>

#include "analysis/honest_use.h"
#include "analysis/report/html.h"
#include "analysis/report/page_frame.h"
#include "analysis/report/picture.h"
#include "analysis/rounding.h"

namespace stepdown {
namespace {

std::string paragraph(const std::string& text) { return element("p", escaped(text)); }

std::string section(const std::string& id, const std::string& title, const std::string& content) {
  return element("section", element("h2", title, "id=\"" + id + '"') + content,
                 "aria-labelledby=\"" + id + '"') +
         '\n';
}

std::string by_width(double value, double low, double high) {
  return rounded(value, std::min(1.0, grain_of(high - low)));
}

// Of less than this, in the unit of the figure, nothing is so many hundredths more.
constexpr double least_observed = 0.05;
// One run in twenty lies beyond either end of a 90% range: of these, two.
constexpr std::size_t enough_to_tell_a_range = 40;

/// How far off, in hundredths of the observed figure; "-" where next to nothing was observed.
std::string share_off(double value, double observed) {
  return std::abs(observed) < least_observed ? "-"
                                             : rounded(100 * (value - observed) / observed, 1);
}

std::string words_of(const Parameter& parameter) {
  const std::string_view doc = parameter.doc.text();
  std::string words(doc.substr(0, doc.find_first_of(":;(")));
  while (words.ends_with(' ')) {
    words.pop_back();
  }
  return words;
}

HtmlTable figure_table(const std::vector<PredictedTarget>& figures) {
  HtmlTable table{"figures",
                  "Each figure beside what the fitted authority would show in a year",
                  {{"Figure", "figure"},
                   {"Observed"},
                   {"Fitted to"},
                   {"Predicted from"},
                   {"middle"},
                   {"to"},
                   {"Reading", "reading"},
                   {"From, % off the observed", "low"},
                   {"Middle, % off", "middle"},
                   {"To, % off", "high"}},
                  {{}},
                  "data-part=\"figures\""};
  for (const PredictedTarget& each : figures) {
    const double observed = each.observed();
    table.groups.front().rows.push_back({{each.target.label, "", each.target.source},
                                         {rounded(observed, 0)},
                                         {by_width(each.target.value, each.low, each.high)},
                                         {by_width(each.low, each.low, each.high)},
                                         {by_width(each.middle, each.low, each.high)},
                                         {by_width(each.high, each.low, each.high)},
                                         {each.is_inside() ? "inside" : "outside"},
                                         {share_off(each.low, observed)},
                                         {share_off(each.middle, observed)},
                                         {share_off(each.high, observed)}});
  }
  return table;
}

std::string figure_section(const LocalFit& fit, const std::vector<PredictedTarget>& figures,
                           const FitPageFacts& facts) {
  Picture picture;
  picture.id = "picture-figures";
  picture.module = "fit";
  picture.message = fit_headline(figures);
  picture.subtitle = facts.place_title +
                     ": predicted 90% range of each figure as per cent above or below the observed "
                     "one; ranges beyond 100% are cut";
  picture.how_to_read =
      "A line holds what nine in ten simulated years of the fitted authority show, its dot is the "
      "middle, and the upright line in the picture is what was published.";
  picture.alternative =
      "A line for each figure from the lower to the upper end of its predicted range, as per cent "
      "off the observed one. All numbers are in the table of this picture.";
  picture.source = facts.command;
  picture.tables = {figure_table(figures)};
  std::string html = picture_html(picture);
  html += paragraph(
      fit.checked_by_runs
          ? "The ranges come from " + std::to_string(fit.fitted.size()) +
                " runs of the model itself at values that fit, each with luck of its own, and from "
                "how much a single year's figure departs from its level. Values fit that miss a "
                "figure by no more than fits of other authorities usually do." +
                (fit.fitted.size() < enough_to_tell_a_range
                     ? " So few runs tell the ends of a range roughly; a larger --budget tells "
                       "them "
                       "better."
                     : "")
          : "The ranges come from the emulator and not from runs of the model: no run was allowed "
            "(--budget 0).");
  if (!fit.unused.empty()) {
    html += paragraph("Not fitted to, because the emulator does not know them: " + [&] {
      std::string names;
      for (const std::string& each : fit.unused) {
        names += (names.empty() ? "" : ", ") + each;
      }
      return names;
    }() + ".");
  }
  return html;
}

HtmlTable learnt_table(std::vector<LearntNumber> numbers, bool learnt) {
  std::erase_if(numbers, [learnt](const LearntNumber& each) { return each.is_learnt() != learnt; });
  std::ranges::stable_sort(numbers, {}, &LearntNumber::sd_left);
  HtmlTable table{learnt ? "learnt" : "not-learnt",
                  learnt ? "Numbers that the figures taught something about"
                         : "Numbers about which the figures taught little or nothing",
                  {{"Number"}, {"In the base"}, {"From"}, {"Middle"}, {"To"}, {"Spread left, %"}},
                  {{}}};
  for (const LearntNumber& each : numbers) {
    table.groups.front().rows.push_back(
        {{words_of(*each.parameter), "", std::string(each.parameter->name)},
         {rounded(each.base, 0)},
         {by_width(each.low, each.low, each.high)},
         {by_width(each.middle, each.low, each.high)},
         {by_width(each.high, each.low, each.high)},
         {rounded(100 * each.sd_left, 1)}});
  }
  return table;
}

std::string learnt_section(const LocalFit& fit, const AuthoritySpace& space) {
  const std::vector<LearntNumber> numbers = learnt_numbers(fit, space);
  const auto learnt = std::ranges::count_if(numbers, &LearntNumber::is_learnt);
  std::string html = paragraph(
      std::to_string(learnt) + " of " + std::to_string(numbers.size()) +
      " numbers are known better than before. The others stay about as uncertain as they were: "
      "what "
      "hangs on them is not settled by these figures. Spread left is the width of what fits in per "
      "cent of what was thought possible before.");
  if (learnt > 0) {
    html += table_html(learnt_table(numbers, true));
  }
  if (learnt < static_cast<std::ptrdiff_t>(numbers.size())) {
    html += table_html(learnt_table(numbers, false));
  }
  return html;
}

std::string tied_section(const LocalFit& fit, const AuthoritySpace& space) {
  const std::vector<TiedNumbers> tied = tied_numbers(fit, space);
  if (tied.empty()) {
    return paragraph("No two numbers clearly make up for one another over the values that fit.");
  }
  HtmlTable table{"tied",
                  "Pairs that the figures cannot tell apart",
                  {{"One number"}, {"The other"}, {"Correlation"}, {"Reading"}},
                  {{}}};
  for (const TiedNumbers& each : tied) {
    table.groups.front().rows.push_back(
        {{words_of(*each.one), "", std::string(each.one->name)},
         {words_of(*each.other), "", std::string(each.other->name)},
         {rounded(each.correlation, 0.01)},
         {each.correlation > 0 ? "both higher fits about as well as both lower"
                               : "one higher and the other lower fits about as well"}});
  }
  return paragraph(
             "The figures fix these numbers only together. A plan that acts on one of them "
             "should be compared over all values that fit (--draws).") +
         table_html(table);
}

std::string backcast_section(const std::vector<BackcastScore>& scores) {
  if (scores.empty()) {
    return paragraph(
        "The targets have no history long enough to leave years out (three years and "
        "two more).");
  }
  HtmlTable table{"backcast",
                  "Later years that the fit was not shown",
                  {{"Figure"},
                   {"Year"},
                   {"Observed"},
                   {"Predicted from"},
                   {"middle"},
                   {"to"},
                   {"Same as " + std::to_string(scores.front().last_year)},
                   {"Mean up to " + std::to_string(scores.front().last_year)},
                   {"Reading"}},
                  {{}}};
  std::size_t inside = 0;
  for (const BackcastScore& each : scores) {
    inside += each.is_inside() ? 1 : 0;
    table.groups.front().rows.push_back({{each.measure},
                                         {std::to_string(each.year)},
                                         {rounded(each.observed, 0)},
                                         {by_width(each.low, each.low, each.high)},
                                         {by_width(each.predicted, each.low, each.high)},
                                         {by_width(each.high, each.low, each.high)},
                                         {rounded(each.as_last_year, 0)},
                                         {rounded(each.own_mean, 0)},
                                         {each.is_inside() ? "inside" : "outside"}});
  }
  return paragraph("Fitted to the years up to " + std::to_string(scores.front().last_year) +
                   " alone, on the emulator and with the workforce of today, and asked for the two "
                   "years after: " +
                   std::to_string(inside) + " of " + std::to_string(scores.size()) +
                   " figures fell inside their 90% range. The model knows no trend, so it does "
                   "about as well as the level of the last years does.") +
         table_html(table);
}

std::string percent_of_prior(double share) {
  std::ostringstream text;
  text << std::setprecision(2) << share;
  return text.str();
}

std::string search_section(const LocalFit& fit, const FitPageFacts& facts) {
  std::string html = paragraph("Emulator: " + facts.emulator + '.');
  const auto wave = [](const SpaceLeft& space, const std::string& which) {
    return paragraph(
        which +
        (space.is_empty
             ? "nothing came within three standard deviations of nearly all figures; the search "
               "went on from what came nearest. Figures that stay outside above are what "
               "the model cannot give together."
             : "a share of " + percent_of_prior(space.share) +
                   " of what was thought possible is left, reached in " +
                   std::to_string(space.levels.size()) + " steps."));
  };
  if (!fit.first_wave.points.empty()) {
    html += wave(fit.first_wave, "History matching on the emulator: ");
  }
  if (fit.second_wave) {
    html += wave(*fit.second_wave, "And again, after runs of the model there: ");
  }
  html += paragraph("What fits was weighed by how likely it makes the figures on the emulator" +
                    std::string(fit.second_wave ? ", put right by runs of the model there." : "."));
  if (!fit.is_whole) {
    html += paragraph(
        "The figures could not be let in wholly in the steps there are: they contradict one "
        "another or the emulator, and what is kept fits them less well than it might.");
  }
  if (facts.by_runs && !fit.by_runs_end) {
    html += paragraph(
        "Runs of the model were to weigh what fits, and did not: history matching left nothing for "
        "them to start from.");
  }
  if (fit.by_runs_end && !fit.by_runs.empty()) {
    std::size_t simulations = 0;
    for (const AbcGeneration& each : fit.by_runs) {
      simulations += each.simulations;
    }
    html += paragraph(
        "And by runs of the model instead (approximate Bayesian computation): " +
        std::to_string(fit.by_runs.size()) + " generations of " + std::to_string(simulations) +
        " runs in all; it ended because " + std::string(words_of(*fit.by_runs_end)) +
        (fit.is_moved ? "." : ". They were too few to be adjusted to the figures observed."));
  }
  html += paragraph("Runs of the model: " + std::to_string(fit.runs) + ", of which " +
                    std::to_string(fit.failed) + " failed, for " + rounded(fit.children, 1) +
                    " children.");
  for (const std::string& each : facts.unusual_facts) {
    html += paragraph("Far from other authorities: " + each +
                      ". The emulator has seen little there, so runs of the model count for more.");
  }
  for (const std::string& each : facts.unheard_facts) {
    html += paragraph("Not among what the emulator was told of authorities: " + each +
                      (fit.runs > 0 ? ". Only the runs of the model heed it."
                                    : ". Nothing on this page heeds it: allow runs (--budget)."));
  }
  html +=
      paragraph("This makes the fit again: " + facts.command + " (version " + facts.version + ").");
  return html;
}

}  // namespace

std::string fit_headline(const std::vector<PredictedTarget>& figures) {
  const auto inside = std::ranges::count_if(figures, &PredictedTarget::is_inside);
  return std::to_string(inside) + " of " + std::to_string(figures.size()) +
         " figures lie inside their predicted 90% range";
}

std::string fit_page(const LocalFit& fit, const AuthoritySpace& space, const FitPageFacts& facts,
                     std::uint64_t seed) {
  const std::vector<PredictedTarget> figures = predicted_targets(fit, seed);
  const std::string title = "How well the model fits " + facts.place_title;
  const std::string main =
      element("header",
              element("h1", escaped(title)) +
                  element("p", escaped(fit_headline(figures) + '.'), "class=\"subtitle\"")) +
      section("honest-use", "What this may be used for, and what not",
              element("p", escaped(honest_use()))) +
      section("fit", "What was observed, and what the fitted authority shows",
              figure_section(fit, figures, facts)) +
      section("learnt-numbers", "What the figures taught", learnt_section(fit, space)) +
      section("tied-numbers", "What they cannot tell apart", tied_section(fit, space)) +
      section("later-years", "Years that were left out", backcast_section(facts.backcasts)) +
      section("search", "How it was fitted", search_section(fit, facts));
  return page_html(title, main, "fit");
}

}  // namespace stepdown
