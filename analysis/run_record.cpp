#include "analysis/run_record.h"

#include <zstd.h>

#include <cstring>
#include <memory>
#include <stdexcept>
#include <type_traits>

namespace stepdown {
namespace {

// Far more than a run of a century and a hundred scenarios takes, and little enough that a damaged
// length cannot take the memory of a computer.
constexpr unsigned long long most_bytes_in_a_run = 1ULL << 29U;

class Packer {
 public:
  template <class Number>
  void number(Number value) {
    static_assert(std::is_arithmetic_v<Number>);
    bytes_.append(reinterpret_cast<const char*>(&value), sizeof(value));
  }
  void numbers(const std::vector<double>& values) {
    number(std::uint64_t{values.size()});
    bytes_.append(reinterpret_cast<const char*>(values.data()), values.size() * sizeof(double));
  }
  void text(const std::string& text) {
    number(std::uint64_t{text.size()});
    bytes_ += text;
  }
  const std::string& bytes() const { return bytes_; }

 private:
  std::string bytes_;
};

/// That bytes are not what a Packer wrote: damage may have hit the mark that there is a checksum.
struct NotPacked {};

class Unpacker {
 public:
  explicit Unpacker(const std::string& bytes) : bytes_(bytes) {}

  template <class Number>
  Number number() {
    Number value;
    std::memcpy(&value, next(sizeof(value)), sizeof(value));
    return value;
  }
  std::vector<double> numbers() {
    const auto count = number<std::uint64_t>();
    if (count > (bytes_.size() - place_) / sizeof(double)) {
      throw NotPacked();
    }
    std::vector<double> values(count);
    if (count > 0) {
      std::memcpy(values.data(), next(count * sizeof(double)), count * sizeof(double));
    }
    return values;
  }
  std::string text() {
    const auto size = number<std::uint64_t>();
    return {next(size), size};
  }

 private:
  const char* next(std::size_t size) {
    if (size > bytes_.size() - place_) {
      throw NotPacked();
    }
    place_ += size;
    return bytes_.data() + place_ - size;
  }

  const std::string& bytes_;
  std::size_t place_ = 0;
};

void pack(Packer& packer, const std::optional<Outcomes>& outcomes) {
  packer.number(outcomes.has_value());
  if (outcomes) {
    packer.number(std::uint64_t{outcomes->months});
    packer.numbers(outcomes->of_run);
    packer.numbers(outcomes->monthly);
  }
}

std::optional<Outcomes> unpack_outcomes(Unpacker& unpacker) {
  // A byte that is neither 0 nor 1 is no bool.
  if (unpacker.number<unsigned char>() == 0) {
    return {};
  }
  Outcomes outcomes;
  outcomes.months = unpacker.number<std::uint64_t>();
  outcomes.of_run = unpacker.numbers();
  outcomes.monthly = unpacker.numbers();
  return outcomes;
}

std::string packed(std::uint32_t draw, const FinishedRun& run) {
  Packer packer;
  packer.number(draw);
  packer.number(run.run);
  packer.number(static_cast<std::uint32_t>(run.outcomes.size()));
  for (const std::optional<Outcomes>& outcomes : run.outcomes) {
    pack(packer, outcomes);
  }
  packer.number(static_cast<std::uint32_t>(run.failed.size()));
  for (const FailedRun& failed : run.failed) {
    packer.number(failed.seed);
    packer.number(failed.run);
    packer.text(failed.scenario);
    packer.text(failed.message);
  }
  return packer.bytes();
}

SavedRun unpacked(const std::string& bytes) {
  Unpacker unpacker(bytes);
  SavedRun run;
  run.draw = unpacker.number<std::uint32_t>();
  run.run = unpacker.number<std::uint32_t>();
  const auto scenarios = unpacker.number<std::uint32_t>();
  for (std::uint32_t s = 0; s < scenarios; ++s) {
    run.outcomes.push_back(unpack_outcomes(unpacker));
  }
  const auto failures = unpacker.number<std::uint32_t>();
  for (std::uint32_t f = 0; f < failures; ++f) {
    FailedRun failed{};
    failed.seed = unpacker.number<std::uint64_t>();
    failed.run = unpacker.number<std::uint32_t>();
    failed.scenario = unpacker.text();
    failed.message = unpacker.text();
    run.failed.push_back(std::move(failed));
  }
  return run;
}

using Compressor = std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)>;

}  // namespace

std::string record_of(std::uint32_t draw, const FinishedRun& run) {
  const std::string bytes = packed(draw, run);
  const Compressor compressor(ZSTD_createCCtx(), ZSTD_freeCCtx);
  ZSTD_CCtx_setParameter(compressor.get(), ZSTD_c_compressionLevel, 1);
  ZSTD_CCtx_setParameter(compressor.get(), ZSTD_c_checksumFlag, 1);
  std::string record(ZSTD_compressBound(bytes.size()), '\0');
  const std::size_t size =
      ZSTD_compress2(compressor.get(), record.data(), record.size(), bytes.data(), bytes.size());
  if (ZSTD_isError(size) != 0U) {
    throw std::runtime_error(std::string("a run cannot be packed: ") + ZSTD_getErrorName(size));
  }
  record.resize(size);
  return record;
}

std::optional<SavedRun> run_in(std::span<const char> record) {
  const unsigned long long size = ZSTD_getFrameContentSize(record.data(), record.size());
  if (size > most_bytes_in_a_run) {  // the codes of its two failures too
    return {};
  }
  std::string bytes(size, '\0');
  const std::size_t found =
      ZSTD_decompress(bytes.data(), bytes.size(), record.data(), record.size());
  if (ZSTD_isError(found) != 0U || found != bytes.size()) {
    return {};
  }
  try {
    return unpacked(bytes);
  } catch (const NotPacked&) {
    return {};
  }
}

}  // namespace stepdown
