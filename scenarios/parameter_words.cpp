#include "scenarios/parameter_words.h"

#include <algorithm>
#include <vector>

#include "model/contract.h"
#include "model/parameters/edit_distance.h"
#include "model/parameters/registry.h"
#include "scenarios/nearest_word.h"

namespace stepdown {
namespace {

std::string bounds_in_words(const Parameter& parameter) {
  return written(parameter, parameter.bounds.low) + " to " +
         written(parameter, parameter.bounds.high);
}

std::vector<std::string> keys_in(std::string_view table) {
  std::vector<std::string> keys;
  for (const Parameter& parameter : parameter_registry()) {
    if (table_of(parameter.name) == table) {
      keys.emplace_back(key_of(parameter.name));
    }
  }
  return keys;
}

const Parameter* with_key(std::string_view key) {
  const auto found = std::ranges::find(
      parameter_registry(), key, [](const Parameter& parameter) { return key_of(parameter.name); });
  return found == parameter_registry().end() ? nullptr : &*found;
}

/// The parameter of that last part, if there is only one.
const Parameter* only_one_with_key(std::string_view key) {
  const auto has_key = [key](const Parameter& parameter) { return key_of(parameter.name) == key; };
  return std::ranges::count_if(parameter_registry(), has_key) == 1 ? with_key(key) : nullptr;
}

/// Whether a table has a key that one or two slips of the finger turn into this one.
bool has_nearly(std::string_view table, std::string_view key) {
  return std::ranges::any_of(
      keys_in(table), [key](const std::string& other) { return edit_distance(key, other) <= 2; });
}

/// The parameter most likely meant: in another table, or mistyped as a whole, or in its last part.
const Parameter* meant_by(std::string_view name) {
  const Parameter* elsewhere = only_one_with_key(key_of(name));
  if (elsewhere && !has_nearly(table_of(name), key_of(name))) {
    return elsewhere;
  }
  if (const auto similar = similar_parameter(name)) {
    return find_parameter(*similar);
  }
  if (const Parameter* namesake = with_key(key_of(name))) {
    return namesake;
  }
  if (const auto key = nearest_word(key_of(name), keys_in(table_of(name)))) {
    return find_parameter(std::string(table_of(name)) + '.' + *key);
  }
  std::vector<std::string> keys;
  for (const Parameter& parameter : parameter_registry()) {
    keys.emplace_back(key_of(parameter.name));
  }
  const auto key = nearest_word(key_of(name), keys);
  return key ? with_key(*key) : nullptr;
}

}  // namespace

std::string range_in_words(const Parameter& parameter) {
  if (parameter.kind == Kind::choice) {
    return "one of " + quoted_list({parameter.choices.begin(), parameter.choices.end()}, "or");
  }
  const std::string_view unit = name_of(parameter.unit);
  const std::string unit_text = unit.empty() ? "" : std::string(unit) + ", ";
  if (parameter.kind == Kind::list) {
    return "a list of 1 to " + std::to_string(NumberList::capacity) + " numbers, " + unit_text +
           "each " + bounds_in_words(parameter);
  }
  return unit_text + bounds_in_words(parameter);
}

std::string home_of(Role role) {
  switch (role) {
    case Role::fact:
      return "a fact belongs in a place file";
    case Role::lever:
      return "a lever belongs in a policy file";
    case Role::uncertainty:
      return "an uncertainty belongs in the base";
    case Role::numerics:
      return "a numerical setting belongs in the base";
  }
  broken("every role has a home");
}

std::string_view table_of(std::string_view name) {
  const std::size_t stop = name.rfind('.');
  return stop == std::string_view::npos ? std::string_view() : name.substr(0, stop);
}

std::string_view key_of(std::string_view name) { return name.substr(name.rfind('.') + 1); }

std::string advice_on_unknown(std::string_view name, Naming naming) {
  if (std::vector<std::string> inside = keys_in(name); !inside.empty()) {
    const std::size_t there_are = inside.size();
    inside.resize(std::min<std::size_t>(there_are, 8));
    return "`" + std::string(name) + "` is a table: write [" + std::string(name) +
           "] and under it " + quoted_list(inside, "or") +
           (there_are > inside.size() ? "; `stepdown explain " + std::string(name) + "` has all"
                                      : "");
  }
  const Parameter* const similar = meant_by(name);
  const std::vector<std::string> neighbours = keys_in(table_of(name));
  if (similar) {
    const bool same_table =
        naming == Naming::under_its_table && table_of(similar->name) == table_of(name);
    if (naming == Naming::under_its_table && key_of(similar->name) == key_of(name)) {
      return "`" + std::string(similar->name) + "` (" + range_in_words(*similar) +
             ") stands in another table: write [" + std::string(table_of(similar->name)) +
             "] on the line before";
    }
    return "a setting with a similar name exists: `" +
           std::string(same_table ? key_of(similar->name) : similar->name) + "` (" +
           range_in_words(*similar) + ")";
  }
  if (neighbours.empty()) {
    return "`stepdown explain` lists all settings";
  }
  return "in [" + std::string(table_of(name)) + "] there are " +
         quoted_list(nearest_first(key_of(name), neighbours), "and");
}

}  // namespace stepdown
