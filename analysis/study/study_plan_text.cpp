#include <algorithm>
#include <charconv>
#include <fstream>
#include <iterator>
#include <optional>
#include <span>
#include <sstream>
#include <utility>

#include "analysis/csv_cell.h"
#include "analysis/csv_table.h"
#include "analysis/digest.h"
#include "analysis/study/study_plan.h"
#include "analysis/unusable_data.h"
#include "analysis/unusable_results.h"
#include "model/parameters/registry.h"
#include "scenarios/toml_text.h"

namespace stepdown {
namespace {

constexpr std::string_view format = "stepdown plan 1";
constexpr const char* made_by = "`stepdown sweep plan` makes a folder with a plan";

std::string in_marks(std::string_view text) {
  std::string made = "\"";
  for (const char letter : text) {
    switch (letter) {
      case '"':
      case '\\':
        made += std::string("\\") + letter;
        break;
      case '\n':
        made += "\\n";
        break;
      case '\t':
        made += "\\t";
        break;
      case '\r':
        made += "\\r";
        break;
      default:
        made += letter;
    }
  }
  return made + '"';
}

std::string line(const std::string& key, std::string_view text) {
  return key + " = " + in_marks(text) + '\n';
}

std::string line(const std::string& key, const std::vector<std::string>& texts) {
  std::string list;
  for (const std::string& text : texts) {
    list += (list.empty() ? "" : ", ") + in_marks(text);
  }
  return key + " = [" + list + "]\n";
}

// A choice in its word, a number so that reading gives it back exactly.
std::string exact(const Parameter& parameter, double value) {
  return parameter.kind == Kind::choice
             ? std::string(parameter.choices[static_cast<std::size_t>(value)])
             : csv_number(value);
}

std::string text_of(const Varied& varied) {
  std::string text = "\n[[vary]]\n" + line("name", varied.name()) +
                     line("low", exact(*varied.parameter, varied.range.low)) +
                     line("high", exact(*varied.parameter, varied.range.high));
  std::vector<std::string> values;
  for (const double value : varied.values) {
    values.push_back(exact(*varied.parameter, value));
  }
  return text + (values.empty() ? "" : line("values", values));
}

template <class Number>
std::optional<Number> whole_of(const std::string& text) {
  Number read{};
  const char* const end = text.data() + text.size();
  const auto [stop, failure] = std::from_chars(text.data(), end, read);
  return failure == std::errc() && stop == end && !text.empty() ? std::optional(read)
                                                                : std::nullopt;
}

std::optional<double> exact_of(const Parameter& parameter, const std::string& text) {
  if (parameter.kind == Kind::choice) {
    const auto found = std::ranges::find(parameter.choices, text);
    return found == parameter.choices.end()
               ? std::nullopt
               : std::optional(static_cast<double>(found - parameter.choices.begin()));
  }
  return whole_of<double>(text);
}

/// Reads one plan, and says of which file it is that it is damaged.
class PlanReader {
 public:
  explicit PlanReader(const std::filesystem::path& folder) : folder_(folder) {}

  StudyPlan read() {
    entries_ = read_entries();
    if (text(entries_, "format") != format) {
      throw UnusableResults(plan_file(folder_), "is no plan that this program reads", made_by);
    }
    read_heading();
    for (const auto& table : rows("vary")) {
      plan_.varied.push_back(varied(table));
    }
    if (const TomlEntry* facts = find(entries_, "facts")) {
      for (const TomlEntry& fact : facts->table) {
        plan_.facts[fact.key] = text(facts->table, fact.key);
      }
    }
    read_points();
    return std::move(plan_);
  }

 private:
  using Entries = std::vector<TomlEntry>;

  [[noreturn]] void refuse(const std::filesystem::path& file) const {
    throw UnusableResults(file, "is damaged, or was changed by hand",
                          "make the plan again in a new folder with the command in it");
  }

  Entries read_entries() const {
    const std::filesystem::path path = plan_file(folder_);
    std::ifstream in(path, std::ios::binary);
    if (!in) {
      throw UnusableResults(folder_, "has no plan that can be read", made_by);
    }
    TextFile file{path.string(), {}};
    for (std::string each; std::getline(in, each);) {
      file.lines.push_back(each);
    }
    std::vector<Problem> problems;
    auto read = read_toml(file, problems);
    if (!read) {
      refuse(path);
    }
    return std::move(*read);
  }

  static const TomlEntry* find(const Entries& entries, std::string_view key) {
    const auto found = std::ranges::find(entries, key, &TomlEntry::key);
    return found == entries.end() ? nullptr : &*found;
  }

  std::string text(const Entries& entries, std::string_view key) const {
    const TomlEntry* entry = find(entries, key);
    const auto* read = entry ? std::get_if<std::string>(&entry->value.content) : nullptr;
    if (!read) {
      refuse(plan_file(folder_));
    }
    return *read;
  }

  std::vector<std::string> texts(const Entries& entries, std::string_view key) const {
    const TomlEntry* entry = find(entries, key);
    const auto* list = entry ? std::get_if<std::vector<RawValue>>(&entry->value.content) : nullptr;
    std::vector<std::string> all;
    if (!list) {
      return all;
    }
    for (const RawValue& each : *list) {
      const auto* read = std::get_if<std::string>(&each.content);
      if (!read) {
        refuse(plan_file(folder_));
      }
      all.push_back(*read);
    }
    return all;
  }

