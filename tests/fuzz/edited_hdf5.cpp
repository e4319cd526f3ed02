#include "tests/fuzz/edited_hdf5.h"

#include <fuzzer/FuzzedDataProvider.h>
#include <hdf5.h>

#include <fstream>
#include <iterator>
#include <limits>
#include <vector>

#include "analysis/file_seal.h"
#include "tests/fuzz/fuzzed.h"

namespace stepdown {
namespace {

constexpr int most_edits = 6;
constexpr int most_axes = 5;
constexpr hsize_t longest_axis = 9;

std::vector<std::string> names_of_objects(hid_t file) {
  std::vector<std::string> names;
  const auto note = [](hid_t, const char* name, const H5L_info_t*, void* noted) -> herr_t {
    static_cast<std::vector<std::string>*>(noted)->emplace_back(name);
    return 0;
  };
  H5Lvisit(file, H5_INDEX_NAME, H5_ITER_INC, note, &names);
  return names;
}

/// Changes an open file as bytes of anybody's making say.
class Editor {
 public:
  Editor(hid_t file, std::string_view bytes)
      : file_(file),
        said_(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()),
        names_(names_of_objects(file)) {}

  void edit() {
    for (int i = 0; i < most_edits && said_.remaining_bytes() > 0 && !names_.empty(); ++i) {
      switch (said_.ConsumeIntegralInRange(0, 5)) {
        case 0:
          H5Ldelete(file_, any_name().c_str(), H5P_DEFAULT);
          break;
        case 1:
          exchange();
          break;
        case 2:
          set_attribute();
          break;
        case 3:
          remove_attribute();
          break;
        case 4:
          make_group(any_name());
          break;
        default:
          overwrite();
          break;
      }
    }
  }

 private:
  enum class Kind { real, whole, text, kMaxValue = text };  // as the library calls it

  const std::string& any_name() {
    return names_[said_.ConsumeIntegralInRange<std::size_t>(0, names_.size() - 1)];
  }

  double any_number() {
    constexpr double odd[] = {0,
                              1,
                              -1,
                              2,
                              1e300,
                              std::numeric_limits<double>::infinity(),
                              std::numeric_limits<double>::quiet_NaN()};
    return said_.ConsumeBool() ? said_.PickValueInArray(odd) : said_.ConsumeFloatingPoint<double>();
  }

