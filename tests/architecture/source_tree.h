#pragma once

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

namespace stepdown {

/// A text file of the repository: its path from the root with forward slashes, and what it says.
struct SourceFile {
  std::string path;
  std::string text;
};

/// One #include line: what it names, whether in quotes, and where it stands (first line is 1).
struct Include {
  std::string target;
  bool is_quoted;
  int line;
};

/// A rule of the house that a file breaks.
struct Finding {
  std::string path;
  int line;
  std::string problem;
};
std::ostream& operator<<(std::ostream& out, const Finding& finding);

/// Every text file below `root`, sorted by path, without version control, builds and results.
std::vector<SourceFile> read_source_tree(const std::string& root);

/// The tree these tests were built from, read once.
const std::vector<SourceFile>& source_tree();

/// The layers from left to right as CMakeLists.txt lists them. Throws std::runtime_error when the
/// text has no such list.
std::vector<std::string> layers_of(std::string_view cmake_text);

/// The layers of source_tree().
const std::vector<std::string>& layers();

std::vector<Include> includes_of(const SourceFile& file);

/// The text with comments, string and character literals blanked; lines keep their numbers.
std::string code_only(std::string_view text);

/// "model" of "model/state/family.h"; the whole path of a file at the root.
std::string_view first_folder(std::string_view path);
/// "family" of "model/state/family.h".
std::string_view stem(std::string_view path);
bool is_cpp(std::string_view path);
bool is_header(std::string_view path);
/// 1 for a position in the first line of `text`.
int line_at(std::string_view text, std::size_t position);

}  // namespace stepdown
