#include "scenarios/evidence_check.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

#include "scenarios/evidence.h"
#include "scenarios/evidence_name.h"

namespace stepdown {
namespace {

std::string shown(const RawValue& raw) {
  if (const auto* text = std::get_if<std::string>(&raw.content)) {
    return '`' + *text + '`';
  }
  return "this";
}

/// The row that was most likely meant by `68`, `"68"`, `"ev68"` or `"EV 68"`; 0 when none was.
int row_meant(const RawValue& raw) {
  std::string digits;
  if (const auto* number = std::get_if<double>(&raw.content)) {
    if (*number >= 1 && *number < 1000 && std::floor(*number) == *number) {
      digits = std::to_string(static_cast<int>(*number));
    }
  } else if (const auto* text = std::get_if<std::string>(&raw.content)) {
    std::ranges::copy_if(*text, std::back_inserter(digits),
                         [](char letter) { return letter >= '0' && letter <= '9'; });
  }
  const int row = evidence_row("EV" + digits).value_or(0);
  return find_evidence(row) ? row : 0;
}

std::string advice_on(const RawValue& raw) {
  const int meant = row_meant(raw);
  return meant ? "write \"" + evidence_name(meant) + '"' : evidence_there_is();
}

/// Reads the one list of rows of a policy file.
class EvidenceCheck {
 public:
  EvidenceCheck(const ScenarioFile& file, std::vector<Problem>& problems)
      : file_(file), problems_(problems) {}

  std::vector<int> rows(const RawValue& given) {
    const auto* list = std::get_if<std::vector<RawValue>>(&given.content);
    if (!list || list->empty()) {
      const int meant = list ? 0 : row_meant(given);
      refuse(Fault::header, given.at, "`evidence` is a list of rows of evidence",
             "write evidence = [\"" + (meant ? evidence_name(meant) : "EV68\", \"EV70") +
                 "\"], or leave the line out");
      return {};
    }
    for (const RawValue& element : *list) {
      read(element);
    }
    std::ranges::sort(rows_);
    return rows_;
  }

 private:
  void refuse(Fault fault, TextSpan at, std::string message, std::string advice) {
    problems_.push_back(file_.problem(fault, at, std::move(message), std::move(advice)));
  }

  void read(const RawValue& element) {
    const auto* text = std::get_if<std::string>(&element.content);
    const auto row = text ? evidence_row(*text) : std::nullopt;
    if (!row || !find_evidence(*row) || *text != evidence_name(*row)) {
      refuse(Fault::header, element.at, shown(element) + " is no row of evidence",
             advice_on(element));
    } else if (std::ranges::find(rows_, *row) != rows_.end()) {
      refuse(Fault::duplicate, element.at, '`' + *text + "` is named twice", "keep one of the two");
    } else {
      rows_.push_back(*row);
    }
  }

  const ScenarioFile& file_;
  std::vector<Problem>& problems_;
  std::vector<int> rows_;
};

}  // namespace

std::vector<int> checked_evidence(const ScenarioFile& file, std::vector<Problem>& problems) {
  if (!file.evidence) {
    return {};
  }
  if (file.kind && file.kind != ScenarioKind::policy) {
    problems.push_back(
        file.problem(Fault::header, file.evidence->key,
                     "a " + std::string(name_of(*file.kind)) + " file cannot name rows of evidence",
                     "leave this line out: only a policy names the evidence for its decision"));
    return {};
  }
  return EvidenceCheck(file, problems).rows(file.evidence->value);
}

}  // namespace stepdown
