#include "analysis/outcome_file.h"

#include <hdf5.h>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <limits>
#include <stdexcept>
#include <system_error>

namespace stepdown {
namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

// The operating system's reason lies somewhere in the library's error stack, as text.
herr_t find_errno(unsigned, const H5E_error2_t* entry, void* found) {
  const char* text = entry->desc == nullptr ? nullptr : std::strstr(entry->desc, "errno = ");
  if (text != nullptr) {
    std::sscanf(text, "errno = %d", static_cast<int*>(found));
  }
  return 0;
}

template <class Result>
Result checked(Result result, const std::string& doing) {
  if (result < 0) {
    int reason = EIO;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, find_errno, &reason);
    throw std::system_error(reason, std::generic_category(), "cannot " + doing);
  }
  return result;
}

// Once a disk is full the library crashes while it tries again to write what it holds, be it as a
// file is closed or as the program ends; so it is told to do neither by itself.
void open_library() {
  H5dont_atexit();
  checked(H5open(), "start the HDF5 library");
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

// One object of the library, closed with its holder.
class Handle {
 public:
  using Close = herr_t (*)(hid_t);
  Handle(hid_t id, Close close, const std::string& doing)
      : id_(checked(id, doing)), close_(close) {}
  ~Handle() { static_cast<void>(id_ < 0 ? 0 : close_(id_)); }
  Handle(Handle&& other) noexcept
      : id_(std::exchange(other.id_, H5I_INVALID_HID)), close_(other.close_) {}
  operator hid_t() const { return id_; }
  hid_t release() { return std::exchange(id_, H5I_INVALID_HID); }
  // For objects that still hold values: closing is when they are written.
  void write_out(const std::string& doing) { checked(close_(release()), doing); }

 private:
  hid_t id_;
  Close close_;
};

using Extent = std::vector<hsize_t>;

Handle space_of(const Extent& extent, const Extent& most) {
  const int rank = static_cast<int>(extent.size());
  return {rank == 0 ? H5Screate(H5S_SCALAR) : H5Screate_simple(rank, extent.data(), most.data()),
          H5Sclose, "describe an array"};
}

Extent extent_of(hid_t dataset, const std::string& doing) {
  const Handle space(H5Dget_space(dataset), H5Sclose, doing);
  Extent extent(static_cast<std::size_t>(checked(H5Sget_simple_extent_ndims(space), doing)));
  checked(H5Sget_simple_extent_dims(space, extent.data(), nullptr), doing);
  return extent;
}

void select(hid_t space, const Extent& start, const Extent& count) {
  checked(H5Sselect_hyperslab(space, H5S_SELECT_SET, start.data(), nullptr, count.data(), nullptr),
          "select a part of an array");
}

Handle text_type() {
  Handle type(H5Tcopy(H5T_C_S1), H5Tclose, "describe a text");
  checked(H5Tset_size(type, H5T_VARIABLE), "describe a text");
  checked(H5Tset_cset(type, H5T_CSET_UTF8), "describe a text");
  return type;
}

Handle opened(hid_t file, const std::string& name, const std::string& doing) {
  return {H5Oopen(file, name.c_str(), H5P_DEFAULT), H5Oclose, doing};
}

// Without time stamps; what a group holds can be listed in the order of its making.
Handle creation_of(hid_t kind, const std::string& doing) {
  Handle creation(H5Pcreate(kind), H5Pclose, doing);
  checked(H5Pset_obj_track_times(creation, false), doing);
  if (kind != H5P_DATASET_CREATE) {
    checked(H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED),
            doing);
  }
  return creation;
}

void write_attribute(hid_t object, const std::string& name, hid_t type, const Extent& extent,
                     const void* value, const std::string& doing) {
  const Handle space = space_of(extent, extent);
  const Handle attribute(H5Acreate2(object, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT),
                         H5Aclose, doing);
  checked(H5Awrite(attribute, type, value), doing);
}

