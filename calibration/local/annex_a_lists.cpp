#include "calibration/local/annex_a_lists.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <span>
#include <utility>

#include "analysis/csv_table.h"
#include "analysis/unusable_data.h"
#include "scenarios/nearest_word.h"

namespace stepdown {
namespace {

using Cells = std::span<const std::string>;

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n\xC2\xA0";
  const std::size_t first = text.find_first_not_of(blanks);
  return first == std::string_view::npos
             ? std::string_view()
             : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failure == std::errc() && stop == text.data() + text.size() && number >= 0
             ? std::optional(number)
             : std::nullopt;
}

constexpr std::array<RecordKind, last_annex_list + 1> kinds{
    RecordKind::child,    RecordKind::contact,         RecordKind::early_help,
    RecordKind::referral, RecordKind::assessment,      RecordKind::enquiry,
    RecordKind::episode,  RecordKind::protection_plan, RecordKind::looked_after};

/// One list: where its columns are, and what becomes of a row.
class ListReading {
 public:
  ListReading(int number, const AnnexMapping& mapping, ChildJoiner& children, QualityLog& log)
      : number_(number),
        kind_(kinds[static_cast<std::size_t>(number)]),
        mapping_(mapping),
        list_(*mapping.lists[static_cast<std::size_t>(number)]),
        children_(children),
        log_(log) {}

  void read(const std::filesystem::path& folder) {
    CsvListener listener;
    listener.on_header = [this](Cells header) {
      find_columns(header);
      return true;
    };
    listener.on_row = [this](Cells row, std::size_t) { take(row); };
    const CsvReading reading = read_csv(folder / list_.file, listener);
    for (std::size_t i = 0; i < reading.uneven.size(); ++i) {
      log_.reject(kind_, Rejection::uneven_row);
    }
  }

 private:
  void find_columns(Cells header) {
    std::vector<std::string> missing;
    for (const AnnexColumn& column : list_.columns) {
      if (column.name == "-") {
        continue;
      }
      const auto found =
          std::ranges::find(header, letters_of(column.name),
                            [](const std::string& name) { return letters_of(name); });
      if (found == header.end()) {
        missing.push_back(column.name);
      } else {
        columns_[column.key] = static_cast<std::size_t>(found - header.begin());
      }
    }
    if (!missing.empty()) {
      // In a file without a first line of names a child stands there, who is not to be quoted.
      const auto similar = columns_.empty()
                               ? std::nullopt
                               : nearest_word(missing.front(), {header.begin(), header.end()});
      throw UnusableData(
          Fault::data_columns,
          "`" + list_.file + "` (list " + std::to_string(number_) + ") has no column " +
              quoted_list(missing, "and"),
          (similar ? "it has `" + *similar + "`; " : "") +
              std::string("say in the mapping what your column is called, or \"-\" if there is "
                          "none"));
    }
  }

  std::string_view cell(Cells row, std::string_view key) const {
    const auto column = columns_.find(key);
    return column == columns_.end() ? std::string_view() : trimmed(row[column->second]);
  }

  void take(Cells row) {
    const std::string_view identifier = cell(row, "child");
    if (identifier.empty()) {
      log_.reject(kind_, Rejection::missing_identifier);
      return;
    }
    ChildRecord& child = children_.record_of(identifier);
    const std::string_view born = cell(row, "birth");
    if (const auto birth = day_of(born)) {
      child.birth = birth;
    } else if (!born.empty()) {
      log_.note(kind_, Gap::unreadable_birth);
    }
    RowCheck check(log_, kind_, mapping_.period.to);
    switch (number_) {
      case 1:
        return take_contact(row, child, check);
      case 2:
        return take_early_help(row, child, check);
      case 3:
        return take_referral(row, child, check);
      case 4:
        return take_assessment(row, child, check);
      case 5:
        return take_enquiry(row, child, check);
      case 6:
        return take_episode(row, child, check);
      case 7:
        return take_plan(row, child, check);
      default:
        return take_care(row, child, check);
    }
  }

  template <typename Row, typename StartOf>
  static bool is_there(const std::vector<Row>& rows, std::optional<Day> day, StartOf start_of) {
    return day && std::ranges::any_of(
                      rows, [&](const Row& row) { return std::invoke(start_of, row) == *day; });
  }

  /// A group of the words there are, noted when the cell is none of them.
  std::optional<std::size_t> code(const CodeWords& words, std::string_view text,
                                  std::string_view key) {
    return noted(words.group_of(text), text, key);
  }

  std::optional<bool> yes_or_no(Cells row, std::string_view key) {
    const std::string_view text = cell(row, key);
    const auto group = noted(mapping_.yes_or_no.group_of_whole(text), text, key);
    return group ? std::optional(*group == 0) : std::nullopt;
  }

  std::optional<std::size_t> noted(std::optional<std::size_t> group, std::string_view text,
                                   std::string_view key) {
    if (!group && columns_.contains(key)) {
      log_.note(kind_, text.empty() ? Gap::missing_code : Gap::unknown_code);
    }
    return group;
  }

  void take_contact(Cells row, ChildRecord& child, RowCheck& check) {
    const auto day = check.needed(cell(row, "date"));
    check.near_birth(child.birth, day);
    if (check.settle()) {
      child.contacts.push_back(*day);
    }
  }

  void take_early_help(Cells row, ChildRecord& child, RowCheck& check) {
    const auto day = check.needed(cell(row, "end"));
    check.near_birth(child.birth, day);
    refuse_repeated(check, is_there(child.early_help, day, std::identity()));
    if (check.settle()) {
      child.early_help.push_back(*day);
    }
  }