  std::vector<Entries> rows(std::string_view key) const {
    const TomlEntry* entry = find(entries_, key);
    return entry ? entry->repeated : std::vector<Entries>();
  }

  template <class Number>
  Number whole(std::string_view key) const {
    const auto read = whole_of<Number>(text(entries_, key));
    if (!read) {
      refuse(plan_file(folder_));
    }
    return *read;
  }

  void read_heading() {
    plan_.verb = text(entries_, "verb");
    plan_.design = text(entries_, "design");
    plan_.command = text(entries_, "command");
    plan_.selection.files = texts(entries_, "scenarios");
    plan_.selection.place = text(entries_, "place");
    plan_.selection.settings = texts(entries_, "set");
    if (const std::string member = text(entries_, "member"); !member.empty()) {
      plan_.selection.member = MemberFile{member, {}, member};
    }
    if (const std::string fit = text(entries_, "fit"); !fit.empty()) {
      plan_.selection.fit = FitFile{fit, {}, fit};
    }
    plan_.planned_in = text(entries_, "planned_in");
    plan_.measures = texts(entries_, "measures");
    plan_.runs = whole<std::uint32_t>("runs");
    plan_.seed = whole<std::uint64_t>("seed");
    plan_.origin = {text(entries_, "version"), text(entries_, "program_digest"),
                    text(entries_, "scenarios_digest")};
    if (plan_.runs == 0 || plan_.selection.files.empty()) {
      refuse(plan_file(folder_));
    }
  }

  Varied varied(const Entries& table) const {
    const Parameter* const parameter = find_parameter(text(table, "name"));
    if (!parameter) {
      refuse(plan_file(folder_));
    }
    const auto number = [&](const std::string& written) {
      const auto read = exact_of(*parameter, written);
      if (!read) {
        refuse(plan_file(folder_));
      }
      return *read;
    };
    Varied made{parameter, {number(text(table, "low")), number(text(table, "high"))}};
    for (const std::string& value : texts(table, "values")) {
      made.values.push_back(number(value));
    }
    return made;
  }

  void read_points() {
    const std::filesystem::path path = points_file(folder_);
    try {
      const CsvReading reading = read_csv(
          path, {{}, [&](std::span<const std::string> row, std::size_t) { take_point(row); }});
      if (!reading.uneven.empty()) {
        refuse(path);
      }
    } catch (const UnusableData&) {
      refuse(path);
    }
    if (plan_.points.empty() || digest_of(points_text(plan_)) != text(entries_, "points_digest")) {
      refuse(path);
    }
  }

  void take_point(std::span<const std::string> row) {
    const auto luck =
        row.size() == plan_.varied.size() + 2 ? whole_of<std::uint32_t>(row[1]) : std::nullopt;
    if (!luck) {
      refuse(points_file(folder_));
    }
    StudyPoint point{{}, *luck};
    point.values.reserve(plan_.varied.size());
    for (std::size_t i = 0; i < plan_.varied.size(); ++i) {
      const auto value = exact_of(*plan_.varied[i].parameter, row[i + 2]);
      if (!value) {
        refuse(points_file(folder_));
      }
      point.values.push_back(*value);
    }
    plan_.points.push_back(std::move(point));
  }

  std::filesystem::path folder_;
  Entries entries_;
  StudyPlan plan_;
};

}  // namespace

std::string plan_text(const StudyPlan& plan) {
  const ScenarioSelection& selection = plan.selection;
  std::string text =
      "# What is run, at which points and how often; the points stand in points.csv. Made by\n"
      "# stepdown and not to be changed: plan again in a new folder instead.\n" +
      line("format", format) + line("verb", plan.verb) + line("design", plan.design) +
      line("command", plan.command) + line("scenarios", selection.files) +
      line("place", selection.place) + line("set", selection.settings) +
      line("member", selection.member ? selection.member->called : "") +
      line("fit", selection.fit ? selection.fit->called : "") +
      "# The folder from which these were named, seen from this one.\n" +
      line("planned_in", plan.planned_in) + line("measures", plan.measures) +
      "# Runs at each point.\n" + line("runs", std::to_string(plan.runs)) +
      line("seed", std::to_string(plan.seed)) + line("version", plan.origin.version) +
      line("program_digest", plan.origin.program) +
      line("scenarios_digest", plan.origin.scenarios) +
      line("points_digest", digest_of(points_text(plan)));
  for (const Varied& varied : plan.varied) {
    text += text_of(varied);
  }
  if (!plan.facts.empty()) {
    text += "\n[facts]\n";
    for (const auto& [key, value] : plan.facts) {
      text += line(in_marks(key), value);
    }
  }
  return text;
}

std::string points_text(const StudyPlan& plan) {
  std::string text = "point,luck";
  for (const Varied& varied : plan.varied) {
    text += ',' + varied.name();
  }
  text += '\n';
  for (std::size_t p = 0; p < plan.points.size(); ++p) {
    const StudyPoint& point = plan.points[p];
    text += std::to_string(p) + ',' + std::to_string(point.luck);
    for (std::size_t i = 0; i < plan.varied.size(); ++i) {
      text += ',' + exact(*plan.varied[i].parameter, point.values[i]);
    }
    text += '\n';
  }
  return text;
}

StudyPlan read_study_plan(const std::filesystem::path& folder) { return PlanReader(folder).read(); }

}  // namespace stepdown