void write_attributes(hid_t object, const Attributes& attributes, const std::string& doing) {
  const Handle type = text_type();
  for (const auto& [name, text] : attributes) {
    const char* pointer = text.c_str();
    write_attribute(object, name, type, {}, &pointer, doing);
  }
}

// The labels of a dimension scale have this fixed type, and readers insist on it.
void write_label(hid_t scale, const std::string& name, const std::string& text,
                 const std::string& doing) {
  const Handle type(H5Tcopy(H5T_C_S1), H5Tclose, doing);
  checked(H5Tset_size(type, text.size() + 1), doing);
  write_attribute(scale, name, type, {}, text.c_str(), doing);
}

Handle make_dataset(hid_t file, const std::string& name, hid_t type, const Extent& extent,
                    const Extent& most, const Extent& piece, const std::string& doing) {
  const Handle creation = creation_of(H5P_DATASET_CREATE, doing);
  if (!piece.empty()) {
    checked(H5Pset_chunk(creation, static_cast<int>(piece.size()), piece.data()), doing);
    checked(H5Pset_shuffle(creation), doing);
    checked(H5Pset_deflate(creation, 1), doing);
  }
  if (H5Tget_class(type) == H5T_FLOAT) {
    checked(H5Pset_fill_value(creation, H5T_NATIVE_DOUBLE, &no_value), doing);
  }
  const Handle space = space_of(extent, most);
  return {H5Dcreate2(file, name.c_str(), type, space, H5P_DEFAULT, creation, H5P_DEFAULT), H5Dclose,
          doing};
}

hobj_ref_t reference_to(hid_t file, const std::string& name, const std::string& doing) {
  hobj_ref_t reference = 0;
  checked(H5Rcreate(&reference, file, name.c_str(), H5R_OBJECT, H5I_INVALID_HID), doing);
  return reference;
}

}  // namespace

NewOutcomeFile::NewOutcomeFile(const std::filesystem::path& path, const Attributes& attributes)
    : published_(path), writing_("write " + path.string()) {
  open_library();
  const Handle creation = creation_of(H5P_FILE_CREATE, writing_);
  const Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, writing_);
  checked(H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_V18), writing_);
  file_ = checked(H5Fcreate(temporary().c_str(), H5F_ACC_TRUNC, creation, access), writing_);
  write_attributes(file_, attributes, writing_);
}

void NewOutcomeFile::add_group(const std::string& name, const Attributes& attributes) {
  const Handle creation = creation_of(H5P_GROUP_CREATE, writing_);
  const Handle group(H5Gcreate2(file_, name.c_str(), H5P_DEFAULT, creation, H5P_DEFAULT), H5Gclose,
                     writing_);
  write_attributes(group, attributes, writing_);
}

void NewOutcomeFile::add_whole_number(const std::string& group, const std::string& name,
                                      std::uint64_t value) {
  write_attribute(opened(file_, group, writing_), name, H5T_STD_U64LE, {}, &value, writing_);
}

void NewOutcomeFile::add_texts(const std::string& name, const std::vector<std::string>& texts,
                               const std::vector<std::string>& axes) {
  std::vector<const char*> pointers;
  for (const std::string& text : texts) {
    pointers.push_back(text.c_str());
  }
  const Handle type = text_type();
  const Extent extent{texts.size()};
  const Handle dataset = make_dataset(file_, name, type, extent, extent, {}, writing_);
  checked(H5Dwrite(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, pointers.data()), writing_);
  if (!axes.empty()) {
    attach(name, axes);
  }
}

void NewOutcomeFile::add_axis(const std::string& name, const std::vector<std::string>& values,
                              const Attributes& attributes) {
  add_texts(name, values, {});
  make_axis(name, {values.size(), false, {}}, attributes);
}

