# The layers that are built: STEPDOWN_LAYERS up to STEPDOWN_UP_TO.
list(FIND STEPDOWN_LAYERS "${STEPDOWN_UP_TO}" last_layer)
if(last_layer EQUAL -1)
  message(FATAL_ERROR "STEPDOWN_UP_TO=${STEPDOWN_UP_TO} is not a layer: ${STEPDOWN_LAYERS}")
endif()
math(EXPR layer_count "${last_layer} + 1")
list(SUBLIST STEPDOWN_LAYERS 0 ${layer_count} STEPDOWN_LAYERS_BUILT)

# stepdown_layer(name [USES package...] [OFFERS package...])
#
# Makes the library stepdown_<name> from the folder <name>. It links the layers to its left and
# nothing to its right; that no include goes rightwards is checked by tests/architecture, which reads
# the same list. USES are packages of the sources alone; OFFERS are those a header has to show.
# A folder without sources is a layer without code, so that a layer may be begun with a header.
function(stepdown_layer name)
  cmake_parse_arguments(PARSE_ARGV 1 layer "" "" "USES;OFFERS")
  list(FIND STEPDOWN_LAYERS "${name}" position)
  if(position EQUAL -1)
    message(FATAL_ERROR "${name} is not in STEPDOWN_LAYERS: ${STEPDOWN_LAYERS}")
  endif()
  if(NOT name IN_LIST STEPDOWN_LAYERS_BUILT)
    return()
  endif()

  file(GLOB_RECURSE sources CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/${name}/*.cpp")
  # Programs are made of a layer and no part of it.
  list(FILTER sources EXCLUDE REGEX "[/_]main\\.cpp$")
  list(SUBLIST STEPDOWN_LAYERS 0 ${position} layers_to_the_left)
  list(TRANSFORM layers_to_the_left PREPEND stepdown_)

  if(sources OR name STREQUAL "scenarios")
    add_library(stepdown_${name} STATIC ${sources})
    target_link_libraries(stepdown_${name}
      PUBLIC stepdown_flags ${layers_to_the_left} ${layer_OFFERS}
      PRIVATE ${layer_USES})
    if(STEPDOWN_FUZZ AND name MATCHES "^(scenarios|analysis|calibration)$")
      # What a fuzzer must see to find new ways is in the layers that read files. Elsewhere it would
      # only cost: these marks take as long to compile as the code itself.
      target_compile_options(stepdown_${name} PRIVATE -fsanitize=fuzzer-no-link)
    endif()
  else()
    add_library(stepdown_${name} INTERFACE)
    target_link_libraries(stepdown_${name}
      INTERFACE stepdown_flags ${layers_to_the_left} ${layer_OFFERS})
  endif()
endfunction()

# stepdown_embed(name [pattern...])
#
# Puts the files of those patterns, or every TOML file of the folder <name>, into the program as the
# function embedded_<name>, so that it needs no source tree.
function(stepdown_embed name)
  if(NOT TARGET stepdown_scenarios)
    return()
  endif()
  set(patterns ${ARGN})
  if(NOT patterns)
    set(patterns "${name}/*.toml")
  endif()
  list(TRANSFORM patterns PREPEND "${PROJECT_SOURCE_DIR}/")
  file(GLOB_RECURSE texts RELATIVE "${PROJECT_SOURCE_DIR}" CONFIGURE_DEPENDS ${patterns})
  list(SORT texts)
  set(generated "${PROJECT_BINARY_DIR}/generated/embedded_${name}.cpp")
  set(list_file "${PROJECT_BINARY_DIR}/generated/embedded_${name}.txt")
  list(JOIN texts "\n" lines)
  file(CONFIGURE OUTPUT "${list_file}" CONTENT "${lines}\n" @ONLY)
  add_custom_command(
    OUTPUT "${generated}"
    COMMAND "${CMAKE_COMMAND}" "-DROOT=${PROJECT_SOURCE_DIR}" "-DLIST=${list_file}"
      "-DFUNCTION=embedded_${name}" "-DOUTPUT=${generated}" -P "${PROJECT_SOURCE_DIR}/cmake/embed.cmake"
    DEPENDS ${texts} "${list_file}" cmake/embed.cmake cmake/bytes.cmake
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    COMMENT "Embedding ${name}"
    VERBATIM)
  target_sources(stepdown_scenarios PRIVATE "${generated}")
endfunction()

# Puts the emulator that local fits draw on into the program.
function(stepdown_embedded_emulator)
  if(NOT TARGET stepdown_calibration)
    return()
  endif()
  set(emulator "${PROJECT_SOURCE_DIR}/calibration/emulator/england.h5")
  set(generated "${PROJECT_BINARY_DIR}/generated/embedded_emulator.cpp")
  add_custom_command(
    OUTPUT "${generated}"
    COMMAND "${CMAKE_COMMAND}" "-DEMULATOR=${emulator}" "-DOUTPUT=${generated}"
      -P "${PROJECT_SOURCE_DIR}/cmake/embed_emulator.cmake"
    DEPENDS "${emulator}" cmake/embed_emulator.cmake cmake/bytes.cmake
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    COMMENT "Embedding the emulator"
    VERBATIM)
  target_sources(stepdown_calibration PRIVATE "${generated}")
endfunction()

# What brings the base near England's figures: for who maintains the base.
function(stepdown_base_fit_program)
  if(NOT TARGET stepdown_calibration)
    return()
  endif()
  add_executable(stepdown_base_fit calibration/base_fit_main.cpp)
  target_link_libraries(stepdown_base_fit PRIVATE stepdown_calibration CLI11::CLI11)
  set_target_properties(stepdown_base_fit PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
endfunction()

# The program itself: the last layer with a main.
function(stepdown_program)
  if(NOT TARGET stepdown_cli OR NOT EXISTS "${PROJECT_SOURCE_DIR}/cli/main.cpp")
    return()
  endif()
  add_executable(stepdown cli/main.cpp cli/processor_main.cpp)
  if(CMAKE_SYSTEM_PROCESSOR MATCHES "^(x86_64|AMD64)$")
    set_source_files_properties(cli/processor_main.cpp PROPERTIES COMPILE_OPTIONS "-march=x86-64")
    if(STEPDOWN_ARCH STREQUAL "x86-64-v3")
      set_property(SOURCE cli/processor_main.cpp APPEND PROPERTY
        COMPILE_DEFINITIONS STEPDOWN_NEEDS_AVX2)
    endif()
  endif()
  target_link_libraries(stepdown PRIVATE stepdown_cli CLI11::CLI11)
  set_target_properties(stepdown PROPERTIES RUNTIME_OUTPUT_DIRECTORY "${PROJECT_BINARY_DIR}")
endfunction()
