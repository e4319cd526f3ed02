#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "calibration/local/child_record.h"
#include "calibration/local/day.h"

namespace stepdown {

/// The lists of Annex A that are read, by their numbers.
constexpr int first_annex_list = 1;
constexpr int last_annex_list = 8;

/// A column of a list: what it is to the program, and what it is called in the file; "-" for one
/// that the file does not have.
struct AnnexColumn {
  std::string key;
  std::string name;

  bool operator==(const AnnexColumn&) const = default;
};

/// The file that holds a list, and its columns.
struct AnnexFile {
  std::string file;
  std::vector<AnnexColumn> columns;

  bool operator==(const AnnexFile&) const = default;
};

/// Words that mean the same.
struct WordGroup {
  std::string key;
  std::vector<std::string> words;

  bool operator==(const WordGroup&) const = default;
};

/// What each of several codes is called by an authority.
class CodeWords {
 public:
  CodeWords() = default;
  explicit CodeWords(std::vector<WordGroup> groups) : groups_(std::move(groups)) {}

  const std::vector<WordGroup>& groups() const { return groups_; }
  std::vector<WordGroup>& groups() { return groups_; }
  /// The place of the group of which the cell is a word, or begins with one; capitals do not
  /// matter.
  std::optional<std::size_t> group_of(std::string_view cell) const;
  /// The place of the group of which the whole cell is a word. For yes and no: "No further action"
  /// begins with "No" and means yes.
  std::optional<std::size_t> group_of_whole(std::string_view cell) const;

  bool operator==(const CodeWords&) const = default;

 private:
  std::vector<WordGroup> groups_;
};

/// How an authority's lists are called, from when to when they are complete, and what its codes
/// mean.
struct AnnexMapping {
  ObservedPeriod period{};
  std::array<std::optional<AnnexFile>, last_annex_list + 1> lists;  // by number
  CodeWords yes_or_no;                                              // yes, no
  CodeWords sources;     // in the order of ReferralSource
  CodeWords closing;     // RC1 to RC9
  CodeWords categories;  // neglect, other
};

/// Annex A's own names for everything: the columns of a list, and the codes.
std::vector<AnnexColumn> annex_columns(int list);
AnnexMapping annex_words();

/// Reads a mapping file; what it does not say is as in Annex A. Throws ScenarioErrors with all that
/// is wrong.
AnnexMapping read_annex_mapping(const std::string& path, const std::string& text);

/// A mapping to begin with, with comments.
std::string annex_mapping_template();

/// A name without what is not a letter or digit, in small letters: in headers nothing else counts.
std::string letters_of(std::string_view name);

}  // namespace stepdown
