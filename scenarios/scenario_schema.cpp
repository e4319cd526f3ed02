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

/// How a setting may be written: as a fact with its source in a place, shorter elsewhere.
std::string fact_called(const Parameter& parameter) {
  return "fact." + std::string(parameter.name);
}
std::string given_called(const Parameter& parameter) {
  return "given." + std::string(parameter.name);
}

void define(Json& definitions, const Parameter& parameter) {
  const std::string name(parameter.name);
  const Json value = reference(name);
  definitions[name] = value_schema(parameter);
  definitions[given_called(parameter)] = {{"anyOf", {value, with_source(value, false)}},
                                          {"description", parameter.doc.text()}};
  if (may_stand_in(ScenarioKind::place, parameter)) {
    definitions[fact_called(parameter)] = with_source(value, true);
    definitions[fact_called(parameter)]["description"] = parameter.doc.text();
  }
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
  Json schema = {{"type", "object"},
                 {"properties",
                  {{"kind", {{"enum", {name_of(kind)}}}}, {"title", text()}, {"question", text()}}},
                 {"required", {"kind"}},
                 {"additionalProperties", false}};
  Json& properties = schema["properties"];
  if (!stands_alone(kind)) {
    properties["extends"] = text();
  }
  if (kind == ScenarioKind::base || kind == ScenarioKind::laboratory || kind == ScenarioKind::fit) {
    properties["place"] = text();
  }
  if (kind == ScenarioKind::fit) {
    schema["required"].push_back("place");
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
      table["properties"][std::string(key_of(parameter.name))] =
          reference(kind == ScenarioKind::place ? fact_called(parameter) : given_called(parameter));
    }
  }
  return schema;
}

Json heading(const std::string& title) {
  return {{"$schema", "http://json-schema.org/draft-04/schema#"},
          {"title", title},
          {"description", "Written by `stepdown schema`; do not edit."}};
}

}  // namespace

std::string scenario_schema() {
  Json schema = heading("A scenario file of stepdown");
  schema["oneOf"] = Json::array();
  schema["definitions"] = Json::object();
  for (const ScenarioKind kind : all_scenario_kinds) {
    const std::string name = "file." + std::string(name_of(kind));
    schema["oneOf"].push_back(reference(name));
    schema["definitions"][name] = kind_schema(kind);
  }
  for (const Parameter& parameter : parameter_registry()) {
    define(schema["definitions"], parameter);
  }
  return schema.dump(1) + '\n';
}

std::string scenario_schema(ScenarioKind kind) {
  Json schema = heading("A " + std::string(name_of(kind)) + " file of stepdown");
  schema.update(kind_schema(kind));
  for (const Parameter& parameter : parameter_registry()) {
    if (may_stand_in(kind, parameter)) {
      define(schema["definitions"], parameter);
    }
  }
  return schema.dump(1) + '\n';
}

}  // namespace stepdown
