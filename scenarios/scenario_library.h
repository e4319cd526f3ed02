#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "scenarios/file_beside.h"
#include "scenarios/overlay_file.h"
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

  /// The file of that kind that stands between base and place and whose text is at hand; null with
  /// one more problem.
  const CheckedFile* overlay(const OverlayFile& file, ScenarioKind kind);

  /// A file by its path, or null; `asked_by` points at whoever names it, and has the
  /// fault that it is when there is no such file.
  const CheckedFile* open(const std::string& path, const Problem& asked_by);

  /// Notes a problem that somebody else found; gives null.
  const CheckedFile* refuse(Problem where, std::string message, std::string advice);
  const std::vector<Problem>& problems() const { return problems_; }
  const ScenarioSource& source() const { return source_; }

 private:
  std::unique_ptr<CheckedFile> checked(const std::string& path, const std::string& text);
  bool fits(const CheckedFile& file, const CheckedFile& base);
  const CheckedFile* base_of(const CheckedFile& file);
  std::optional<std::string> base_nearby(const std::string& path) const;

  const ScenarioSource& source_;
  std::map<std::string, std::unique_ptr<CheckedFile>> files_;  // null: read, and unusable
  std::vector<Problem> problems_;
};

/// Where a header of a file stands, for a problem that begins as `fault`.
Problem where(const CheckedFile& file, const HeaderText& header, Fault fault);

}  // namespace stepdown
