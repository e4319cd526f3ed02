#include "calibration/ensemble_maker.h"

#include <algorithm>
#include <fstream>
#include <iomanip>
#include <iterator>
#include <sstream>

#include "analysis/published_file.h"
#include "calibration/world_draw.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

std::string numbered(const std::string& name, std::size_t number) {
  std::ostringstream text;
  text << name << '_' << std::setw(2) << std::setfill('0') << number << ".toml";
  return text.str();
}

std::string in_hundredths(double value) {
  std::ostringstream text;
  text << std::fixed << std::setprecision(2) << value;
  return text.str();
}

std::string text_if_there(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

double misfit_of(const TrialWorld& world) {
  double misfit = 0;
  for (const double residual : world.residuals(world.means({world.start()}).front())) {
    misfit += residual * residual;
  }
  return misfit;
}

/// Fits draw after draw, or finds it done.
class EnsembleMaker {
 public:
  EnsembleMaker(const TrialWorld& base, const FitPlan& plan, const EnsembleOrder& order,
                const std::function<void(const std::string&)>& told)
      : base_(base), plan_(plan), order_(order), told_(told) {}

  EnsembleMade make() {
    misfit_of_base_ = misfit_of(base_);
    const double enough = plan_.misfit_enough * static_cast<double>(base_.targets().size());
    const double limit = std::max(plan_.misfit_factor * misfit_of_base_, enough);
    told_("the base has misfit " + in_hundredths(misfit_of_base_) + ", a member may have " +
          in_hundredths(limit));
    EnsembleMade made;
    const auto most_draws = static_cast<int>(2 * order_.members_wanted);
    while (made.members < order_.members_wanted && made.draws < most_draws) {
      const std::string text = text_of_draw(++made.draws);
      const double misfit = remembered_misfit(text, order_.origin).value_or(limit + 1);
      const bool is_near = misfit <= limit;
      if (is_near) {
        publish_text(order_.members / numbered("member", ++made.members), text);
      }
      told_("draw " + std::to_string(made.draws) + ": misfit " + in_hundredths(misfit) +
            (is_near ? ", member " + std::to_string(made.members) : ", too far off"));
    }
    remove_beyond(made.members);
    return made;
  }

 private:
  std::string text_of_draw(int number) {
    const fs::path path = order_.draws / numbered("draw", static_cast<std::size_t>(number));
    std::string text = text_if_there(path);
    if (!remembered_misfit(text, order_.origin)) {
      const auto tell = [&](const FitProgress& progress) {
        told_("draw " + std::to_string(number) + ", iteration " +
              std::to_string(progress.iteration) + ": " + told_in_words(progress, base_.targets()));
      };
      const WorldDraw draw = draw_world(base_, plan_, slopes(), order_.seed, number, tell);
      text = member_text(draw, misfit_of_base_, order_.origin);
      publish_text(path, text);
    }
    return text;
  }

  /// Worked out when the first draw needs them.
  const Columns& slopes() {
    if (slopes_.empty()) {
      slopes_ = slopes_around(base_, plan_);
    }
    return slopes_;
  }

  void remove_beyond(std::size_t last) const {
    for (std::size_t number = last + 1;; ++number) {
      if (!fs::remove(order_.members / numbered("member", number))) {
        return;
      }
    }
  }

  const TrialWorld& base_;
  const FitPlan& plan_;
  const EnsembleOrder& order_;
  const std::function<void(const std::string&)>& told_;
  double misfit_of_base_ = 0;
  Columns slopes_;
};

}  // namespace

EnsembleMade make_ensemble(const TrialWorld& base, const FitPlan& plan, const EnsembleOrder& order,
                           const std::function<void(const std::string&)>& told) {
  return EnsembleMaker(base, plan, order, told).make();
}

}  // namespace stepdown
