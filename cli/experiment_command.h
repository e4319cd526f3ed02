#pragma once

#include <string>
#include <vector>

#include "analysis/provenance.h"
#include "cli/experiment_options.h"
#include "scenarios/outcome_sink.h"

namespace stepdown {

/// The command with nothing in it on which results do not depend (threads, folder, order of
/// scenarios), as results keep it. `verb` is what was typed, `names` the scenarios' in the order in
/// which they were named.
std::string canonical_command(const std::string& verb, const ExperimentOptions& options,
                              const std::vector<std::string>& names);

/// The command as it was typed, as far as it matters to whoever types it again.
std::string command_again(const std::string& verb, const ExperimentOptions& options);

/// The options that give the world of one member or fit alone, as they are typed: "--fit kent".
std::string option_of_member(const MemberFile& member);
std::string option_of_fit(const FitFile& fit);
std::string option_of_draws(const DrawsOptions& draws);

/// The command that repeats a failed run alone.
std::string command_of_run(const ExperimentOptions& options, const std::vector<std::string>& names,
                           const FailedRun& failed, const Draw& draw);

}  // namespace stepdown
