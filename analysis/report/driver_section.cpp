#include "analysis/report/driver_section.h"

#include "analysis/report/html.h"

namespace stepdown {

std::string driver_section(const ReportedResults&) {
  return element("p",
                 "One world was run: one value for every uncertain number. So nothing here shows "
                 "which of them the answer hangs on, and the ranges of this report are ranges of "
                 "luck alone. The same comparison in every world that fits the official figures "
                 "about as well:") +
         element("pre", "stepdown compare ... --ensemble --out FOLDER",
                 "tabindex=\"0\" role=\"region\" aria-label=\"Command\"");
}

}  // namespace stepdown
