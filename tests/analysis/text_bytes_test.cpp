#include "analysis/text_bytes.h"

#include <gtest/gtest.h>

#include "analysis/unusable_data.h"

namespace stepdown {
namespace {

bool is_text(std::string_view bytes) {
  try {
    TextBytes text("some.csv");
    text.take(bytes);
    text.end();
    return true;
  } catch (const UnusableData&) {
    return false;
  }
}

TEST(TextBytes, are_all_letters_of_utf_8) {
  EXPECT_TRUE(is_text("plain, \t\r\n\f"));
  EXPECT_TRUE(is_text("é – € \U0001F600 \U0010FFFF"));
}

TEST(TextBytes, are_no_longer_spellings_surrogates_or_bytes_out_of_place) {
  for (const char* bytes : {"\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xED\xA0\x80",
                            "\xF0\x80\x80\x80", "\xF4\x90\x80\x80", "\xF5\x80\x80\x80", "\x80",
                            "\xE2\x82", "\xE2(\xA1", "\x1B", "\x7F\x01"}) {
    EXPECT_FALSE(is_text(bytes)) << bytes;
  }
}

TEST(TextBytes, may_come_in_pieces) {
  TextBytes text("some.csv");
  text.take("\xE2");
  text.take("\x82");
  EXPECT_THROW(text.end(), UnusableData);
  text.take("\xAC");
  EXPECT_NO_THROW(text.end());
}

}  // namespace
}  // namespace stepdown
