#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analysis/published_file.h"

namespace stepdown {

/// Name and text of attributes, in the order in which they are written.
using Attributes = std::vector<std::pair<std::string, std::string>>;

/// An HDF5 file of numbers on named axes in the making: one that netCDF tools open, with no time
/// stamps in it, so that equal contents give equal bytes. It appears under its name when it is
/// finished and not before. Names may lead into a group ("provenance/scenario_text"). Errors are
/// std::system_error.
class NewOutcomeFile {
 public:
  NewOutcomeFile(const std::filesystem::path& path, const Attributes& attributes);

  void add_group(const std::string& name, const Attributes& attributes);
  void add_whole_number(const std::string& group, const std::string& name, std::uint64_t value);
  void add_texts(const std::string& name, const std::vector<std::string>& texts,
                 const std::vector<std::string>& axes);

  void add_axis(const std::string& name, const std::vector<std::string>& values,
                const Attributes& attributes);
  void add_axis(const std::string& name, const std::vector<double>& values,
                const Attributes& attributes);
  /// The one axis that grows while the file is made; its values are whole numbers.
  void add_growing_axis(const std::string& name, const Attributes& attributes);

  /// Numbers on axes that were added before, all NaN at first. `piece` is the extent that is
  /// stored and compressed together.
  void add_series(const std::string& name, const std::vector<std::string>& axes,
                  const std::vector<std::size_t>& piece, const Attributes& attributes);
  /// To be called once, after the last axis and series: the axes then know their users.
  void complete_axes();

  /// Lengthens the growing axis.
  void grow(std::span<const std::int64_t> values);
  /// The values that belong to the last `grow`: an array in the order of the series' axes, in which
  /// the growing axis has room for `room` and holds as many as were grown by.
  void append(const std::string& series, const double* values, std::size_t room);

  void finish();
  const std::filesystem::path& temporary() const { return published_.temporary(); }

 private:
  struct AxisUse {
    std::string name;
    unsigned int dimension;
  };
  struct Axis {
    std::size_t length = 0;
    bool grows = false;
    std::vector<AxisUse> uses;
  };

  void make_axis(const std::string& name, const Axis& axis, const Attributes& attributes);
  void attach(const std::string& name, const std::vector<std::string>& axes);
  void write_newest(const std::string& name, const std::vector<std::string>& axes,
                    std::int64_t type, const void* values, std::size_t room);

  PublishedFile published_;
  std::string writing_;
  std::int64_t file_;  // the library's number for it
  std::map<std::string, Axis> axes_;
  std::map<std::string, std::vector<std::string>> axes_of_series_;
  std::string growing_axis_;
  std::size_t grown_ = 0;  // by how much it was lengthened last
};

/// The outcomes of an ensemble on disk, read one measure at a time. Errors are std::system_error,
/// of a measure it does not have std::out_of_range.
class OutcomeFile {
 public:
  explicit OutcomeFile(const std::filesystem::path& path);
  ~OutcomeFile();
  OutcomeFile(const OutcomeFile&) = delete;
  OutcomeFile& operator=(const OutcomeFile&) = delete;

  /// In the order of their names.
  const std::vector<std::string>& scenarios() const { return scenarios_; }
  std::size_t runs() const { return runs_; }

  /// Of a measure with one value a run: scenarios x runs.
  std::vector<std::vector<double>> values(std::string_view measure) const {
    return read(std::string(measure), 2);
  }
  /// Of a measure with one value a month: scenarios x (runs x months), run by run.
  std::vector<std::vector<double>> monthly_values(std::string_view measure) const {
    return read(std::string(measure), 3);
  }

 private:
  std::vector<std::vector<double>> read(const std::string& name, int axes) const;

  std::string reading_;
  std::int64_t file_;  // the library's number for it
  std::vector<std::string> scenarios_;
  std::size_t runs_ = 0;
};

}  // namespace stepdown
