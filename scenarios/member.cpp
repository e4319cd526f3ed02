#include "scenarios/member.h"

#include "scenarios/scenario_source.h"

namespace stepdown {

std::vector<Setting> load_member(const MemberFile& file) {
  return load_overlay(file, ScenarioKind::member);
}

std::vector<MemberFile> ensemble_members(const std::string& folder) {
  std::vector<MemberFile> members;
  if (folder.empty()) {
    members = built_in_overlays(ScenarioKind::member);
  } else {
    for (const std::string& path : disk_source()->files_in(folder)) {
      members.push_back(overlay_on_disk(path, ScenarioKind::member));
    }
  }
  if (members.empty()) {
    Problem problem;
    problem.fault = Fault::file_not_found;
    problem.file = "--ensemble";
    problem.message = folder.empty() ? "no ensemble is built into this program"
                                     : "there is no .toml file in the folder `" + folder + "`";
    problem.suggestion =
        "`tools/base-fit --ensemble 24` makes the members; name their folder after --ensemble";
    throw ScenarioErrors({problem});
  }
  return members;
}

MemberFile member_called(const std::string& name) {
  return overlay_called(name, ScenarioKind::member);
}

}  // namespace stepdown
