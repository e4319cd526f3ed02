# Packages of the distribution, each behind one door (see tests/architecture). Imported targets are
# SYSTEM, so their headers raise no warnings.
find_package(Boost 1.74 REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(TBB REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(HDF5 REQUIRED COMPONENTS C)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(pugixml REQUIRED)

# Used by its headers, because the shared library would be one more thing to install at run time.
find_path(STEPDOWN_TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED)
mark_as_advanced(STEPDOWN_TOMLPLUSPLUS_INCLUDE)
add_library(stepdown::tomlplusplus INTERFACE IMPORTED)
target_include_directories(stepdown::tomlplusplus INTERFACE "${STEPDOWN_TOMLPLUSPLUS_INCLUDE}")
target_compile_definitions(stepdown::tomlplusplus INTERFACE TOML_HEADER_ONLY=1)

# stepdown_c_library(<package> <header> <library>): makes the target stepdown::<package> of a package
# without CMake files of its own.
function(stepdown_c_library package header library)
  find_path(STEPDOWN_${package}_INCLUDE ${header} REQUIRED)
  find_library(STEPDOWN_${package}_LIBRARY ${library} REQUIRED)
  mark_as_advanced(STEPDOWN_${package}_INCLUDE STEPDOWN_${package}_LIBRARY)
  add_library(stepdown::${package} UNKNOWN IMPORTED)
  set_target_properties(stepdown::${package} PROPERTIES
    IMPORTED_LOCATION "${STEPDOWN_${package}_LIBRARY}"
    INTERFACE_INCLUDE_DIRECTORIES "${STEPDOWN_${package}_INCLUDE}")
endfunction()
stepdown_c_library(zstd zstd.h zstd)
stepdown_c_library(xlsxwriter xlsxwriter.h xlsxwriter)
# Its C++ header stands on the C library.
stepdown_c_library(nlopt nlopt.hpp nlopt)
stepdown_c_library(csv csv.h csv)
