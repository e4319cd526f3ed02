#include "cli/progress.h"

#include <sys/ioctl.h>
#include <unistd.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>
#include <ostream>

#include "analysis/rounding.h"
#include "analysis/summary.h"
#include "cli/terminal.h"

namespace stepdown {
namespace {

constexpr std::string_view clear_line = "\r\x1b[K";

// Whether the runs done have just passed a full one of `parts` parts of the total.
bool passes_a_part(std::size_t done, std::size_t total, std::size_t parts) {
  return done * parts / total > (done - 1) * parts / total;
}

nlohmann::ordered_json number_or_null(double value) {
  return std::isfinite(value) ? nlohmann::ordered_json(value) : nlohmann::ordered_json();
}

}  // namespace

ProgressStyle progress_style(const std::string& asked) {
  if (asked == "auto") {
    return stderr_is_a_terminal() ? ProgressStyle::live : ProgressStyle::lines;
  }
  return asked == "json" ? ProgressStyle::json : ProgressStyle::none;
}

std::size_t width_of_stderr() {
  winsize size{};
  const bool known = ::ioctl(STDERR_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0;
  return known ? size.ws_col : 80;
}

void RunningMean::add(double value) {
  ++count;
  const double from_old_mean = value - mean;
  mean += from_old_mean / static_cast<double>(count);
  squares += from_old_mean * (value - mean);
}

double RunningMean::half_width() const {
  const double variance = squares / static_cast<double>(count - 1);
  return half_width_of_mean(std::sqrt(variance), count, 0.95);
}

std::string duration_in_words(double seconds) {
  const auto whole = static_cast<long long>(std::ceil(seconds));
  if (whole < 60) {
    return std::to_string(whole) + " s";
  }
  if (whole < 3600) {
    return std::to_string(whole / 60) + " min " + std::to_string(whole % 60) + " s";
  }
  return std::to_string(whole / 3600) + " h " + std::to_string(whole % 3600 / 60) + " min";
}

ProgressDisplay::ProgressDisplay(ProgressStyle style, std::ostream& out,
                                 std::optional<WatchedNumber> watched, std::size_t width)
    : style_(style), out_(out), watched_(std::move(watched)), width_(width) {}

ProgressDisplay::~ProgressDisplay() {
  if (line_is_open_) {
    out_ << clear_line << std::flush;
  }
}

void ProgressDisplay::run_finished(const FinishedRun& run, std::size_t done, std::size_t total) {
  watch(run);
  switch (style_) {
    case ProgressStyle::live:
      tell_live(done, total);
      break;
    case ProgressStyle::lines:
      tell_line(done, total);
      break;
    case ProgressStyle::json:
      tell_json(done, total);
      break;
    case ProgressStyle::none:
      break;
  }
}

void ProgressDisplay::go_on_from(std::size_t saved, std::size_t total) {
  saved_before_ = saved;
  if (style_ == ProgressStyle::json) {
    out_ << nlohmann::ordered_json{{"saved_before", saved}, {"total", total}}.dump() << '\n';
  } else if (style_ != ProgressStyle::none) {
    out_ << "going on from " << saved << " saved runs of " << total << '\n';
  }
  out_ << std::flush;
}

void ProgressDisplay::watch(const FinishedRun& run) {
  if (!watched_ || !run.outcomes[watched_->scenario]) {
    return;
  }
  double value = run.outcomes[watched_->scenario]->of_run[watched_->column];
  if (watched_->baseline) {
    const std::optional<Outcomes>& baseline = run.outcomes[*watched_->baseline];
    value = baseline ? value - baseline->of_run[watched_->column] : std::nan("");
  }
  if (!std::isnan(value)) {
    mean_.add(value);
  }
}

std::string ProgressDisplay::estimate() const {
  if (mean_.count < 2) {
    return {};
  }
  const double grain = grain_of(2 * mean_.half_width());
  return "; " + watched_->label + ' ' + rounded(mean_.mean, grain) + " +- " +
         rounded(mean_.half_width(), grain);
}

double ProgressDisplay::seconds_left(std::size_t done, std::size_t total) const {
  const std::chrono::duration<double> passed = Clock::now() - start_;
  return passed.count() * static_cast<double>(total - done) /
         static_cast<double>(done - saved_before_);
}

void ProgressDisplay::tell_live(std::size_t done, std::size_t total) {
  // More often than the eye can follow would cost more than short runs do.
  constexpr std::chrono::milliseconds pause(100);
  if (done < total && Clock::now() - last_told_ < pause) {
    return;
  }
  last_told_ = Clock::now();
  const std::string text = std::to_string(done) + '/' + std::to_string(total) + " runs, " +
                           duration_in_words(seconds_left(done, total)) + " left" + estimate();
  out_ << clear_line << text.substr(0, width_ - 1) << std::flush;
  line_is_open_ = true;
}

void ProgressDisplay::tell_line(std::size_t done, std::size_t total) {
  if (passes_a_part(done, total, 10)) {
    out_ << std::to_string(100 * done / total) << "% " << std::to_string(done) << '/'
         << std::to_string(total) << " runs, " << duration_in_words(seconds_left(done, total))
         << " left" << estimate() << '\n'
         << std::flush;
  }
}

void ProgressDisplay::tell_json(std::size_t done, std::size_t total) {
  if (!passes_a_part(done, total, 100)) {
    return;
  }
  nlohmann::ordered_json object = {
      {"done", done}, {"total", total}, {"seconds_left", seconds_left(done, total)}};
  if (mean_.count > 0) {
    object["watched"] = watched_->label;
    object["mean"] = mean_.mean;
    object["half_width"] = number_or_null(mean_.count < 2 ? std::nan("") : mean_.half_width());
  }
  out_ << object.dump() << '\n' << std::flush;
}

}  // namespace stepdown
