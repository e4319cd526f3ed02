#include "analysis/summary_csv.h"

#include <array>
#include <cerrno>
#include <charconv>
#include <cmath>
#include <fstream>
#include <string>
#include <system_error>
#include <vector>

#include "analysis/paired_difference.h"
#include "analysis/published_file.h"
#include "analysis/summary.h"

namespace stepdown {
namespace {

constexpr std::string_view header =
    "kind,measure,unit,scenario,baseline,runs,missing,mean,mean_95_low,mean_95_high,p05,p95,"
    "runs_higher,runs_lower,runs_equal,verdict\n";

std::string exact(double value) {
  if (std::isnan(value)) {
    return {};
  }
  std::array<char, 32> text;
  const auto end = std::to_chars(text.data(), text.data() + text.size(), value).ptr;
  return {text.data(), end};
}

// Names of files may hold commas and quotes.
std::string cell(std::string_view text) {
  if (text.find_first_of(",\"\n\r") == std::string_view::npos) {
    return std::string(text);
  }
  std::string quoted = "\"";
  for (const char c : text) {
    quoted += c == '"' ? "\"\"" : std::string(1, c);
  }
  return quoted + '"';
}

void write_summary(const Summary& summary, std::ostream& out) {
  out << summary.runs << ',' << summary.missing << ',' << exact(summary.mean) << ','
      << exact(summary.mean_low()) << ',' << exact(summary.mean_high()) << ',' << exact(summary.low)
      << ',' << exact(summary.high);
}

void write_own_values(const OutcomeFile& outcomes, const Measure& measure, std::ostream& out) {
  const auto values = outcomes.values(measure.name);
  for (std::size_t s = 0; s < values.size(); ++s) {
    out << "value," << measure.name << ',' << cell(measure.unit) << ','
        << cell(outcomes.scenarios()[s]) << ",,";
    write_summary(summarise(values[s]), out);
    out << ",,,,\n";
  }
}

void write_differences(const OutcomeFile& outcomes, const Measure& measure, std::ostream& out) {
  const auto values = outcomes.values(measure.name);
  for (std::size_t s = 0; s < values.size(); ++s) {
    for (std::size_t b = 0; b < values.size(); ++b) {
      if (s == b) {
        continue;
      }
      const PairedDifference difference = paired_difference(values[b], values[s]);
      out << "difference," << measure.name << ',' << cell(measure.unit) << ','
          << cell(outcomes.scenarios()[s]) << ',' << cell(outcomes.scenarios()[b]) << ',';
      write_summary(difference.over_runs, out);
      out << ',' << difference.higher << ',' << difference.lower << ',' << difference.equal << ','
          << name_of(difference.verdict) << '\n';
    }
  }
}

}  // namespace

void write_summary_csv(const OutcomeFile& outcomes, std::ostream& out,
                       std::span<const Measure> measures) {
  out << header;
  for (const Measure& measure : measures) {
    write_own_values(outcomes, measure, out);
  }
  for (const Measure& measure : measures) {
    write_differences(outcomes, measure, out);
  }
}

void publish_summary_csv(const OutcomeFile& outcomes, const std::filesystem::path& path,
                         std::span<const Measure> measures) {
  PublishedFile file(path);
  errno = 0;
  std::ofstream out(file.temporary(), std::ios::binary);
  write_summary_csv(outcomes, out, measures);
  out.close();
  if (!out) {
    throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                            "cannot write " + path.string());
  }
  file.publish();
}

}  // namespace stepdown