void NewOutcomeFile::add_axis(const std::string& name, const std::vector<double>& values,
                              const Attributes& attributes) {
  const Extent extent{values.size()};
  checked(H5Dwrite(make_dataset(file_, name, H5T_IEEE_F64LE, extent, extent, {}, writing_),
                   H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()),
          writing_);
  make_axis(name, {values.size(), false, {}}, attributes);
}

void NewOutcomeFile::add_growing_axis(const std::string& name, const Attributes& attributes) {
  constexpr hsize_t values_in_a_piece = 64;
  make_dataset(file_, name, H5T_STD_I64LE, {0}, {H5S_UNLIMITED}, {values_in_a_piece}, writing_);
  make_axis(name, {0, true, {}}, attributes);
  growing_axis_ = name;
}

void NewOutcomeFile::make_axis(const std::string& name, const Axis& axis,
                               const Attributes& attributes) {
  const Handle dataset = opened(file_, name, writing_);
  write_label(dataset, "CLASS", "DIMENSION_SCALE", writing_);
  write_label(dataset, "NAME", name, writing_);
  write_attributes(dataset, attributes, writing_);
  axes_[name] = axis;
}

void NewOutcomeFile::add_series(const std::string& name, const std::vector<std::string>& axes,
                                const std::vector<std::size_t>& piece,
                                const Attributes& attributes) {
  Extent extent, most;
  for (const std::string& axis_name : axes) {
    const Axis& axis = axes_.at(axis_name);
    extent.push_back(axis.length);
    most.push_back(axis.grows ? H5S_UNLIMITED : axis.length);
  }
  const Handle dataset = make_dataset(file_, name, H5T_IEEE_F64LE, extent, most,
                                      Extent(piece.begin(), piece.end()), writing_);
  write_attributes(dataset, attributes, writing_);
  write_attribute(dataset, "_FillValue", H5T_IEEE_F64LE, {1}, &no_value, writing_);
  attach(name, axes);
  axes_of_series_[name] = axes;
}

// References both ways are what makes an axis one; those from the axes are written once, by
// `complete_axes`, where the library's own function would rewrite them for every series.
void NewOutcomeFile::attach(const std::string& name, const std::vector<std::string>& axes) {
  std::vector<hobj_ref_t> scales;
  for (const std::string& axis : axes) {
    axes_.at(axis).uses.push_back({name, static_cast<unsigned int>(scales.size())});
    scales.push_back(reference_to(file_, axis, writing_));
  }
  std::vector<hvl_t> lists;
  for (hobj_ref_t& scale : scales) {
    lists.push_back({1, &scale});
  }
  const Handle type(H5Tvlen_create(H5T_STD_REF_OBJ), H5Tclose, writing_);
  write_attribute(opened(file_, name, writing_), "DIMENSION_LIST", type, {lists.size()},
                  lists.data(), writing_);
}

void NewOutcomeFile::complete_axes() {
  constexpr std::size_t reference_size = sizeof(hobj_ref_t);
  constexpr std::size_t use_size = 2 * reference_size;  // as C lays out {reference, unsigned}
  const Handle type(H5Tcreate(H5T_COMPOUND, use_size), H5Tclose, writing_);
  checked(H5Tinsert(type, "dataset", 0, H5T_STD_REF_OBJ), writing_);
  checked(H5Tinsert(type, "dimension", reference_size, H5T_NATIVE_UINT), writing_);
  for (const auto& [name, axis] : axes_) {
    // Zeroed first: the gap after `dimension` reaches the file.
    std::vector<unsigned char> bytes(axis.uses.size() * use_size, 0);
    for (std::size_t i = 0; i < axis.uses.size(); ++i) {
      const hobj_ref_t user = reference_to(file_, axis.uses[i].name, writing_);
      std::memcpy(&bytes[i * use_size], &user, reference_size);
      std::memcpy(&bytes[i * use_size + reference_size], &axis.uses[i].dimension,
                  sizeof(unsigned int));
    }
    if (!axis.uses.empty()) {
      write_attribute(opened(file_, name, writing_), "REFERENCE_LIST", type, {axis.uses.size()},
                      bytes.data(), writing_);
    }
  }
}

