#include "calibration/local/child_record.h"

#include <algorithm>
#include <iterator>

namespace stepdown {
namespace {

struct SourceWords {
  std::string_view codes;  // each between blanks
  std::string_view words;
};

// In the order of ReferralSource.
constexpr std::array<SourceWords, referral_sources> sources{{
    {" 1A 1B 1C 1D ", "Individuals"},
    {" 2A ", "Schools"},
    {" 2B ", "Education services"},
    {" 3A 3B 3C 3D 3E 3F ", "Health services"},
    {" 4 ", "Housing"},
    {" 5A 5B 5C 5D ", "Council services"},
    {" 6 ", "Police"},
    {" 7 ", "Other legal agencies"},
    {" 8 ", "Other"},
    {" 9 ", "Anonymous"},
    {" 10 ", "Unknown"},
}};

Day start_of(const Referral& row) { return row.on; }
Day start_of(Day day) { return day; }
Day start_of(const auto& row) { return row.from; }

template <typename Row>
void sort_rows(std::vector<Row>& rows) {
  std::ranges::sort(rows, {}, [](const Row& row) { return start_of(row); });
}

template <typename Row>
void update_rows(std::vector<Row>& rows, std::vector<Row>&& later) {
  std::erase_if(rows, [&later](const Row& old) {
    return std::ranges::any_of(later,
                               [&old](const Row& row) { return start_of(row) == start_of(old); });
  });
  std::ranges::move(later, std::back_inserter(rows));
}

}  // namespace

std::string_view words_for(ReferralSource source) {
  return sources[static_cast<std::size_t>(source)].words;
}

std::optional<ReferralSource> referral_source_of(std::string_view code) {
  const std::string wanted = ' ' + std::string(code) + ' ';
  for (std::size_t i = 0; i < sources.size(); ++i) {
    if (code.find(' ') == std::string_view::npos && !code.empty() &&
        sources[i].codes.find(wanted) != std::string_view::npos) {
      return static_cast<ReferralSource>(i);
    }
  }
  return std::nullopt;
}

std::optional<ClosureCode> closure_code_of(std::string_view code) {
  if (code.size() != 3 || !code.starts_with("RC") || code[2] < '1' || code[2] > '9') {
    return std::nullopt;
  }
  return static_cast<ClosureCode>(code[2] - '0');
}

void ChildRecord::update(ChildRecord&& later) {
  birth = later.birth ? later.birth : birth;
  update_rows(referrals, std::move(later.referrals));
  update_rows(episodes, std::move(later.episodes));
  update_rows(assessments, std::move(later.assessments));
  update_rows(enquiries, std::move(later.enquiries));
  update_rows(conferences, std::move(later.conferences));
  update_rows(need_plans, std::move(later.need_plans));
  update_rows(protection_plans, std::move(later.protection_plans));
  update_rows(looked_after, std::move(later.looked_after));
  update_rows(early_help, std::move(later.early_help));
  update_rows(contacts, std::move(later.contacts));
}

void ChildRecord::sort() {
  sort_rows(referrals);
  sort_rows(episodes);
  sort_rows(assessments);
  sort_rows(enquiries);
  sort_rows(conferences);
  sort_rows(need_plans);
  sort_rows(protection_plans);
  sort_rows(looked_after);
  sort_rows(early_help);
  sort_rows(contacts);
}

}  // namespace stepdown
