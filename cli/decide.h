#pragma once

namespace CLI {
class App;
}

namespace stepdown {

struct Request;

/// `stepdown decide`: which plan is best, how to divide a budget, from which value of an uncertain
/// effect on a plan pays, where it loses, and what it is worth to know more.
void add_decide(CLI::App& app, Request& request);

}  // namespace stepdown
