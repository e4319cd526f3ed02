#include "analysis/text_bytes.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/unusable_data.h"

namespace stepdown {
namespace {

constexpr std::string_view save_again =
    "save it again as UTF-8: in Excel, File, Save As, \"CSV UTF-8 (comma delimited)\"";

/// What Windows-1252 has from 0x80 to 0x9F; empty where it has nothing.
constexpr std::array<std::string_view, 32> windows_1252{
    "€", "",  "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", "", "Ž", "",
    "",  "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", "", "ž", "Ÿ"};

std::string in_windows_1252(unsigned char byte) {
  if (byte < 0xA0) {
    return std::string(windows_1252[byte - 0x80]);
  }
  return {static_cast<char>(0xC0 | (byte >> 6)), static_cast<char>(0x80 | (byte & 0x3F))};
}

std::string hexadecimal(unsigned char byte) {
  constexpr std::string_view digits = "0123456789ABCDEF";
  return {'0', 'x', digits[byte >> 4], digits[byte & 0xF]};
}

std::string named(const std::string& name) { return "`" + name + "`"; }

struct OtherKind {
  std::string_view beginning;
  std::string_view what;
  std::string_view advice;
};

constexpr std::array<OtherKind, 7> other_kinds{{
    {"PK\x03\x04", "a workbook or an archive, not comma-separated values",
     "unpack it if it is a .zip; save an .xlsx as CSV UTF-8 (comma delimited)"},
    {"\xD0\xCF\x11\xE0", "an old workbook (.xls), not comma-separated values",
     "save it as CSV UTF-8 (comma delimited)"},
    {"\xFF\xFE", "saved as UTF-16", save_again},
    {"\xFE\xFF", "saved as UTF-16", save_again},
    {"%PDF", "a PDF, not comma-separated values", "take the data file of the same release"},
    {"<", "a web page or an XML file, not comma-separated values",
     "download the data file itself; the service offers a .zip of all of them"},
    {"\x1F\x8B", "packed with gzip", "unpack it: gunzip FILE"},
}};

}  // namespace

void refuse_what_is_no_text(const std::string& name, std::string_view beginning) {
  const auto kind = std::ranges::find_if(other_kinds, [beginning](const OtherKind& each) {
    return beginning.starts_with(each.beginning);
  });
  if (kind != other_kinds.end()) {
    throw UnusableData(Fault::data_not_text, named(name) + " is " + std::string(kind->what),
                       std::string(kind->advice));
  }
}

void TextBytes::begin_letter(unsigned char byte) {
  if (byte < 0x20 && byte != '\t' && byte != '\n' && byte != '\r' && byte != '\f') {
    throw UnusableData(Fault::data_not_text,
                       named(name_) + " is no text: byte " + hexadecimal(byte) + " in line " +
                           std::to_string(line_),
                       "look whether it is the file you mean, and whether it arrived whole");
  }
  line_ += byte == '\n' ? 1 : 0;
  if (byte < 0x80) {
    return;
  }
  first_ = byte;
  // The bounds of the second byte leave out longer spellings, surrogates and what lies above
  // U+10FFFF.
  low_ = byte == 0xE0 ? 0xA0 : byte == 0xF0 ? 0x90 : 0x80;
  high_ = byte == 0xED ? 0x9F : byte == 0xF4 ? 0x8F : 0xBF;
  due_ = byte < 0xC2 ? 0 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : byte < 0xF5 ? 3 : 0;
  if (due_ == 0) {
    refuse_letter();
  }
}

void TextBytes::refuse_letter() const {
  const std::string letter = in_windows_1252(first_);
  throw UnusableData(
      Fault::data_not_text,
      named(name_) + " is not UTF-8: byte " + hexadecimal(first_) + " in line " +
          std::to_string(line_),
      (letter.empty() ? std::string()
                      : "it looks like Windows-1252, where that byte is `" + letter + "`; ") +
          std::string(save_again));
}

void TextBytes::take(std::string_view bytes) {
  for (const char each : bytes) {
    const auto byte = static_cast<unsigned char>(each);
    if (due_ == 0) {
      begin_letter(byte);
    } else if (byte < low_ || byte > high_) {
      refuse_letter();
    } else {
      --due_;
      low_ = 0x80;
      high_ = 0xBF;
    }
  }
}

void TextBytes::end() const {
  if (due_ > 0) {
    refuse_letter();
  }
}

}  // namespace stepdown
