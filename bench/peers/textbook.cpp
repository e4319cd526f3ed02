#include <deque>
#include <functional>
#include <queue>
#include <random>
#include <vector>

#include "bench/cpu_time.h"
#include "bench/peers/queue.h"

namespace stepdown {
namespace {

enum class What : std::uint8_t { arrival, service_ends, gives_up };

struct Event {
  double time;
  What what;
  std::uint32_t family;
  bool operator>(const Event& other) const { return time > other.time; }
};

class TextbookQueue {
 public:
  TextbookQueue(const Queue& queue, std::uint64_t seed) : queue_(queue), engine_(seed) {}

  QueueOutcome run() {
    const double end = queue_.warm_up_days + queue_.days;
    plan(exponential(queue_.arrivals_a_day), What::arrival, 0);
    while (!events_.empty() && events_.top().time < end) {
      const Event event = events_.top();
      events_.pop();
      count_time_until(event.time);
      switch (event.what) {
        case What::arrival:
          arrive();
          break;
        case What::service_ends:
          --busy_;
          begin_next();
          break;
        case What::gives_up:
          give_up(event.family);
          break;
      }
    }
    count_time_until(end);
    return {static_cast<double>(abandoned_) / static_cast<double>(counted_),
            queue_days_ / queue_.days, busy_days_ / queue_.days / queue_.places,
            static_cast<double>(waits_.size())};
  }

 private:
  double exponential(double rate) { return std::exponential_distribution<double>(rate)(engine_); }
  void plan(double in_days, What what, std::uint32_t family) {
    events_.push({now_ + in_days, what, family});
  }
  bool counts() const { return now_ >= queue_.warm_up_days; }

  void count_time_until(double time) {
    if (const double from = std::max(now_, queue_.warm_up_days); time > from) {
      queue_days_ += waiting_ * (time - from);
      busy_days_ += busy_ * (time - from);
    }
    now_ = time;
  }

  void arrive() {
    const auto family = static_cast<std::uint32_t>(waits_.size());
    counted_ += counts() ? 1 : 0;
    plan(exponential(queue_.arrivals_a_day), What::arrival, 0);
    waits_.push_back(busy_ == queue_.places);
    if (waits_[family]) {
      ++waiting_;
      line_.push_back(family);
      plan(exponential(queue_.abandon_rate), What::gives_up, family);
    } else {
      begin(family);
    }
  }
  void begin(std::uint32_t family) {
    ++busy_;
    plan(exponential(queue_.service_rate), What::service_ends, family);
  }
  void begin_next() {
    while (!line_.empty()) {
      const std::uint32_t family = line_.front();
      line_.pop_front();
      if (waits_[family]) {  // has not given up
        waits_[family] = false;
        --waiting_;
        begin(family);
        return;
      }
    }
  }
  void give_up(std::uint32_t family) {
    if (waits_[family]) {
      waits_[family] = false;
      --waiting_;
      abandoned_ += counts() ? 1 : 0;
    }
  }

  Queue queue_;
  std::mt19937_64 engine_;
  std::priority_queue<Event, std::vector<Event>, std::greater<>> events_;
  std::deque<std::uint32_t> line_;
  std::vector<bool> waits_;
  double now_ = 0.0;
  int busy_ = 0;
  int waiting_ = 0;
  std::int64_t counted_ = 0;
  std::int64_t abandoned_ = 0;
  double queue_days_ = 0.0;
  double busy_days_ = 0.0;
};

}  // namespace

QueueOutcome textbook_run(const Queue& queue, std::uint64_t seed) {
  QueueOutcome outcome;
  const double seconds = cpu_seconds_of([&] { outcome = TextbookQueue(queue, seed).run(); });
  outcome.seconds = seconds;
  return outcome;
}

}  // namespace stepdown
