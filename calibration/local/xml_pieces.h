#pragma once

#include <cstddef>
#include <istream>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "analysis/text_bytes.h"

namespace stepdown {

/// How much of an XML file may have to be in memory at once.
struct XmlLimits {
  std::size_t piece = std::size_t{8} << 20;  // bytes of one child
  std::size_t depth = 40;                    // elements within one another
  std::size_t tag = std::size_t{64} << 10;   // bytes of one tag
};

/// An element cut out of an XML file, with all that is in it.
struct XmlPiece {
  std::string_view name;
  std::string_view text;
  std::size_t line = 0;  // on which it begins
};

/// Cuts the header and the children of a census return out of its file, one after another, so that
/// a return of any size needs the memory of one child. Refuses with UnusableData what is no whole
/// XML in UTF-8 or declares entities, which a return never needs and with which a small file can
/// be made to fill any memory.
class XmlPieces {
 public:
  /// `name` is what the file is called in messages.
  XmlPieces(std::string name, std::istream& in, XmlLimits limits = {});

  /// The next <Header> in <Message>, or <Child> in <Children> in it; nothing after the last. Lives
  /// until the next call.
  std::optional<XmlPiece> next();

 private:
  struct OpenElement {
    std::string name;
    std::size_t line;
  };

  bool fill();
  bool starts_with(std::string_view beginning);
  std::size_t find(std::string_view mark, std::size_t from, std::string_view what);
  std::size_t end_of_tag();
  void move_to(std::size_t position);
  bool skip_to_tag();
  void skip_declaration();
  bool open_element();
  bool close_element();
  void look_at_root(const std::string& element) const;
  bool begins_piece() const;
  [[noreturn]] void refuse(std::string message, std::string advice) const;
  [[noreturn]] void refuse_cut_short() const;
  std::string at_line(std::size_t line) const;

  std::string name_;
  std::istream& in_;
  XmlLimits limits_;
  TextBytes bytes_;
  std::string buffer_;
  std::size_t at_ = 0;    // of what is read in the buffer
  std::size_t line_ = 1;  // at at_
  bool at_end_ = false;   // of the file
  bool root_seen_ = false;
  std::vector<OpenElement> open_;
  std::optional<std::size_t> piece_;  // where it begins in the buffer
  std::size_t piece_line_ = 0;
  std::size_t piece_depth_ = 0;
};

}  // namespace stepdown
