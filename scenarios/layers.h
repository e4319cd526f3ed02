#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/parameters/registry.h"
#include "scenarios/setting.h"

namespace stepdown {

/// The parameters as layers of settings resolve them, the registry's initial values lowest: the
/// last layer that gives a value wins, and each value remembers who gave it.
class Layers {
 public:
  Layers();

  /// One file or all of `--set`. A setting of an earlier layer whose option this layer answers
  /// differently means nothing any more and goes back to the registry's initial value.
  void add(const GivenSettings& layer);

  /// The settings given although their option has another answer, each as a problem where it was
  /// given, and taken back to the registry's initial value. None for an option in doubt.
  std::vector<Problem> take_back_orphans();

  /// Whether a layer tried to set this name, or one like it, and failed: its value is not what was
  /// meant.
  bool is_in_doubt(std::string_view name) const;

  const GivenSetting& of(std::string_view name) const;
  std::vector<Setting> settings() const;
  ModelParameters parameters() const;

 private:
  GivenSetting initial(std::size_t i) const;
  std::size_t index_of(std::string_view name) const;
  void doubt(const std::string& name);
  bool means_something(const Parameter& parameter) const;

  std::vector<GivenSetting> all_;  // as the registry, one for each parameter
  std::vector<std::string> in_doubt_;
};

}  // namespace stepdown
