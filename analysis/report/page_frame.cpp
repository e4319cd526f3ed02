#include "analysis/report/page_frame.h"

#include "analysis/report/embedded_page.h"
#include "analysis/report/html.h"

namespace stepdown {
namespace {

// Nothing from anywhere but the page itself.
constexpr std::string_view policy =
    "default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:";

}  // namespace

std::string page_html(std::string_view title, std::string_view main, std::string_view skip) {
  const std::string body =
      element("a", "Skip to the answer", "class=\"skip\" href=\"#" + std::string(skip) + '"') +
      element("main", main) + element("script", report_script());
  return "<!doctype html>\n<html lang=\"en-GB\">\n<head>\n<meta charset=\"utf-8\">\n"
         "<meta http-equiv=\"Content-Security-Policy\" content=\"" +
         std::string(policy) +
         "\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n" +
         element("title", escaped(title)) + '\n' + element("style", report_style()) +
         "\n</head>\n" + element("body", body) + "\n</html>\n";
}

}  // namespace stepdown
