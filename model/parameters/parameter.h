#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string_view>
#include <type_traits>
#include <variant>

namespace stepdown {

struct ModelParameters;

/// What a number is counted in; files and docs always use these units.
enum class Unit : std::uint8_t {
  none,
  per_year,
  per_day,
  years,
  months,
  weeks,
  days,
  working_days,
  share,
  factor,
  levels,
  children,
  families,
  posts,
  reviews,
  per_10000_children,
  per_10000_children_a_year,
  pounds,
  pounds_a_year,
  year,
};

/// Who may change a parameter, and where: facts in place files, levers in policy files,
/// uncertainties by calibration, numerics by whoever tests that they do not matter.
enum class Role : std::uint8_t { fact, lever, uncertainty, numerics };

enum class Kind : std::uint8_t { real, whole, choice, list };

/// Where a number comes from: evidence rows, a data file, a derivation, or the plain statement
/// that nothing is known. Leaving it out does not compile.
class Source {
 public:
  consteval Source(const char* text) : text_(text) {  // NOLINT: implicit so that tables read well
    if (text_.empty()) {
      throw "a parameter needs a source";
    }
  }
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// What a parameter means, in one sentence for its user. Leaving it out does not compile.
class Doc {
 public:
  consteval Doc(const char* text) : text_(text) {  // NOLINT: implicit so that tables read well
    if (text_.empty()) {
      throw "a parameter needs a description";
    }
  }
  constexpr std::string_view text() const { return text_; }

 private:
  std::string_view text_;
};

/// Lowest and highest value allowed, both included; for a list, of each element.
struct Bounds {
  double low;
  double high;
};

/// A short list of numbers, such as the steps of a taper.
struct NumberList {
  static constexpr std::size_t capacity = 8;
  std::array<double, capacity> values{};
  std::uint8_t size = 0;

  constexpr NumberList() = default;
  constexpr NumberList(std::initializer_list<double> list) {
    for (const double value : list) {
      values[size++] = value;
    }
  }
  constexpr std::span<const double> view() const { return {values.data(), size}; }
  constexpr double operator[](std::size_t i) const { return values[i]; }
  constexpr bool operator==(const NumberList&) const = default;
};

/// One of the answers an option has, by its place in `Parameter::choices`.
struct Choice {
  std::uint8_t index = 0;
  constexpr bool operator==(const Choice&) const = default;
};

/// A parameter's value: a number (whole numbers too), a choice, or a list.
using Value = std::variant<double, Choice, NumberList>;

/// The option a parameter belongs to: it means something only while `option` has the answer
/// `answer`; an empty `option` means always.
struct OnlyWhen {
  std::string_view option;
  std::string_view answer;
};

/// One number or choice of the model, with all that is known about it: the single declaration
/// from which files, command line, docs and reports take name, unit, bounds, role and source.
struct Parameter {
  std::string_view name;
  Kind kind;
  Unit unit;
  Value initial;
  Bounds bounds;
  std::span<const std::string_view> choices;
  Role role;
  Source source;
  Doc doc;
  OnlyWhen only_when;
  Value (*get)(const ModelParameters&);
  void (*set)(ModelParameters&, const Value&);
};

std::string_view name_of(Unit unit);
std::string_view name_of(Role role);

/// What a declaration states about a number; `source` and `doc` have no default.
struct NumberSpec {
  std::string_view name;
  Unit unit;
  double initial;
  Bounds bounds;
  Role role;
  Source source;
  Doc doc;
  OnlyWhen only_when = {};
};

/// What a declaration states about an option with named answers.
struct ChoiceSpec {
  std::string_view name;
  std::span<const std::string_view> choices;
  std::uint8_t initial;
  Role role;
  Source source;
  Doc doc;
  OnlyWhen only_when = {};
};

/// What a declaration states about a list of numbers.
struct ListSpec {
  std::string_view name;
  Unit unit;
  NumberList initial;
  Bounds bounds;
  Role role;
  Source source;
  Doc doc;
  OnlyWhen only_when = {};
};

/// The field at the end of a path of members and places in lists, such as
/// `&ModelParameters::need, &NeedParameters::worsening`.
template <auto step, auto... further>
constexpr auto& follow(auto& from) {
  auto& next = [&]() -> auto& {
    if constexpr (std::is_member_object_pointer_v<decltype(step)>) {
      return from.*step;
    } else {
      return from[step];
    }
  }
  ();
  if constexpr (sizeof...(further) == 0) {
    return next;
  } else {
    return follow<further...>(next);
  }
}

/// Binds the declaration of a number to the field at the end of `path`.
template <auto... path>
constexpr Parameter real(const NumberSpec& s) {
  return {s.name,
          Kind::real,
          s.unit,
          s.initial,
          s.bounds,
          {},
          s.role,
          s.source,
          s.doc,
          s.only_when,
          [](const ModelParameters& p) { return Value(static_cast<double>(follow<path...>(p))); },
          [](ModelParameters& p, const Value& v) {
            auto& field = follow<path...>(p);
            field = static_cast<std::remove_reference_t<decltype(field)>>(std::get<double>(v));
          }};
}

template <auto... path>
constexpr Parameter whole(const NumberSpec& s) {
  Parameter parameter = real<path...>(s);
  parameter.kind = Kind::whole;
  return parameter;
}

/// The field is a scoped enum whose enumerators stand in the order of `choices`.
template <auto... path>
constexpr Parameter option(const ChoiceSpec& s) {
  return {s.name,
          Kind::choice,
          Unit::none,
          Choice{s.initial},
          {0, static_cast<double>(s.choices.size()) - 1},
          s.choices,
          s.role,
          s.source,
          s.doc,
          s.only_when,
          [](const ModelParameters& p) {
            return Value(Choice{static_cast<std::uint8_t>(follow<path...>(p))});
          },
          [](ModelParameters& p, const Value& v) {
            auto& field = follow<path...>(p);
            field =
                static_cast<std::remove_reference_t<decltype(field)>>(std::get<Choice>(v).index);
          }};
}

template <auto... path>
constexpr Parameter list(const ListSpec& s) {
  return {s.name,
          Kind::list,
          s.unit,
          s.initial,
          s.bounds,
          {},
          s.role,
          s.source,
          s.doc,
          s.only_when,
          [](const ModelParameters& p) { return Value(follow<path...>(p)); },
          [](ModelParameters& p, const Value& v) { follow<path...>(p) = std::get<NumberList>(v); }};
}

}  // namespace stepdown
