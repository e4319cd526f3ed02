#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>

#include "calibration/local/child_record.h"

namespace stepdown {

/// A number that stands for an authority's identifier of a child while the program runs. It cannot
/// be turned back, and is another one the next time.
class ChildKeys {
 public:
  ChildKeys();
  std::uint64_t key_of(std::string_view identifier) const;

 private:
  std::string salt_;
};

/// The children of one file that were seen already.
class SeenChildren {
 public:
  explicit SeenChildren(const ChildKeys& keys) : keys_(keys) {}

  /// False for a child that was seen before.
  bool is_new(std::string_view identifier) { return seen_.insert(keys_.key_of(identifier)).second; }
  bool has(std::uint64_t key) const { return seen_.contains(key); }

 private:
  const ChildKeys& keys_;
  std::unordered_set<std::uint64_t> seen_;
};

/// Puts together what several files say of the same children: dates and codes under a key that
/// means nothing, and only in memory.
class ChildJoiner {
 public:
  explicit ChildJoiner(const ChildKeys& keys) : keys_(keys) {}

  ChildRecord& record_of(std::string_view identifier) {
    return children_[keys_.key_of(identifier)];
  }

  /// Shows every child that is not in that file.
  template <typename Taker>
  void show_those_not_in(const SeenChildren& file, const Taker& take) {
    for (auto& [key, child] : children_) {
      if (!file.has(key)) {
        take(child);
      }
    }
  }

  /// Hands every child over and forgets it.
  template <typename Taker>
  void hand_over(const Taker& take) && {
    while (!children_.empty()) {
      take(std::move(children_.extract(children_.begin()).mapped()));
    }
  }

 private:
  const ChildKeys& keys_;
  std::unordered_map<std::uint64_t, ChildRecord> children_;
};

}  // namespace stepdown
