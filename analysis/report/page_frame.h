#pragma once

#include <string>
#include <string_view>

namespace stepdown {

/// A whole page of HTML that opens from disk and asks for nothing: style, script of the pictures,
/// and what stands in it. `skip` is the name of the element that readers may jump to at once.
std::string page_html(std::string_view title, std::string_view main, std::string_view skip);

}  // namespace stepdown
