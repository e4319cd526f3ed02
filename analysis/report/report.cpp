#include "analysis/report/report.h"

#include <array>
#include <string_view>
#include <vector>

#include "analysis/published_file.h"
#include "analysis/report/answer_section.h"
#include "analysis/report/assumption_section.h"
#include "analysis/report/cost_section.h"
#include "analysis/report/difference_section.h"
#include "analysis/report/driver_section.h"
#include "analysis/report/fifth_section.h"
#include "analysis/report/flow_section.h"
#include "analysis/report/html.h"
#include "analysis/report/luck_section.h"
#include "analysis/report/method_section.h"
#include "analysis/report/page_frame.h"
#include "analysis/report/provenance_section.h"
#include "analysis/report/return_section.h"
#include "analysis/report/time_section.h"

namespace stepdown {
namespace {

struct Section {
  std::string_view id;
  std::string_view title;
  std::string (*html)(const ReportedResults&);
};

constexpr std::array sections = {
    Section{"sentences", "The answers in sentences", sentence_section},
    Section{"changes", "What changes", difference_section},
    Section{"fifths-of-areas", "By fifth of areas", fifth_section},
    Section{"over-time", "Need, waiting and caseload over time", time_section},
    Section{"flows", "From tier to tier", flow_section},
    Section{"return", "Return to services", return_section},
    Section{"cost", "Cost against outcome", cost_section},
    Section{"luck", "Luck and not knowing", luck_section},
    Section{"drivers", "What drives it", driver_section},
    Section{"assumptions", "What it rests on", assumption_section},
    Section{"method", "Method", method_section},
    Section{"provenance", "How to make it again, and what can be saved", provenance_section},
};

std::string contents(const std::vector<Section>& shown) {
  std::string items;
  for (const Section& section : shown) {
    items += element("li", element("a", section.title, "href=\"#" + std::string(section.id) + '"'));
  }
  return element("nav", element("ol", items), "aria-label=\"Contents\"");
}

std::string section_html(const Section& section, const std::string& content) {
  const std::string id(section.id);
  return element("section", element("h2", section.title, "id=\"" + id + '"') + content,
                 "aria-labelledby=\"" + id + '"') +
         '\n';
}

}  // namespace

std::string report_html(const ReportedResults& results) {
  std::vector<Section> shown;
  std::string html;
  for (const Section& section : sections) {
    if (const std::string content = section.html(results); !content.empty()) {
      shown.push_back(section);
      html += section_html(section, content);
    }
  }
  return page_html(report_title(results), answer_section(results) + contents(shown) + html,
                   "answer");
}

void publish_report(const ReportedResults& results, const std::filesystem::path& path) {
  publish_text(path, report_html(results));
}

}  // namespace stepdown
