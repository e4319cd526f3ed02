#include "scenarios/evidence.h"

#include <toml++/toml.h>
#include <algorithm>
#include <initializer_list>
#include <sstream>
#include <stdexcept>
#include <string_view>

#include "scenarios/embedded_evidence.h"
#include "scenarios/evidence_name.h"

namespace stepdown {
namespace {

constexpr std::string_view publications_file = "evidence/publications.toml";

/// One table of an evidence file, read strictly: what is missing, foreign or of a wrong type is a
/// fault of the source tree.
class StrictTable {
 public:
  StrictTable(std::string_view path, const toml::table& table) : path_(path), table_(table) {}

  void may_only_have(std::initializer_list<std::string_view> keys) const {
    for (const auto& [key, node] : table_) {
      if (std::ranges::find(keys, key.str()) == keys.end()) {
        fail("`" + std::string(key.str()) + "` cannot stand here");
      }
    }
  }

  std::string text(std::string_view key) const {
    const auto found = table_[key].value<std::string>();
    if (!found || found->empty()) {
      fail("`" + std::string(key) + "` is missing or is no text");
    }
    return *found;
  }

  std::string text_if_there(std::string_view key) const {
    return table_.contains(key) ? text(key) : std::string();
  }

  int number(std::string_view key) const {
    const auto found = table_[key].value<int>();
    if (!found) {
      fail("`" + std::string(key) + "` is missing or is no whole number");
    }
    return *found;
  }

  std::vector<std::string> texts_if_there(std::string_view key) const {
    std::vector<std::string> texts;
    if (!table_.contains(key)) {
      return texts;
    }
    const toml::array* list = table_[key].as_array();
    if (!list || list->empty() || !list->is_homogeneous<std::string>()) {
      fail("`" + std::string(key) + "` is no list of texts");
    }
    for (const toml::node& node : *list) {
      texts.push_back(node.as_string()->get());
    }
    return texts;
  }

  std::vector<StrictTable> tables(std::string_view key) const {
    const toml::array* list = table_[key].as_array();
    if (!list || !list->is_array_of_tables()) {
      fail("there is no [[" + std::string(key) + "]]");
    }
    std::vector<StrictTable> tables;
    for (const toml::node& node : *list) {
      tables.emplace_back(path_, *node.as_table());
    }
    return tables;
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    std::ostringstream message;
    message << path_ << ':' << table_.source().begin.line << ": " << what;
    throw std::logic_error(message.str());
  }

  std::string_view path_;
  const toml::table& table_;
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
  const toml::table root = toml::parse(file.text, file.path);
  const StrictTable table(file.path, root);
  table.may_only_have({"group", "title", "row"});
  EvidenceGroup group{table.text("group"), table.text("title"), {}};
  for (const StrictTable& row : table.tables("row")) {
    group.rows.push_back(row_of(row));
  }
  return group;
}

std::vector<Publication> publications_of(const EmbeddedFile& file) {
  const toml::table root = toml::parse(file.text, file.path);
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
