#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <map>
#include <span>
#include <string>
#include <vector>

#include "analysis/hdf5_output.h"
#include "analysis/published_file.h"

namespace stepdown {

/// Which format of results this program writes and reads; a file of another one is refused.
inline constexpr std::uint64_t results_format = 2;

/// A file of numbers on named axes in the making: one that netCDF tools open. It appears under its
/// name when it is finished and not before. Names may lead into a group
/// ("provenance/scenario_text"). Errors are std::system_error.
class NewOutcomeFile {
 public:
  NewOutcomeFile(const std::filesystem::path& path, const Attributes& attributes);

  void add_group(const std::string& name, const Attributes& attributes);
  void add_whole_number(const std::string& group, const std::string& name, std::uint64_t value);

  void add_axis(const std::string& name, const std::vector<std::string>& values,
                const Attributes& attributes);
  void add_axis(const std::string& name, const std::vector<double>& values,
                const Attributes& attributes);
  void add_whole_axis(const std::string& name, const std::vector<std::int64_t>& values,
                      const Attributes& attributes);
  /// The one axis that grows while the file is made; its values are whole numbers.
  void add_growing_axis(const std::string& name, const Attributes& attributes);

  /// Texts and numbers that are known at once, on axes that were added before, the last axis
  /// changing fastest.
  void add_texts(const std::string& name, const std::vector<std::string>& axes,
                 const std::vector<std::string>& texts, const Attributes& attributes);
  void add_numbers(const std::string& name, const std::vector<std::string>& axes,
                   const std::vector<double>& numbers, const Attributes& attributes);

  /// Numbers that come later, all NaN at first. `piece` is the extent that is stored and compressed
  /// together.
  void add_series(const std::string& name, const std::vector<std::string>& axes,
                  const Extent& piece, const Attributes& attributes);
  /// To be called once, after the last axis and array: the axes then know their users.
  void complete_axes();

  /// How far the growing axis has come, and what lengthens it.
  std::size_t length() const { return axes_.at(growing_axis_).length; }
  void grow(const std::vector<std::int64_t>& values);
  /// A part of a series, taken from the beginning of an array of the extent `held`.
  void write(const std::string& series, const Extent& start, const Extent& count,
             const Extent& held, const double* values);

  void finish();
  const std::filesystem::path& temporary() const { return published_.temporary(); }

 private:
  struct Axis {
    std::size_t length = 0;
    bool grows = false;
    std::vector<Hdf5Output::ScaleUse> uses;
  };

  void make_axis(const std::string& name, const Axis& axis, const Attributes& attributes);
  void attach(const std::string& name, const std::vector<std::string>& axes);
  Extent extent_on(const std::vector<std::string>& axes) const;

  PublishedFile published_;
  Hdf5Output file_;
  std::map<std::string, Axis> axes_;
  std::map<std::string, std::vector<std::string>> axes_of_series_;
  std::string growing_axis_;
};

}  // namespace stepdown
