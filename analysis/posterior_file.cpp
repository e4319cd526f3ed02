#include "analysis/posterior_file.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <functional>
#include <iterator>
#include <numeric>
#include <stdexcept>
#include <string_view>

#include "analysis/hdf5_output.h"
#include "analysis/opened_hdf5.h"
#include "analysis/published_file.h"
#include "analysis/unusable_results.h"
#include "model/contract.h"
#include "model/parameters/registry.h"
#include "scenarios/parameter_words.h"
#include "scenarios/scenario_kind.h"
#include "scenarios/setting_check.h"

namespace stepdown {
namespace {

constexpr std::string_view format_of_any_age = "stepdown posterior ";
constexpr const char* format = "stepdown posterior 1";
constexpr const char* made_by = "`stepdown calibrate` writes such draws as posterior.h5";
// More than any calibration finds; a file that claims more is damaged, or means ill.
constexpr std::uint64_t most_values = 50'000'000;

struct TextOfPosterior {
  const char* attribute;
  std::string Posterior::*text;
};

constexpr TextOfPosterior texts[] = {{"place", &Posterior::place},
                                     {"place_title", &Posterior::place_title},
                                     {"version", &Posterior::version},
                                     {"command", &Posterior::command},
                                     {"targets", &Posterior::targets}};

/// What keeps one draw from being run, or nothing.
std::string fault_of(const Parameter& parameter, double value) {
  const std::string name(parameter.name);
  if (!std::isfinite(value)) {
    return "has no number for " + name;
  }
  if (value < parameter.bounds.low || value > parameter.bounds.high) {
    return "has " + written(parameter, value) + " for " + name + ", which may be " +
           range_in_words(parameter);
  }
  if (parameter.kind == Kind::whole && std::floor(value) != value) {
    return "has " + name + " = " + std::to_string(value) + ", which comes in whole numbers";
  }
  return "";
}

std::string fault_of(const std::string& name) {
  const Parameter* parameter = find_parameter(name);
  if (parameter == nullptr) {
    const auto similar = similar_parameter(name);
    return "has a setting that this program does not know: " + name +
           (similar ? " (similar: " + std::string(*similar) + ')' : "");
  }
  if (parameter->kind == Kind::choice || parameter->kind == Kind::list) {
    return "has numbers for " + name + ", which is not one number";
  }
  if (!may_stand_in(ScenarioKind::fit, *parameter)) {
    return "has draws of " + name + ", which is a " + std::string(name_of(parameter->role)) +
           " and is not fitted";
  }
  return "";
}

std::string fault_of(const Posterior& posterior) {
  if (posterior.place.empty()) {
    return "does not say which authority's figures the draws fit";
  }
  if (posterior.draws.empty() || posterior.parameters.empty()) {
    return "has no draw in it";
  }
  for (auto name = posterior.parameters.begin(); name != posterior.parameters.end(); ++name) {
    if (std::string fault = fault_of(*name); !fault.empty()) {
      return fault;
    }
    if (std::find(posterior.parameters.begin(), name, *name) != name) {
      return "has the setting " + *name + " twice";
    }
  }
  for (std::size_t draw = 0; draw < posterior.draws.size(); ++draw) {
    for (std::size_t i = 0; i < posterior.parameters.size(); ++i) {
      const Parameter& parameter = *find_parameter(posterior.parameters[i]);
      if (std::string fault = fault_of(parameter, posterior.draws[draw][i]); !fault.empty()) {
        return fault + " (draw " + std::to_string(draw + 1) + ')';
      }
    }
  }
  return "";
}

std::vector<std::string> units_of(const std::vector<std::string>& parameters) {
  std::vector<std::string> units;
  std::ranges::transform(parameters, std::back_inserter(units), [](const std::string& name) {
    return std::string(name_of(find_parameter(name)->unit));
  });
  return units;
}

std::vector<double> in_a_row(const Posterior& posterior) {
  std::vector<double> values;
  for (const std::vector<double>& draw : posterior.draws) {
    expects(draw.size() == posterior.parameters.size(), "a draw has a value for each parameter");
    values.insert(values.end(), draw.begin(), draw.end());
  }
  return values;
}

void write_scales(Hdf5Output& file, const Posterior& posterior) {
  std::vector<std::int64_t> numbers(posterior.draws.size());
  std::iota(numbers.begin(), numbers.end(), 1);
  const Extent extent{numbers.size()};
  file.add_pieces("draw", Hdf5Output::Kind::whole, extent, {false}, extent);
  file.write("draw", 0, numbers);
  file.set_texts("draw", {{"units", "1"}, {"long_name", "number of the draw, as after --draw"}});
  file.add_texts("parameter", {posterior.parameters.size()}, posterior.parameters);
  file.set_texts("parameter", {{"long_name", "setting, as in a scenario file"}});
  for (const char* scale : {"draw", "parameter"}) {
    file.become_scale(scale);
  }
}

void check_format(const Hdf5Input& file, const std::filesystem::path& path) {
  if (file.has("/", "stepdown_format")) {
    throw UnusableResults(path, "holds results, not draws that fit an authority's figures",
                          "`stepdown report " + path.string() + "` shows them; " + made_by);
  }
  if (!is_posterior(file)) {
    throw UnusableResults(path, "is an HDF5 file, but stepdown did not write draws into it",
                          made_by);
  }
  const std::string found = file.text("/", "format");
  if (found != format) {
    const std::string version = file.has("/", "version") ? file.text("/", "version") : "unknown";
    throw UnusableResults(path,
                          "is in the format \"" + found + "\", written by stepdown " + version +
                              "; this program reads \"" + format + '"',
                          "read it with that version, or calibrate again with this one");
  }
}

[[noreturn]] void refuse_as_damaged(const std::filesystem::path& path) {
  throw UnusableResults(path, "is damaged: its parts do not fit together",
                        "copy it again, or make it again with the command it was made with");
}

Posterior read(const Hdf5Input& file, const std::filesystem::path& path) {
  Posterior posterior;
  for (const TextOfPosterior& kept : texts) {
    posterior.*kept.text = file.text("/", kept.attribute);
  }
  const Extent extent = file.extent("value");
  const Extent named = file.extent("parameter");
  if (extent.size() != 2 || named.size() != 1 || named[0] != extent[1] || extent[0] > most_values ||
      extent[1] > most_values || extent[0] * extent[1] > most_values) {
    refuse_as_damaged(path);
  }
  posterior.parameters = file.texts("parameter");
  const std::vector<double> values = file.reals("value");
  const auto columns = static_cast<std::ptrdiff_t>(extent[1]);
  for (std::size_t draw = 0; draw < extent[0]; ++draw) {
    const auto first = values.begin() + static_cast<std::ptrdiff_t>(draw) * columns;
    posterior.draws.emplace_back(first, first + columns);
  }
  return posterior;
}

}  // namespace

bool is_posterior(const Hdf5Input& file) {
  return file.has("/", "format") && file.text("/", "format").starts_with(format_of_any_age);
}

void write_posterior(const Posterior& posterior, const std::filesystem::path& path) {
  if (const std::string fault = fault_of(posterior); !fault.empty()) {
    throw std::invalid_argument("a posterior that cannot be run " + fault);
  }
  PublishedFile published(path);
  Hdf5Output file(published.temporary(), "write " + path.string());
  file.set_texts("/", {{"Conventions", "CF-1.8"},
                       {"title", "Values that fit the figures of " + posterior.place_title},
                       {"format", format}});
  for (const TextOfPosterior& kept : texts) {
    file.set_texts("/", {{kept.attribute, posterior.*kept.text}});
  }
  write_scales(file, posterior);
  const Extent extent{posterior.draws.size(), posterior.parameters.size()};
  file.add_reals("value", extent, in_a_row(posterior));
  file.set_texts("value", {{"units", "as in parameter_unit"},
                           {"long_name", "value of the setting in the draw"}});
  file.set_scales("value", {"draw", "parameter"});
  file.add_texts("parameter_unit", {posterior.parameters.size()}, units_of(posterior.parameters));
  file.set_texts("parameter_unit", {{"long_name", "unit of the setting"}});
  file.set_scales("parameter_unit", {"parameter"});
  file.set_users("draw", {{"value", 0}});
  file.set_users("parameter", {{"value", 1}, {"parameter_unit", 0}});
  file.close();
  published.publish();
}

Posterior read_posterior(const std::filesystem::path& path) {
  const auto file = opened_hdf5(path, {"a file of draws", made_by, "posterior.h5"});
  Posterior posterior;
  try {
    check_format(*file, path);
    posterior = read(*file, path);
  } catch (const UnusableResults&) {
    throw;
  } catch (const std::system_error&) {
    refuse_as_damaged(path);
  }
  if (const std::string fault = fault_of(posterior); !fault.empty()) {
    throw UnusableResults(path, fault,
                          "the draws were found with another version or changed since; calibrate "
                          "again with this program (" STEPDOWN_VERSION ")");
  }
  return posterior;
}

}  // namespace stepdown
