#include "cli/error_examples.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include "analysis/study/varied.h"
#include "calibration/dfe/dfe_panel.h"
#include "calibration/targets.h"
#include "cli/command_line.h"
#include "cli/import.h"
#include "cli/line_check.h"
#include "cli/typed_line.h"
#include "cli/validation.h"

namespace stepdown {
namespace {

using Texts = std::map<std::string, std::string>;

const std::string policy = "kind = \"policy\"\nextends = \"base.toml\"\n";

/// A small mistake: the files it stands in, or the words that were typed.
struct Mistake {
  Fault fault;
  Texts files;
  std::vector<std::string> words = {"validate", "mine.toml"};
  SourceText::State state = SourceText::State::read;  // of mine.toml
};

/// Policies that build on one another, more of them than may.
Texts long_chain() {
  Texts files;
  for (int i = 1; i <= 17; ++i) {
    const std::string next = i == 17 ? "base.toml" : std::to_string(i + 1) + ".toml";
    files[std::to_string(i) + ".toml"] = "kind = \"policy\"\nextends = \"" + next + "\"\n";
  }
  files["mine.toml"] = "kind = \"policy\"\nextends = \"1.toml\"\n";
  return files;
}

Texts mine(const std::string& text) { return {{"mine.toml", text}}; }

const std::vector<Mistake>& mistakes() {
  using State = SourceText::State;
  static const std::vector<Mistake> all = {
      {Fault::file_not_found, {}, {"validate", "bse.toml"}},
      {Fault::file_unreadable, {}, {"validate", "mine.toml"}, State::unreadable},
      {Fault::file_is_a_folder, {}, {"validate", "mine.toml"}, State::is_a_folder},
      {Fault::file_not_text, mine("\x89HDF\r\n\x1a\n")},
      {Fault::file_too_large, {}, {"validate", "mine.toml"}, State::too_large},
      {Fault::file_empty, mine("# later\n")},
      {Fault::syntax, mine(policy + "[caseload]\nsocial_worker_cap: 15\n")},
      {Fault::kind, mine("kind = \"polcy\"\nextends = \"base.toml\"\n")},
      {Fault::base_missing, mine("kind = \"policy\"\n")},
      {Fault::extends_not_found, mine("kind = \"policy\"\nextends = \"bass.toml\"\n")},
      {Fault::extends_circular,
       {{"mine.toml", "kind = \"policy\"\nextends = \"other.toml\"\n"},
        {"other.toml", "kind = \"policy\"\nextends = \"mine.toml\"\n"}}},
      {Fault::extends_too_deep, long_chain()},
      {Fault::extends_wrong_kind, mine("kind = \"policy\"\nextends = \"places/here.toml\"\n")},
      {Fault::unknown_setting, mine(policy + "[caseload]\nsocial_worker_kap = 15\n")},
      {Fault::wrong_type, mine(policy + "[caseload]\nsocial_worker_cap = \"15\"\n")},
      {Fault::out_of_bounds, mine(policy + "[threshold]\ngood_review = 30\n")},
      {Fault::not_whole, mine(policy + "[workforce]\nadditional_social_workers = 2.5\n")},
      {Fault::not_a_number, mine(policy + "[caseload]\nsocial_worker_cap = nan\n")},
      {Fault::unknown_choice, mine(policy + "[closure.child_in_need]\npolicy = \"taperd\"\n")},
      {Fault::list_length,
       mine(policy + "[closure.child_in_need]\npolicy = \"tapered\"\ntaper_weeks = []\n")},
      {Fault::wrong_role, mine(policy + "[population]\nchildren = 41000\n")},
      {Fault::source_missing, mine("kind = \"place\"\n[population]\nchildren = 41000\n")},
      {Fault::option_not_chosen, mine(policy + "[closure.child_in_need]\ncontact_weeks = 4\n")},
      {Fault::refused_by_the_service, mine(policy + "[waiting.child_protection]\nlist = true\n")},
      {Fault::same_name,
       {{"mine.toml", policy}, {"old/mine.toml", policy}, {"old/base.toml", "kind = \"base\"\n"}},
       {"validate", "mine.toml", "old/mine.toml"}},
      {Fault::malformed_set, {}, {"validate", "base.toml", "--set", "15"}},
      {Fault::place_not_found, {}, {"validate", "base.toml", "--place", "her"}},
      {Fault::senseless_together,
       mine(policy + "[closure.child_in_need]\npolicy = \"tapered\"\ntaper_weeks = [6, 6, 12]\n"
                     "taper_intensity = [0.6, 0.4]\n")},
      {Fault::observed_figure, mine("kind = \"place\"\n[observed]\nreferrals = { value = \"4505\", "
                                    "source = \"DfE\", year = 2024 }\n")},
      {Fault::header, mine(policy + "title = 5\n")},
      {Fault::duplicate,
       mine(policy + "[caseload]\nsocial_worker_cap = 15\nsocial_worker_cap = 16\n")},
      {Fault::calibration_file,
       {{"targets.toml",
         "[rereferral_12m]\nvalue = 22.4\nlabel = \"Re-referrals\"\n"
         "source = \"DfE\"\n"}}},
      {Fault::cannot_vary, {}, {"sweep", "base.toml", "--vary", "need.easing=2..0.5"}},
      {Fault::unknown_verb, {}, {"rnu", "base.toml"}},
      {Fault::unknown_option, {}, {"run", "base.toml", "--plaec", "kent"}},
      {Fault::value_missing, {}, {"run", "base.toml", "--runs"}},
      {Fault::value_refused, {}, {"run", "base.toml", "--runs", "many"}},
      {Fault::word_missing, {}, {"validate"}},
      {Fault::word_too_many, {}, {"init", "ours", "yours"}},
      {Fault::option_twice, {}, {"run", "base.toml", "--seed", "1", "--seed", "2"}},
      {Fault::words_not_together, {}, {"trace", "base.toml", "mine.toml"}},
      {Fault::unknown_name, {}, {"explain", "re-referal"}},
      {Fault::unknown_authority, {}, {"import", "dfe", "tables", "--authority", "knet"}},
  };
  return all;
}

/// The files of one mistake beside a sound base and a sound place.
class FewFiles final : public ScenarioSource {
 public:
  explicit FewFiles(const Mistake& mistake) : files_(mistake.files), state_(mistake.state) {
    files_["base.toml"] = "kind = \"base\"\n";
    files_["places/here.toml"] =
        "kind = \"place\"\n[population]\nchildren = { value = 5000, source = \"a count\" }\n";
  }

