#include "analysis/csv_table.h"

#include <gmock/gmock.h>

#include <sstream>
#include <system_error>
#include <utility>

#include "analysis/unusable_data.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;
using ::testing::Pair;

using Row = std::vector<std::string>;

/// All of a text, kept in memory.
struct Heard {
  CsvReading reading;
  std::vector<std::pair<std::size_t, Row>> rows;
};

Heard heard(const std::string& text) {
  Heard all;
  std::istringstream in(text);
  all.reading =
      read_csv("some.csv", in, {{}, [&all](std::span<const std::string> row, std::size_t line) {
                                  all.rows.emplace_back(line, Row(row.begin(), row.end()));
                                }});
  return all;
}

UnusableData refusal_of(const std::string& text) {
  try {
    heard(text);
  } catch (const UnusableData& error) {
    return error;
  }
  ADD_FAILURE() << "was read: " << text;
  return {Fault::syntax, "", ""};
}

TEST(CsvTable, has_a_header_and_rows_with_their_lines) {
  const Heard all = heard("year,name\n2023,Kent\n2024,Devon\n");
  EXPECT_THAT(all.reading.header, ElementsAre("year", "name"));
  EXPECT_EQ(all.reading.rows, 2U);
  EXPECT_THAT(all.rows, ElementsAre(Pair(2, Row{"2023", "Kent"}), Pair(3, Row{"2024", "Devon"})));
}

TEST(CsvTable, is_the_same_with_any_ends_of_lines_a_mark_before_it_and_no_end_of_the_last) {
  const auto rows = heard("a,b\n1,2\n3,4\n").rows;
  EXPECT_EQ(heard("\xEF\xBB\xBF"
                  "a,b\r\n1,2\r\n3,4")
                .rows,
            rows);
  EXPECT_THAT(heard("\xEF\xBB\xBF"
                    "a,b\n")
                  .reading.header,
              ElementsAre("a", "b"));
  const auto of_old_computers = heard("a,b\r1,2\r3,4\r").rows;
  ASSERT_EQ(of_old_computers.size(), 2U);
  EXPECT_EQ(of_old_computers[1].second, rows[1].second);
}

TEST(CsvTable, keeps_commas_marks_and_lines_that_stand_in_quotation_marks) {
  const Heard all =
      heard("a,b\n\"Bournemouth, Poole\",\"say \"\"no\"\"\"\n\"two\nlines\",x\n1,2\n");
  EXPECT_THAT(all.rows, ElementsAre(Pair(2, Row{"Bournemouth, Poole", "say \"no\""}),
                                    Pair(3, Row{"two\nlines", "x"}), Pair(5, Row{"1", "2"})));
}

TEST(CsvTable, leaves_out_rows_without_anything) {
  const Heard all = heard("a,b\n\n,\n1,2\n,,,,\n");
  EXPECT_THAT(all.rows, ElementsAre(Pair(4, Row{"1", "2"})));
  EXPECT_THAT(all.reading.uneven, IsEmpty());
}

TEST(CsvTable, tells_the_lines_of_rows_of_another_width) {
  const Heard all = heard("a,b\n1\n1,2\n1,2,3\n");
  EXPECT_THAT(all.reading.uneven, ElementsAre(2, 4));
  EXPECT_EQ(all.reading.rows, 1U);
}

TEST(CsvTable, is_left_alone_when_its_header_is_not_wanted) {
  std::istringstream in("a,b\n1,2\n\"\n");
  const CsvReading reading =
      read_csv("some.csv", in,
               {[](std::span<const std::string> header) { return header.front() == "year"; },
                [](std::span<const std::string>, std::size_t) { FAIL(); }});
  EXPECT_FALSE(reading.was_wanted);
  EXPECT_THAT(reading.header, ElementsAre("a", "b"));
}

