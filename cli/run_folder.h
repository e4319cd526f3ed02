#pragma once

#include <filesystem>
#include <string>

#include "cli/experiment_options.h"

namespace stepdown {

/// Where the results of an experiment are: in the folder that was asked for, in one named by a
/// digest of all inputs, where equal inputs find them again, or, where nothing is to be kept, in a
/// temporary one that goes with its holder.
class RunFolder {
 public:
  /// `inputs` is the digest. Nothing is made but the temporary folder.
  RunFolder(const ExperimentOptions& options, const std::string& inputs);
  ~RunFolder();
  RunFolder(const RunFolder&) = delete;
  RunFolder& operator=(const RunFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }
  bool is_temporary() const { return is_temporary_; }
  /// Whether results that are there already must be of these inputs.
  bool is_named_by_inputs() const { return is_named_by_inputs_; }

  std::filesystem::path results() const { return path_ / "results.h5"; }
  std::filesystem::path summary() const { return path_ / "summary.csv"; }
  /// The runs that are saved while an experiment is not finished.
  std::filesystem::path journal() const;

 private:
  std::string inputs_;
  std::filesystem::path path_;
  bool is_temporary_ = false;
  bool is_named_by_inputs_ = false;
};

}  // namespace stepdown
