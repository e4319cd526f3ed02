#include "calibration/abc/abc_progress.h"

namespace stepdown {

std::string_view words_of(AbcEnd end) {
  switch (end) {
    case AbcEnd::budget_spent:
      return "the budget is spent";
    case AbcEnd::acceptance_too_low:
      return "too few of the points tried came near enough";
    case AbcEnd::tolerance_stands:
      return "coming nearer gained too little";
    case AbcEnd::tolerance_reached:
      return "it came as near as was asked for";
    case AbcEnd::generations_done:
      return "it made as many generations as were asked for";
    case AbcEnd::asked_to_stop:
      return "it was asked to stop";
  }
  return {};
}

}  // namespace stepdown