void NewOutcomeFile::grow(std::span<const std::int64_t> values) {
  grown_ = values.size();
  axes_.at(growing_axis_).length += grown_;
  write_newest(growing_axis_, {growing_axis_}, H5T_NATIVE_INT64, values.data(), grown_);
}

void NewOutcomeFile::append(const std::string& series, const double* values, std::size_t room) {
  write_newest(series, axes_of_series_.at(series), H5T_NATIVE_DOUBLE, values, room);
}

void NewOutcomeFile::write_newest(const std::string& name, const std::vector<std::string>& axes,
                                  std::int64_t type, const void* values, std::size_t room) {
  Extent extent, start, count, memory;
  for (const std::string& axis_name : axes) {
    const Axis& axis = axes_.at(axis_name);
    extent.push_back(axis.length);
    start.push_back(axis.grows ? axis.length - grown_ : 0);
    count.push_back(axis.grows ? grown_ : axis.length);
    memory.push_back(axis.grows ? room : axis.length);
  }
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);  // of this thread, which may be a new one
  Handle dataset = opened(file_, name, writing_);
  checked(H5Dset_extent(dataset, extent.data()), writing_);
  const Handle file_space(H5Dget_space(dataset), H5Sclose, writing_);
  select(file_space, start, count);
  const Handle memory_space = space_of(memory, memory);
  select(memory_space, Extent(count.size(), 0), count);
  checked(H5Dwrite(dataset, type, memory_space, file_space, H5P_DEFAULT, values), writing_);
  dataset.write_out(writing_);
}

void NewOutcomeFile::finish() {
  // What could not reach the disk before shows here.
  checked(H5Fclose(file_), writing_);
  published_.publish();
}

OutcomeFile::OutcomeFile(const std::filesystem::path& path) : reading_("read " + path.string()) {
  open_library();
  Handle file(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), H5Fclose, reading_);
  runs_ = extent_of(opened(file, "run", reading_), reading_).at(0);

  const Handle dataset = opened(file, "scenario", reading_);
  std::vector<char*> texts(extent_of(dataset, reading_).at(0), nullptr);
  const Handle type = text_type();
  const Handle space(H5Dget_space(dataset), H5Sclose, reading_);
  checked(H5Dread(dataset, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, texts.data()), reading_);
  scenarios_.assign(texts.begin(), texts.end());
  checked(H5Dvlen_reclaim(type, space, H5P_DEFAULT, texts.data()), reading_);
  file_ = file.release();
}

OutcomeFile::~OutcomeFile() { H5Fclose(file_); }

std::vector<std::vector<double>> OutcomeFile::read(const std::string& name, int axes) const {
  if (checked(H5Lexists(file_, name.c_str(), H5P_DEFAULT), reading_) == 0) {
    throw std::out_of_range("the results have no measure " + name);
  }
  const Handle dataset = opened(file_, name, reading_);
  const Extent extent = extent_of(dataset, reading_);
  if (std::ssize(extent) != axes || extent[0] != scenarios_.size() || extent[1] != runs_) {
    throw std::out_of_range(name + (axes == 2 ? " has not one value a run" : " is not monthly"));
  }
  const std::size_t of_scenario = runs_ * (axes == 2 ? 1 : extent[2]);
  std::vector<double> all(scenarios_.size() * of_scenario);
  checked(H5Dread(dataset, H5T_NATIVE_DOUBLE, H5S_ALL, H5S_ALL, H5P_DEFAULT, all.data()), reading_);
  std::vector<std::vector<double>> by_scenario;
  for (auto first = all.data(); first != all.data() + all.size(); first += of_scenario) {
    by_scenario.emplace_back(first, first + of_scenario);
  }
  return by_scenario;
}

}  // namespace stepdown
