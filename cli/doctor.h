#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown doctor`: whether this computer can run the program as it should, check by check, and
/// what to do where it cannot.
void add_doctor(CLI::App& app, Request& request);

}  // namespace stepdown
