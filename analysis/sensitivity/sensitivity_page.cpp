#include "analysis/sensitivity/sensitivity_page.h"

#include "analysis/honest_use.h"
#include "analysis/report/html.h"
#include "analysis/report/page_frame.h"
#include "analysis/report/period.h"
#include "analysis/rounding.h"
#include "analysis/sensitivity/influence_pictures.h"
#include "analysis/sensitivity/influence_sentences.h"
#include "analysis/sensitivity/influence_words.h"
#include "analysis/sensitivity/sensitivity_csv.h"
#include "analysis/study/setting_words.h"

namespace stepdown {
namespace {

constexpr std::size_t pictures_shown = 3;  // the other outcomes stand in tables
constexpr std::size_t pictures_of_months = 2;

std::string paragraph(const std::string& text) { return element("p", escaped(text)); }

std::string section(const std::string& id, const std::string& title, const std::string& content) {
  return element("section", element("h2", title, "id=\"" + id + "-title\"") + content,
                 "id=\"" + id + "\" aria-labelledby=\"" + id + "-title\"") +
         '\n';
}

std::string sentences(const SensitivityResults& results, std::size_t outcome) {
  std::string items;
  for (const std::string& sentence : influence_sentences(results, results.found.of_run[outcome],
                                                         results.found.over_horizon[outcome])) {
    items += element("li", escaped(sentence));
  }
  return element("ul", items, "class=\"sentences\"");
}

bool differs(const Influence& influence) { return influence.variance > 0; }

// What is decided by, where it differs at all: differences where there are any.
std::vector<std::size_t> outcomes_shown(const SensitivityResults& results) {
  std::vector<std::size_t> shown;
  for (std::size_t i = 0; i < results.found.of_run.size(); ++i) {
    if (differs(results.found.over_horizon[i])) {
      shown.push_back(i);
    }
  }
  return shown;
}

std::string answer_section(const SensitivityResults& results,
                           const std::vector<std::size_t>& shown) {
  std::string html;
  for (std::size_t i = 0; i < std::min(shown.size(), pictures_shown); ++i) {
    html += element("h2", escaped(words_of_outcome(results, results.found.of_run[shown[i]]))) +
            sentences(results, shown[i]);
  }
  if (shown.empty()) {
    html += paragraph("Nothing that was varied changed anything, in any run.");
  }
  if (const std::string left_out = not_compared_in_words(results); !left_out.empty()) {
    html += paragraph(left_out);
  }
  return html;
}

std::string picture_section(const SensitivityResults& results,
                            const std::vector<std::size_t>& shown) {
  std::string html;
  std::string others;
  for (std::size_t i = 0; i < shown.size(); ++i) {
    const std::size_t outcome = shown[i];
    if (i < pictures_shown) {
      html += influence_picture(results, outcome);
    } else {
      others += element(
          "details",
          element("summary", escaped(words_of_outcome(results, results.found.of_run[outcome]))) +
              sentences(results, outcome) +
              influence_table(results, outcome, "other-" + std::to_string(outcome + 1)));
    }
  }
  return others.empty() ? html : html + element("h3", "The other outcomes") + others;
}

std::string months_section(const SensitivityResults& results) {
  std::string html;
  std::size_t pictures = 0;
  for (std::size_t i = 0; i < results.found.monthly.size() && pictures < pictures_of_months; ++i) {
    const std::string picture = influence_over_time_picture(results, i);
    pictures += picture.empty() ? 0 : 1;
    html += picture;
  }
  return html;
}

std::string range_of(const Varied& varied) {
  if (varied.is_range()) {
    return varied.written(varied.range.low) + " to " + varied.written(varied.range.high);
  }
  std::string values;
  for (const double value : varied.values) {
    values += (values.empty() ? "" : ", ") + varied.written(value);
  }
  return values;
}

std::string varied_section(const SensitivityResults& results) {
  HtmlTable table{"varied",
                  "What was varied, over which range, and where the number comes from",
                  {{"Setting"}, {"Varied over"}, {"Unit"}, {"Source of the base's number"}},
                  {{}},
                  "class=\"words\""};
  for (const Factor& factor : results.design.factors) {
    for (const std::size_t input : factor.inputs) {
      const Varied& varied = results.varied[input];
      table.groups.front().rows.push_back(
          {{words_of_setting(*varied.parameter), "",
            factor.inputs.size() > 1 ? varied.name() + ", in " + factor.name : varied.name()},
           {range_of(varied)},
           {std::string(name_of(varied.parameter->unit))},
           {std::string(varied.parameter->source.text())}});
    }
  }
  return paragraph(
             "Every value in a range was taken to be equally likely, and independent of the "
             "others. That is a choice: a wider range makes a setting account for more. What was "
             "not varied is not in these figures at all.") +
         table_html(table);
}

std::string missing_table(const SensitivityResults& results) {
  HtmlTable table{"missing",
                  "Values that do not exist, by scramble (an independent part of the study)",
                  {{"Outcome"}},
                  {{}}};
  for (std::size_t i = 0; i < results.design.scrambles; ++i) {
    table.columns.push_back({std::to_string(i + 1)});
  }
  for (std::size_t i = 0; i < results.found.of_run.size(); ++i) {
    const Influence& influence = results.found.over_horizon[i];
    if (influence.all_missing() == 0) {
      continue;
    }
    std::vector<HtmlCell> row{{words_of_outcome(results, results.found.of_run[i])}};
    for (const std::size_t missing : influence.missing) {
      row.push_back({std::to_string(missing)});
    }
    table.groups.front().rows.push_back(std::move(row));
  }
  return table.groups.front().rows.empty() ? "" : table_html(table);
}

std::string runs_section(const SensitivityResults& results) {
  const std::string runs = rounded(static_cast<double>(results.runs()), 1);
  return paragraph(results.failed_runs == 0
                       ? "All " + runs + " runs ended well."
                       : rounded(static_cast<double>(results.failed_runs), 1) + " of " + runs +
                             " runs failed. Their values are missing below; every figure was made "
                             "without them, and none was put in their place.") +
         missing_table(results);
}

std::string method_words(const SensitivityResults& results) {
  const SensitivityDesign& design = results.design;
  const std::string rows = std::to_string(design.all_rows());
  const std::string scrambles = std::to_string(design.scrambles);
  const std::string luck =
      design.common_luck
          ? "All points of a row had the same luck (common random numbers), replicate by replicate."
          : "Every point and replicate had luck of its own.";
  switch (design.method) {
    case SensitivityMethod::sobol:
      return "Sobol's indices (Saltelli and others 2010; total after Jansen 1999), from " + rows +
             " base rows in " + scrambles + " independent Owen scrambles of one Sobol sequence. " +
             (results.replicates > 1
                  ? "Each point was run " + std::to_string(results.replicates) +
                        " times, and every product was taken over two of these runs: luck then has "
                        "mean 0 in it and cannot be mistaken for a setting's doing. "
                  : std::string("Each point was run once, so luck counts as part of what settings "
                                "do. ")) +
             luck + " Intervals are 95% t intervals over the scrambles.";
    case SensitivityMethod::morris:
      return "Morris's screening (1991; mu* after Campolongo and others 2007) on four levels, "
             "from " +
             rows + " walks in " + scrambles + " independent scrambles, " +
             std::to_string(results.replicates) + " runs at each point. " + luck +
             " Intervals are 95% t intervals over the scrambles.";
    case SensitivityMethod::given_data:
      return "PAWN from runs that were there already (Pianosi and Wagener 2018): " +
             std::to_string(results.points) + " points with " + std::to_string(results.replicates) +
             " runs each, ten slices of each setting. What a setting that does nothing would show "
             "comes from giving its values to other points 200 times.";
  }
  return {};
}

std::string fact(const char* name, const std::string& value) {
  return element("dt", name) + element("dd", value);
}

std::string provenance_section(const SensitivityResults& results) {
  const Provenance& made = results.provenance;
  std::string html = element("dl", fact("Program", escaped("stepdown " + made.version)) +
                                       fact("Seed", std::to_string(made.seed)) +
                                       fact("Runs", std::to_string(results.runs())) +
                                       fact("Command", element("code", escaped(made.command))));
  html += element(
      "p",
      download_link("sensitivity_over_the_horizon.csv", sensitivity_csv(results, Months::left_out),
                    "Save the numbers over the whole horizon as CSV") +
          " (sensitivity.csv, beside this page, has those of each month too)",
      "class=\"downloads\"");
  for (const ScenarioText& scenario : made.scenarios) {
    html +=
        element("details", element("summary", "Settings of " + escaped(scenario.title)) +
                               element("pre", escaped(scenario.text),
                                       "tabindex=\"0\" role=\"region\" aria-label=\"Settings of " +
                                           escaped(scenario.title) + '"'));
  }
  return html;
}

std::string titles_of(const SensitivityResults& results) {
  const auto& scenarios = results.provenance.scenarios;
  std::string others;
  for (std::size_t i = 0; i < scenarios.size(); ++i) {
    if (i != results.baseline) {
      others += (others.empty() ? "" : ", ") + scenarios[i].title;
    }
  }
  return others.empty() ? scenarios[results.baseline].title
                        : others + " against " + scenarios[results.baseline].title;
}

}  // namespace

std::string sensitivity_page(const SensitivityResults& results) {
  ReportedFacts facts;
  facts.place = results.provenance.place_title;
  facts.start_year = results.provenance.start_year;
  facts.years = results.provenance.years;
  const std::vector<std::size_t> shown = outcomes_shown(results);
  const std::string title = "What the answer hangs on";
  const std::string months = months_section(results);
  const std::string main =
      element("header",
              element("h1", title) +
                  element("p", escaped(titles_of(results) + ". " + place_and_period(facts) + '.'),
                          "class=\"subtitle\"")) +
      element("div",
              element("div", answer_section(results, shown), "id=\"answer\"") +
                  element("aside",
                          element("h2", "What this is, and is not") +
                              paragraph(std::string(honest_use())),
                          "class=\"honest\""),
              "class=\"first\"") +
      section("drivers", "What decides how much", picture_section(results, shown)) +
      (months.empty() ? "" : section("over-time", "Month by month", months)) +
      section("ranges", "What was varied", varied_section(results)) +
      section("runs", "Runs", runs_section(results)) +
      section("method", "How it was found out", paragraph(method_words(results))) +
      section("provenance", "How to make this again", provenance_section(results));
  return page_html(title, main, "answer");
}

}  // namespace stepdown
