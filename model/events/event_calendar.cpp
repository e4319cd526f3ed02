#include "model/events/event_calendar.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>

#include "model/contract.h"

namespace stepdown {
namespace {

constexpr double never = std::numeric_limits<double>::infinity();

// Events in order that stand ready beyond the earliest, so that their rows can be fetched.
constexpr std::size_t kept_ready = 6;
constexpr std::size_t slots_a_page = 10;
constexpr std::size_t least_open = 128;
constexpr double shortest_period = 0x1p-20;
constexpr double longest_period = 0x1p40;

// Four lanes at once; a processor without such registers gets the same results from narrower ones.
using Quad [[gnu::vector_size(32)]] = double;
using QuadBits [[gnu::vector_size(32)]] = long long;

bool comes_before(EventCalendar::Next a, EventCalendar::Next b) {
  return a.time < b.time || (a.time == b.time && a.slot < b.slot);
}

/// Puts each straight where as many come before as there are earlier times: nobody can foresee the
/// order, so comparing one by one would keep a processor waiting. False, and nothing is done, if
/// two have one time or there are too many.
bool rank(std::span<EventCalendar::Next> events) {
  constexpr std::size_t most = 32;
  const std::size_t count = events.size();
  if (count > most) {
    return false;
  }
  std::array<double, most> times;
  std::array<EventCalendar::Next, most> as_found;
  const std::size_t quads = (count + 3) / 4;
  for (std::size_t i = 0; i < 4 * quads; ++i) {
    times[i] = i < count ? events[i].time : never;
  }
  std::ranges::copy(events, as_found.begin());
  std::uint64_t filled = 0;
  for (std::size_t i = 0; i < count; ++i) {
    const Quad time = Quad{} + times[i];
    QuadBits minus_earlier{};
    for (std::size_t quad = 0; quad < quads; ++quad) {
      Quad others;
      std::memcpy(&others, &times[4 * quad], sizeof others);
      minus_earlier += others < time;
    }
    const auto earlier = static_cast<std::size_t>(
        -(minus_earlier[0] + minus_earlier[1] + minus_earlier[2] + minus_earlier[3]));
    events[earlier] = as_found[i];
    filled |= std::uint64_t{1} << earlier;
  }
  if (std::popcount(filled) == static_cast<int>(count)) {
    return true;
  }
  std::copy_n(as_found.begin(), count, events.begin());
  return false;
}

}  // namespace

void EventCalendar::schedule(std::uint32_t slot, double time) {
  expects(slot < times_.size() && time == time,
          "an event is scheduled for a known slot at a number of days");
  if (times_[slot] == time) {
    return;  // so that whoever is not sure may ask once more
  }
  times_[slot] = time;
  if (const double place = place_of(time); place < opened_until_) {
    put_in_order({time, slot});
  } else if (place < end_) {
    // Written when the next page is opened; until then the page has time to come near.
    const auto page = static_cast<std::uint32_t>(place);
    __builtin_prefetch(&pages_[page], 1);
    to_note_.push_back({page, slot});
  }
  if (slot == earliest_.slot) {
    find_earliest();
  } else if (comes_before({time, slot}, earliest_)) {
    earliest_ = {time, slot};
  }
}

void EventCalendar::resize(std::size_t slots) {
  const bool shrinks = slots < times_.size();
  times_.resize(slots, never);
  if (shrinks) {
    begin_period();
  }
}

void EventCalendar::note(Page& page, std::uint32_t slot) {
  if (page.notes == notes_of_page) {
    full_.push_back(page);
    page.before = static_cast<std::uint32_t>(full_.size());
    page.notes = 0;
  }
  page.slots[page.notes++] = slot;
}

void EventCalendar::put_in_order(Next next) {
  std::size_t place = open_.size();
  while (place > first_ && comes_before(next, open_[place - 1])) {
    --place;
  }
  // A slot that had this time before is there already.
  if (place > first_ && open_[place - 1] == next) {
    return;
  }
  open_.insert(open_.begin() + static_cast<std::ptrdiff_t>(place), next);
  if (open_.size() > most_open_) {
    begin_period();
  }
}

void EventCalendar::find_earliest() {
  while (true) {
    while (first_ < open_.size() && times_[open_[first_].slot] != open_[first_].time) {
      ++first_;
    }
    if (open_.size() - first_ > kept_ready || opened_ == pages_.size()) {
      break;
    }
    open_page();
  }
  if (first_ < open_.size()) {
    earliest_ = open_[first_];
  } else {
    begin_period();
  }
}

void EventCalendar::open_page() {
  open_.erase(open_.begin(), open_.begin() + static_cast<std::ptrdiff_t>(first_));
  first_ = 0;
  for (const Note& waiting : to_note_) {
    note(pages_[waiting.page], waiting.slot);
  }
  to_note_.clear();
  const std::size_t begin = open_.size();
  for (const Page* page = &pages_[opened_];; page = &full_[page->before - 1]) {
    // Whether a note still holds cannot be foreseen: all are copied, and those that do not are
    // written over.
    std::size_t kept = open_.size();
    open_.resize(kept + page->notes);
    for (std::uint32_t i = 0; i < page->notes; ++i) {
      const double time = times_[page->slots[i]];
      const double place = place_of(time);
      open_[kept] = {time, page->slots[i]};
      kept += static_cast<std::size_t>(static_cast<int>(place >= opened_until_) &
                                       static_cast<int>(place < opened_until_ + 1.0));
    }
    open_.resize(kept);
    if (page->before == 0) {
      break;
    }
  }
  if (!rank(std::span(open_).subspan(begin))) {
    const auto opened_now = open_.begin() + static_cast<std::ptrdiff_t>(begin);
    std::sort(opened_now, open_.end(), comes_before);
    open_.erase(std::unique(opened_now, open_.end()), open_.end());
  }
  most_open_ = std::max(most_open_, 2 * open_.size());
  ++opened_;
  opened_until_ = static_cast<double>(opened_);
  if (opened_ < pages_.size()) {
    const Page& next = pages_[opened_];
    for (std::uint32_t i = 0; i < next.notes; ++i) {
      __builtin_prefetch(&times_[next.slots[i]]);
    }
  }
}

void EventCalendar::begin_period() {
  open_.clear();
  full_.clear();
  to_note_.clear();
  first_ = 0;
  most_open_ = least_open;
  opened_until_ = 0.0;
  begin_ = never;
  for (const double time : times_) {
    begin_ = std::min(begin_, time);
  }
  if (begin_ == never) {
    opened_ = pages_.size();
    end_ = pages_a_day_ = begin_ = 0.0;
    earliest_ = {};
    return;
  }
  opened_ = 0;
  pages_.assign(times_.size() / slots_a_page + 1, Page{});
  end_ = static_cast<double>(pages_.size());
  pages_a_day_ = end_ / length_;
  std::size_t scheduled = 0;
  std::size_t noted = 0;
  for (std::uint32_t slot = 0; slot < times_.size(); ++slot) {
    scheduled += times_[slot] < never ? 1 : 0;
    if (const double place = place_of(times_[slot]); place < end_) {
      note(pages_[static_cast<std::size_t>(place)], slot);
      ++noted;
    }
  }
  if (2 * noted < scheduled) {
    length_ = std::min(2.0 * length_, longest_period);
  } else if (8 * noted > 7 * scheduled) {
    length_ = std::max(0.5 * length_, shortest_period);
  }
  find_earliest();
}

}  // namespace stepdown
