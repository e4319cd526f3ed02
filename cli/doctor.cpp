#include "cli/doctor.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <array>
#include <iostream>
#include <memory>
#include <nlohmann/json.hpp>

#include "cli/checkup.h"
#include "cli/command_line.h"

namespace stepdown {
namespace {

std::string_view name_of(Checkup::State state) {
  constexpr std::array<std::string_view, 3> names = {"ok", "hint", "trouble"};
  return names[static_cast<std::size_t>(state)];
}

std::string padded(std::string text, std::size_t width) {
  text.resize(std::max(text.size(), width), ' ');
  return text;
}

void print(const std::vector<Checkup>& checks, bool is_well) {
  for (const Checkup& check : checks) {
    std::cout << padded(std::string(name_of(check.state)), 9) << padded(check.name, 13)
              << check.found << '\n';
    if (check.state != Checkup::State::sound) {
      std::cout << std::string(9, ' ') << "= " << check.remedy << '\n';
    }
  }
  std::cout << (is_well ? "stepdown " STEPDOWN_VERSION " can be used here.\n"
                        : "stepdown " STEPDOWN_VERSION " cannot be used here as it should.\n");
}

void print_json(const std::vector<Checkup>& checks, bool is_well) {
  nlohmann::ordered_json all = nlohmann::ordered_json::array();
  for (const Checkup& check : checks) {
    all.push_back({{"check", check.name},
                   {"state", name_of(check.state)},
                   {"found", check.found},
                   {"remedy", check.remedy}});
  }
  std::cout << nlohmann::ordered_json{{"version", STEPDOWN_VERSION},
                                      {"well", is_well},
                                      {"checks", all}}
                   .dump(2)
            << '\n';
}

ExitCode examine(bool json) {
  const std::vector<Checkup> checks = all_checkups();
  const bool is_well =
      std::ranges::find(checks, Checkup::State::trouble, &Checkup::state) == checks.end();
  (json ? print_json : print)(checks, is_well);
  return is_well ? ExitCode::ok : ExitCode::data;
}

}  // namespace

void add_doctor(CLI::App& app, Request& request) {
  const auto json = std::make_shared<bool>(false);
  CLI::App* verb = app.add_subcommand(
      "doctor", "Looks whether this computer can run stepdown, and what to do where it cannot");
  add_json_option(*verb, *json);
  verb->callback([&request, json] { request.action = [json] { return examine(*json); }; });
}

}  // namespace stepdown
