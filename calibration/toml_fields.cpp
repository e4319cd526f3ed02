#include "calibration/toml_fields.h"

#include <algorithm>
#include <sstream>
#include <utility>

#include "scenarios/nearest_word.h"

namespace stepdown {
namespace {

std::string plain(double number) {
  std::ostringstream text;
  text << number;
  return text.str();
}

}  // namespace

void TomlFields::refuse(TextSpan at, std::string message, std::string advice) {
  problems_.push_back(
      file_.problem(Fault::calibration_file, at, std::move(message), std::move(advice)));
}

const TomlEntry* TomlFields::asked_for(std::string_view key, std::string_view what) {
  asked_.emplace_back(key);
  const TomlEntry* entry = table_.find(key);
  if (!entry) {
    refuse(table_.at, "[" + table_.key + "] has no `" + std::string(key) + "`",
           "write " + std::string(key) + " = " + std::string(what));
  }
  return entry;
}

double TomlFields::number(std::string_view key, double low, double high) {
  const TomlEntry* entry = asked_for(key, "a number");
  if (!entry) {
    return low;
  }
  const auto* number = std::get_if<double>(&entry->value.content);
  if (!number || !(*number >= low && *number <= high)) {
    refuse(entry->value.at, "`" + entry->key + "` cannot be that",
           "a number from " + plain(low) + " to " + plain(high));
    return low;
  }
  return *number;
}

double TomlFields::number_or(std::string_view key, double otherwise, double low, double high) {
  asked_.emplace_back(key);
  return has(key) ? number(key, low, high) : otherwise;
}

std::string TomlFields::text(std::string_view key) {
  const TomlEntry* entry = asked_for(key, "\"...\"");
  if (!entry) {
    return {};
  }
  const auto* text = std::get_if<std::string>(&entry->value.content);
  if (!text || text->empty()) {
    refuse(entry->value.at, "`" + entry->key + "` is text and cannot be left empty",
           "write " + entry->key + " = \"...\"");
    return {};
  }
  return *text;
}

std::vector<std::string> TomlFields::texts(std::string_view key) {
  const TomlEntry* entry = asked_for(key, "[\"...\"]");
  std::vector<std::string> all;
  if (!entry) {
    return all;
  }
  const auto* list = std::get_if<std::vector<RawValue>>(&entry->value.content);
  const auto is_text = [](const RawValue& each) {
    return std::holds_alternative<std::string>(each.content);
  };
  if (!list || !std::ranges::all_of(*list, is_text)) {
    refuse(entry->value.at, "`" + entry->key + "` is a list of texts",
           "write " + entry->key + " = [\"...\", \"...\"]");
    return all;
  }
  std::ranges::transform(*list, std::back_inserter(all),
                         [](const RawValue& each) { return std::get<std::string>(each.content); });
  return all;
}

std::vector<TomlEntry> TomlFields::rows(std::string_view key) {
  asked_.emplace_back(key);
  const TomlEntry* entry = table_.find(key);
  std::vector<TomlEntry> all;
  if (!entry) {
    return all;
  }
  if (entry->repeated.empty()) {
    refuse(entry->value.at.line > 0 ? entry->value.at : entry->at,
           "`" + entry->key + "` is a list of figures",
           "write " + entry->key + " = [{ ... }, { ... }]");
  }
  for (const std::vector<TomlEntry>& each : entry->repeated) {
    TomlEntry row;
    row.key = entry->key;
    row.at = each.empty() ? entry->at : each.front().at;
    row.is_table = true;
    row.table = each;
    all.push_back(std::move(row));
  }
  return all;
}

void TomlFields::refuse_others() {
  for (const TomlEntry& entry : table_.table) {
    if (std::ranges::find(asked_, entry.key) == asked_.end()) {
      refuse(entry.at, "unknown key `" + entry.key + "` in [" + table_.key + "]",
             "there are " + quoted_list(nearest_first(entry.key, asked_), "and"));
    }
  }
}

}  // namespace stepdown
