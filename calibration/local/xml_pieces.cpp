#include "calibration/local/xml_pieces.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analysis/unusable_data.h"

namespace stepdown {
namespace {

constexpr std::size_t bytes_at_once = std::size_t{1} << 18;
constexpr std::string_view blanks = " \t\r\n";
constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
constexpr std::string_view what_is_wanted =
    "a CIN census return is one XML file that begins with <Message>; export it again from the "
    "case system or from COLLECT";
constexpr std::string_view how_to_convert =
    "export it again as UTF-8, or convert it: iconv -f WINDOWS-1252 -t UTF-8 old.xml > new.xml";

std::string name_in_tag(std::string_view tag) {
  return std::string(tag.substr(0, tag.find_first_of(" \t\r\n/>")));
}

/// A name as it may be told. Where a mark is missing, what is said of a child runs into the name,
/// so that only names of the census itself are told.
std::string told(std::string_view element) {
  static constexpr std::array<std::string_view, 20> names{
      "Message",      "Header",          "CollectionDetails",    "Source",     "Content",
      "Children",     "Child",           "ChildIdentifiers",     "LAchildID",  "UPN",
      "FormerUPN",    "PersonBirthDate", "ChildCharacteristics", "CINdetails", "Assessments",
      "CINPlanDates", "Section47",       "ChildProtectionPlans", "Reviews",    "Disabilities"};
  return std::ranges::find(names, element) == names.end() ? "an element"
                                                          : '<' + std::string(element) + '>';
}

}  // namespace

XmlPieces::XmlPieces(std::string name, std::istream& in, XmlLimits limits)
    : name_(std::move(name)), in_(in), limits_(limits), bytes_(name_) {
  fill();
  if (buffer_.empty()) {
    throw UnusableData(Fault::data_empty, "`" + name_ + "` is empty",
                       "look whether it arrived whole");
  }
  if (starts_with(byte_order_mark)) {
    at_ = byte_order_mark.size();
  }
}

void XmlPieces::refuse(std::string message, std::string advice) const {
  throw UnusableData(Fault::data_not_text, "`" + name_ + "` " + std::move(message),
                     std::move(advice));
}

std::string XmlPieces::at_line(std::size_t line) const { return "line " + std::to_string(line); }

void XmlPieces::refuse_cut_short() const {
  refuse("ends inside of " + told(open_.back().name) + " of " + at_line(open_.back().line) +
             ": it did not arrive whole",
         "copy or export it again; nothing was taken from it");
}

/// Reads on; what was read before and is not needed any more goes. False at the end of the file.
bool XmlPieces::fill() {
  if (at_end_) {
    return false;
  }
  const std::size_t kept_from = piece_.value_or(at_);
  buffer_.erase(0, kept_from);
  at_ -= kept_from;
  piece_ = piece_ ? std::optional<std::size_t>(0) : std::nullopt;
  const std::size_t before = buffer_.size();
  buffer_.resize(before + bytes_at_once);
  in_.read(buffer_.data() + before, static_cast<std::streamsize>(bytes_at_once));
  buffer_.resize(before + static_cast<std::size_t>(in_.gcount()));
  at_end_ = buffer_.size() == before;
  const std::string_view fresh = std::string_view(buffer_).substr(before);
  if (!root_seen_ && before == 0 &&
      (fresh.starts_with("\xFF\xFE") || fresh.starts_with("\xFE\xFF") ||
       fresh.starts_with(std::string_view("<\0", 2)) ||
       fresh.starts_with(std::string_view("\0<", 2)))) {
    refuse("is in UTF-16",
           "export it again as UTF-8, or convert it: iconv -f UTF-16 -t UTF-8 "
           "old.xml > new.xml");
  }
  try {
    bytes_.take(fresh);
    if (at_end_) {
      bytes_.end();
    }
  } catch (const UnusableData& error) {
    throw UnusableData(error.fault(), error.what(), std::string(how_to_convert));
  }
  return !at_end_;
}

bool XmlPieces::starts_with(std::string_view beginning) {
  while (buffer_.size() - at_ < beginning.size() && fill()) {
  }
  return std::string_view(buffer_).substr(at_).starts_with(beginning);
}

/// Where the mark is, counted from at_; the buffer grows until it is found.
std::size_t XmlPieces::find(std::string_view mark, std::size_t from, std::string_view what) {
  for (;;) {
    const std::size_t found = buffer_.find(mark, at_ + from);
    if (found != std::string::npos) {
      return found - at_;
    }
    const std::size_t seen = buffer_.size() - at_;
    from = std::max(from, seen < mark.size() ? 0 : seen - mark.size() + 1);
    if (seen > limits_.piece) {
      refuse(std::string(what) + " of " + at_line(line_) + " does not end within " +
                 std::to_string(limits_.piece >> 20U) + " MB",
             std::string(what_is_wanted));
    }
    if (!fill()) {
      refuse("ends inside of " + std::string(what) + " of " + at_line(line_) +
                 ": it did not arrive whole",
             "copy or export it again; nothing was taken from it");
    }
  }
}

/// The closing bracket of a tag, counted from at_; one in quotation marks does not close it.
std::size_t XmlPieces::end_of_tag() {
  char open_quote = 0;
  for (std::size_t at = 1; at <= limits_.tag; ++at) {
    if (at_ + at >= buffer_.size() && !fill()) {
      refuse("ends inside of a tag of " + at_line(line_) + ": it did not arrive whole",
             "copy or export it again; nothing was taken from it");
    }
    const char letter = buffer_[at_ + at];
    if (open_quote != 0) {
      open_quote = letter == open_quote ? '\0' : open_quote;
    } else if (letter == '>') {
      return at;
    } else if (letter == '"' || letter == '\'') {
      open_quote = letter;
    }
  }
  refuse("has a tag in " + at_line(line_) + " that does not end within " +
             std::to_string(limits_.tag >> 10U) + " kB: perhaps a quotation mark is missing",
         std::string(what_is_wanted));
}

/// `position` is counted from at_.
void XmlPieces::move_to(std::size_t position) {
  const auto begin = buffer_.begin() + static_cast<std::ptrdiff_t>(at_);
  line_ += static_cast<std::size_t>(
      std::count(begin, begin + static_cast<std::ptrdiff_t>(position), '\n'));
  at_ += position;
}

/// Goes to the next "<"; false when the file ends before.
bool XmlPieces::skip_to_tag() {
  for (;;) {
    const std::size_t found = std::min(buffer_.find('<', at_), buffer_.size());
    const std::string_view text = std::string_view(buffer_).substr(at_, found - at_);
    if (open_.empty() && text.find_first_not_of(blanks) != std::string_view::npos) {
      refuse(root_seen_ ? "has text after its end, " + at_line(line_) : std::string("is no XML"),
             std::string(what_is_wanted));
    }
    move_to(found - at_);
    if (piece_ && at_ - *piece_ > limits_.piece) {
      refuse("has a " + told(open_[piece_depth_ - 1].name) + " in " + at_line(piece_line_) +
                 " that does not end within " + std::to_string(limits_.piece >> 20U) + " MB",
             std::string(what_is_wanted));
    }
    if (at_ < buffer_.size()) {
      return true;
    }
    if (!fill()) {
      return false;
    }
  }
}

/// What begins with <? or <! and is no element.
void XmlPieces::skip_declaration() {
  if (starts_with("<!--")) {
    move_to(find("-->", 4, "a comment") + 3);
  } else if (starts_with("<![CDATA[") && !open_.empty()) {
    move_to(find("]]>", 9, "a section of text") + 3);
  } else if (starts_with("<?")) {
    // Whatever encoding it declares, the bytes decide: what iconv converted still declares the old
    // one, and what is not converted is refused at its first letter that is none of UTF-8.
    move_to(find("?>", 2, "an instruction") + 2);
  } else {
    refuse("declares a document type or entities in " + at_line(line_),
           "a return has none, and they can be made to fill any memory: take the return as the "
           "case system exports it");
  }
}

void XmlPieces::look_at_root(const std::string& element) const {
  if (root_seen_) {
    refuse("goes on after its end with " + told(element) + ", " + at_line(line_),
           std::string(what_is_wanted));
  }
  if (element != "Message") {
    throw UnusableData(Fault::data_columns,
                       "`" + name_ + "` is other XML: it does not begin with <Message>",
                       std::string(what_is_wanted));
  }
}

bool XmlPieces::begins_piece() const {
  const std::size_t depth = open_.size();
  return (depth == 2 && open_[1].name == "Header") ||
         (depth == 3 && open_[1].name == "Children" && open_[2].name == "Child");
}

/// True when the same tag closes it.
bool XmlPieces::open_element() {
  const std::size_t close = end_of_tag();
  const std::string_view tag = std::string_view(buffer_).substr(at_ + 1, close - 1);
  const bool is_empty = tag.ends_with('/');
  std::string element = name_in_tag(tag);
  if (element.empty()) {
    refuse("has a `<` that begins no element in " + at_line(line_), std::string(what_is_wanted));
  }
  if (open_.empty()) {
    look_at_root(element);
    root_seen_ = true;
  }
  if (open_.size() == limits_.depth) {
    refuse("has more than " + std::to_string(limits_.depth) + " elements within one another in " +
               at_line(line_),
           std::string(what_is_wanted));
  }
  open_.push_back({std::move(element), line_});
  if (!piece_ && begins_piece()) {
    piece_ = at_;
    piece_line_ = line_;
    piece_depth_ = open_.size();
  }
  if (!is_empty) {
    move_to(close + 1);
  }
  return is_empty;
}

/// True when a piece is complete. The tag may be that of an empty element.
bool XmlPieces::close_element() {
  const std::size_t close = end_of_tag();
  const std::string_view tag = std::string_view(buffer_).substr(at_ + 1, close - 1);
  if (tag.starts_with('/')) {
    const std::string element = name_in_tag(tag.substr(1));
    if (open_.empty() || open_.back().name != element) {
      refuse("closes " + told(element) + " in " + at_line(line_) +
                 (open_.empty() ? ", which is not open"
                                : ", where " + told(open_.back().name) + " is open"),
             std::string(what_is_wanted));
    }
  }
  const bool is_complete = piece_ && open_.size() == piece_depth_;
  open_.pop_back();
  move_to(close + 1);
  return is_complete;
}

std::optional<XmlPiece> XmlPieces::next() {
  piece_.reset();
  while (skip_to_tag()) {
    if (starts_with("<!") || starts_with("<?")) {
      skip_declaration();
      continue;
    }
    if (!starts_with("</") && !open_element()) {
      continue;
    }
    if (close_element()) {
      const std::string_view text = std::string_view(buffer_).substr(*piece_, at_ - *piece_);
      return XmlPiece{piece_depth_ == 2 ? "Header" : "Child", text, piece_line_};
    }
  }
  if (!open_.empty()) {
    refuse_cut_short();
  }
  if (!root_seen_) {
    refuse("is no XML", std::string(what_is_wanted));
  }
  return std::nullopt;
}

}  // namespace stepdown
