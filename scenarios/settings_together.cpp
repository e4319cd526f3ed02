#include "scenarios/settings_together.h"

#include <utility>

#include "scenarios/parameter_words.h"

namespace stepdown {

double SettingsTogether::number(std::string_view name) const {
  return std::get<double>(layers_.of(name).setting.value);
}

const NumberList& SettingsTogether::list(std::string_view name) const {
  return std::get<NumberList>(layers_.of(name).setting.value);
}

bool SettingsTogether::is(std::string_view option, std::string_view answer) const {
  const Setting& setting = layers_.of(option).setting;
  return setting.parameter->choices[std::get<Choice>(setting.value).index] == answer;
}

bool SettingsTogether::is_given(std::string_view name) const {
  return layers_.of(name).setting.origin.giver != Origin::Giver::registry;
}

std::string SettingsTogether::shown(std::string_view name) const {
  const Setting& setting = layers_.of(name).setting;
  return written(*setting.parameter, setting.value);
}

std::string SettingsTogether::written_out(Names names) const {
  std::string text;
  for (const std::string_view name : names) {
    text += (text.empty() ? "" : ", ") + std::string(key_of(name)) + " = " + shown(name);
  }
  return text;
}

void SettingsTogether::note(Severity severity, Names names, std::string message,
                            std::string suggestion) {
  Problem problem;
  for (const std::string_view name : names) {
    if (layers_.is_in_doubt(name)) {
      return;
    }
    if (is_given(name)) {
      problem = layers_.of(name).where;
    }
  }
  problem.severity = severity;
  problem.fault = Fault::senseless_together;
  problem.message = std::move(message);
  problem.suggestion = std::move(suggestion);
  problems_.push_back(std::move(problem));
}

void SettingsTogether::want_order(Severity severity, std::string_view low, std::string_view high,
                                  const std::string& consequence) {
  if (number(low) > number(high)) {
    note(severity, {low, high},
         "`" + std::string(low) + "` is above `" + std::string(high) + "`: " + consequence,
         written_out({low, high}));
  }
}

}  // namespace stepdown
