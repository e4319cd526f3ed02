#include "calibration/local/census_xml.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <pugixml.hpp>

#include "analysis/unusable_data.h"

namespace stepdown {
namespace {

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t\r\n";
  const std::size_t first = text.find_first_not_of(blanks);
  return first == std::string_view::npos
             ? std::string_view()
             : text.substr(first, text.find_last_not_of(blanks) - first + 1);
}

std::string_view text_of(const pugi::xml_node& node, const char* name) {
  return trimmed(node.child(name).text().get());
}

std::optional<bool> yes_or_no(std::string_view text) {
  constexpr std::array<std::string_view, 3> yes{"true", "TRUE", "1"};
  constexpr std::array<std::string_view, 3> no{"false", "FALSE", "0"};
  return std::ranges::find(yes, text) != yes.end() ? std::optional(true)
         : std::ranges::find(no, text) != no.end() ? std::optional(false)
                                                   : std::nullopt;
}

std::optional<int> number_in(std::string_view text) {
  int number = 0;
  const auto [stop, failure] = std::from_chars(text.data(), text.data() + text.size(), number);
  return failure == std::errc() && stop == text.data() + text.size() && number >= 0
             ? std::optional(number)
             : std::nullopt;
}

bool is_one_of(std::string_view code, std::string_view codes_between_blanks) {
  return code.find(' ') == std::string_view::npos &&
         codes_between_blanks.find(' ' + std::string(code) + ' ') != std::string_view::npos;
}

constexpr std::string_view categories = " NEG PHY SAB EMO MUL ";
constexpr std::string_view factor_codes =
    " 1A 1B 1C 2A 2B 2C 3A 3B 3C 4A 4B 4C 5A 5B 5C 6A 6B 6C 7A 8A 8B 8C 8D 8E 8F 9A 10A 11A 12A "
    "13A "
    "14A 15A 16A 17A 18A 18B 18C 19A 19B 19C 20 21 22A 23A 24A ";
constexpr std::string_view code_of_neglect = "16A";

/// One <Child> being taken apart.
class ChildReading {
 public:
  ChildReading(QualityLog& log, Day last_day) : log_(log), last_day_(last_day) {}

  ChildRecord read(const pugi::xml_node& child) {
    read_birth(child.child("ChildIdentifiers"));
    for (const pugi::xml_node& details : child.children("CINdetails")) {
      read_details(details);
    }
    // A conference stands with its enquiry and with the case.
    std::ranges::sort(record_.conferences);
    record_.conferences.erase(std::unique(record_.conferences.begin(), record_.conferences.end()),
                              record_.conferences.end());
    for (std::size_t i = 0; i < record_.conferences.size(); ++i) {
      log_.take(RecordKind::conference);
    }
    return std::move(record_);
  }

 private:
  RowCheck check(RecordKind kind) { return {log_, kind, last_day_}; }

  void read_birth(const pugi::xml_node& identifiers) {
    const std::string_view born = text_of(identifiers, "PersonBirthDate");
    const std::string_view expected = text_of(identifiers, "ExpectedPersonBirthDate");
    const std::string_view text = born.empty() ? expected : born;
    record_.birth = day_of(text);
    if (!text.empty() && !record_.birth) {
      log_.note(RecordKind::child, Gap::unreadable_birth);
    }
  }

  void note_code(RecordKind kind, std::string_view code, bool is_known) {
    if (!is_known) {
      log_.note(kind, code.empty() ? Gap::missing_code : Gap::unknown_code);
    }
  }

  bool is_repeated(Day day) const {
    return std::ranges::any_of(record_.referrals,
                               [day](const Referral& other) { return other.on == day; });
  }

  void read_details(const pugi::xml_node& details) {
    RowCheck row = check(RecordKind::referral);
    const auto from = row.needed(text_of(details, "CINreferralDate"));
    const auto to = row.end(text_of(details, "CINclosureDate"));
    row.in_order(from, to);
    row.near_birth(record_.birth, from);
    if (from && is_repeated(*from)) {
      row.refuse(Rejection::duplicate);
    }
    if (!row.settle()) {
      reject_with_case(details);
      return;
    }
    const std::string_view source = text_of(details, "ReferralSource");
    const auto known_source = referral_source_of(source);
    note_code(RecordKind::referral, source, known_source.has_value());
    const std::string_view no_action = text_of(details, "ReferralNFA");
    const auto known_no_action = yes_or_no(no_action);
    note_code(RecordKind::referral, no_action, known_no_action.has_value());
    record_.referrals.push_back(
        {*from, known_source.value_or(ReferralSource::unknown), known_no_action.value_or(false)});
    if (!record_.referrals.back().no_further_action) {
      add_episode(details, *from, to);
    }
    read_rows(details, *from);
  }

