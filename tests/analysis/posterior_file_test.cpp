#include "analysis/posterior_file.h"

#include <gmock/gmock.h>

#include <cmath>
#include <filesystem>
#include <fstream>
#include <limits>
#include <stdexcept>

#include "analysis/hdf5_output.h"
#include "analysis/outcome_file.h"
#include "tests/fixtures/program.h"
#include "tests/fixtures/written_results.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::HasSubstr;

Posterior of_kent() {
  return {"kent",
          "Kent",
          "0.1.0",
          "stepdown calibrate base.toml --place kent",
          "referrals 521 (c1)\n",
          {"need.easing", "caseload.social_worker_cap"},
          {{2.5, 15}, {1.0 / 3, 20}, {0.125, 18}}};
}

/// A folder with such a file, and files that are none.
class PosteriorFile : public ::testing::Test {
 protected:
  std::string path(const std::string& name = "posterior.h5") const {
    return folder_.path() + '/' + name;
  }

  std::string refusal_of(const std::string& name) const {
    try {
      read_posterior(path(name));
    } catch (const UnusableResults& error) {
      return std::string(error.what()) + " = " + error.advice();
    }
    ADD_FAILURE() << "no refusal";
    return "";
  }

  /// As another program or version might have written it.
  void write_by_hand(const std::string& name, const std::vector<std::string>& parameters,
                     const Extent& extent, const std::vector<double>& values,
                     const std::string& format = "stepdown posterior 1") const {
    Hdf5Output file(path(name), "write");
    file.set_texts("/", {{"format", format},
                         {"place", "kent"},
                         {"place_title", "Kent"},
                         {"version", "9.9.9"},
                         {"command", "stepdown calibrate"},
                         {"targets", ""}});
    file.add_texts("parameter", {parameters.size()}, parameters);
    file.add_reals("value", extent, values);
    file.close();
  }

  TemporaryFolder folder_;
};

TEST_F(PosteriorFile, gives_back_what_was_written) {
  write_posterior(of_kent(), path());
  EXPECT_EQ(read_posterior(path()), of_kent());
}

TEST_F(PosteriorFile, of_equal_draws_has_equal_bytes) {
  write_posterior(of_kent(), path());
  write_posterior(of_kent(), path("again.h5"));
  EXPECT_TRUE(bytes_of(path()) == bytes_of(path("again.h5")));
}

TEST_F(PosteriorFile, opens_in_h5py_with_named_axes_and_units) {
  write_posterior(of_kent(), path());
  const ProgramRun run = run_program(
      "/usr/bin/python3",
      {"-c",
       "import h5py, sys\nf = h5py.File(sys.argv[1])\nv = f['value']\n"
       "print(v.shape, v.dims[0].keys(), v.dims[1].keys(), v[1, 1], f.attrs['Conventions'])\n"
       "print([p.decode() for p in f['parameter'][:]], [u.decode() for u in "
       "f['parameter_unit'][:]], f['draw'][:].tolist())",
       path()},
      "/");
  EXPECT_EQ(run.exit_code, 0) << run.err;
  EXPECT_THAT(run.out, AllOf(HasSubstr("(3, 2) ['draw'] ['parameter'] 20.0 CF-1.8"),
                             HasSubstr("'caseload.social_worker_cap'"), HasSubstr("'children'"),
                             HasSubstr("[1, 2, 3]")));
}

TEST_F(PosteriorFile, is_not_written_with_draws_that_cannot_be_run) {
  Posterior wrong = of_kent();
  wrong.draws[1][0] = -1;
  EXPECT_THROW(write_posterior(wrong, path()), std::invalid_argument);
  wrong = of_kent();
  wrong.parameters[0] = "population.children";
  EXPECT_THROW(write_posterior(wrong, path()), std::invalid_argument);
  EXPECT_FALSE(std::filesystem::exists(path()));
}

TEST_F(PosteriorFile, that_is_missing_is_refused_with_the_reason_of_the_system) {
  EXPECT_THROW(read_posterior(path("none.h5")), std::system_error);
}