  // With it go its attributes: what reads them has to do without.
  void make_group(const std::string& name) {
    H5Ldelete(file_, name.c_str(), H5P_DEFAULT);
    const hid_t group = H5Gcreate2(file_, name.c_str(), H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
    H5Gclose(group);
  }

  hid_t text_type() {
    const hid_t type = H5Tcopy(H5T_C_S1);
    if (said_.ConsumeBool()) {
      H5Tset_size(type, H5T_VARIABLE);
    }
    if (said_.ConsumeBool()) {
      H5Tset_cset(type, H5T_CSET_UTF8);
    }
    return type;
  }

  hid_t any_space() {
    std::vector<hsize_t> extent(said_.ConsumeIntegralInRange<std::size_t>(0, most_axes));
    for (hsize_t& length : extent) {
      length = said_.ConsumeIntegralInRange<hsize_t>(0, longest_axis);
    }
    return extent.empty()
               ? H5Screate(H5S_SCALAR)
               : H5Screate_simple(static_cast<int>(extent.size()), extent.data(), nullptr);
  }

  // Few different values, over and over.
  template <class Value, class Next>
  std::vector<Value> values_for(hid_t space, Next next) {
    std::vector<Value> few;
    for (int i = said_.ConsumeIntegralInRange(1, 4); i > 0; --i) {
      few.push_back(next());
    }
    const auto count = static_cast<std::size_t>(H5Sget_simple_extent_npoints(space));
    std::vector<Value> all;
    for (std::size_t i = 0; i < count; ++i) {
      all.push_back(few[i % few.size()]);
    }
    all.push_back(few.front());  // so that there is always something to point at
    return all;
  }

  /// Calls `put` with type and values for an array or attribute of the space.
  template <class Put>
  void with_values(Kind kind, hid_t space, Put put) {
    if (kind == Kind::real) {
      put(H5T_NATIVE_DOUBLE, values_for<double>(space, [&] { return any_number(); }).data());
    } else if (kind == Kind::whole) {
      const auto next = [&] { return said_.ConsumeIntegral<std::int64_t>(); };
      put(H5T_NATIVE_INT64, values_for<std::int64_t>(space, next).data());
    } else {
      const hid_t type = text_type();
      texts_.clear();
      texts_.reserve(4);
      const auto next = [&]() -> const char* {
        return texts_.emplace_back(said_.ConsumeRandomLengthString(40)).c_str();
      };
      const auto values = values_for<const char*>(space, next);
      // Of fixed length, one character each.
      const std::string single(values.size(), 'x');
      put(type, H5Tis_variable_str(type) > 0 ? static_cast<const void*>(values.data())
                                             : static_cast<const void*>(single.data()));
      H5Tclose(type);
    }
  }

  void exchange() {
    const std::string name = any_name();
    H5Ldelete(file_, name.c_str(), H5P_DEFAULT);
    const hid_t space = any_space();
    with_values(said_.ConsumeEnum<Kind>(), space, [&](hid_t type, const void* values) {
      const hid_t array =
          H5Dcreate2(file_, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT, H5P_DEFAULT);
      H5Dwrite(array, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values);
      H5Dclose(array);
    });
    H5Sclose(space);
  }

  /// The object, or now and then the file itself.
  hid_t any_object() {
    return H5Oopen(file_, said_.ConsumeBool() ? "/" : any_name().c_str(), H5P_DEFAULT);
  }

  std::string any_attribute(hid_t object) {
    const int count = H5Aget_num_attrs(object);
    if (count <= 0) {
      return "format";
    }
    char name[256] = {};
    H5Aget_name_by_idx(object, ".", H5_INDEX_NAME, H5_ITER_INC,
                       said_.ConsumeIntegralInRange<hsize_t>(0, static_cast<hsize_t>(count - 1)),
                       name, sizeof(name), H5P_DEFAULT);
    return name;
  }

  void set_attribute() {
    const hid_t object = any_object();
    if (object < 0) {
      return;
    }
    const std::string name = any_attribute(object);
    H5Adelete(object, name.c_str());
    const hid_t space = said_.ConsumeBool() ? H5Screate(H5S_SCALAR) : any_space();
    with_values(said_.ConsumeEnum<Kind>(), space, [&](hid_t type, const void* values) {
      const hid_t made = H5Acreate2(object, name.c_str(), type, space, H5P_DEFAULT, H5P_DEFAULT);
      H5Awrite(made, type, values);
      H5Aclose(made);
    });
    H5Sclose(space);
    H5Oclose(object);
  }

  void remove_attribute() {
    const hid_t object = any_object();
    if (object >= 0) {
      H5Adelete(object, any_attribute(object).c_str());
      H5Oclose(object);
    }
  }

  /// Other values in the same shape.
  void overwrite() {
    const hid_t array = H5Dopen2(file_, any_name().c_str(), H5P_DEFAULT);
    if (array < 0) {
      return;
    }
    const hid_t space = H5Dget_space(array);
    const hid_t type = H5Dget_type(array);
    const H5T_class_t sort = H5Tget_class(type);
    if (sort == H5T_FLOAT || sort == H5T_INTEGER) {
      with_values(sort == H5T_FLOAT ? Kind::real : Kind::whole, space,
                  [&](hid_t of_values, const void* values) {
                    H5Dwrite(array, of_values, H5S_ALL, H5S_ALL, H5P_DEFAULT, values);
                  });
    } else if (H5Tis_variable_str(type) > 0) {
      texts_.clear();
      texts_.reserve(4);
      const auto values = values_for<const char*>(space, [&]() -> const char* {
        return texts_.emplace_back(said_.ConsumeRandomLengthString(40)).c_str();
      });
      H5Dwrite(array, type, H5S_ALL, H5S_ALL, H5P_DEFAULT, values.data());
    }
    H5Tclose(type);
    H5Sclose(space);
    H5Dclose(array);
  }

  hid_t file_;
  FuzzedDataProvider said_;
  std::vector<std::string> names_;
  std::vector<std::string> texts_;  // while they are pointed at
};

std::string bytes_made_by(const std::function<void(const std::filesystem::path&)>& write) {
  const std::filesystem::path path = fuzzed_file("", "original.h5");
  write(path);
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

std::filesystem::path edited_hdf5(std::string_view bytes, const std::string& name,
                                  const std::function<void(const std::filesystem::path&)>& write) {
  static const std::string original = bytes_made_by(write);
  const std::filesystem::path path = fuzzed_file(original, name);
  H5Eset_auto2(H5E_DEFAULT, nullptr, nullptr);
  const hid_t file = H5Fopen(path.c_str(), H5F_ACC_RDWR, H5P_DEFAULT);
  Editor(file, bytes).edit();
  H5Fclose(file);
  seal_file(path);
  return path;
}

}  // namespace stepdown
