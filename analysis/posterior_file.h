#pragma once

#include <cstddef>
#include <filesystem>
#include <string>
#include <vector>

namespace stepdown {

class Hdf5Input;

/// The values that fit the figures of one authority, as a calibration found them: each draw is a
/// world that fits, and together they say how much is known.
struct Posterior {
  std::string place;        // the name of a place file
  std::string place_title;  // as a person reads it: "Telford and Wrekin"
  std::string version;      // of the program that found them
  std::string command;      // that finds them again
  std::string targets;      // the figures they fit, as text
  std::vector<std::string> parameters;
  std::vector<std::vector<double>> draws;  // draw by parameter, each in its own unit

  bool operator==(const Posterior&) const = default;
};

/// Writes the draws as a file that appears once it is complete: equal draws give equal bytes, and
/// netCDF tools open it. Errors are std::system_error; draws that this program could not run are
/// std::invalid_argument.
void write_posterior(const Posterior& posterior, const std::filesystem::path& path);

/// Reads such a file and checks that each draw can be run by this program. Throws UnusableResults,
/// or std::system_error where the file cannot be read at all.
Posterior read_posterior(const std::filesystem::path& path);

/// Whether an open file says that it is such a one, of whatever format.
bool is_posterior(const Hdf5Input& file);

}  // namespace stepdown
