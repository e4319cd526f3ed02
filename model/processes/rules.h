#pragma once

#include <array>

#include "model/parameters/model_parameters.h"
#include "model/services/team.h"
#include "model/state/authority.h"
#include "model/state/neglect_level.h"
#include "model/state/notice.h"

namespace stepdown {

/// The parameters with what the event loop would otherwise work out anew at every event: rates by
/// level, lasting capacity and acute concern, per day.
struct Rules {
  explicit Rules(const ModelParameters& parameters);

  static constexpr int capacities = 4;

  ModelParameters p;
  std::array<std::array<double, capacities>, neglect_levels> worsening;
  std::array<std::array<double, capacities>, neglect_levels> easing;
  std::array<double, neglect_levels> concern_arrival;
  double concern_resolution;
  double capacity_fades;
  std::array<double, neglect_levels> noticing;  // all routes together, without an acute concern
  std::array<double, 2> concern_noticing;       // without an acute concern, and with one
  std::array<double, notice_routes> route;      // weights; their sum is 1 with everybody exposed
  /// Sums of the weights that reach a family: by whether it has children over 5 and under 5, and by
  /// its trust if it would ask itself; the last entry is that of a family that would not.
  static constexpr std::size_t askings = 6;
  std::array<std::array<std::array<double, askings>, 2>, 2> reached;
  /// Without parenting classes for everybody, and with them.
  std::array<std::array<double, neglect_levels>, 2> classes_worsening;
  std::array<double, area_fifths> area_worsening;
  std::array<double, area_fifths> area_noticing;
  std::array<double, area_fifths> area_judgement;
  std::array<double, family_stages> stage_worsening;
  Times times;
  TimeChange partners;  // how much schools, early years, health and voluntary sector notice
  TimeChange arrivals;  // of new families

  int knowing;                     // ranks of families who know of help
  std::array<int, 2> recognising;  // of those who recognise their need; second, if parents of
                                   // theirs were neglected
  bool knows_of_help(const Family& family) const { return family.knowing < knowing; }
  bool recognises_need(const Family& family) const {
    return family.recognising < recognising[family.parents_neglected ? 1 : 0];
  }

  double contact_sd;  // errors of judgement, in levels
  double outside_sd;
  double home_sd;

  double strength_of_time;  // help at today's administration is 1
  double symptoms;          // strength of help on symptoms, and on causes: at today's shares 1
  double causes;
  double whole_family;  // strength of help on acute concerns, against other work
  // Part of a place that a child takes, where it is helped in this way.
  double whole_family_place;
  double easy_access_place;  // of early help

  /// In a world that begins under these rules.
  std::array<std::size_t, teams_of_authority> posts;
  double posts_a_social_worker;  // so that, with some of them vacant, so many workers are in post
  std::array<Places, teams_of_authority> caps;
  std::size_t front_door_staff;

  /// Posts of social work where each worker in post needs so many.
  std::size_t social_work_posts(double posts_a_worker) const;

  /// How much of each route reaches a family; `asking` is its trust, or the last if it would not
  /// ask.
  std::array<double, notice_routes> routes_to(bool over_5, bool under_5, std::size_t asking) const;

  bool is_laboratory(Laboratory system) const { return p.laboratory.system == system; }
  bool merged() const { return p.family_help.model == ServiceModel::merged; }
};

}  // namespace stepdown
