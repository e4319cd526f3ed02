#include "analysis/hdf5_output.h"

#include <cstring>
#include <limits>
#include <system_error>

#include "analysis/file_seal.h"
#include "analysis/hdf5_handle.h"

namespace stepdown {
namespace {

constexpr double no_value = std::numeric_limits<double>::quiet_NaN();

// Without time stamps; what a group holds can be listed in the order of its making.
Hdf5Handle creation_of(hid_t kind, const std::string& doing) {
  Hdf5Handle creation(H5Pcreate(kind), H5Pclose, doing);
  checked(H5Pset_obj_track_times(creation, false), doing);
  if (kind != H5P_DATASET_CREATE) {
    checked(H5Pset_link_creation_order(creation, H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED),
            doing);
  }
  return creation;
}

void set_attribute(hid_t file, const std::string& name, const std::string& attribute, hid_t type,
                   const Extent& extent, const void* value, const std::string& doing) {
  expect_room();
  const Hdf5Handle holder = object_called(file, name, doing);
  const Hdf5Handle space = space_of(extent, extent);
  const Hdf5Handle made(
      H5Acreate2(holder, attribute.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
      doing);
  checked(H5Awrite(made, type, value), doing);
}

// The labels of a dimension scale have this fixed type, and readers insist on it.
void set_label(hid_t file, const std::string& name, const std::string& attribute,
               const std::string& text, const std::string& doing) {
  const Hdf5Handle type(H5Tcopy(H5T_C_S1), H5Tclose, doing);
  checked(H5Tset_size(type, text.size() + 1), doing);
  set_attribute(file, name, attribute, type, {}, text.c_str(), doing);
}

Hdf5Handle make_array(hid_t file, const std::string& name, hid_t type, const Extent& extent,
                      const Extent& most, const Extent& piece, const std::string& doing) {
  expect_room();
  const Hdf5Handle creation = creation_of(H5P_DATASET_CREATE, doing);
  if (!piece.empty()) {
    checked(H5Pset_chunk(creation, static_cast<int>(piece.size()), pointer(piece)), doing);
    checked(H5Pset_shuffle(creation), doing);
    checked(H5Pset_deflate(creation, 1), doing);
  }
  if (H5Tget_class(type) == H5T_FLOAT) {
    checked(H5Pset_fill_value(creation, H5T_NATIVE_DOUBLE, &no_value), doing);
  }
  const Hdf5Handle space = space_of(extent, most);
  return {H5Dcreate2(file, name.c_str(), type, space, H5P_DEFAULT, creation, H5P_DEFAULT), H5Dclose,
          doing};
}

void write_whole_array(const Hdf5Handle& array, hid_t type, const void* values,
                       const std::string& doing) {
  checked(H5Dwrite(array, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values), doing);
}

void write_part(hid_t file, const std::string& name, hid_t type, const Extent& start,
                const Extent& count, const Extent& held, const void* values,
                const std::string& doing) {
  expect_room();
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);  // of this thread, which may be a new one
  Hdf5Handle array = object_called(file, name, doing);
  const Hdf5Handle file_space(H5Dget_space(array), H5Sclose, doing);
  select(file_space, start, count);
  const Hdf5Handle memory_space = space_of(held, held);
  select(memory_space, Extent(count.size(), 0), count);
  checked(H5Dwrite(array, type, memory_space, file_space, H5P_DEFAULT, values), doing);
  array.write_out(doing);
}

hobj_ref_t reference_to(hid_t file, const std::string& name, const std::string& doing) {
  hobj_ref_t reference = 0;
  checked(H5Rcreate(&reference, file, name.c_str(), H5R_OBJECT, H5I_INVALID_HID), doing);
  return reference;
}

}  // namespace

Hdf5Output::Hdf5Output(const std::filesystem::path& path, std::string doing)
    : path_(path), doing_(std::move(doing)) {
  open_hdf5();
  const Hdf5Handle creation = creation_of(H5P_FILE_CREATE, doing_);
  const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, doing_);
  checked(H5Pset_libver_bounds(access, H5F_LIBVER_V18, H5F_LIBVER_V18), doing_);
  file_ = checked(H5Fcreate(path.c_str(), H5F_ACC_TRUNC, creation, access), doing_);
}

void Hdf5Output::close() {
  checked(H5Fclose(file_), doing_);
  try {
    seal_file(path_);
  } catch (const std::system_error& error) {
    throw std::system_error(error.code(), "cannot " + doing_);
  }
}

void Hdf5Output::add_group(const std::string& name, const Attributes& attributes) {
  const Hdf5Handle creation = creation_of(H5P_GROUP_CREATE, doing_);
  const Hdf5Handle group(H5Gcreate2(file_, name.c_str(), H5P_DEFAULT, creation, H5P_DEFAULT),
                         H5Gclose, doing_);
  set_texts(name, attributes);
}

