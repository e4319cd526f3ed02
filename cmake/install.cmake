# What `cmake --install build/release --component stepdown` puts where: the program, its manual page,
# completion for three shells, scenario files and pages to read.
if(NOT TARGET stepdown)
  return()
endif()
include(GNUInstallDirs)

# The program itself knows what its shells complete.
set(completions "${PROJECT_BINARY_DIR}/completions")
file(MAKE_DIRECTORY "${completions}")
add_custom_command(TARGET stepdown POST_BUILD
  COMMAND stepdown completion bash > "${completions}/stepdown"
  COMMAND stepdown completion zsh > "${completions}/_stepdown"
  COMMAND stepdown completion fish > "${completions}/stepdown.fish"
  COMMENT "Writing completions")

install(TARGETS stepdown RUNTIME DESTINATION "${CMAKE_INSTALL_BINDIR}" COMPONENT stepdown)
install(FILES docs/stepdown.1 DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT stepdown)
install(FILES "${completions}/stepdown"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/bash-completion/completions" COMPONENT stepdown)
install(FILES "${completions}/_stepdown"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/zsh/site-functions" COMPONENT stepdown)
install(FILES "${completions}/stepdown.fish"
  DESTINATION "${CMAKE_INSTALL_DATADIR}/fish/vendor_completions.d" COMPONENT stepdown)
install(DIRECTORY scenarios DESTINATION "${CMAKE_INSTALL_DATADIR}/stepdown" COMPONENT stepdown
  FILES_MATCHING PATTERN "*.toml" PATTERN "README.md" PATTERN "starter" EXCLUDE)
install(DIRECTORY docs DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT stepdown
  PATTERN "stepdown.1" EXCLUDE)
install(FILES README.md CHANGELOG.md LICENSE CITATION.cff
  DESTINATION "${CMAKE_INSTALL_DOCDIR}" COMPONENT stepdown)
