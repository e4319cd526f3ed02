#include "calibration/local/annex_a_mapping.h"

#include <algorithm>
#include <cctype>
#include <stdexcept>

#include "calibration/toml_fields.h"
#include "scenarios/embedded_starter.h"
#include "scenarios/nearest_word.h"
#include "scenarios/text_faults.h"

namespace stepdown {
namespace {

std::string small(std::string_view text) {
  std::string letters(text);
  std::ranges::transform(letters, letters.begin(), [](unsigned char letter) {
    return static_cast<char>(std::tolower(letter));
  });
  return letters;
}

bool is_word_in(const std::string& word, const std::string& cell) {
  return cell.starts_with(word) &&
         (cell.size() == word.size() ||
          std::isalnum(static_cast<unsigned char>(cell[word.size()])) == 0);
}

std::optional<std::size_t> first_group(const std::vector<WordGroup>& groups, const auto& is_meant) {
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (std::ranges::any_of(groups[i].words, is_meant)) {
      return i;
    }
  }
  return std::nullopt;
}

CodeWords closing_words() {
  return CodeWords({{"RC1", {"RC1"}},
                    {"RC2", {"RC2"}},
                    {"RC3", {"RC3"}},
                    {"RC4", {"RC4"}},
                    {"RC5", {"RC5"}},
                    {"RC6", {"RC6"}},
                    {"RC7", {"RC7"}},
                    {"RC8", {"RC8"}},
                    {"RC9", {"RC9"}}});
}

CodeWords source_words() {
  return CodeWords({{"individual", {"1A", "1B", "1C", "1D"}},
                    {"schools", {"2A"}},
                    {"education", {"2B"}},
                    {"health", {"3A", "3B", "3C", "3D", "3E", "3F"}},
                    {"housing", {"4"}},
                    {"authority", {"5A", "5B", "5C", "5D"}},
                    {"police", {"6"}},
                    {"legal", {"7"}},
                    {"other", {"8"}},
                    {"anonymous", {"9"}},
                    {"unknown", {"10"}}});
}

/// Reads one mapping table after another.
class MappingReading {
 public:
  MappingReading(const TextFile& file, std::vector<Problem>& problems)
      : file_(file), problems_(problems), mapping_(annex_words()) {}

  AnnexMapping read(const std::vector<TomlEntry>& tables) {
    bool has_period = false;
    for (const TomlEntry& table : tables) {
      has_period = has_period || table.key == "period";
      read_table(table);
    }
    if (!has_period) {
      note({}, "the mapping does not say from when to when the lists are complete",
           "write [period] with from = \"2019-04-01\" and to = \"2024-03-31\"");
    }
    if (std::ranges::none_of(mapping_.lists, [](const auto& list) { return list.has_value(); })) {
      note({}, "the mapping names no list",
           "write [list_3] with file = \"referrals.csv\" for the referrals, and so on");
    }
    return std::move(mapping_);
  }

 private:
  void note(TextSpan at, std::string message, std::string advice) {
    problems_.push_back(
        file_.problem(Fault::calibration_file, at, std::move(message), std::move(advice)));
  }

  void read_table(const TomlEntry& table) {
    const std::vector<std::pair<std::string_view, CodeWords*>> codes{
        {"yes_or_no", &mapping_.yes_or_no},
        {"source", &mapping_.sources},
        {"closing", &mapping_.closing},
        {"category", &mapping_.categories}};
    const auto of_codes = std::ranges::find(
        codes, table.key, [](const auto& each) { return std::string(each.first); });
    if (!table.is_table) {
      note(table.at, "`" + table.key + "` stands outside of a table",
           "write [list_3] or another table on a line before it");
    } else if (table.key == "period") {
      read_period(table);
    } else if (of_codes != codes.end()) {
      read_codes(table, *of_codes->second);
    } else if (const auto list = list_called(table.key)) {
      read_list(table, *list);
    } else {
      note(table.at, "there is no table [" + table.key + "] in a mapping",
           "there are " +
               quoted_list(nearest_first(table.key, {"period", "list_1", "list_8", "yes_or_no",
                                                     "source", "closing", "category"}),
                           "and"));
    }
  }

  static std::optional<int> list_called(std::string_view key) {
    constexpr std::string_view beginning = "list_";
    if (key.size() == beginning.size() + 1 && key.starts_with(beginning) &&
        key.back() >= '0' + first_annex_list && key.back() <= '0' + last_annex_list) {
      return key.back() - '0';
    }
    return std::nullopt;
  }

  std::optional<Day> day(TomlFields& fields, const TomlEntry& table, std::string_view key) {
    const std::string text = fields.text(key);
    const auto read = day_of(text);
    if (!read && !text.empty()) {
      fields.refuse(table.find(key)->value.at, "`" + std::string(key) + "` is no day",
                    "write " + std::string(key) + " = \"2019-04-01\"");
    }
    return read;
  }

  void read_period(const TomlEntry& table) {
    TomlFields fields(file_, table, problems_);
    const auto from = day(fields, table, "from");
    const auto to = day(fields, table, "to");
    if (from && to && *to < *from) {
      fields.refuse(table.at, "the period ends before it begins", "exchange `from` and `to`");
    }
    mapping_.period = {from.value_or(Day()), to.value_or(Day())};
    fields.refuse_others();
  }

