# Packages of the distribution, each behind one door (see tests/architecture). Imported targets are
# SYSTEM, so their headers raise no warnings.
find_package(Boost 1.74 REQUIRED)
find_package(Eigen3 3.4 REQUIRED NO_MODULE)
find_package(TBB REQUIRED)
find_package(CLI11 REQUIRED)
find_package(nlohmann_json REQUIRED)
find_package(HDF5 REQUIRED COMPONENTS C)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)

# Used by its headers, because the shared library would be one more thing to install at run time.
find_path(STEPDOWN_TOMLPLUSPLUS_INCLUDE toml++/toml.h REQUIRED)
mark_as_advanced(STEPDOWN_TOMLPLUSPLUS_INCLUDE)
add_library(stepdown::tomlplusplus INTERFACE IMPORTED)
target_include_directories(stepdown::tomlplusplus INTERFACE "${STEPDOWN_TOMLPLUSPLUS_INCLUDE}")
target_compile_definitions(stepdown::tomlplusplus INTERFACE TOML_HEADER_ONLY=1)
