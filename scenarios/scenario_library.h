#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/member.h"
#include "scenarios/scenario_file.h"
#include "scenarios/scenario_source.h"
#include "scenarios/setting.h"

namespace stepdown {

/// A scenario file with what it gives, each setting checked by itself.
struct CheckedFile {
  ScenarioFile file;
  GivenSettings settings;
  std::vector<ObservedFigure> observed;
  std::vector<int> evidence;  // rows that a policy answers
};

/// The files that scenarios are made of: each is read and checked once, however many scenarios name
/// it, and its problems are noted once.
class ScenarioLibrary {
 public:
  explicit ScenarioLibrary(const ScenarioSource& source) : source_(source) {}

  /// The file, its base, the base's base and so on, the outermost base first. Empty when a file of
  /// the chain cannot be used; the reasons are among the problems.
  std::vector<const CheckedFile*> chain_of(const std::string& path);

  /// The place file of a chain: `option` (a name or a path, as after `--place`) if there is one,
  /// otherwise what the chain's own files say. Null with no place, or with one more problem.
  const CheckedFile* place_of(const std::vector<const CheckedFile*>& chain,
                              const std::string& option);

  /// The member file of an ensemble, whose text is at hand; null with one more problem.
  const CheckedFile* member(const MemberFile& file);

  /// A file by its path, or null; `asked_by` points at whoever names it, and has the
  /// fault that it is when there is no such file.
  const CheckedFile* open(const std::string& path, const Problem& asked_by);

  const std::vector<Problem>& problems() const { return problems_; }

 private:
  std::unique_ptr<CheckedFile> checked(const std::string& path, const std::string& text);
  const CheckedFile* refuse(Problem where, std::string message, std::string advice);
  bool fits(const CheckedFile& file, const CheckedFile& base);
  const CheckedFile* base_of(const CheckedFile& file);
  std::vector<std::string> names_beside(const std::string& path) const;
  std::optional<std::string> similar_file(const std::string& path) const;
  std::string advice_on_missing(const std::string& path) const;
  std::optional<std::string> base_nearby(const std::string& path) const;
  const CheckedFile* place_named(const std::vector<std::string>& folders, const std::string& name,
                                 const Problem& asked_by);
  const CheckedFile* only_a_place(const CheckedFile* file, const Problem& asked_by);

  const ScenarioSource& source_;
  std::map<std::string, std::unique_ptr<CheckedFile>> files_;  // null: read, and unusable
  std::vector<Problem> problems_;
};

/// "tapered" of "scenarios/policies/tapered.toml"
std::string stem_of(const std::string& path);

}  // namespace stepdown
