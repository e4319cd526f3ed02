#include "analysis/new_outcome_file.h"

#include <algorithm>
#include <iterator>

namespace stepdown {

NewOutcomeFile::NewOutcomeFile(const std::filesystem::path& path, const Attributes& attributes)
    : published_(path), file_(published_.temporary(), "write " + path.string()) {
  file_.set_texts("/", attributes);
  file_.set_whole("/", "stepdown_format", results_format);
}

void NewOutcomeFile::add_group(const std::string& name, const Attributes& attributes) {
  file_.add_group(name, attributes);
}

void NewOutcomeFile::add_whole_number(const std::string& group, const std::string& name,
                                      std::uint64_t value) {
  file_.set_whole(group, name, value);
}

void NewOutcomeFile::add_axis(const std::string& name, const std::vector<std::string>& values,
                              const Attributes& attributes) {
  file_.add_texts(name, {values.size()}, values);
  make_axis(name, {values.size(), false, {}}, attributes);
}

void NewOutcomeFile::add_axis(const std::string& name, const std::vector<double>& values,
                              const Attributes& attributes) {
  file_.add_reals(name, {values.size()}, values);
  make_axis(name, {values.size(), false, {}}, attributes);
}

void NewOutcomeFile::add_whole_axis(const std::string& name,
                                    const std::vector<std::int64_t>& values,
                                    const Attributes& attributes) {
  constexpr std::uint64_t most_in_a_piece = 4096;
  const std::uint64_t count = values.size();
  file_.add_pieces(name, Hdf5Output::Kind::whole, {count}, {false},
                   {std::min(count, most_in_a_piece)});
  file_.write(name, 0, values);
  make_axis(name, {count, false, {}}, attributes);
}

void NewOutcomeFile::add_growing_axis(const std::string& name, const Attributes& attributes) {
  constexpr std::uint64_t values_in_a_piece = 64;
  file_.add_pieces(name, Hdf5Output::Kind::whole, {0}, {true}, {values_in_a_piece});
  make_axis(name, {0, true, {}}, attributes);
  growing_axis_ = name;
}

void NewOutcomeFile::make_axis(const std::string& name, const Axis& axis,
                               const Attributes& attributes) {
  file_.become_scale(name);
  file_.set_texts(name, attributes);
  axes_[name] = axis;
}

void NewOutcomeFile::add_texts(const std::string& name, const std::vector<std::string>& axes,
                               const std::vector<std::string>& texts,
                               const Attributes& attributes) {
  file_.add_texts(name, extent_on(axes), texts);
  file_.set_texts(name, attributes);
  attach(name, axes);
}

void NewOutcomeFile::add_numbers(const std::string& name, const std::vector<std::string>& axes,
                                 const std::vector<double>& numbers, const Attributes& attributes) {
  file_.add_reals(name, extent_on(axes), numbers);
  file_.set_texts(name, attributes);
  file_.mark_missing_as_nan(name);
  attach(name, axes);
}

void NewOutcomeFile::add_series(const std::string& name, const std::vector<std::string>& axes,
                                const Extent& piece, const Attributes& attributes) {
  std::vector<bool> grows;
  std::ranges::transform(axes, std::back_inserter(grows),
                         [this](const std::string& axis) { return axes_.at(axis).grows; });
  file_.add_pieces(name, Hdf5Output::Kind::real, extent_on(axes), grows, piece);
  file_.set_texts(name, attributes);
  file_.mark_missing_as_nan(name);
  attach(name, axes);
  axes_of_series_[name] = axes;
}

Extent NewOutcomeFile::extent_on(const std::vector<std::string>& axes) const {
  Extent extent;
  for (const std::string& axis : axes) {
    extent.push_back(axes_.at(axis).length);
  }
  return extent;
}

// The references from the axes are written once, by `complete_axes`, where the library's own
// function would rewrite them for every series.
void NewOutcomeFile::attach(const std::string& name, const std::vector<std::string>& axes) {
  for (unsigned int dimension = 0; dimension < axes.size(); ++dimension) {
    axes_.at(axes[dimension]).uses.push_back({name, dimension});
  }
  file_.set_scales(name, axes);
}

void NewOutcomeFile::complete_axes() {
  for (const auto& [name, axis] : axes_) {
    if (!axis.uses.empty()) {
      file_.set_users(name, axis.uses);
    }
  }
}

void NewOutcomeFile::grow(const std::vector<std::int64_t>& values) {
  Axis& axis = axes_.at(growing_axis_);
  const std::size_t before = axis.length;
  axis.length += values.size();
  file_.grow(growing_axis_, {axis.length});
  file_.write(growing_axis_, before, values);
  for (const auto& [name, axes] : axes_of_series_) {
    file_.grow(name, extent_on(axes));
  }
}

void NewOutcomeFile::write(const std::string& series, const Extent& start, const Extent& count,
                           const Extent& held, const double* values) {
  file_.write(series, start, count, held, values);
}

void NewOutcomeFile::finish() {
  file_.close();
  published_.publish();
}

}  // namespace stepdown
