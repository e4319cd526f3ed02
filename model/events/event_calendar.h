#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <vector>

namespace stepdown {

/// The next event of each slot (a family, a post) and which of them is the earliest: by exact time,
/// of equal times the lower slot, whatever was scheduled when. Times are days and may be negative;
/// +infinity is "no event". A copy is independent. Not a number as a time, or a slot that is not
/// there, breaks the contract.
///
/// A period that begins with the earliest event is cut into pages of equal length. A slot is noted
/// on the page of its day, and what falls after the period is looked for when the next one begins.
/// A note is not taken back when the slot gets another time: it is passed over when its page is
/// opened. The length of a period follows the events, their order does not depend on it. The
/// alternatives it was chosen over, and the measurement, are in bench/event_calendar_bench.cpp.
class EventCalendar {
 public:
  struct Next {
    double time = std::numeric_limits<double>::infinity();
    std::uint32_t slot = 0;

    bool operator==(const Next&) const = default;
  };

  explicit EventCalendar(std::size_t slots = 0) { resize(slots); }

  /// New slots have no event; slots that stay keep theirs. Growth by one costs little on average.
  void resize(std::size_t slots);

  /// The number of slots, with and without an event.
  std::size_t size() const { return times_.size(); }
  /// Memory of all slots and pages.
  std::size_t bytes() const {
    return times_.size() * sizeof(double) + (pages_.size() + full_.size()) * sizeof(Page) +
           open_.size() * sizeof(Next);
  }

  /// Replaces what the slot had; +infinity withdraws it.
  void schedule(std::uint32_t slot, double time);

  /// +infinity if the slot has no event.
  double time_of(std::uint32_t slot) const { return times_[slot]; }

  /// Leaves it in the calendar; with no event at all the time is +infinity and the slot means
  /// nothing.
  Next earliest() const { return earliest_; }

  /// A slot that probably comes up so many events after the earliest (1 is the next): worth having
  /// in the cache. At worst a slot that does not, or one of no event.
  std::uint32_t likely(std::size_t after) const {
    return first_ + after < open_.size() ? open_[first_ + after].slot : earliest_.slot;
  }

 private:
  static constexpr std::size_t notes_of_page = 14;

  /// Slots noted for one stretch of the period, in no order; one cache line.
  struct alignas(64) Page {
    std::array<std::uint32_t, notes_of_page> slots;
    std::uint32_t notes = 0;
    /// The page of the same stretch that was filled before it: its place in `full_` plus one; 0 for
    /// none.
    std::uint32_t before = 0;
  };

  struct Note {
    std::uint32_t page;
    std::uint32_t slot;
  };

  /// In pages since the period began; not less than their number for what is on no page.
  double place_of(double time) const { return (time - begin_) * pages_a_day_; }
  void note(Page& page, std::uint32_t slot);
  void put_in_order(Next next);
  void find_earliest();
  void open_page();
  void begin_period();

  std::vector<double> times_;  // of each slot
  std::vector<Page> pages_;
  std::vector<Note> to_note_;
  std::vector<Page> full_;  // what did not fit on a page
  std::vector<Next> open_;  // what was noted on the pages opened so far, in order, from `first_` on
  std::size_t first_ = 0;
  std::size_t most_open_ = 0;  // with more of them a period begins anew
  std::size_t opened_ = 0;     // pages
  double opened_until_ = 0.0;  // the same, to compare places with
  double end_ = 0.0;           // the number of pages; 0 while there is no period
  double begin_ = 0.0;
  double pages_a_day_ = 0.0;
  double length_ = 64.0;  // of the next period, in days
  Next earliest_;
};

}  // namespace stepdown
