#pragma once

namespace stepdown {

/// How `stepdown` ends, for scripts that call it; `stepdown --help` lists the same.
enum class ExitCode : int {
  ok = 0,
  usage = 2,           // a mistyped command line or an invalid scenario file
  data = 3,            // input data, or a file or folder that cannot be read or written
  failed_runs = 4,     // some runs failed or are missing; the others are saved
  not_comparable = 5,  // runs that cannot be compared
  internal = 70,       // a fault of ours
  interrupted = 130,   // Ctrl-C
};

}  // namespace stepdown
