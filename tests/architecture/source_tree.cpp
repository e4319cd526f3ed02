#include "tests/architecture/source_tree.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace stepdown {
namespace {

namespace fs = std::filesystem;

// In a second working tree of one repository .git is a file.
bool is_left_out(const fs::path& entry) {
  static constexpr std::array<std::string_view, 7> left_out{
      ".git", "build", "results", ".cache", ".vscode", ".idea", "__pycache__"};
  return std::ranges::find(left_out, entry.filename().string()) != left_out.end();
}

bool is_word(char c) { return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '_'; }

/// Walks over C++ text and blanks what is not code.
class Blanker {
 public:
  explicit Blanker(std::string_view text) : text_(text), out_(text) {}

  std::string run() {
    while (at_ < text_.size()) {
      if (starts("//")) {
        blank_until("\n", 0);
      } else if (starts("/*")) {
        blank_until("*/", 2);
      } else if (starts("R\"") && !follows_word()) {
        const std::size_t open = text_.find('(', at_);
        const std::string_view delimiter = text_.substr(at_ + 2, open - at_ - 2);
        blank_until(")" + std::string(delimiter) + "\"", delimiter.size() + 2);
      } else if (text_[at_] == '"') {
        blank_literal('"');
      } else if (text_[at_] == '\'' && !follows_word()) {
        blank_literal('\'');
      } else {
        ++at_;
      }
    }
    return out_;
  }

 private:
  bool starts(std::string_view what) const { return text_.substr(at_).starts_with(what); }
  // A quote after a digit separates digits; an R after a letter ends a name.
  bool follows_word() const { return at_ > 0 && is_word(text_[at_ - 1]); }

  void blank_to(std::size_t end) {
    for (; at_ < end; ++at_) {
      if (text_[at_] != '\n') out_[at_] = ' ';
    }
  }

  void blank_until(std::string_view closing, std::size_t closing_length) {
    const std::size_t found = text_.find(closing, at_ + 2);
    blank_to(found == std::string_view::npos ? text_.size() : found + closing_length);
  }

  void blank_literal(char quote) {
    std::size_t end = at_ + 1;
    while (end < text_.size() && text_[end] != quote && text_[end] != '\n') {
      end += text_[end] == '\\' ? 2 : 1;
    }
    blank_to(std::min(end + 1, text_.size()));
  }

  std::string_view text_;
  std::string out_;
  std::size_t at_ = 0;
};

}  // namespace

std::ostream& operator<<(std::ostream& out, const Finding& finding) {
  return out << finding.path << ':' << finding.line << ": " << finding.problem;
}

std::vector<SourceFile> read_source_tree(const std::string& root) {
  std::vector<SourceFile> files;
  for (fs::recursive_directory_iterator entry(root), end; entry != end; ++entry) {
    if (entry->is_directory()) {
      if (is_left_out(entry->path())) entry.disable_recursion_pending();
      continue;
    }
    if (!entry->is_regular_file() || is_left_out(entry->path())) continue;
    std::ifstream in(entry->path(), std::ios::binary);
    std::string text(std::istreambuf_iterator<char>(in), {});
    if (text.find('\0') != std::string::npos) continue;
    files.push_back({entry->path().lexically_relative(root).generic_string(), std::move(text)});
  }
  std::ranges::sort(files, {}, &SourceFile::path);
  return files;
}

const std::vector<SourceFile>& source_tree() {
  static const std::vector<SourceFile> tree = read_source_tree(STEPDOWN_SOURCE_DIR);
  return tree;
}

std::vector<std::string> layers_of(std::string_view cmake_text) {
  constexpr std::string_view opening = "set(STEPDOWN_LAYERS ";
  const std::size_t begin = cmake_text.find(opening);
  const std::size_t end = cmake_text.find(')', begin);
  if (begin == std::string_view::npos || end == std::string_view::npos) {
    throw std::runtime_error("CMakeLists.txt has no set(STEPDOWN_LAYERS ...)");
  }
  const std::size_t first = begin + opening.size();
  std::istringstream words(std::string(cmake_text.substr(first, end - first)));
  return {std::istream_iterator<std::string>(words), {}};
}

const std::vector<std::string>& layers() {
  static const std::vector<std::string> names = [] {
    const auto& tree = source_tree();
    const auto file = std::ranges::find(tree, "CMakeLists.txt", &SourceFile::path);
    if (file == tree.end()) throw std::runtime_error("no CMakeLists.txt in the source tree");
    return layers_of(file->text);
  }();
  return names;
}

std::vector<Include> includes_of(const SourceFile& file) {
  std::vector<Include> includes;
  std::istringstream lines(file.text);
  std::string line;
  for (int number = 1; std::getline(lines, line); ++number) {
    std::string_view rest = line;
    const auto skip_blanks = [&rest] {
      rest.remove_prefix(std::min(rest.find_first_not_of(" \t"), rest.size()));
    };
    skip_blanks();
    if (!rest.starts_with('#')) continue;
    rest.remove_prefix(1);
    skip_blanks();
    if (!rest.starts_with("include")) continue;
    rest.remove_prefix(std::string_view("include").size());
    skip_blanks();
    if (!rest.starts_with('"') && !rest.starts_with('<')) continue;
    const bool is_quoted = rest.front() == '"';
    const std::size_t end = rest.find(is_quoted ? '"' : '>', 1);
    includes.push_back({std::string(rest.substr(1, end - 1)), is_quoted, number});
  }
  return includes;
}

std::string code_only(std::string_view text) { return Blanker(text).run(); }

std::string_view first_folder(std::string_view path) { return path.substr(0, path.find('/')); }

std::string_view stem(std::string_view path) {
  const std::size_t slash = path.rfind('/');
  if (slash != std::string_view::npos) path.remove_prefix(slash + 1);
  return path.substr(0, path.rfind('.'));
}

bool is_header(std::string_view path) { return path.ends_with(".h"); }
bool is_cpp(std::string_view path) { return is_header(path) || path.ends_with(".cpp"); }

int line_at(std::string_view text, std::size_t position) {
  return 1 + static_cast<int>(std::ranges::count(text.substr(0, position), '\n'));
}

}  // namespace stepdown
