#include "analysis/measure_group.h"

#include <algorithm>
#include <iterator>

#include "model/contract.h"

namespace stepdown {

std::vector<MeasureGroup> groups_shown(std::span<const std::string> words) {
  std::vector<MeasureGroup> shown;
  std::ranges::copy_if(all_measure_groups, std::back_inserter(shown), [&](MeasureGroup group) {
    const auto on_request = std::ranges::find(groups_on_request, group, &GroupOnRequest::group);
    return on_request == groups_on_request.end() ||
           std::ranges::find(words, on_request->word) != words.end();
  });
  return shown;
}

std::string_view heading_of(MeasureGroup group) {
  switch (group) {
    case MeasureGroup::need:
      return "Need";
    case MeasureGroup::lateness:
      return "Lateness of help";
    case MeasureGroup::returning:
      return "Coming back";
    case MeasureGroup::escalation:
      return "Escalation";
    case MeasureGroup::waiting:
      return "Waiting";
    case MeasureGroup::noticing:
      return "Being noticed";
    case MeasureGroup::engagement:
      return "Taking up early help";
    case MeasureGroup::caseload:
      return "Caseload";
    case MeasureGroup::workforce:
      return "Workforce";
    case MeasureGroup::flows:
      return "Flows";
    case MeasureGroup::stocks:
      return "Stocks";
    case MeasureGroup::cost:
      return "Cost";
    case MeasureGroup::laboratory:
      return "Laboratory";
    case MeasureGroup::fifths:
      return "By fifth of areas";
    case MeasureGroup::stages:
      return "By stage of the family";
    case MeasureGroup::tier_flows:
      return "From tier to tier";
    case MeasureGroup::return_curves:
      return "Coming back, by months since closing";
  }
  broken("a group of measures has a heading");
}

}  // namespace stepdown
