#include <sstream>

#include "calibration/local/census_xml.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {

void read_fuzzed(std::string_view bytes) {
  std::istringstream in{std::string(bytes)};
  CinReturn census("return.xml", in);
  QualityLog log;
  census.read(log, [](std::string_view, ChildRecord&&) { return true; });
}

}  // namespace stepdown
