#include "scenarios/evidence.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <stdexcept>
#include <string_view>
#include <utility>

#include "scenarios/embedded_evidence.h"
#include "scenarios/evidence_name.h"
#include "scenarios/text_faults.h"
#include "scenarios/toml_text.h"

namespace stepdown {
namespace {

constexpr std::string_view publications_file = "evidence/publications.toml";

/// The entries of a file of the program's own; that it cannot be read is a fault of the source
/// tree.
std::vector<TomlEntry> entries_of(const EmbeddedFile& file) {
  const TextFile text{std::string(file.path), lines_of(std::string(file.text))};
  std::vector<Problem> problems;
  auto entries = read_toml(text, problems);
  if (!entries) {
    throw std::logic_error(written(problems));
  }
  return std::move(*entries);
}

/// One table of an evidence file, read strictly: what is missing, foreign or of a wrong type is a
/// fault of the source tree.
class StrictTable {
 public:
  StrictTable(std::string_view path, const std::vector<TomlEntry>& table)
      : path_(path), table_(table) {}

  void may_only_have(std::initializer_list<std::string_view> keys) const {
    for (const TomlEntry& entry : table_) {
      if (std::ranges::find(keys, entry.key) == keys.end()) {
        fail(entry.at.line, "`" + entry.key + "` cannot stand here");
      }
    }
  }

  std::string text(std::string_view key) const {
    const auto* found = content<std::string>(key);
    if (!found || found->empty()) {
      fail(first_line(), "`" + std::string(key) + "` is missing or is no text");
    }
    return *found;
  }

  std::string text_if_there(std::string_view key) const {
    return find(key) ? text(key) : std::string();
  }

  int number(std::string_view key) const {
    const auto* found = content<double>(key);
    if (!found || std::floor(*found) != *found) {
      fail(first_line(), "`" + std::string(key) + "` is missing or is no whole number");
    }
    return static_cast<int>(*found);
  }

  std::vector<std::string> texts_if_there(std::string_view key) const {
    std::vector<std::string> texts;
    if (!find(key)) {
      return texts;
    }
    const auto* list = content<std::vector<RawValue>>(key);
    const auto is_text = [](const RawValue& each) {
      return std::holds_alternative<std::string>(each.content);
    };
    if (!list || list->empty() || !std::ranges::all_of(*list, is_text)) {
      fail(find(key)->at.line, "`" + std::string(key) + "` is no list of texts");
    }
    for (const RawValue& each : *list) {
      texts.push_back(std::get<std::string>(each.content));
    }
    return texts;
  }

  std::vector<StrictTable> tables(std::string_view key) const {
    const TomlEntry* list = find(key);
    if (!list || list->repeated.empty()) {
      fail(first_line(), "there is no [[" + std::string(key) + "]]");
    }
    std::vector<StrictTable> tables;
    for (const std::vector<TomlEntry>& table : list->repeated) {
      tables.emplace_back(path_, table);
    }
    return tables;
  }

 private:
  [[noreturn]] void fail(int line, const std::string& what) const {
    throw std::logic_error(std::string(path_) + ':' + std::to_string(line) + ": " + what);
  }

  int first_line() const { return table_.empty() ? 1 : table_.front().at.line; }

  const TomlEntry* find(std::string_view key) const {
    const auto found = std::ranges::find(table_, key, &TomlEntry::key);
    return found == table_.end() ? nullptr : &*found;
  }

  template <typename Content>
  const Content* content(std::string_view key) const {
    const TomlEntry* entry = find(key);
    return entry ? std::get_if<Content>(&entry->value.content) : nullptr;
  }

  std::string_view path_;
  const std::vector<TomlEntry>& table_;
};

EvidenceRow row_of(const StrictTable& table) {
  table.may_only_have(
      {"number", "claim", "publications", "process", "outcomes", "except", "left_out"});
  EvidenceRow row;
  row.number = table.number("number");
  row.claim = table.text("claim");
  row.publications = table.texts_if_there("publications");
  row.outcomes = table.texts_if_there("outcomes");
  row.except = table.text_if_there("except");
  row.left_out = table.text_if_there("left_out");
  row.process = row.left_out.empty() ? table.text("process") : table.text_if_there("process");
  return row;
}

EvidenceGroup group_of(const EmbeddedFile& file) {
  const std::vector<TomlEntry> root = entries_of(file);
  const StrictTable table(file.path, root);
  table.may_only_have({"group", "title", "row"});
  EvidenceGroup group{table.text("group"), table.text("title"), {}};
  for (const StrictTable& row : table.tables("row")) {
    group.rows.push_back(row_of(row));
  }
  return group;
}

std::vector<Publication> publications_of(const EmbeddedFile& file) {
  const std::vector<TomlEntry> root = entries_of(file);
  std::vector<Publication> publications;
  for (const StrictTable& table : StrictTable(file.path, root).tables("publication")) {
    table.may_only_have({"code", "reference", "nature"});
    publications.push_back({table.text("code"), table.text("reference"), table.text("nature")});
  }
  return publications;
}

}  // namespace

const std::vector<Publication>& publications() {
  static const std::vector<Publication> all = [] {
    const auto file =
        std::ranges::find(embedded_evidence(), publications_file, &EmbeddedFile::path);
    if (file == embedded_evidence().end()) {
      throw std::logic_error("there is no " + std::string(publications_file));
    }
    return publications_of(*file);
  }();
  return all;
}

const std::vector<EvidenceGroup>& evidence() {
  static const std::vector<EvidenceGroup> all = [] {
    std::vector<EvidenceGroup> groups;
    for (const EmbeddedFile& file : embedded_evidence()) {
      if (file.path != publications_file) {
        groups.push_back(group_of(file));
      }
    }
    return groups;
  }();
  return all;
}

const EvidenceRow* find_evidence(int number) {
  for (const EvidenceGroup& group : evidence()) {
    const auto found = std::ranges::find(group.rows, number, &EvidenceRow::number);
    if (found != group.rows.end()) {
      return &*found;
    }
  }
  return nullptr;
}

std::string evidence_there_is() {
  return "rows go from " + evidence_name(evidence().front().rows.front().number) + " to " +
         evidence_name(evidence().back().rows.back().number) +
         ": `stepdown explain --evidence` lists them";
}

}  // namespace stepdown
