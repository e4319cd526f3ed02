#include "analysis/hdf5_handle.h"

#include <sys/mman.h>

#include <cerrno>
#include <cstddef>
#include <cstdio>
#include <cstring>
#include <new>
#include <system_error>

namespace stepdown {
namespace {

// The operating system's reason lies somewhere in the library's error stack, as text.
herr_t find_errno(unsigned, const H5E_error2_t* entry, void* found) {
  const char* text = entry->desc == nullptr ? nullptr : std::strstr(entry->desc, "errno = ");
  if (text != nullptr) {
    std::sscanf(text, "errno = %d", static_cast<int*>(found));
  }
  return 0;
}

}  // namespace

void throw_if_failed(bool failed, const std::string& doing) {
  if (failed) {
    int reason = EIO;
    H5Ewalk2(H5E_DEFAULT, H5E_WALK_UPWARD, find_errno, &reason);
    throw std::system_error(reason, std::generic_category(), "cannot " + doing);
  }
}

// Once a disk is full the library crashes while it tries again to write what it holds, be it as a
// file is closed or as the program ends; so it is told to do neither by itself.
void open_hdf5() {
  expect_room();
  H5dont_atexit();
  checked(H5open(), "start the HDF5 library");
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
}

// Refused memory, the library crashes while it takes back what it has begun.
void expect_room() {
  constexpr std::size_t enough = std::size_t{16} << 20U;
  // Asked of the system, which is refused as soon and costs no more than two calls.
  void* const room =
      ::mmap(nullptr, enough, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (room == MAP_FAILED) {
    throw std::bad_alloc();
  }
  ::munmap(room, enough);
}

const hsize_t* pointer(const Extent& extent) {
  static_assert(sizeof(hsize_t) == sizeof(Extent::value_type));
  return reinterpret_cast<const hsize_t*>(extent.data());
}

Hdf5Handle text_type() {
  Hdf5Handle type(H5Tcopy(H5T_C_S1), H5Tclose, "describe a text");
  checked(H5Tset_size(type, H5T_VARIABLE), "describe a text");
  checked(H5Tset_cset(type, H5T_CSET_UTF8), "describe a text");
  return type;
}

Hdf5Handle object_called(hid_t file, const std::string& name, const std::string& doing) {
  return {H5Oopen(file, name.c_str(), H5P_DEFAULT), H5Oclose, doing};
}

Hdf5Handle space_of(const Extent& extent, const Extent& most) {
  const int rank = static_cast<int>(extent.size());
  return {
      rank == 0 ? H5Screate(H5S_SCALAR) : H5Screate_simple(rank, pointer(extent), pointer(most)),
      H5Sclose, "describe an array"};
}

void select(hid_t space, const Extent& start, const Extent& count) {
  checked(
      H5Sselect_hyperslab(space, H5S_SELECT_SET, pointer(start), nullptr, pointer(count), nullptr),
      "select a part of an array");
}

}  // namespace stepdown