  SourceText read(const std::string& path) const override {
    if (state_ != SourceText::State::read && path == "mine.toml") {
      return {state_, {}};
    }
    const auto found = files_.find(identity(path));
    return found == files_.end() ? SourceText{}
                                 : SourceText{SourceText::State::read, found->second};
  }

  std::vector<std::string> files_in(const std::string& folder) const override {
    std::vector<std::string> paths;
    for (const auto& [path, text] : files_) {
      if (std::filesystem::path(path).parent_path() == identity(folder)) {
        paths.push_back(path);
      }
    }
    return paths;
  }

  std::string identity(const std::string& path) const override {
    return std::filesystem::path(path).lexically_normal().generic_string();
  }

 private:
  Texts files_;
  SourceText::State state_;
};

ScenarioSelection selection_of(const std::vector<std::string>& words) {
  ScenarioSelection selection;
  for (std::size_t i = 1; i < words.size(); ++i) {
    if (words[i] == "--set") {
      selection.settings.push_back(words[++i]);
    } else if (words[i] == "--place") {
      selection.place = words[++i];
    } else {
      selection.files.push_back(words[i]);
    }
  }
  return selection;
}

std::vector<Problem> told_of_words(const std::vector<std::string>& words, const TypedLine& line) {
  Request request;
  const std::unique_ptr<CLI::App> app = command_tree(request);
  std::vector<Problem> problems = problems_of_line(*app, line);
  if (!problems.empty()) {
    return problems;
  }
  try {
    app->parse(std::vector<std::string>(words.rbegin(), words.rend()));
    request.action();
  } catch (const UsageError& error) {
    return {line.at_what_is_named(error.fault(), error.what(), error.advice())};
  }
  return {};
}

std::vector<Problem> told_of_authority(const std::string& name, const TypedLine& line) {
  DfePanel panel;
  for (const char* known : {"Kent", "Barnet", "Durham"}) {
    panel.authorities.emplace_back().name = known;
  }
  try {
    authority_called(name, panel, "tables");
  } catch (const UsageError& error) {
    return {line.at_what_is_named(error.fault(), error.what(), error.advice())};
  }
  return {};
}

std::vector<Problem> told_of(const Mistake& mistake) {
  const TypedLine line(mistake.words);
  if (mistake.fault == Fault::calibration_file) {
    const auto& [path, text] = *mistake.files.begin();
    try {
      read_targets(path, text);
    } catch (const ScenarioErrors& errors) {
      return errors.problems();
    }
  }
  if (mistake.fault == Fault::cannot_vary) {
    try {
      read_varied({&mistake.words.back(), 1}, {});
    } catch (const ScenarioErrors& errors) {
      return errors.problems();
    }
  }
  if (mistake.fault == Fault::unknown_authority) {
    return told_of_authority(mistake.words.back(), line);
  }
  if (mistake.fault >= Fault::unknown_verb) {
    return told_of_words(mistake.words, line);
  }
  std::vector<Problem> problems =
      validated(FewFiles(mistake), selection_of(mistake.words)).problems;
  std::ranges::transform(problems, problems.begin(),
                         [&](const Problem& problem) { return line.pointed_here(problem); });
  return problems;
}

}  // namespace

std::optional<Problem> example_of(Fault fault) {
  const auto mistake = std::ranges::find(mistakes(), fault, &Mistake::fault);
  if (mistake == mistakes().end()) {
    return std::nullopt;
  }
  const std::vector<Problem> problems = told_of(*mistake);
  const auto problem = std::ranges::find(problems, fault, &Problem::fault);
  return problem == problems.end() ? std::nullopt : std::optional(*problem);
}

}  // namespace stepdown