  void read_codes(const TomlEntry& table, CodeWords& codes) {
    TomlFields fields(file_, table, problems_);
    for (WordGroup& group : codes.groups()) {
      if (table.find(group.key)) {
        group.words = fields.texts(group.key);
      } else {
        fields.has(group.key);
      }
    }
    refuse_unknown(table, [&codes] {
      std::vector<std::string> keys;
      for (const WordGroup& group : codes.groups()) {
        keys.push_back(group.key);
      }
      return keys;
    }());
  }

  void read_list(const TomlEntry& table, int number) {
    TomlFields fields(file_, table, problems_);
    AnnexFile list{fields.text("file"), annex_columns(number)};
    std::vector<std::string> keys{"file"};
    for (AnnexColumn& column : list.columns) {
      keys.push_back(column.key);
      if (table.find(column.key)) {
        column.name = fields.text(column.key);
      }
    }
    refuse_unknown(table, keys);
    mapping_.lists[static_cast<std::size_t>(number)] = std::move(list);
  }

  void refuse_unknown(const TomlEntry& table, const std::vector<std::string>& keys) {
    for (const TomlEntry& entry : table.table) {
      if (std::ranges::find(keys, entry.key) == keys.end()) {
        note(entry.at, "unknown key `" + entry.key + "` in [" + table.key + "]",
             "there are " + quoted_list(nearest_first(entry.key, keys), "and"));
      }
    }
  }

  const TextFile& file_;
  std::vector<Problem>& problems_;
  AnnexMapping mapping_;
};

}  // namespace

std::optional<std::size_t> CodeWords::group_of(std::string_view cell) const {
  return first_group(groups_, [text = small(cell)](const std::string& word) {
    return is_word_in(small(word), text);
  });
}

std::optional<std::size_t> CodeWords::group_of_whole(std::string_view cell) const {
  return first_group(groups_,
                     [text = small(cell)](const std::string& word) { return small(word) == text; });
}

std::vector<AnnexColumn> annex_columns(int list) {
  std::vector<AnnexColumn> columns{{"child", "Child Unique ID"}, {"birth", "Date of Birth"}};
  const std::vector<std::vector<AnnexColumn>> others{
      {{"date", "Date of Contact"}},
      {{"end", "Assessment completion date"}},
      {{"date", "Date of referral"},
       {"source", "Referral Source"},
       {"no_further_action", "Referral NFA?"}},
      {{"start", "Continuous Assessment Start Date"},
       {"end", "Continuous Assessment Date of Authorisation"},
       {"in_need", "Was the child assessed as requiring LA children's social care support?"}},
      {{"start", "Strategy discussion initiating Section 47 Enquiry Start Date"},
       {"conference", "Date of Initial Child Protection Conference"}},
      {{"start", "CIN Start Date"}, {"end", "CIN Closure Date"}, {"reason", "Reason for Closure"}},
      {{"start", "Child Protection Plan Start Date"},
       {"end", "Child Protection Plan End Date"},
       {"category", "Initial Category of Abuse"},
       {"earlier_plans", "Number of Previous Child Protection Plans"}},
      {{"start", "Date Started to be Looked After"}, {"end", "Date Ceased to be Looked After"}}};
  const auto& own = others.at(static_cast<std::size_t>(list - first_annex_list));
  columns.insert(columns.end(), own.begin(), own.end());
  return columns;
}

AnnexMapping annex_words() {
  AnnexMapping words;
  words.yes_or_no = CodeWords(
      {{"yes", {"Yes", "Y", "a) Yes", "True", "1"}}, {"no", {"No", "N", "b) No", "False", "0"}}});
  words.sources = source_words();
  words.closing = closing_words();
  words.categories = CodeWords(
      {{"neglect", {"Neglect", "NEG", "a) Neglect"}},
       {"other",
        {"Physical abuse", "PHY", "b) Physical abuse", "Sexual abuse", "SAB", "c) Sexual abuse",
         "Emotional abuse", "EMO", "d) Emotional abuse", "Multiple", "MUL", "e) Multiple"}}});
  return words;
}

AnnexMapping read_annex_mapping(const std::string& path, const std::string& text) {
  const TextFile file{path, lines_of(text)};
  std::vector<Problem> problems;
  AnnexMapping mapping;
  if (const auto tables = read_toml(file, problems)) {
    mapping = MappingReading(file, problems).read(*tables);
  }
  if (!problems.empty()) {
    throw ScenarioErrors(std::move(problems));
  }
  return mapping;
}

std::string annex_mapping_template() {
  const auto found = std::ranges::find(embedded_starter(), "scenarios/starter/annex_a_mapping.txt",
                                       &EmbeddedFile::path);
  if (found == embedded_starter().end()) {
    throw std::logic_error("there is no mapping of Annex A in this program");
  }
  return std::string(found->text);
}

std::string letters_of(std::string_view name) {
  std::string letters;
  for (const char letter : name) {
    if (std::isalnum(static_cast<unsigned char>(letter)) != 0) {
      letters += static_cast<char>(std::tolower(static_cast<unsigned char>(letter)));
    }
  }
  return letters;
}

}  // namespace stepdown
