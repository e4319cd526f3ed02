#include "analysis/study/study_runs.h"

#include <algorithm>
#include <memory>
#include <optional>
#include <stdexcept>
#include <utility>

#include "analysis/comparability.h"
#include "analysis/journal_reader.h"
#include "analysis/unusable_results.h"
#include "model/contract.h"

namespace stepdown {
namespace {

namespace fs = std::filesystem;

constexpr const char* ending = ".runs";

std::vector<fs::path> journals_in(const fs::path& folder) {
  std::vector<fs::path> journals;
  std::error_code none;
  for (const auto& entry : fs::directory_iterator(folder, none)) {
    if (entry.path().extension() == ending) {
      journals.push_back(entry.path());
    }
  }
  std::ranges::sort(journals);
  return journals;
}

/// Reads records of several journals, one of which is open at a time: there may be more of them
/// than files that a program may open.
class Records {
 public:
  explicit Records(const std::vector<fs::path>& journals) : journals_(journals) {}

  std::string at(std::uint32_t journal, std::uint64_t byte) {
    if (!reader_ || open_ != journal) {
      reader_.reset();
      reader_ = std::make_unique<JournalReader>(journals_[journal]);
      open_ = journal;
    }
    auto record = reader_->at(byte);
    if (!record) {
      throw UnusableResults(journals_[journal], "lost runs while it was read",
                            "somebody changes it: wait until they are done and try again");
    }
    return std::move(*record);
  }

 private:
  const std::vector<fs::path>& journals_;
  std::unique_ptr<JournalReader> reader_;
  std::uint32_t open_ = 0;
};

std::size_t column_of(const StudyPlan& plan, std::string_view measure, bool is_monthly) {
  std::size_t column = 0;
  for (const std::string& name : plan.measures) {
    const auto known = std::ranges::find(outcome_registry(), name, &Measure::name);
    if (known == outcome_registry().end() || known->monthly != is_monthly) {
      continue;
    }
    if (name == measure) {
      return column;
    }
    ++column;
  }
  throw std::out_of_range("the plan keeps no such measure: " + std::string(measure));
}

}  // namespace

RunStretch Shard::range(std::size_t runs_in_all) const {
  expects(number >= 1 && number <= of, "shards are counted from 1");
  // The first ones have one run more where it does not come out even.
  const std::size_t each = runs_in_all / of;
  const std::size_t over = runs_in_all % of;
  const std::size_t before = number - 1;
  const std::size_t first = before * each + std::min(before, over);
  return {first, first + each + (before < over ? 1 : 0)};
}

std::string Shard::text() const { return std::to_string(number) + '/' + std::to_string(of); }

fs::path Shard::journal(const fs::path& folder) const {
  return journals_folder(folder) / (std::to_string(number) + "-of-" + std::to_string(of) + ending);
}

fs::path journals_folder(const fs::path& folder) { return folder / "runs"; }

StudyRuns::StudyRuns(const fs::path& folder, const StudyPlan& plan)
    : plan_(plan), journals_(journals_in(journals_folder(folder))), places_(plan.runs_in_all()) {
  const std::string inputs = journals_.empty() ? std::string() : inputs_of(plan);
  for (std::uint32_t journal = 0; journal < journals_.size(); ++journal) {
    read(journal, inputs);
  }
}

void StudyRuns::read(std::uint32_t journal, const std::string& inputs) {
  const JournalReader reader(journals_[journal]);
  if (!reader.inputs()) {
    return;
  }
  if (*reader.inputs() != inputs) {
    throw NotComparable("`" + journals_[journal].string() + "` has runs of another plan",
                        {"keep each plan and its runs in a folder of their own: move this file to "
                         "the folder of its plan"});
  }
  std::uint64_t byte = reader.first();
  while (const auto record = reader.at(byte)) {
    const auto run = run_in(*record);
    if (!run) {
      return;
    }
    if (run->draw >= plan_.points.size() || run->run >= plan_.runs) {
      throw UnusableResults(journals_[journal], "has runs that the plan does not have",
                            "take the file away and run again: what is missing is made anew");
    }
    note(static_cast<std::size_t>(run->draw) * plan_.runs + run->run, {journal, byte}, *record,
         !run->failed.empty());
    byte = JournalReader::behind(byte, *record);
  }
}

void StudyRuns::note(std::size_t number, Place place, const std::string& record, bool has_failed) {
  Place& known = places_[number];
  if (known.journal == no_journal) {
    known = place;
    ++saved_;
    failed_ += has_failed ? 1 : 0;
    return;
  }
  if (Records(journals_).at(known.journal, known.byte) != record) {
    throw NotComparable("`" + journals_[known.journal].string() + "` and `" +
                            journals_[place.journal].string() + "` disagree about run " +
                            std::to_string(number % plan_.runs) + " at point " +
                            std::to_string(number / plan_.runs),
                        {"equal runs have equal bytes, so one of the files is damaged: take both "
                         "away and run again, and what is missing is made anew"});
  }
}

std::size_t StudyRuns::saved_in(RunStretch range) const {
  std::size_t saved = 0;
  for (std::size_t number = range.first; number < range.end; ++number) {
    saved += places_[number].journal == no_journal ? 0 : 1;
  }
  return saved;
}

std::vector<RunStretch> StudyRuns::missing_in(RunStretch range) const {
  std::vector<RunStretch> missing;
  for (std::size_t number = range.first; number < range.end; ++number) {
    if (places_[number].journal != no_journal) {
      continue;
    }
    if (!missing.empty() && missing.back().end == number) {
      ++missing.back().end;
    } else {
      missing.push_back({number, number + 1});
    }
  }
  return missing;
}

void StudyRuns::each(const std::function<void(std::size_t, const SavedRun&)>& act) const {
  Records records(journals_);
  for (std::size_t number = 0; number < places_.size(); ++number) {
    const auto& [journal, byte] = places_[number];
    if (journal == no_journal) {
      continue;
    }
    const auto run = run_in(records.at(journal, byte));
    if (!run) {
      throw UnusableResults(journals_[journal], "is damaged",
                            "take the file away and run again: what is missing is made anew");
    }
    act(number, *run);
  }
}

StudyValues StudyRuns::values_of(std::string_view measure) const {
  const std::size_t column = column_of(plan_, measure, false);
  StudyValues values(plan_.selection.files.size(), plan_.points.size(), plan_.runs);
  each([&](std::size_t, const SavedRun& run) {
    for (std::size_t s = 0; s < run.outcomes.size(); ++s) {
      if (run.outcomes[s]) {
        values(s, run.draw, run.run) = run.outcomes[s]->of_run[column];
      }
    }
  });
  return values;
}

std::vector<StudyValues> StudyRuns::values_by_month(std::string_view measure) const {
  const std::size_t column = column_of(plan_, measure, true);
  std::vector<StudyValues> months;
  each([&](std::size_t, const SavedRun& run) {
    for (std::size_t s = 0; s < run.outcomes.size(); ++s) {
      if (!run.outcomes[s]) {
        continue;
      }
      const Outcomes& outcomes = *run.outcomes[s];
      const std::size_t width = outcomes.monthly.size() / outcomes.months;
      while (months.size() < outcomes.months) {
        months.emplace_back(plan_.selection.files.size(), plan_.points.size(), plan_.runs);
      }
      for (std::size_t month = 0; month < outcomes.months; ++month) {
        months[month](s, run.draw, run.run) = outcomes.monthly[month * width + column];
      }
    }
  });
  return months;
}

}  // namespace stepdown
