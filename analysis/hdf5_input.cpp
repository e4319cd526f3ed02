#include "analysis/hdf5_input.h"

#include "analysis/hdf5_handle.h"

namespace stepdown {
namespace {

// More than any computer that runs this could hold.
constexpr std::uint64_t most_values = std::uint64_t{1} << 36U;

std::size_t size_of(const Extent& extent, const std::string& doing) {
  std::uint64_t size = 1;
  for (const std::uint64_t length : extent) {
    throw_if_failed(length != 0 && size > most_values / length, doing);
    size *= length;
  }
  return size;
}

Extent extent_of(hid_t array, const std::string& doing) {
  const Hdf5Handle space(H5Dget_space(array), H5Sclose, doing);
  Extent extent(static_cast<std::size_t>(checked(H5Sget_simple_extent_ndims(space), doing)));
  std::vector<hsize_t> read(extent.size());
  checked(H5Sget_simple_extent_dims(space, read.data(), nullptr), doing);
  return {read.begin(), read.end()};
}

/// An attribute of one value: any other would be read beyond the room for it.
Hdf5Handle attribute_called(hid_t file, const std::string& name, const std::string& attribute,
                            const std::string& doing) {
  Hdf5Handle opened(
      H5Aopen_by_name(file, name.c_str(), attribute.c_str(), H5P_DEFAULT, H5P_DEFAULT), H5Aclose,
      doing);
  const Hdf5Handle space(H5Aget_space(opened), H5Sclose, doing);
  throw_if_failed(H5Sget_simple_extent_npoints(space) != 1, doing);
  return opened;
}

}  // namespace

bool is_hdf5(const std::filesystem::path& path) {
  open_hdf5();
  return H5Fis_hdf5(path.c_str()) > 0;
}

Hdf5Input::Hdf5Input(const std::filesystem::path& path, std::string doing)
    : doing_(std::move(doing)) {
  open_hdf5();
  file_ = checked(H5Fopen(path.c_str(), H5F_ACC_RDONLY, H5P_DEFAULT), doing_);
}

Hdf5Input Hdf5Input::of_bytes(std::string_view bytes, std::string doing) {
  open_hdf5();
  const Hdf5Handle access(H5Pcreate(H5P_FILE_ACCESS), H5Pclose, doing);
  constexpr std::size_t growth = 1U << 16U;
  checked(H5Pset_fapl_core(access, growth, false), doing);
  // The library takes a copy; that it asks for a place it may change is its own business.
  checked(H5Pset_file_image(access, const_cast<char*>(bytes.data()), bytes.size()), doing);
  const hid_t file = checked(H5Fopen("in memory", H5F_ACC_RDONLY, access), doing);
  return {file, std::move(doing)};
}

Hdf5Input::~Hdf5Input() { H5Fclose(file_); }

std::vector<std::string> Hdf5Input::names_in(const std::string& group) const {
  const Hdf5Handle opened = object_called(file_, group, doing_);
  H5G_info_t info;
  checked(H5Gget_info(opened, &info), doing_);
  std::vector<std::string> names;
  for (hsize_t i = 0; i < info.nlinks; ++i) {
    const auto name = [&](char* to, std::size_t room) {
      return checked(H5Lget_name_by_idx(opened, ".", H5_INDEX_CRT_ORDER, H5_ITER_INC, i, to, room,
                                        H5P_DEFAULT),
                     doing_);
    };
    std::string text(static_cast<std::size_t>(name(nullptr, 0)), ' ');
    name(text.data(), text.size() + 1);
    names.push_back(std::move(text));
  }
  return names;
}

bool Hdf5Input::has(const std::string& name) const {
  return checked(H5Lexists(file_, name.c_str(), H5P_DEFAULT), doing_) > 0;
}

bool Hdf5Input::has(const std::string& name, const std::string& attribute) const {
  return checked(H5Aexists_by_name(file_, name.c_str(), attribute.c_str(), H5P_DEFAULT), doing_) >
         0;
}

std::string Hdf5Input::text(const std::string& name, const std::string& attribute) const {
  const Hdf5Handle opened = attribute_called(file_, name, attribute, doing_);
  const Hdf5Handle type = text_type();
  char* characters = nullptr;
  checked(H5Aread(opened, type, &characters), doing_);
  std::string text(characters == nullptr ? "" : characters);
  H5free_memory(characters);
  return text;
}

std::uint64_t Hdf5Input::whole(const std::string& name, const std::string& attribute) const {
  std::uint64_t value = 0;
  checked(H5Aread(attribute_called(file_, name, attribute, doing_), H5T_NATIVE_UINT64, &value),
          doing_);
  return value;
}

Extent Hdf5Input::extent(const std::string& name) const {
  return extent_of(object_called(file_, name, doing_), doing_);
}

std::vector<std::string> Hdf5Input::texts(const std::string& name) const {
  const Hdf5Handle array = object_called(file_, name, doing_);
  std::vector<char*> read(size_of(extent_of(array, doing_), doing_), nullptr);
  const Hdf5Handle type = text_type();
  const Hdf5Handle space(H5Dget_space(array), H5Sclose, doing_);
  checked(H5Dread(array, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, read.data()), doing_);
  std::vector<std::string> texts;
  for (const char* characters : read) {
    texts.emplace_back(characters == nullptr ? "" : characters);
  }
  checked(H5Dvlen_reclaim(type, space, H5P_DEFAULT, read.data()), doing_);
  return texts;
}

std::vector<std::int64_t> Hdf5Input::wholes(const std::string& name) const {
  const Hdf5Handle array = object_called(file_, name, doing_);
  std::vector<std::int64_t> values(size_of(extent_of(array, doing_), doing_));
  checked(H5Dread(array, H5T_NATIVE_INT64, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data()), doing_);
  return values;
}

std::vector<double> Hdf5Input::reals(const std::string& name) const {
  const Extent all = extent(name);
  return reals(name, Extent(all.size(), 0), all);
}

std::vector<double> Hdf5Input::reals(const std::string& name, const Extent& start,
                                     const Extent& count) const {
  const Hdf5Handle array = object_called(file_, name, doing_);
  std::vector<double> values(size_of(count, doing_));
  const Hdf5Handle file_space(H5Dget_space(array), H5Sclose, doing_);
  select(file_space, start, count);
  const Hdf5Handle memory_space = space_of(count, count);
  checked(H5Dread(array, H5T_NATIVE_DOUBLE, memory_space, file_space, H5P_DEFAULT, values.data()),
          doing_);
  return values;
}

}  // namespace stepdown
