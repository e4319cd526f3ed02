#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>

#include "calibration/emulator/emulator.h"

namespace stepdown {

/// An emulator as it is kept, and of which world it was learnt: `base` is a digest of the base's
/// resolved settings other than the inputs, so that it is not used for another.
struct KeptEmulator {
  Emulator emulator;
  std::string base;
  std::string version;
  std::string command;
  std::uint64_t seed = 0;
  std::size_t points = 0;
  std::size_t runs = 0;
  std::size_t failed = 0;
};

/// Writes one as HDF5, numbers of its inner workings in single precision; errors are
/// std::system_error.
void write_emulator(const KeptEmulator& kept, const std::filesystem::path& path);

/// Reads one; std::system_error when it cannot be read, std::runtime_error when it is something
/// else or of another format.
KeptEmulator read_emulator(const std::filesystem::path& path);

/// The one that is built into the program, for the numbers of calibration/local_fit.toml.
KeptEmulator built_in_emulator();

/// A digest of all settings of a world in which the emulator's inputs do not tell, its size and its
/// horizon left out.
std::string digest_of_base(const ModelParameters& base, const std::vector<Input>& inputs);

/// The bytes of the emulator built in; empty where it was left out.
std::string_view embedded_emulator();

}  // namespace stepdown
