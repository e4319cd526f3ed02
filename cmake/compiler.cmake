# What every translation unit of the project is compiled with.
add_library(stepdown_flags INTERFACE)
target_compile_features(stepdown_flags INTERFACE cxx_std_20)
set(CMAKE_CXX_EXTENSIONS OFF)
target_include_directories(stepdown_flags INTERFACE "${PROJECT_SOURCE_DIR}")
target_compile_definitions(stepdown_flags INTERFACE STEPDOWN_VERSION="${PROJECT_VERSION}")

# Contraction would let the same source give other last bits on another processor.
target_compile_options(stepdown_flags INTERFACE
  -ffp-contract=off
  "-fmacro-prefix-map=${PROJECT_SOURCE_DIR}/="
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Werror)
if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
  target_compile_options(stepdown_flags INTERFACE "-march=${STEPDOWN_ARCH}")
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU" AND CMAKE_CXX_COMPILER_VERSION VERSION_LESS 13)
  # GCC 12 reports overlaps inside its own std::string (GCC bug 105651).
  target_compile_options(stepdown_flags INTERFACE -Wno-restrict)
endif()
if(CMAKE_CXX_COMPILER_ID STREQUAL "Clang")
  target_compile_options(stepdown_flags INTERFACE -Wreserved-identifier)
endif()

set(CMAKE_CXX_FLAGS_RELEASE "-O3 -DNDEBUG")
set(CMAKE_CXX_FLAGS_DEBUG "-Og -g")

if(STEPDOWN_CHECKS)
  target_compile_definitions(stepdown_flags INTERFACE STEPDOWN_CHECKS _GLIBCXX_ASSERTIONS)
endif()
if(STEPDOWN_SANITIZE)
  # Reports need names and lines, no more; -O2 because instrumented code is slow enough as it is.
  set(CMAKE_CXX_FLAGS_DEBUG "-O2 -gline-tables-only")
  # To ask of what kind an object is at each call (vptr) takes a sixth of the time to compile; no
  # object here is cast downwards.
  target_compile_options(stepdown_flags INTERFACE
    "-fsanitize=${STEPDOWN_SANITIZE}" -fno-sanitize=vptr -fno-sanitize-recover=all
    -fno-omit-frame-pointer)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    # Instrumented code hides initialisation from GCC's flow analysis, which then warns in vain.
    target_compile_options(stepdown_flags INTERFACE -Wno-maybe-uninitialized)
  endif()
  target_link_options(stepdown_flags INTERFACE "-fsanitize=${STEPDOWN_SANITIZE}")
endif()
if(STEPDOWN_COVERAGE)
  target_compile_options(stepdown_flags INTERFACE --coverage -fprofile-update=atomic)
  target_link_options(stepdown_flags INTERFACE --coverage)
endif()
if(STEPDOWN_IPO)
  set(CMAKE_INTERPROCEDURAL_OPTIMIZATION ON)
endif()

find_program(STEPDOWN_CCACHE ccache)
mark_as_advanced(STEPDOWN_CCACHE)
if(STEPDOWN_CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
  set(CMAKE_CXX_COMPILER_LAUNCHER "${STEPDOWN_CCACHE}")
  # It must be told that what stands in a precompiled header counts by its contents, and to learn of
  # headers from the compiler: preprocessing each file first takes a third of what compiling it does.
  list(PREPEND CMAKE_CXX_COMPILER_LAUNCHER
    env CCACHE_SLOPPINESS=pch_defines,time_macros CCACHE_DEPEND=1)
  if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU")
    target_compile_options(stepdown_flags INTERFACE -fpch-preprocess)
  endif()
endif()
