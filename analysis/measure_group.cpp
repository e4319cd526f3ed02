#include "analysis/measure_group.h"

#include "model/contract.h"

namespace stepdown {

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
    case MeasureGroup::caseload:
      return "Caseload";
    case MeasureGroup::flows:
      return "Flows";
    case MeasureGroup::stocks:
      return "Stocks";
    case MeasureGroup::cost:
      return "Cost";
    case MeasureGroup::laboratory:
      return "Laboratory";
  }
  broken("a group of measures has a heading");
}

}  // namespace stepdown
