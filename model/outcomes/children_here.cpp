#include "model/outcomes/children_here.h"

#include "model/state/neglect_level.h"
#include "model/state/service_tier.h"

namespace stepdown {

double children_here(const Authority& authority) {
  const Stocks& stocks = authority.stocks;
  std::int64_t children =
      stocks.helped[row_of(ServiceTier::looked_after)].count() + authority.outside.in_care.count();
  for (std::size_t level = 0; level < neglect_levels; ++level) {
    children += stocks.children_at(level_at(level));
  }
  return static_cast<double>(children);
}

double days_of_children_here(const Authority& authority) {
  const Stocks& stocks = authority.stocks;
  double days = stocks.helped[row_of(ServiceTier::looked_after)].integral() +
                authority.outside.in_care.integral();
  for (std::size_t level = 0; level < neglect_levels; ++level) {
    days += stocks.days_at(level_at(level));
  }
  return days;
}

}  // namespace stepdown
