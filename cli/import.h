#pragma once

#include <filesystem>
#include <string>
#include <vector>

namespace CLI {
class App;
}

namespace stepdown {

struct DfeAuthority;
struct DfePanel;
struct Request;

/// The authority of that name or code; throws UsageError with similar names when there is none.
const DfeAuthority& authority_called(const std::string& name, const DfePanel& panel,
                                     const std::string& folder);

/// Throws DataError when one of the files is there and may not be written over.
void refuse_to_write_over(const std::vector<std::filesystem::path>& files, bool force);

/// `stepdown import`: makes of figures that others publish or keep a place file and a target file.
/// `import dfe FOLDER --authority NAME` reads the Department's published tables;
/// the kinds of own records are in cli/import_local.h.
void add_import(CLI::App& app, Request& request);

}  // namespace stepdown
