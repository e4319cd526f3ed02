#include "scenarios/scenario_schema.h"

#include <array>
#include <nlohmann/json.hpp>
#include <string_view>

#include "model/parameters/registry.h"
#include "scenarios/evidence.h"
#include "scenarios/evidence_name.h"
#include "scenarios/parameter_words.h"
#include "scenarios/scenario_kind.h"
#include "scenarios/setting_check.h"

namespace stepdown {
namespace {

using Json = nlohmann::ordered_json;

constexpr std::array kinds = {ScenarioKind::base, ScenarioKind::place, ScenarioKind::policy,
                              ScenarioKind::laboratory, ScenarioKind::member};

Json text() { return {{"type", "string"}, {"minLength", 1}}; }

Json reference(const std::string& definition) { return {{"$ref", "#/definitions/" + definition}}; }

Json number_schema(const Parameter& parameter) {
  return {{"type", parameter.kind == Kind::whole ? "integer" : "number"},
          {"minimum", parameter.bounds.low},
          {"maximum", parameter.bounds.high}};
}

Json value_schema(const Parameter& parameter) {
  Json schema;
  switch (parameter.kind) {
    case Kind::choice:
      schema = {{"enum", Json::array()}};
      for (const std::string_view choice : parameter.choices) {
        schema["enum"].push_back(choice);
      }
      break;
    case Kind::list:
      schema = {{"type", "array"},
                {"items", number_schema(parameter)},
                {"minItems", 1},
                {"maxItems", NumberList::capacity}};
      break;
    default:
      schema = number_schema(parameter);
  }
  schema["description"] =
      std::string(parameter.doc.text()) + " (" + range_in_words(parameter) + ")";
  schema["default"] = Json::parse(written(parameter, parameter.initial));
  return schema;
}

/// The long form of a value, with its source.
Json with_source(const Json& value, bool needs_source) {
  Json required = {"value"};
  if (needs_source) {
    required.push_back("source");
  }
  return {{"type", "object"},
          {"properties",
           {{"value", value}, {"source", text()}, {"year", {{"type", {"string", "integer"}}}}}},
          {"required", required},
          {"additionalProperties", false}};
}

/// A setting as it may be written in a file of that kind.
Json setting_schema(ScenarioKind kind, const Parameter& parameter) {
  const Json value = reference(std::string(parameter.name));
  if (kind == ScenarioKind::place) {
    Json schema = with_source(value, true);
    schema["description"] = parameter.doc.text();
    return schema;
  }
  return {{"anyOf", {value, with_source(value, false)}}, {"description", parameter.doc.text()}};
}

/// The table that a dotted name stands in, made on the way where it is missing.
Json& table_at(Json& root, std::string_view name) {
  Json* table = &root;
  while (!name.empty()) {
    const std::size_t stop = name.find('.');
    const std::string step(name.substr(0, stop));
    name = stop == std::string_view::npos ? std::string_view() : name.substr(stop + 1);
    Json& next = (*table)["properties"][step];
    if (next.is_null()) {
      next = {{"type", "object"}, {"properties", Json::object()}, {"additionalProperties", false}};
    }
    table = &next;
  }
  return *table;
}

Json evidence_schema() {
  Json rows = Json::array();
  for (const EvidenceGroup& group : evidence()) {
    for (const EvidenceRow& row : group.rows) {
      rows.push_back(evidence_name(row.number));
    }
  }
  return {{"type", "array"}, {"items", {{"enum", rows}}}, {"minItems", 1}, {"uniqueItems", true}};
}

Json observed_schema() {
  return {{"type", "object"},
          {"patternProperties", {{"^[a-z0-9_]+$", with_source({{"type", "number"}}, true)}}},
          {"additionalProperties", false}};
}

Json kind_schema(ScenarioKind kind) {
  Json schema = {{"title", "a file of kind " + std::string(name_of(kind))},
                 {"type", "object"},
                 {"properties",
                  {{"kind", {{"enum", {name_of(kind)}}}}, {"title", text()}, {"question", text()}}},
                 {"required", {"kind"}},
                 {"additionalProperties", false}};
  Json& properties = schema["properties"];
  const bool stands_alone = kind == ScenarioKind::place || kind == ScenarioKind::member;
  if (!stands_alone) {
    properties["extends"] = text();
  }
  if (kind == ScenarioKind::base || kind == ScenarioKind::laboratory) {
    properties["place"] = text();
  }
  if (kind == ScenarioKind::policy) {
    properties["evidence"] = evidence_schema();
    schema["required"].push_back("extends");
  }
  if (kind == ScenarioKind::place) {
    properties["observed"] = observed_schema();
  }
  for (const Parameter& parameter : parameter_registry()) {
    if (may_stand_in(kind, parameter)) {
      Json& table = table_at(schema, table_of(parameter.name));
      table["properties"][std::string(key_of(parameter.name))] = setting_schema(kind, parameter);
    }
  }
  return schema;
}

}  // namespace

std::string scenario_schema() {
  Json schema = {{"$schema", "http://json-schema.org/draft-04/schema#"},
                 {"title", "A scenario file of stepdown"},
                 {"description", "Written by `stepdown schema`; do not edit."},
                 {"oneOf", Json::array()},
                 {"definitions", Json::object()}};
  for (const ScenarioKind kind : kinds) {
    schema["oneOf"].push_back(reference("file_" + std::string(name_of(kind))));
    schema["definitions"]["file_" + std::string(name_of(kind))] = kind_schema(kind);
  }
  for (const Parameter& parameter : parameter_registry()) {
    schema["definitions"][std::string(parameter.name)] = value_schema(parameter);
  }
  return schema.dump(1) + '\n';
}

}  // namespace stepdown