  void add_episode(const pugi::xml_node& details, Day from, std::optional<Day> to) {
    const std::string_view reason = text_of(details, "ReasonForClosure");
    const auto code = closure_code_of(reason);
    if (to && reason.empty()) {
      log_.note(RecordKind::episode, Gap::closed_unexplained);
    } else if (!reason.empty() && !code) {
      log_.note(RecordKind::episode, Gap::unknown_code);
    }
    log_.take(RecordKind::episode);
    record_.episodes.push_back({from, to, code.value_or(ClosureCode::none)});
  }

  /// What stands in a rejected case is rejected with it, and counted.
  void reject_with_case(const pugi::xml_node& details) {
    constexpr std::array<std::pair<const char*, RecordKind>, 4> rows{
        {{"Assessments", RecordKind::assessment},
         {"CINPlanDates", RecordKind::need_plan},
         {"Section47", RecordKind::enquiry},
         {"ChildProtectionPlans", RecordKind::protection_plan}}};
    for (const auto& [name, kind] : rows) {
      for ([[maybe_unused]] const pugi::xml_node& row : details.children(name)) {
        log_.reject(kind, Rejection::of_rejected_case);
      }
    }
  }

  void read_rows(const pugi::xml_node& details, Day of_case) {
    add_conference(text_of(details, "DateOfInitialCPC"));
    for (const pugi::xml_node& node : details.children("Assessments")) {
      add_assessment(node, of_case);
    }
    for (const pugi::xml_node& node : details.children("CINPlanDates")) {
      add_need_plan(node);
    }
    for (const pugi::xml_node& node : details.children("Section47")) {
      add_enquiry(node);
    }
    for (const pugi::xml_node& node : details.children("ChildProtectionPlans")) {
      add_protection_plan(node);
    }
  }

  void add_assessment(const pugi::xml_node& node, Day of_case) {
    RowCheck row = check(RecordKind::assessment);
    Assessment assessment{.from = {}, .of_case = of_case};
    const auto from = row.needed(text_of(node, "AssessmentActualStartDate"));
    assessment.to = row.end(text_of(node, "AssessmentAuthorisationDate"));
    row.in_order(from, assessment.to);
    if (row.settle()) {
      assessment.from = *from;
      assessment.factors = factors_in(node.child("FactorsIdentifiedAtAssessment"));
      record_.assessments.push_back(assessment);
    }
  }

  AssessedFactors factors_in(const pugi::xml_node& list) {
    AssessedFactors factors = AssessedFactors::not_recorded;
    for (const pugi::xml_node& node : list.children("AssessmentFactors")) {
      const std::string_view code = trimmed(node.text().get());
      if (code == code_of_neglect) {
        factors = AssessedFactors::with_neglect;
      } else if (is_one_of(code, factor_codes)) {
        factors = std::max(factors, AssessedFactors::without_neglect);
      } else {
        note_code(RecordKind::assessment, code, false);
      }
    }
    return factors;
  }

  void add_need_plan(const pugi::xml_node& node) {
    RowCheck row = check(RecordKind::need_plan);
    const auto from = row.needed(text_of(node, "CINPlanStartDate"));
    const auto to = row.end(text_of(node, "CINPlanEndDate"));
    row.in_order(from, to);
    if (row.settle()) {
      record_.need_plans.push_back({*from, to});
    }
  }

  void add_enquiry(const pugi::xml_node& node) {
    RowCheck row = check(RecordKind::enquiry);
    const auto from = row.needed(text_of(node, "S47ActualStartDate"));
    if (row.settle()) {
      record_.enquiries.push_back({*from});
    }
    add_conference(text_of(node, "DateOfInitialCPC"));
  }

  void add_conference(std::string_view text) {
    if (text.empty()) {
      return;
    }
    RowCheck row = check(RecordKind::conference);
    const auto held = row.needed(text);
    if (row.is_sound()) {
      record_.conferences.push_back(*held);
    } else {
      row.settle();
    }
  }

