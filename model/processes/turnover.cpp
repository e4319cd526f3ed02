#include "model/processes/turnover.h"

#include "model/processes/post.h"

namespace stepdown {
namespace {

Turnover turnover_of(const Rules& rules) {
  const WorkforceParameters& w = rules.p.workforce;
  const double early_help = per_day(w.early_help_turnover) * w.retention;
  const double weeks = w.early_help_recruitment_weeks;
  return {.leaving = {early_help, early_help, per_day(w.turnover) * w.retention},
          .recruitment = {weeks * days_per_week, weeks * days_per_week,
                          w.recruitment_weeks * days_per_week},
          .posts_a_social_worker = rules.posts_a_social_worker};
}

/// What is left of a time becomes so many times as long: exponential times keep their shape.
void stretch(double now, double& day, double times) {
  day = times == 1.0 ? day : now + (day - now) * times;
}

bool is_on_the_staff(const Worker& worker) {
  return worker.staffing == Staffing::permanent || worker.staffing == Staffing::newly_qualified;
}

/// Until a permanent worker comes: to an empty post, or to one that is covered.
bool awaits_recruit(const Worker& worker) {
  return worker.staffing == Staffing::agency ||
         (worker.staffing == Staffing::vacant && !worker.agency_comes);
}

}  // namespace

void begin_turnover(World& world) { world.authority.turnover = turnover_of(world.rules); }

void change_turnover(World& world) {
  const Turnover before = world.authority.turnover;
  Turnover next = turnover_of(world.rules);
  next.posts_a_social_worker = before.posts_a_social_worker;
  world.authority.turnover = next;
  for (std::size_t team = 0; team < teams_of_authority; ++team) {
    Team& all = world.authority.teams[team];
    for (WorkerId id = 0; id < all.size(); ++id) {
      Worker& worker = all.worker(id);
      if (!changes_hands(world, worker)) {
        continue;
      }
      const std::size_t staff = staff_of(team, worker);
      if (awaits_recruit(worker)) {
        stretch(world.now(), worker.next_change,
                next.recruitment[staff] / before.recruitment[staff]);
      } else if (is_on_the_staff(worker) && before.leaving[staff] > 0.0 &&
                 next.leaving[staff] > 0.0) {
        stretch(world.now(), worker.next_change, before.leaving[staff] / next.leaving[staff]);
      } else if (is_on_the_staff(worker) && before.leaving[staff] != next.leaving[staff]) {
        plan_to_leave(world, team, id);
      }
      schedule_post(world, team, id);
    }
  }
}

std::size_t staff_of(std::size_t team, const Worker& worker) {
  return worker.social_worker ? 2 : team;
}

std::size_t posts_wanted(const World& world, std::size_t team) {
  return team == 2 && world.rules.p.laboratory.system == Laboratory::off
             ? world.rules.social_work_posts(world.authority.turnover.posts_a_social_worker)
             : world.rules.posts[team];
}

bool changes_hands(const World& world, const Worker& worker) {
  return worker.staffing != Staffing::volunteer && worker.staffing != Staffing::partner &&
         world.rules.p.laboratory.system == Laboratory::off;
}

}  // namespace stepdown
