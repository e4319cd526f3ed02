#pragma once

// Only the files of the door to HDF5 include this: hdf5_output.cpp and hdf5_input.cpp.
#include <hdf5.h>

#include <string>
#include <utility>

#include "analysis/hdf5_extent.h"

namespace stepdown {

/// Throws the operating system's reason as a std::system_error, if the library's answer is a
/// failure.
void throw_if_failed(bool failed, const std::string& doing);

template <class Result>
Result checked(Result result, const std::string& doing) {
  throw_if_failed(result < 0, doing);
  return result;
}

/// Starts the library, silent and without any doing of its own at the end of the program. Throws
/// std::bad_alloc as `expect_room` does.
void open_hdf5();

/// Throws std::bad_alloc where there is not the memory that the library may want for one thing it
/// is asked to do.
void expect_room();

/// One object of the library, closed with its holder.
class Hdf5Handle {
 public:
  using Close = herr_t (*)(hid_t);
  Hdf5Handle(hid_t id, Close close, const std::string& doing)
      : id_(checked(id, doing)), close_(close) {}
  ~Hdf5Handle() { static_cast<void>(id_ < 0 ? 0 : close_(id_)); }
  Hdf5Handle(Hdf5Handle&& other) noexcept
      : id_(std::exchange(other.id_, H5I_INVALID_HID)), close_(other.close_) {}
  operator hid_t() const { return id_; }
  /// For objects that still hold values: closing is when they are written.
  void write_out(const std::string& doing) {
    checked(close_(std::exchange(id_, H5I_INVALID_HID)), doing);
  }

 private:
  hid_t id_;
  Close close_;
};

/// The extent as the library takes it.
const hsize_t* pointer(const Extent& extent);

/// Variable-length UTF-8, the type of every text.
Hdf5Handle text_type();

Hdf5Handle object_called(hid_t file, const std::string& name, const std::string& doing);
Hdf5Handle space_of(const Extent& extent, const Extent& most);

/// Marks a part of an array for what is done next.
void select(hid_t space, const Extent& start, const Extent& count);

}  // namespace stepdown
