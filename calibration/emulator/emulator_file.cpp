#include "calibration/emulator/emulator_file.h"

#include <algorithm>
#include <cmath>
#include <sstream>
#include <stdexcept>
#include <utility>

#include "analysis/digest.h"
#include "analysis/hdf5_input.h"
#include "analysis/hdf5_output.h"
#include "analysis/opened_hdf5.h"
#include "analysis/published_file.h"
#include "model/outcomes/outcomes.h"
#include "model/parameters/registry.h"

namespace stepdown {
namespace {

constexpr const char* format = "stepdown emulator 1";
constexpr std::uint64_t piece_rows = 64;
// In the order of the columns of /inputs/numbers and /measures/numbers.
constexpr std::size_t input_numbers = 5;
constexpr std::size_t measure_numbers = 9;

std::vector<double> in_single_precision(std::vector<double> values) {
  for (double& each : values) {
    each = static_cast<float>(each);
  }
  return values;
}

void add_table(Hdf5Output& file, const std::string& name, std::uint64_t rows, std::uint64_t columns,
               const std::vector<double>& values) {
  const Extent extent{rows, columns};
  const std::vector<double> rounded = in_single_precision(values);
  file.add_pieces(name, Hdf5Output::Kind::real, extent, {false, false},
                  {std::min(rows, piece_rows), columns});
  file.write(name, {0, 0}, extent, extent, rounded.data());
}

void write_inputs(Hdf5Output& file, const Emulator& emulator) {
  std::vector<std::string> names;
  std::vector<double> numbers;
  for (const Input& input : emulator.inputs()) {
    names.emplace_back(input.name());
    numbers.insert(numbers.end(), {input.number.bounds.low, input.number.bounds.high, input.sd,
                                   input.per_10000 ? 1.0 : 0.0, input.centre});
  }
  file.add_group("/inputs", {});
  file.add_texts("/inputs/names", {names.size()}, names);
  file.add_reals("/inputs/numbers", {names.size(), input_numbers}, numbers);
}

void write_measure(Hdf5Output& file, const MeasureEmulator& measure, std::size_t subset) {
  const std::string group = "/measures/" + measure.name;
  const Smoothness& smoothness = measure.mean.smoothness();
  file.add_group(group, {});
  file.add_reals(
      group + "/numbers", {measure_numbers},
      {smoothness.sd, smoothness.extra_noise_sd, measure.mean.variance_factor(),
       measure.least_log_variance, measure.greatest_log_variance, measure.quality.explained,
       measure.quality.error, measure.quality.coverage_90, measure.discrepancy});
  file.add_reals(group + "/lengths", {smoothness.lengths.size()}, smoothness.lengths);
  file.add_reals(group + "/trend", {measure.mean.trend().size()}, measure.mean.trend());
  file.add_reals(group + "/log_run_variance", {measure.log_run_variance.size()},
                 measure.log_run_variance);
  const Table& points = measure.mean.points();
  add_table(file, group + "/weights", points.rows, 1, measure.mean.weights());
  std::vector<double> noise = measure.noise_variances;
  noise.resize(std::min(subset, noise.size()));
  add_table(file, group + "/noise_variances", noise.size(), 1, noise);
}

void check_that_it_fits(bool fits) {
  if (!fits) {
    throw std::runtime_error("it is damaged: its parts do not fit together");
  }
}

Input read_input(const std::string& name, const double* numbers) {
  const Parameter* const parameter = find_parameter(name);
  if (!parameter) {
    throw std::runtime_error("it moves `" + name + "`, which this version does not know");
  }
  return {{parameter, {numbers[0], numbers[1]}}, numbers[2], numbers[3] > 0, numbers[4]};
}

MeasureScale scale_of(const std::string& name) {
  const auto measures = run_measures();
  const auto measure = std::ranges::find(measures, std::string_view(name), &Measure::name);
  if (measure == measures.end()) {
    throw std::runtime_error("it emulates `" + name + "`, which this version does not know");
  }
  return MeasureScale::of(*measure);
}

MeasureEmulator read_measure(const Hdf5Input& file, const std::string& name, const Table& points) {
  const std::string group = "/measures/" + name;
  std::vector<double> numbers = file.reals(group + "/numbers");
  std::vector<double> lengths = file.reals(group + "/lengths");
  std::vector<double> trend = file.reals(group + "/trend");
  std::vector<double> weights = file.reals(group + "/weights");
  std::vector<double> noise = file.reals(group + "/noise_variances");
  std::vector<double> log_run_variance = file.reals(group + "/log_run_variance");
  const std::size_t subset = noise.size();
  check_that_it_fits(numbers.size() == measure_numbers && lengths.size() == points.columns &&
                     trend.size() == 1 + 2 * points.columns && weights.size() == points.rows &&
                     subset <= points.rows && log_run_variance.size() == 1 + points.columns &&
                     numbers[3] <= numbers[4]);
  for (const auto* values : {&numbers, &lengths, &trend, &weights, &noise, &log_run_variance}) {
    check_that_it_fits(
        std::ranges::all_of(*values, [](double each) { return std::isfinite(each); }));
  }
  check_that_it_fits(std::ranges::all_of(lengths, [](double each) { return each > 0; }) &&
                     std::ranges::all_of(noise, [](double each) { return each >= 0; }));
  GaussianProcess mean(points, {std::move(lengths), numbers[0], numbers[1]}, std::move(trend),
                       std::move(weights), noise, subset, numbers[2]);
  return {name,
          scale_of(name),
          std::move(mean),
          std::move(noise),
          std::move(log_run_variance),
          numbers[3],
          numbers[4],
          {numbers[5], numbers[6], numbers[7]},
          numbers[8]};
}

KeptEmulator read_from(const Hdf5Input& file) {
  if (!file.has("/", "format") || file.text("/", "format") != format) {
    throw std::runtime_error("it is no emulator of this version");
  }
  const std::vector<std::string> names = file.texts("/inputs/names");
  const std::vector<double> numbers = file.reals("/inputs/numbers");
  check_that_it_fits(!names.empty() && numbers.size() == names.size() * input_numbers);
  std::vector<Input> inputs;
  for (std::size_t i = 0; i < names.size(); ++i) {
    inputs.push_back(read_input(names[i], numbers.data() + i * input_numbers));
  }
  std::vector<MeasureEmulator> measures;
  for (const std::string& name : file.texts("/measure_names")) {
    const std::string at = "/points/" + file.text("/measures/" + name, "points");
    const Extent extent = file.extent(at);
    check_that_it_fits(extent.size() == 2 && extent[0] > 0 && extent[1] == inputs.size());
    Table points;
    points.rows = extent[0];
    points.columns = extent[1];
    points.values = file.reals(at);
    measures.push_back(read_measure(file, name, points));
  }
  const std::vector<double> children = file.reals("/children");
  check_that_it_fits(children.size() == 1 && children[0] > 0);
  return {Emulator(std::move(inputs), children[0], std::move(measures)),
          file.text("/", "base"),
          file.text("/", "version"),
          file.text("/", "command"),
          file.whole("/", "seed"),
          file.whole("/", "points"),
          file.whole("/", "runs"),
          file.whole("/", "failed")};
}

}  // namespace

void write_emulator(const KeptEmulator& kept, const std::filesystem::path& path) {
  PublishedFile published(path);
  Hdf5Output file(published.temporary(), "write " + path.string());
  file.set_texts("/", {{"format", format},
                       {"base", kept.base},
                       {"version", kept.version},
                       {"command", kept.command}});
  file.set_whole("/", "seed", kept.seed);
  file.set_whole("/", "points", kept.points);
  file.set_whole("/", "runs", kept.runs);
  file.set_whole("/", "failed", kept.failed);
  file.add_reals("/children", {1}, {kept.emulator.children()});
  write_inputs(file, kept.emulator);
  std::vector<std::string> names;
  std::ranges::transform(kept.emulator.measures(), std::back_inserter(names),
                         &MeasureEmulator::name);
  file.add_texts("/measure_names", {names.size()}, names);
  file.add_group("/measures", {});
  file.add_group("/points", {});
  // Most measures have a value at every point and share one table of points.
  std::vector<const Table*> tables;
  for (const MeasureEmulator& measure : kept.emulator.measures()) {
    const Table& points = measure.mean.points();
    auto known = std::ranges::find_if(
        tables, [&](const Table* each) { return each->values == points.values; });
    if (known == tables.end()) {
      add_table(file, "/points/" + std::to_string(tables.size()), points.rows, points.columns,
                points.values);
      tables.push_back(&points);
      known = tables.end() - 1;
    }
    write_measure(file, measure, measure.mean.subset());
    file.set_texts("/measures/" + measure.name,
                   {{"points", std::to_string(known - tables.begin())}});
  }
  file.close();
  published.publish();
}

KeptEmulator read_emulator(const std::filesystem::path& path) {
  const auto file = opened_hdf5(
      path, {"an emulator", "`stepdown train` makes one as emulator.h5", "emulator.h5"});
  try {
    return read_from(*file);
  } catch (const std::logic_error&) {
    check_that_it_fits(false);
    throw;
  }
}

KeptEmulator built_in_emulator() {
  return read_from(Hdf5Input::of_bytes(embedded_emulator(), "read the emulator built in"));
}

std::string digest_of_base(const ModelParameters& base, const std::vector<Input>& inputs) {
  std::ostringstream text;
  for (const Parameter& parameter : parameter_registry()) {
    const bool is_input = std::ranges::any_of(
        inputs, [&](const Input& input) { return input.number.parameter == &parameter; });
    const bool is_size =
        parameter.name == "population.children" || parameter.name == "workforce.social_workers" ||
        parameter.name == "horizon.years" || parameter.name == "horizon.start_year";
    const bool is_unused =
        parameter.name.starts_with("laboratory.") || parameter.name.starts_with("cost.");
    if (!is_input && !is_size && !is_unused) {
      text << parameter.name << " = " << written(parameter, parameter.get(base)) << '\n';
    }
  }
  return digest_of(text.str());
}

}  // namespace stepdown
