# cmake -DROOT=<folder> -DLIST=<file naming one path per line> -DFUNCTION=<name> -DOUTPUT=<file.cpp>
#   -P embed.cmake
#
# Writes the bytes of the named files into a C++ source that defines <name>, declared in
# scenarios/<name>.h. Bytes one by one rather than string
# literals, which have length limits and would need their quotes and brackets escaped.
file(STRINGS "${LIST}" paths)
set(arrays "")
set(entries "")
set(number 0)
foreach(path IN LISTS paths)
  file(READ "${ROOT}/${path}" hex HEX)
  file(SHA256 "${ROOT}/${path}" digest)
  string(LENGTH "${hex}" digits)
  math(EXPR size "${digits} / 2")
  # Sixteen bytes to a line: editors dislike endless lines.
  string(REPEAT "." 32 sixteen_bytes)
  string(REGEX REPLACE "(${sixteen_bytes})" "\\1\n" bytes "${hex}")
  string(REGEX REPLACE "([0-9a-f][0-9a-f])" "'\\\\x\\1'," bytes "${bytes}")
  # The closing zero keeps the array of an empty file legal; it is not part of the text.
  string(APPEND arrays "constexpr char text_${number}[] = {${bytes}'\\0'};\n")
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
