#include "cli/work_progress.h"

#include <nlohmann/json.hpp>
#include <ostream>
#include <utility>

namespace stepdown {
namespace {

constexpr const char* clear_line = "\r\033[K";

bool passes_a_part(std::size_t before, std::size_t done, std::size_t in_all, std::size_t parts) {
  return done * parts / in_all != before * parts / in_all;
}

}  // namespace

WorkProgress::WorkProgress(ProgressStyle style, std::ostream& out, std::string unit,
                           std::size_t width)
    : style_(style), out_(out), unit_(std::move(unit)), width_(width) {}

WorkProgress::~WorkProgress() {
  if (line_is_open_) {
    out_ << clear_line << std::flush;
  }
}

void WorkProgress::tell(const std::string& step, std::size_t done, std::size_t in_all) {
  if (style_ == ProgressStyle::none) {
    return;
  }
  const bool is_new = step != step_;
  step_ = step;
  // Time is counted from the first of these that was done here: what was saved before took none.
  if (in_all > 0 && (!has_begun_ || done < first_done_)) {
    has_begun_ = true;
    first_done_ = told_ = done;
    begun_ = ProgressDisplay::Clock::now();
  }
  if (style_ == ProgressStyle::live) {
    tell_live(done, in_all);
  } else if (style_ == ProgressStyle::json) {
    tell_json(done, in_all, is_new);
  } else {
    tell_line(done, in_all, is_new);
  }
}

double WorkProgress::seconds_left(std::size_t done, std::size_t in_all) const {
  const std::chrono::duration<double> passed = ProgressDisplay::Clock::now() - begun_;
  return passed.count() * static_cast<double>(in_all - done) /
         static_cast<double>(done - first_done_);
}

std::string WorkProgress::words(std::size_t done, std::size_t in_all) const {
  if (in_all == 0) {
    return step_;
  }
  std::string text =
      step_ + ": " + std::to_string(done) + '/' + std::to_string(in_all) + ' ' + unit_;
  if (done > first_done_ && done < in_all) {
    text += ", " + duration_in_words(seconds_left(done, in_all)) + " left";
  }
  return text;
}

void WorkProgress::tell_live(std::size_t done, std::size_t in_all) {
  constexpr std::chrono::milliseconds pause(100);
  if (ProgressDisplay::Clock::now() - last_told_ < pause) {
    return;
  }
  last_told_ = ProgressDisplay::Clock::now();
  out_ << clear_line << words(done, in_all).substr(0, width_ - 1) << std::flush;
  line_is_open_ = true;
}

void WorkProgress::tell_line(std::size_t done, std::size_t in_all, bool is_new) {
  if (is_new || (in_all > 0 && passes_a_part(told_, done, in_all, 10))) {
    out_ << words(done, in_all) << '\n' << std::flush;
    told_ = done;
  }
}

void WorkProgress::tell_json(std::size_t done, std::size_t in_all, bool is_new) {
  if (!is_new && (in_all == 0 || !passes_a_part(told_, done, in_all, 100))) {
    return;
  }
  told_ = done;
  nlohmann::ordered_json object = {{"step", step_}};
  if (in_all > 0) {
    object["done"] = done;
    object["total"] = in_all;
    object["seconds_left"] = done > first_done_ ? nlohmann::ordered_json(seconds_left(done, in_all))
                                                : nlohmann::ordered_json();
  }
  out_ << object.dump() << '\n' << std::flush;
}

}  // namespace stepdown
