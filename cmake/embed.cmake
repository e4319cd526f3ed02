# cmake -DROOT=<folder> -DLIST=<file naming one path per line> -DFUNCTION=<name> -DOUTPUT=<file.cpp>
#   -P embed.cmake
#
# Writes the bytes of the named files into a C++ source that defines <name>, declared in
# scenarios/<name>.h.
include("${CMAKE_CURRENT_LIST_DIR}/bytes.cmake")
file(STRINGS "${LIST}" paths)
set(arrays "")
set(entries "")
set(number 0)
foreach(path IN LISTS paths)
  file(SHA256 "${ROOT}/${path}" digest)
  stepdown_bytes("${ROOT}/${path}" bytes size)
  string(APPEND arrays "constexpr char text_${number}[] = {${bytes}};\n")
  string(APPEND entries
    "    EmbeddedFile{\"${path}\", std::string_view(text_${number}, ${size}),\n"
    "                 \"${digest}\"},\n")
  math(EXPR number "${number} + 1")
endforeach()
file(WRITE "${OUTPUT}" "\
#include \"scenarios/${FUNCTION}.h\"

#include <array>

namespace stepdown {
namespace {

${arrays}
constexpr std::array<EmbeddedFile, ${number}> files = {{
${entries}}};

}  // namespace

std::span<const EmbeddedFile> ${FUNCTION}() { return files; }

}  // namespace stepdown
")
