#include "analysis/study/study_csv.h"

#include <algorithm>
#include <cerrno>
#include <system_error>
#include <utility>

#include "analysis/csv_cell.h"

namespace stepdown {

StudyCsv::StudyCsv(const std::filesystem::path& path, const StudyPlan& plan,
                   std::vector<std::string> scenarios)
    : plan_(plan),
      scenarios_(std::move(scenarios)),
      file_(path),
      out_(file_.temporary(), std::ios::binary) {
  out_ << "point,luck";
  for (const Varied& varied : plan_.varied) {
    out_ << ',' << varied.name();
  }
  out_ << ",scenario,run";
  for (const std::size_t column : KeptMeasures::named(plan_.measures).of_run) {
    out_ << ',' << run_measures()[column].name;
    ++measures_;
  }
  out_ << '\n';
}

void StudyCsv::take(const SavedRun& run) {
  std::string point = std::to_string(run.draw) + ',' + std::to_string(plan_.points[run.draw].luck);
  for (std::size_t i = 0; i < plan_.varied.size(); ++i) {
    const double value = plan_.points[run.draw].values[i];
    const Varied& varied = plan_.varied[i];
    point += ',' + (varied.parameter->kind == Kind::choice ? csv_cell(varied.written(value))
                                                           : csv_number(value));
  }
  for (std::size_t s = 0; s < scenarios_.size(); ++s) {
    out_ << point << ',' << csv_cell(scenarios_[s]) << ',' << run.run;
    for (std::size_t m = 0; m < measures_; ++m) {
      out_ << ',' << (run.outcomes[s] ? csv_number(run.outcomes[s]->of_run[m]) : std::string());
    }
    out_ << '\n';
  }
}

void StudyCsv::finish() {
  errno = 0;
  out_.close();
  if (!out_) {
    throw std::system_error(errno == 0 ? EIO : errno, std::generic_category(),
                            "cannot write " + file_.path().string());
  }
  file_.publish();
}

}  // namespace stepdown
