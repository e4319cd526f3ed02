#pragma once

#include <array>

#include "model/parameters/awareness.h"
#include "model/parameters/care.h"
#include "model/parameters/closure.h"
#include "model/parameters/closure_ways.h"
#include "model/parameters/consent.h"
#include "model/parameters/cost.h"
#include "model/parameters/deprivation.h"
#include "model/parameters/family_help.h"
#include "model/parameters/front_door.h"
#include "model/parameters/help.h"
#include "model/parameters/horizon.h"
#include "model/parameters/judgement.h"
#include "model/parameters/laboratory.h"
#include "model/parameters/need.h"
#include "model/parameters/noticing.h"
#include "model/parameters/outside.h"
#include "model/parameters/policy.h"
#include "model/parameters/population.h"
#include "model/parameters/protection.h"
#include "model/parameters/rationing.h"
#include "model/parameters/shock.h"
#include "model/parameters/threshold.h"
#include "model/parameters/trust.h"
#include "model/parameters/waiting.h"
#include "model/parameters/workforce.h"
#include "model/parameters/working.h"
#include "model/state/service_tier.h"

namespace stepdown {

/// All numbers and choices of one run, as plain fields; rates are per year, as in files.
struct ModelParameters {
  HorizonParameters horizon;
  PopulationParameters population;
  DeprivationParameters deprivation;
  NeedParameters need;
  NoticingParameters noticing;
  JudgementParameters judgement;
  AwarenessParameters awareness;
  TrustParameters trust;
  ThresholdParameters threshold;
  RationingParameters rationing;
  FrontDoorParameters front_door;
  ConsentParameters consent;
  WorkingParameters working;
  WorkforceParameters workforce;
  CaseloadParameters caseload;
  WaitingParameters waiting;
  std::array<HelpParameters, service_tiers> help;           // by tier; universal services have none
  std::array<ClosureParameters, closing_services> closure;  // community, targeted, child in need
  TaperDetectionParameters taper_detection;
  ClosureWaysParameters closure_ways;
  ProtectionParameters protection;
  CareParameters care;
  OutsideParameters outside;
  FamilyHelpParameters family_help;
  std::array<ShockParameters, shocks> shock;
  ExodusParameters exodus;
  PolicyParameters policy;
  CostParameters cost;
  LaboratoryParameters laboratory;
};

}  // namespace stepdown
