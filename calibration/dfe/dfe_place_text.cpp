#include "calibration/dfe/dfe_place_text.h"

#include <cctype>
#include <cmath>
#include <set>
#include <string_view>

#include "calibration/target_text.h"

namespace stepdown {
namespace {

constexpr double children_of_median_authority = 62'500;

/// Figures that grow with the place.
const std::set<std::string_view> counts{"referrals",
                                        "children_in_need_at_31_march",
                                        "enquiries",
                                        "starts_child_protection",
                                        "stock_child_protection",
                                        "started_being_looked_after",
                                        "looked_after_at_31_march"};

std::string fact_line(std::string_view name, double value, const std::string& source,
                      int significant = 4) {
  return std::string(name) + " = { value = " + short_number(value, significant) +
         ", source = " + toml_text(source) + " }\n";
}

/// As the Department publishes rates and shares.
double in_tenths(double value) { return std::round(10 * value) / 10; }

std::string commented(const std::string& text) {
  std::string made = "# ";
  for (const char letter : text) {
    made += letter;
    made += letter == '\n' ? "# " : "";
  }
  return made + '\n';
}

std::string workforce(const PublishedPlace& facts, double scale, const std::string& at_this_size) {
  std::string text;
  if (facts.social_workers) {
    text += fact_line("social_workers", std::round(scale * facts.social_workers->value),
                      facts.social_workers->source + ": " +
                          short_number(facts.social_workers->value, 6) +
                          " full-time equivalents who hold cases" + at_this_size);
  }
  if (facts.turnover) {
    text += fact_line("turnover", facts.turnover->value, facts.turnover->source);
  }
  if (facts.absence) {
    text += fact_line("absence", facts.absence->value, facts.absence->source);
  }
  return text.empty() ? text : "\n[workforce]\n" + text;
}

}  // namespace

std::string attribution() {
  return "Contains public sector information licensed under the Open Government Licence v3.0:\n"
         "Department for Education (children in need, children looked after, children's social\n"
         "work workforce), ONS (mid-year estimates).";
}

std::string file_stem_of(const std::string& authority) {
  std::string stem;
  for (const char each : authority) {
    const auto letter = static_cast<unsigned char>(each);
    if (each == '&') {
      stem += stem.empty() || stem.back() == '_' ? "and" : "_and";
    } else if (std::isalnum(letter) != 0 && letter < 0x80) {
      stem += static_cast<char>(std::tolower(letter));
    } else if (each != '\'' && each != '.' && !stem.empty() && stem.back() != '_') {
      stem += '_';
    }
  }
  while (stem.ends_with('_')) {
    stem.pop_back();
  }
  return stem.empty() ? "place" : stem;
}

std::string written_place(const PublishedPlace& facts) {
  const bool is_scaled = facts.is_england && facts.children;
  const double scale = is_scaled ? children_of_median_authority / facts.children->value : 1;
  const std::string at_this_size = is_scaled ? ", at this size" : "";
  std::string text =
      "kind = \"place\"\ntitle = " +
      toml_text(facts.is_england ? "England's rates at the size of the median authority"
                                 : facts.name) +
      "\n\n" + commented(attribution());
  if (is_scaled) {
    text += "# The size is that of the median English authority; rates and shares are England's.\n";
  }
  if (facts.children) {
    text += "\n[population]\n" +
            fact_line("children", std::round(scale * facts.children->value),
                      facts.children->source +
                          (is_scaled ? ": " + short_number(facts.children->value) +
                                           " children, brought to the median authority's"
                                     : ", children 0 to 17"));
  }
  text += workforce(facts, scale, at_this_size);
  if (facts.place_factor) {
    text += "\n[noticing]\n" +
            fact_line("place_factor", facts.place_factor->value, facts.place_factor->source);
  }
  text +=
      "\n# Official figures, to stand beside what the model makes of the place. The model does "
      "not\n"
      "# read them.\n[observed]\n";
  for (const PublishedPlace::Observed& each : facts.observed) {
    const bool is_count = counts.contains(each.name);
    const double value = is_count ? std::round(scale * each.value) : in_tenths(each.value);
    text += each.name + " = { value = " + short_number(value) +
            ", source = " + toml_text(each.source + (is_count ? at_this_size : "")) +
            ", year = " + std::to_string(each.year) + " }\n";
  }
  return text;
}

}  // namespace stepdown
