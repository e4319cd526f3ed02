# cmake -DSCRIPT=<file.js> -DSTYLE=<file.css> -DOUTPUT=<file.cpp> -P embed_page.cmake
#
# Writes what every report carries into a C++ source that defines the functions of
# analysis/report/embedded_page.h.
include("${CMAKE_CURRENT_LIST_DIR}/bytes.cmake")
stepdown_bytes("${SCRIPT}" script script_size)
stepdown_bytes("${STYLE}" style style_size)
file(WRITE "${OUTPUT}" "\
#include \"analysis/report/embedded_page.h\"

namespace stepdown {
namespace {

constexpr char script[] = {${script}};
constexpr char style[] = {${style}};

}  // namespace

std::string_view report_script() { return {script, ${script_size}}; }
std::string_view report_style() { return {style, ${style_size}}; }

}  // namespace stepdown
")
