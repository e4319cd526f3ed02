# The pictures of a report: the modules of analysis/charts become one script, which is carried by the
# program with the style of the page, so that a run needs no Node.

# stepdown_node_packages(folder stamp)
#
# A command that fetches the packages of <folder>/package-lock.json into the build folder whenever
# that file changes; <stamp> is what to depend on, and beside it stands node_modules.
function(stepdown_node_packages folder stamp)
  set(into "${PROJECT_BINARY_DIR}/node/${folder}")
  add_custom_command(
    OUTPUT "${into}/fetched"
    COMMAND "${CMAKE_COMMAND}" "-DNPM=${STEPDOWN_NPM}" "-DSOURCE=${PROJECT_SOURCE_DIR}/${folder}"
      "-DFOLDER=${into}" -P "${PROJECT_SOURCE_DIR}/cmake/fetch_node_packages.cmake"
    DEPENDS "${PROJECT_SOURCE_DIR}/${folder}/package.json"
      "${PROJECT_SOURCE_DIR}/${folder}/package-lock.json"
      "${PROJECT_SOURCE_DIR}/cmake/fetch_node_packages.cmake"
    COMMENT "Fetching the Node packages of ${folder}"
    VERBATIM)
  set(${stamp} "${into}/fetched" PARENT_SCOPE)
endfunction()

function(stepdown_report_page)
  if(NOT TARGET stepdown_analysis)
    return()
  endif()
  find_program(STEPDOWN_NODE node)
  find_program(STEPDOWN_NPM npm)
  mark_as_advanced(STEPDOWN_NODE STEPDOWN_NPM)
  if(NOT STEPDOWN_NODE OR NOT STEPDOWN_NPM)
    message(FATAL_ERROR
      "node and npm are missing: they bundle the pictures of the report. tools/install-packages "
      "installs them; layers to the left of analysis need neither (-DSTEPDOWN_UP_TO=scenarios).")
  endif()

  stepdown_node_packages(analysis/charts packages)
  get_filename_component(packages_folder "${packages}" DIRECTORY)
  file(GLOB modules CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/analysis/charts/*.js")
  set(script "${PROJECT_BINARY_DIR}/generated/report.js")
  add_custom_command(
    OUTPUT "${script}"
    COMMAND "${CMAKE_COMMAND}" -E env "NODE_PATH=${packages_folder}/node_modules"
      "${STEPDOWN_NODE}" "${packages_folder}/node_modules/esbuild/bin/esbuild"
      "${PROJECT_SOURCE_DIR}/analysis/charts/report.js" --bundle --minify --format=iife
      --target=es2020 --legal-comments=none --charset=utf8 --log-level=warning
      "--outfile=${script}"
    DEPENDS ${modules} "${packages}"
    COMMENT "Bundling the pictures of the report"
    VERBATIM)

  set(style "${PROJECT_SOURCE_DIR}/analysis/report/page.css")
  set(generated "${PROJECT_BINARY_DIR}/generated/embedded_page.cpp")
  add_custom_command(
    OUTPUT "${generated}"
    COMMAND "${CMAKE_COMMAND}" "-DSCRIPT=${script}" "-DSTYLE=${style}" "-DOUTPUT=${generated}"
      -P "${PROJECT_SOURCE_DIR}/cmake/embed_page.cmake"
    DEPENDS "${script}" "${style}" cmake/embed_page.cmake cmake/bytes.cmake
    WORKING_DIRECTORY "${PROJECT_SOURCE_DIR}"
    COMMENT "Embedding the page of the report"
    VERBATIM)
  target_sources(stepdown_analysis PRIVATE "${generated}")
endfunction()
