#include "cli/error_page.h"

#include <nlohmann/json.hpp>
#include <string_view>

#include "analysis/text_layout.h"
#include "cli/error_examples.h"

namespace stepdown {
namespace {

constexpr std::string_view introduction =
    "# Errors\n\n"
    "Written by `stepdown explain --errors`; do not edit. A message has the code, what is wrong, "
    "where it stands with\n"
    "the line and a caret under the words that are meant, and what would mend it. All that is "
    "wrong is told at once.\n"
    "A code never changes its meaning; `stepdown explain S014` shows one of them. Warnings have "
    "the same codes and let\n"
    "a file pass.\n\n"
    "| letter | about | exit code |\n"
    "|---|---|---|\n"
    "| S | a scenario, place, policy, member, target or fit file, or a value after `--set` | 2 |\n"
    "| C | the command line | 2 |\n"
    "| D | data, files and folders | 3 |\n"
    "| R | runs | 4 where some failed, 5 where they cannot be compared |\n"
    "| P | the program | 70 |\n";

std::string example_text(Fault fault) {
  const auto example = example_of(fault);
  return example ? written(*example) : std::string();
}

nlohmann::ordered_json as_json(const FaultWords& fault) {
  return {{"code", code_of(fault.fault)},
          {"title", fault.title},
          {"why", fault.why},
          {"mend", fault.mend},
          {"example", example_text(fault.fault)}};
}

}  // namespace

std::string error_in_words(const FaultWords& fault) {
  std::string text = code_of(fault.fault) + ": " + std::string(fault.title) + "\n\n" +
                     wrapped(fault.why, "  ") + wrapped(fault.mend, "  ");
  if (const std::string example = example_text(fault.fault); !example.empty()) {
    text += "\nFor example\n\n" + example;
  }
  return text;
}

std::string error_json(const FaultWords& fault) { return as_json(fault).dump(2) + '\n'; }

std::string errors_markdown() {
  std::string text(introduction);
  for (const FaultWords& fault : all_faults()) {
    text += "\n## " + code_of(fault.fault) + ' ' + std::string(fault.title) + "\n\n" +
            std::string(fault.why) + ' ' + std::string(fault.mend) + '\n';
    if (const std::string example = example_text(fault.fault); !example.empty()) {
      text += "\n```\n" + example + "```\n";
    }
  }
  return text;
}

std::string errors_json() {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const FaultWords& fault : all_faults()) {
    all.push_back(as_json(fault));
  }
  return all.dump(2) + '\n';
}

}  // namespace stepdown
