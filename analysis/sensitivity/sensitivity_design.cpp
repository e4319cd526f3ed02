#include "analysis/sensitivity/sensitivity_design.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "analysis/unusable_results.h"
#include "model/contract.h"

namespace stepdown {
namespace {

constexpr const char* verb = "sensitivity";

std::vector<std::string> parts_of(const std::string& text, char between) {
  std::vector<std::string> parts;
  for (std::size_t from = 0; from <= text.size();) {
    const std::size_t to = std::min(text.find(between, from), text.size());
    parts.push_back(text.substr(from, to - from));
    from = to + 1;
  }
  return parts;
}

std::string text_of(const std::vector<Factor>& factors, const std::vector<Varied>& varied) {
  std::string text;
  for (const Factor& factor : factors) {
    text += (text.empty() ? "" : ";") + factor.name + '=';
    for (std::size_t i = 0; i < factor.inputs.size(); ++i) {
      text += (i == 0 ? "" : ",") + varied[factor.inputs[i]].name();
    }
  }
  return text;
}

// Reads the facts of one plan, and says that it is damaged where they make no sense.
class Facts {
 public:
  Facts(const StudyPlan& plan, const std::filesystem::path& folder)
      : plan_(plan), folder_(folder) {}

  const std::string& text(const std::string& key) const {
    const auto found = plan_.facts.find(key);
    if (found == plan_.facts.end()) {
      refuse();
    }
    return found->second;
  }

  std::size_t count(const std::string& key) const {
    const std::string& written = text(key);
    std::size_t value = 0;
    const auto [end, failure] =
        std::from_chars(written.data(), written.data() + written.size(), value);
    if (failure != std::errc() || end != written.data() + written.size() || value == 0) {
      refuse();
    }
    return value;
  }

  std::vector<Factor> factors() const {
    std::vector<Factor> factors;
    for (const std::string& part : parts_of(text("factors"), ';')) {
      const std::size_t equals = part.find('=');
      if (equals == std::string::npos) {
        refuse();
      }
      Factor factor{part.substr(0, equals), {}};
      for (const std::string& name : parts_of(part.substr(equals + 1), ',')) {
        const auto found = std::ranges::find(plan_.varied, name, &Varied::name);
        if (found == plan_.varied.end()) {
          refuse();
        }
        factor.inputs.push_back(static_cast<std::size_t>(found - plan_.varied.begin()));
      }
      factors.push_back(std::move(factor));
    }
    return factors;
  }

  [[noreturn]] void refuse() const {
    throw UnusableResults(plan_file(folder_), "is damaged, or was changed by hand",
                          "make the plan again in a new folder with the command in it");
  }

 private:
  const StudyPlan& plan_;
  const std::filesystem::path& folder_;
};

std::size_t points_that_share_luck(const SensitivityDesign& design) {
  return design.method == SensitivityMethod::morris ? design.morris().points_of_a_walk()
                                                    : design.sobol().evaluations_of_a_row();
}

}  // namespace

std::string name_of(SensitivityMethod method) {
  switch (method) {
    case SensitivityMethod::sobol:
      return "sobol";
    case SensitivityMethod::morris:
      return "morris";
    case SensitivityMethod::given_data:
      return "given_data";
  }
  return {};
}

SobolPlan SensitivityDesign::sobol() const {
  SobolPlan plan;
  for (const Factor& factor : factors) {
    plan.factors.push_back(factor.inputs);
  }
  plan.rows = rows;
  plan.scrambles = scrambles;
  plan.second_order = second_order;
  plan.seed = seed;
  return plan;
}

MorrisPlan SensitivityDesign::morris() const { return {factors.size(), rows, scrambles, seed}; }

std::size_t SensitivityDesign::points() const {
  return method == SensitivityMethod::morris ? morris().evaluations() : sobol().evaluations();
}

void note_design(const SensitivityDesign& design, StudyPlan& plan) {
  expects(design.method != SensitivityMethod::given_data, "runs that are there are not planned");
  plan.verb = verb;
  plan.design = name_of(design.method);
  plan.seed = design.seed;
  plan.facts["factors"] = text_of(design.factors, plan.varied);
  plan.facts["rows"] = std::to_string(design.rows);
  plan.facts["scrambles"] = std::to_string(design.scrambles);
  plan.facts["second_order"] = design.second_order ? "yes" : "no";
  plan.facts["luck"] = design.common_luck ? "row" : "own";
  plan.points.clear();
  const auto place = [&](const std::vector<double>& point, std::size_t number) {
    StudyPoint made;
    for (std::size_t i = 0; i < plan.varied.size(); ++i) {
      made.values.push_back(plan.varied[i].at(point[i]));
    }
    made.luck = static_cast<std::uint32_t>(
        design.common_luck ? number / points_that_share_luck(design) : number);
    plan.points.push_back(std::move(made));
  };
  if (design.method == SensitivityMethod::morris) {
    const MorrisDesign morris(design.morris());
    for (std::size_t i = 0; i < design.points(); ++i) {
      place(morris.point(i), i);
    }
  } else {
    const SobolDesign sobol(design.sobol());
    for (std::size_t i = 0; i < design.points(); ++i) {
      place(sobol.point(i), i);
    }
  }
}

SensitivityDesign design_of(const StudyPlan& plan, const std::filesystem::path& folder) {
  if (plan.verb != verb) {
    throw UnusableResults(folder,
                          "holds the plan of a " + plan.verb + ", not of a sensitivity study",
                          "`stepdown sensitivity --from sweep.h5` reads a finished sweep");
  }
  const Facts facts(plan, folder);
  SensitivityDesign design;
  if (plan.design != "sobol" && plan.design != "morris") {
    facts.refuse();
  }
  design.method = plan.design == "morris" ? SensitivityMethod::morris : SensitivityMethod::sobol;
  design.factors = facts.factors();
  design.rows = facts.count("rows");
  design.scrambles = facts.count("scrambles");
  design.second_order = facts.text("second_order") == "yes";
  design.common_luck = facts.text("luck") == "row";
  design.seed = plan.seed;
  if (design.points() != plan.points.size()) {
    facts.refuse();
  }
  return design;
}

}  // namespace stepdown