void Hdf5Output::set_texts(const std::string& name, const Attributes& attributes) {
  const Hdf5Handle type = text_type();
  for (const auto& [attribute, text] : attributes) {
    const char* characters = text.c_str();
    set_attribute(file_, name, attribute, type, {}, &characters, doing_);
  }
}

void Hdf5Output::set_whole(const std::string& name, const std::string& attribute,
                           std::uint64_t value) {
  set_attribute(file_, name, attribute, H5T_STD_U64LE, {}, &value, doing_);
}

void Hdf5Output::add_texts(const std::string& name, const Extent& extent,
                           const std::vector<std::string>& texts) {
  std::vector<const char*> pointers;
  for (const std::string& text : texts) {
    pointers.push_back(text.c_str());
  }
  const Hdf5Handle type = text_type();
  write_whole_array(make_array(file_, name, type, extent, extent, {}, doing_), type,
                    pointers.data(), doing_);
}

void Hdf5Output::add_reals(const std::string& name, const Extent& extent,
                           const std::vector<double>& values) {
  write_whole_array(make_array(file_, name, H5T_IEEE_F64LE, extent, extent, {}, doing_),
                    H5T_NATIVE_DOUBLE, values.data(), doing_);
}

void Hdf5Output::add_pieces(const std::string& name, Kind kind, const Extent& extent,
                            const std::vector<bool>& grows, const Extent& piece) {
  Extent most = extent;
  for (std::size_t i = 0; i < most.size(); ++i) {
    most[i] = grows[i] ? H5S_UNLIMITED : most[i];
  }
  make_array(file_, name, kind == Kind::real ? H5T_IEEE_F64LE : H5T_STD_I64LE, extent, most, piece,
             doing_);
}

void Hdf5Output::mark_missing_as_nan(const std::string& name) {
  set_attribute(file_, name, "_FillValue", H5T_IEEE_F64LE, {1}, &no_value, doing_);
}

void Hdf5Output::grow(const std::string& name, const Extent& extent) {
  checked(H5Dset_extent(object_called(file_, name, doing_), pointer(extent)), doing_);
}

void Hdf5Output::write(const std::string& name, const Extent& start, const Extent& count,
                       const Extent& held, const double* values) {
  write_part(file_, name, H5T_NATIVE_DOUBLE, start, count, held, values, doing_);
}

void Hdf5Output::write(const std::string& name, std::uint64_t start,
                       const std::vector<std::int64_t>& values) {
  const Extent count{values.size()};
  write_part(file_, name, H5T_NATIVE_INT64, {start}, count, count, values.data(), doing_);
}

void Hdf5Output::become_scale(const std::string& name) {
  set_label(file_, name, "CLASS", "DIMENSION_SCALE", doing_);
  set_label(file_, name, "NAME", name.substr(name.find_last_of('/') + 1), doing_);
}

void Hdf5Output::set_scales(const std::string& name, const std::vector<std::string>& scales) {
  std::vector<hobj_ref_t> references;
  for (const std::string& scale : scales) {
    references.push_back(reference_to(file_, scale, doing_));
  }
  std::vector<hvl_t> lists;
  for (hobj_ref_t& reference : references) {
    lists.push_back({1, &reference});
  }
  const Hdf5Handle type(H5Tvlen_create(H5T_STD_REF_OBJ), H5Tclose, doing_);
  set_attribute(file_, name, "DIMENSION_LIST", type, {lists.size()}, lists.data(), doing_);
}

void Hdf5Output::set_users(const std::string& scale, const std::vector<ScaleUse>& users) {
  constexpr std::size_t reference_size = sizeof(hobj_ref_t);
  constexpr std::size_t use_size = 2 * reference_size;  // as C lays out {reference, unsigned}
  const Hdf5Handle type(H5Tcreate(H5T_COMPOUND, use_size), H5Tclose, doing_);
  checked(H5Tinsert(type, "dataset", 0, H5T_STD_REF_OBJ), doing_);
  checked(H5Tinsert(type, "dimension", reference_size, H5T_NATIVE_UINT), doing_);
  // Zeroed first: the gap after `dimension` reaches the file.
  std::vector<unsigned char> bytes(users.size() * use_size, 0);
  for (std::size_t i = 0; i < users.size(); ++i) {
    const hobj_ref_t user = reference_to(file_, users[i].array, doing_);
    std::memcpy(&bytes[i * use_size], &user, reference_size);
    std::memcpy(&bytes[i * use_size + reference_size], &users[i].dimension, sizeof(unsigned int));
  }
  set_attribute(file_, scale, "REFERENCE_LIST", type, {users.size()}, bytes.data(), doing_);
}

}  // namespace stepdown