TEST(CsvTable, longer_than_one_piece_loses_nothing) {
  std::string text = "number,letters\n";
  for (int i = 0; i < 20'000; ++i) {
    text += std::to_string(i) + ",é€\U0001F600\n";
  }
  const Heard all = heard(text);
  ASSERT_EQ(all.rows.size(), 20'000U);
  EXPECT_EQ(all.rows.back().first, 20'001U);
  EXPECT_EQ(all.rows.back().second, (Row{"19999", "é€\U0001F600"}));
}

TEST(CsvTable, of_another_encoding_says_which_byte_and_how_to_save_it) {
  const UnusableData error = refusal_of("name\nKent\nSt Helens \x96 North\n");
  EXPECT_EQ(error.fault(), Fault::data_not_text);
  EXPECT_THAT(error.what(), HasSubstr("byte 0x96 in line 3"));
  EXPECT_THAT(error.advice(), HasSubstr("Windows-1252, where that byte is `–`"));
  EXPECT_THAT(error.advice(), HasSubstr("CSV UTF-8"));
  EXPECT_THAT(refusal_of("name\ncaf\xE9,x\n").advice(), HasSubstr("`é`"));
  EXPECT_THAT(refusal_of("name\ncaf\xE9").what(), HasSubstr("0xE9"));
}

TEST(CsvTable, is_not_read_from_what_is_no_text) {
  for (const auto& [bytes, what] : std::vector<std::pair<std::string, std::string>>{
           {std::string("PK\x03\x04xl/", 7), "workbook"},
           {"\xD0\xCF\x11\xE0", "old workbook"},
           {std::string("\xFF\xFE"
                        "a\0",
                        4),
            "UTF-16"},
           {"<!DOCTYPE html>", "web page"},
           {std::string("a,b\n1,\0\n", 8), "byte 0x00 in line 2"}}) {
    EXPECT_THAT(refusal_of(bytes).what(), HasSubstr(what));
    EXPECT_EQ(refusal_of(bytes).fault(), Fault::data_not_text);
  }
}

TEST(CsvTable, without_a_header_is_empty) {
  for (const char* text : {"", "\n\n", "\xEF\xBB\xBF", ",,\n"}) {
    EXPECT_EQ(refusal_of(text).fault(), Fault::data_empty);
  }
}

TEST(CsvTable, separated_by_something_else_is_told_so) {
  EXPECT_THAT(refusal_of("a;b\n1;2\n").what(), HasSubstr("semicolons"));
  EXPECT_THAT(refusal_of("a\tb\n1\t2\n").what(), HasSubstr("tabs"));
}

TEST(CsvTable, names_the_row_whose_quotation_marks_do_not_match) {
  EXPECT_THAT(refusal_of("a,b\n1,2\n3,\"4\n5,6\n").what(), HasSubstr("line 3"));
  EXPECT_THAT(refusal_of("a,b\n\"1\"x,2\n").what(), HasSubstr("line 2"));
  const std::string endless = "a,b\n1,\"" + std::string(5'000'000, 'x');
  EXPECT_THAT(refusal_of(endless).what(), HasSubstr("line 2"));
}

TEST(CsvTable, cut_off_anywhere_is_read_or_refused) {
  const std::string text =
      "\xEF\xBB\xBF"
      "a,b\r\n\"é, €\",\"\"\"\"\r\n1,2\r\n";
  for (std::size_t length = 0; length < text.size(); ++length) {
    try {
      EXPECT_LE(heard(text.substr(0, length)).rows.size(), 2U);
    } catch (const UnusableData& error) {
      EXPECT_THAT(error.what(), HasSubstr("some.csv"));
    }
  }
}

TEST(CsvTable, of_a_file_that_is_not_there_or_a_folder_is_an_error_of_the_system) {
  const TemporaryFolder folder;
  const CsvListener nobody{{}, [](std::span<const std::string>, std::size_t) {}};
  EXPECT_THROW(read_csv(std::filesystem::path(folder.path()) / "no.csv", nobody),
               std::system_error);
  EXPECT_THROW(read_csv(std::filesystem::path(folder.path()), nobody), std::system_error);
  folder.write("a.csv", "a,b\n1,2\n");
  EXPECT_EQ(read_csv(std::filesystem::path(folder.path()) / "a.csv", nobody).rows, 1U);
}

}  // namespace
}  // namespace stepdown
