#include "calibration/local/local_import.h"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <memory>
#include <system_error>
#include <utility>

#include "analysis/unusable_data.h"
#include "calibration/local/annex_a_lists.h"
#include "calibration/local/census_xml.h"
#include "calibration/local/child_joiner.h"
#include "calibration/local/open_cases.h"

namespace stepdown {
namespace {

/// A return that is open, its header read.
struct OpenReturn {
  std::string name;
  std::unique_ptr<std::ifstream> in;
  std::unique_ptr<CinReturn> content;

  const CinHeader& header() const { return content->header(); }
};

OpenReturn opened(const std::filesystem::path& file) {
  OpenReturn result;
  result.name = file.filename().string();
  errno = 0;
  result.in = std::make_unique<std::ifstream>(file, std::ios::binary);
  if (!*result.in || std::filesystem::is_directory(file)) {
    const bool is_folder = std::filesystem::is_directory(file);
    throw std::system_error(is_folder    ? EISDIR
                            : errno == 0 ? EIO
                                         : errno,
                            std::generic_category(), "cannot read " + file.string());
  }
  result.content = std::make_unique<CinReturn>(result.name, *result.in);
  return result;
}

/// Years without a gap, each once, of one authority; else what is wrong.
void check_years(const std::vector<OpenReturn>& returns) {
  for (std::size_t i = 1; i < returns.size(); ++i) {
    const CinHeader& before = returns[i - 1].header();
    const CinHeader& after = returns[i].header();
    const std::string names = "`" + returns[i - 1].name + "` and `" + returns[i].name + "`";
    if (before.authority != after.authority) {
      throw UnusableData(
          Fault::data_columns,
          names + " are of two authorities, " + before.authority + " and " + after.authority,
          "import the returns of one authority at a time");
    }
    if (before.year == after.year) {
      throw UnusableData(Fault::data_years, names + " are both of " + std::to_string(after.year),
                         "give the last return of each year");
    }
    if (before.year + 1 < after.year) {
      throw UnusableData(
          Fault::data_years,
          "there is no return of " + std::to_string(before.year + 1) + " between " + names,
          "add it, or leave the earlier years out: without it children who came "
          "back in that year would seem not to");
    }
    if (before.reference_date < last_day_of(before.year)) {
      throw UnusableData(Fault::data_years,
                         "`" + returns[i - 1].name + "` ends on " +
                             in_words(before.reference_date) + ", before the year does",
                         "give the return to 31 March of that year: only the last of several may "
                         "end sooner");
    }
  }
}

[[noreturn]] void refuse_strangers(const OpenReturn& before, const OpenReturn& after) {
  throw UnusableData(Fault::data_years,
                     "more than half of the cases that `" + before.name +
                         "` leaves open are not in `" + after.name + "`",
                     "a return holds every case that was open in its year: if the identifiers "
                     "of children changed, with the case system perhaps, give the returns since "
                     "then alone");
}

ObservedPeriod period_of(const std::vector<OpenReturn>& returns, std::optional<Day> from) {
  const ObservedPeriod period{from.value_or(first_day_of(returns.front().header().year)),
                              returns.back().header().reference_date};
  if (period.to < period.from) {
    throw UnusableData(
        Fault::data_years,
        "the records end on " + in_words(period.to) + ", before " + in_words(period.from),
        "give the day from which they are complete, such as --from 2019-04-01");
  }
  return period;
}

std::string words_for(const std::vector<OpenReturn>& returns) {
  const int first = returns.front().header().year;
  const int last = returns.back().header().year;
  return first == last
             ? "CIN census return of " + std::to_string(first)
             : "CIN census returns of " + std::to_string(first) + " to " + std::to_string(last);
}

}  // namespace

LocalImport import_cin_returns(const std::vector<std::filesystem::path>& files,
                               std::optional<Day> complete_from) {
  std::vector<OpenReturn> returns;
  std::ranges::transform(files, std::back_inserter(returns), opened);
  std::ranges::sort(returns, {}, [](const OpenReturn& each) { return each.header().year; });
  check_years(returns);
  LocalImport result{words_for(returns), returns.front().header().authority, {}, {}};
  Aggregator aggregator(period_of(returns, complete_from));
  const ChildKeys keys;
  ChildJoiner joiner(keys);
  const bool is_alone = returns.size() == 1;
  const OpenReturn* before = nullptr;
  for (OpenReturn& each : returns) {
    SeenChildren seen(keys);
    OpenCases left_open(before ? before->header().reference_date : Day());
    each.content->read(result.log, [&](std::string_view identifier, ChildRecord&& child) {
      if (!seen.is_new(identifier)) {
        return false;
      }
      if (is_alone) {
        aggregator.add(std::move(child));
      } else {
        ChildRecord& known = joiner.record_of(identifier);
        left_open.settle(known, child);
        known.update(std::move(child));
      }
      return true;
    });
    joiner.show_those_not_in(seen, [&](ChildRecord& child) { left_open.settle(child, {}); });
    if (left_open.have_mostly_vanished()) {
      refuse_strangers(*before, each);
    }
    left_open.tell(result.log);
    before = &each;
  }
  std::move(joiner).hand_over([&](ChildRecord&& child) { aggregator.add(std::move(child)); });
  result.counts = aggregator.counts();
  return result;
}

LocalImport import_annex_lists(const std::filesystem::path& folder, const AnnexMapping& mapping) {
  LocalImport result{"Annex A lists", {}, {}, {}};
  const ChildKeys keys;
  ChildJoiner joiner(keys);
  read_annex_lists(folder, mapping, joiner, result.log);
  Aggregator aggregator(mapping.period);
  std::move(joiner).hand_over([&](ChildRecord&& child) {
    result.log.take(RecordKind::child);
    aggregator.add(std::move(child));
  });
  result.counts = aggregator.counts();
  if (result.log.taken(RecordKind::child) == 0) {
    throw UnusableData(Fault::data_empty, "the lists have no child in them",
                       "look whether the mapping names the files that are meant");
  }
  return result;
}

}  // namespace stepdown