  void add_protection_plan(const pugi::xml_node& node) {
    RowCheck row = check(RecordKind::protection_plan);
    ProtectionPlan plan{};
    const auto from = row.needed(text_of(node, "CPPstartDate"));
    plan.to = row.end(text_of(node, "CPPendDate"));
    row.in_order(from, plan.to);
    if (!row.settle()) {
      return;
    }
    plan.from = *from;
    const std::string_view category = text_of(node, "InitialCategoryOfAbuse");
    const bool is_known = !category.empty() && is_one_of(category, categories);
    note_code(RecordKind::protection_plan, category, is_known);
    plan.for_neglect = is_known ? std::optional(category == "NEG") : std::nullopt;
    const std::string_view earlier = text_of(node, "NumberOfPreviousCPP");
    plan.earlier_plans = number_in(earlier);
    note_code(RecordKind::protection_plan, earlier, plan.earlier_plans.has_value());
    record_.protection_plans.push_back(plan);
  }

  QualityLog& log_;
  Day last_day_;
  ChildRecord record_;
};

pugi::xml_node parsed(pugi::xml_document& document, const std::string& name,
                      const XmlPiece& piece) {
  const pugi::xml_parse_result result = document.load_buffer(
      piece.text.data(), piece.text.size(), pugi::parse_default, pugi::encoding_utf8);
  if (!result) {
    throw UnusableData(Fault::data_not_text,
                       "`" + name + "`: the <" + std::string(piece.name) + "> of line " +
                           std::to_string(piece.line) + " is no sound XML",
                       "export it again from the case system; nothing was taken from it");
  }
  return document.first_child();
}

constexpr std::string_view what_a_header_says =
    "its header says <Collection>CIN</Collection>, <Year> and <ReferenceDate>";

CinHeader header_in(const std::string& name, const pugi::xml_node& header) {
  const pugi::xml_node details = header.child("CollectionDetails");
  const std::string_view collection = text_of(details, "Collection");
  if (!collection.empty() && collection != "CIN") {
    throw UnusableData(Fault::data_columns,
                       "`" + name +
                           "` is a return of another collection, not of the children in "
                           "need census",
                       "take the return of the collection CIN");
  }
  CinHeader read;
  const auto reference = day_of(text_of(details, "ReferenceDate"));
  const auto year = number_in(text_of(details, "Year"));
  if (!reference && !year) {
    throw UnusableData(Fault::data_columns, "`" + name + "` does not say which year it is of",
                       "in a census return " + std::string(what_a_header_says));
  }
  read.year = year.value_or(reference ? reporting_year(*reference) : 0);
  read.reference_date = reference.value_or(last_day_of(read.year));
  if (reporting_year(read.reference_date) != read.year) {
    throw UnusableData(Fault::data_columns,
                       "`" + name + "` is of the year to 31 March " + std::to_string(read.year) +
                           " and has a reference date in another, " + in_words(read.reference_date),
                       "in a census return " + std::string(what_a_header_says));
  }
  const std::string_view authority = text_of(header.child("Source"), "LEA");
  if (authority.size() == 3 && number_in(authority)) {
    read.authority = authority;
  }
  return read;
}

}  // namespace

CinReturn::CinReturn(const std::string& name, std::istream& in, XmlLimits limits)
    : name_(name), pieces_(name, in, limits) {
  const auto first = pieces_.next();
  if (!first) {
    throw UnusableData(Fault::data_empty, "`" + name + "` has no child in it",
                       "its children stand as <Child> in <Message>, <Children>");
  }
  if (first->name != "Header") {
    throw UnusableData(Fault::data_columns, "`" + name + "` has no <Header> before its children",
                       "in a census return " + std::string(what_a_header_says));
  }
  pugi::xml_document document;
  header_ = header_in(name, parsed(document, name, *first));
}

void CinReturn::read(QualityLog& log, const ChildTaker& take) {
  bool any = false;
  pugi::xml_document document;
  while (const auto piece = pieces_.next()) {
    if (piece->name != "Child") {
      continue;
    }
    any = true;
    const pugi::xml_node child = parsed(document, name_, *piece);
    const std::string_view identifier = text_of(child.child("ChildIdentifiers"), "LAchildID");
    if (identifier.empty()) {
      log.reject(RecordKind::child, Rejection::missing_identifier);
      continue;
    }
    // What a child that is not counted would have added to the log must not be there.
    QualityLog with_child = log;
    ChildRecord record = ChildReading(with_child, header_.reference_date).read(child);
    if (take(identifier, std::move(record))) {
      with_child.take(RecordKind::child);
      log = with_child;
    } else {
      log.reject(RecordKind::child, Rejection::duplicate);
    }
  }
  if (!any) {
    throw UnusableData(Fault::data_empty, "`" + name_ + "` has no child in it",
                       "its children stand as <Child> in <Message>, <Children>");
  }
}

}  // namespace stepdown
