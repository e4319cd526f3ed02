#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/ids.h"
#include "model/outcomes/observer.h"

namespace stepdown {

/// One thing in the life of an invented family, in words.
struct StoryLine {
  double day;
  std::string words;
};

/// Writes down, event by event, what happens to one family.
class LifeStory : public Observer {
 public:
  explicit LifeStory(FamilyId family) : family_(family) {}

  std::vector<HappeningKind> wants() const override;
  void saw(const Happening& happening, const Authority& authority) override;

  const std::vector<StoryLine>& lines() const { return lines_; }

 private:
  FamilyId family_;
  std::vector<StoryLine> lines_;
};

/// Counts for each family how often something happened to it with a service: a family to tell of.
class EventfulFamilies : public Observer {
 public:
  std::vector<HappeningKind> wants() const override;
  void saw(const Happening& happening, const Authority& authority) override;

  /// The family with the most steps through services (of equals the lowest id); `nobody` if none
  /// had any.
  FamilyId most_eventful() const;

 private:
  std::vector<int> steps_;  // by family id
};

/// Where the family stands on that day, in words;
std::string standing_of(const Authority& authority, FamilyId family);

}  // namespace stepdown
