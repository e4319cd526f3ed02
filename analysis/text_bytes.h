#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace stepdown {

/// Looks at the bytes of a data file as they come, and says why they are no UTF-8 text if they are
/// not.
class TextBytes {
 public:
  explicit TextBytes(std::string name) : name_(std::move(name)) {}

  /// The next bytes of the file; throws UnusableData at the first that no text has.
  void take(std::string_view bytes);
  /// After the last: throws UnusableData when a letter is cut off.
  void end() const;

 private:
  void begin_letter(unsigned char byte);
  [[noreturn]] void refuse_letter() const;

  std::string name_;
  std::size_t line_ = 1;
  unsigned char first_ = 0;  // of the letter in hand
  int due_ = 0;              // bytes of it that are still to come
  unsigned char low_ = 0x80;
  unsigned char high_ = 0xBF;
};

/// Throws UnusableData when a file that begins so is something else than text: a workbook, a page,
/// an archive or text in two bytes for each letter.
void refuse_what_is_no_text(const std::string& name, std::string_view beginning);

}  // namespace stepdown