  void take_referral(Cells row, ChildRecord& child, RowCheck& check) {
    const auto day = check.needed(cell(row, "date"));
    check.near_birth(child.birth, day);
    refuse_repeated(check, is_there(child.referrals, day, &Referral::on));
    if (!check.settle()) {
      return;
    }
    const auto source = code(mapping_.sources, cell(row, "source"), "source");
    child.referrals.push_back(
        {*day, source ? static_cast<ReferralSource>(*source) : ReferralSource::unknown,
         yes_or_no(row, "no_further_action").value_or(false)});
  }

  void take_assessment(Cells row, ChildRecord& child, RowCheck& check) {
    const auto from = check.needed(cell(row, "start"));
    const auto to = check.end(cell(row, "end"));
    check.in_order(from, to);
    check.near_birth(child.birth, from);
    refuse_repeated(check, is_there(child.assessments, from, &Assessment::from));
    if (!check.settle()) {
      return;
    }
    Assessment assessment{.from = *from, .to = to};
    if (to) {
      assessment.in_need = yes_or_no(row, "in_need");
    }
    child.assessments.push_back(assessment);
  }

  /// A row is an enquiry, a conference, or both, and what is wrong with one is nothing against the
  /// other: a list has a row for each person or strategy discussion.
  void take_enquiry(Cells row, ChildRecord& child, RowCheck& check) {
    const std::string_view held = cell(row, "conference");
    std::optional<Day> from;
    if (const std::string_view start = cell(row, "start"); !start.empty() || held.empty()) {
      from = check.needed(start);
      check.near_birth(child.birth, from);
      refuse_repeated(check, is_there(child.enquiries, from, &Enquiry::from));
      if (check.settle()) {
        child.enquiries.push_back({*from});
      }
    }
    if (!held.empty()) {
      take_conference(held, from, child);
    }
  }

  void take_conference(std::string_view held, std::optional<Day> after, ChildRecord& child) {
    RowCheck check(log_, RecordKind::conference, mapping_.period.to);
    const auto day = check.needed(held);
    check.in_order(after, day);
    check.near_birth(child.birth, day);
    // Several rows may lead to one conference.
    if (is_there(child.conferences, day, std::identity())) {
      return;
    }
    if (check.settle()) {
      child.conferences.push_back(*day);
    }
  }

  void take_episode(Cells row, ChildRecord& child, RowCheck& check) {
    const auto from = check.needed(cell(row, "start"));
    const auto to = check.end(cell(row, "end"));
    check.in_order(from, to);
    check.near_birth(child.birth, from);
    refuse_repeated(check, is_there(child.episodes, from, &Episode::from));
    if (!check.settle()) {
      return;
    }
    Episode episode{*from, to};
    if (to) {
      const auto reason = code(mapping_.closing, cell(row, "reason"), "reason");
      episode.closed = reason ? static_cast<ClosureCode>(*reason + 1) : ClosureCode::none;
    }
    child.episodes.push_back(episode);
  }

  void take_plan(Cells row, ChildRecord& child, RowCheck& check) {
    const auto from = check.needed(cell(row, "start"));
    const auto to = check.end(cell(row, "end"));
    check.in_order(from, to);
    check.near_birth(child.birth, from);
    refuse_repeated(check, is_there(child.protection_plans, from, &ProtectionPlan::from));
    if (!check.settle()) {
      return;
    }
    ProtectionPlan plan{*from, to};
    if (const auto category = code(mapping_.categories, cell(row, "category"), "category")) {
      plan.for_neglect = *category == 0;
    }
    plan.earlier_plans = number_in(cell(row, "earlier_plans"));
    if (!plan.earlier_plans && columns_.contains("earlier_plans")) {
      log_.note(kind_, cell(row, "earlier_plans").empty() ? Gap::missing_code : Gap::unknown_code);
    }
    child.protection_plans.push_back(plan);
  }

  /// A time of being looked after has a row for each placement and legal status.
  void take_care(Cells row, ChildRecord& child, RowCheck& check) {
    const auto from = check.needed(cell(row, "start"));
    const auto to = check.end(cell(row, "end"));
    check.in_order(from, to);
    check.near_birth(child.birth, from);
    if (!check.settle()) {
      return;
    }
    const auto known = std::ranges::find(child.looked_after, *from, &DatedSpell::from);
    if (known == child.looked_after.end()) {
      child.looked_after.push_back({*from, to});
    } else if (to) {
      known->to = std::max(known->to.value_or(*to), *to);
    }
  }

  static void refuse_repeated(RowCheck& check, bool is_repeated) {
    if (is_repeated) {
      check.refuse(Rejection::duplicate);
    }
  }

  int number_;
  RecordKind kind_;
  const AnnexMapping& mapping_;
  const AnnexFile& list_;
  ChildJoiner& children_;
  QualityLog& log_;
  std::map<std::string, std::size_t, std::less<>> columns_;
};

}  // namespace

void read_annex_lists(const std::filesystem::path& folder, const AnnexMapping& mapping,
                      ChildJoiner& children, QualityLog& log) {
  for (int number = first_annex_list; number <= last_annex_list; ++number) {
    if (mapping.lists[static_cast<std::size_t>(number)]) {
      ListReading(number, mapping, children, log).read(folder);
    }
  }
}

}  // namespace stepdown
