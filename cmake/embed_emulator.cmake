# cmake -DEMULATOR=<file.h5> -DOUTPUT=<file.cpp> -P embed_emulator.cmake
#
# Writes the emulator into a C++ source that defines embedded_emulator of
# calibration/emulator/emulator_file.h.
include("${CMAKE_CURRENT_LIST_DIR}/bytes.cmake")
stepdown_bytes("${EMULATOR}" emulator emulator_size)
file(WRITE "${OUTPUT}" "\
#include \"calibration/emulator/emulator_file.h\"

namespace stepdown {
namespace {

constexpr char emulator[] = {${emulator}};

}  // namespace

std::string_view embedded_emulator() { return {emulator, ${emulator_size}}; }

}  // namespace stepdown
")
