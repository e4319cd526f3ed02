# cmake -DNPM=<npm> -DSOURCE=<folder with package-lock.json> -DFOLDER=<folder to fetch into>
#   -P fetch_node_packages.cmake
#
# Fetches exactly the packages of a lock file, which has their checksums, into FOLDER/node_modules.
foreach(file package.json package-lock.json .npmrc)
  if(EXISTS "${SOURCE}/${file}")
    file(COPY "${SOURCE}/${file}" DESTINATION "${FOLDER}")
  endif()
endforeach()
execute_process(
  COMMAND "${NPM}" ci --ignore-scripts --no-audit --no-fund --prefer-offline --loglevel=error
  WORKING_DIRECTORY "${FOLDER}"
  RESULT_VARIABLE result
  OUTPUT_VARIABLE output
  ERROR_VARIABLE output)
if(NOT result EQUAL 0)
  message(FATAL_ERROR
    "npm could not fetch the packages named in ${SOURCE}/package-lock.json.\n"
    "They are fetched once for each build folder, so this build needs the network (or what npm "
    "keeps from an earlier one); later builds do not, until that file changes. npm said:\n"
    "${output}")
endif()
file(TOUCH "${FOLDER}/fetched")
