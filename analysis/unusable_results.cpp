#include "analysis/unusable_results.h"

#include <utility>

namespace stepdown {

UnusableResults::UnusableResults(const std::filesystem::path& path, const std::string& fault,
                                 std::string advice)
    : std::system_error(std::make_error_code(std::errc::invalid_argument)),
      message_("`" + path.string() + "` " + fault),
      advice_(std::move(advice)) {}

}  // namespace stepdown