TEST_F(PosteriorFile, that_is_something_else_is_refused) {
  folder_.write("text.h5", "draw,need.easing\n1,2.5\n");
  EXPECT_THAT(refusal_of("text.h5"),
              AllOf(HasSubstr("is not a file of draws"), HasSubstr("stepdown calibrate")));
  folder_.write("empty.h5", "");
  EXPECT_THAT(refusal_of("empty.h5"), HasSubstr("is not a file of draws"));
  EXPECT_THAT(refusal_of("."), HasSubstr("is a folder"));
  write_results(path("results.h5"), results_in_coventry());
  EXPECT_THAT(refusal_of("results.h5"), HasSubstr("holds results, not draws"));
  Hdf5Output other(path("other.h5"), "write");
  other.add_reals("value", {1}, {1});
  other.close();
  EXPECT_THAT(refusal_of("other.h5"), HasSubstr("stepdown did not write draws into it"));
}

TEST_F(PosteriorFile, is_not_taken_for_results) {
  write_posterior(of_kent(), path());
  try {
    const OutcomeFile file(path());
    ADD_FAILURE() << "no refusal";
  } catch (const UnusableResults& error) {
    EXPECT_THAT(error.what(), HasSubstr("not results"));
    EXPECT_THAT(error.advice(), HasSubstr("--draws"));
  }
}

TEST_F(PosteriorFile, that_is_cut_short_is_refused) {
  write_posterior(of_kent(), path());
  const std::string whole = bytes_of(path());
  for (const double share : {0.2, 0.5, 0.9}) {
    folder_.write(
        "cut.h5",
        whole.substr(0, static_cast<std::size_t>(static_cast<double>(whole.size()) * share)));
    EXPECT_THAT(refusal_of("cut.h5"), HasSubstr("is damaged")) << share;
  }
}

TEST_F(PosteriorFile, of_another_format_is_refused_with_the_version_that_wrote_it) {
  write_by_hand("new.h5", {"need.easing"}, {1, 1}, {1}, "stepdown posterior 2");
  EXPECT_THAT(refusal_of("new.h5"), AllOf(HasSubstr("\"stepdown posterior 2\""), HasSubstr("9.9.9"),
                                          HasSubstr("this program reads")));
}

TEST_F(PosteriorFile, with_a_setting_that_is_not_known_or_not_fitted_is_refused) {
  write_by_hand("a.h5", {"need.eesing"}, {1, 1}, {1});
  EXPECT_THAT(refusal_of("a.h5"),
              AllOf(HasSubstr("does not know: need.eesing"), HasSubstr("need.easing")));
  write_by_hand("b.h5", {"population.children"}, {1, 1}, {5000});
  EXPECT_THAT(refusal_of("b.h5"), HasSubstr("is a fact and is not fitted"));
  write_by_hand("c.h5", {"need.easing", "need.easing"}, {1, 2}, {1, 1});
  EXPECT_THAT(refusal_of("c.h5"), HasSubstr("need.easing twice"));
  write_by_hand("d.h5", {"closure.community_early_help.policy"}, {1, 1}, {1});
  EXPECT_THAT(refusal_of("d.h5"), HasSubstr("which is not one number"));
}

TEST_F(PosteriorFile, with_a_value_that_no_setting_may_have_is_refused) {
  write_by_hand("a.h5", {"need.easing"}, {2, 1}, {1, -3});
  EXPECT_THAT(refusal_of("a.h5"), AllOf(HasSubstr("has -3 for need.easing"), HasSubstr("draw 2")));
  write_by_hand("b.h5", {"need.easing"}, {1, 1}, {std::nan("")});
  EXPECT_THAT(refusal_of("b.h5"), HasSubstr("has no number for need.easing"));
  write_by_hand("c.h5", {"workforce.additional_key_workers"}, {1, 1}, {2.5});
  EXPECT_THAT(refusal_of("c.h5"), HasSubstr("whole numbers"));
}

TEST_F(PosteriorFile, whose_parts_do_not_fit_together_is_refused) {
  write_by_hand("a.h5", {"need.easing"}, {2, 2}, {1, 1, 1, 1});
  EXPECT_THAT(refusal_of("a.h5"), HasSubstr("its parts do not fit together"));
  write_by_hand("b.h5", {"need.easing"}, {2}, {1, 1});
  EXPECT_THAT(refusal_of("b.h5"), HasSubstr("its parts do not fit together"));
  write_by_hand("d.h5", {"need.easing", "trust.effect"}, {2, 1}, {1, 1});
  EXPECT_THAT(refusal_of("d.h5"), HasSubstr("its parts do not fit together"));
  write_by_hand("c.h5", {"need.easing"}, {0, 1}, {});
  EXPECT_THAT(refusal_of("c.h5"), HasSubstr("has no draw in it"));
}

}  // namespace
}  // namespace stepdown
