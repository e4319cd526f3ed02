#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <regex>
#include <set>
#include <string>
#include <vector>

#include "tests/architecture/source_tree.h"

namespace stepdown {
namespace {

using ::testing::IsEmpty;
using ::testing::Not;
using ::testing::SizeIs;

// The model is a pure function of its arguments that could run inside a browser: no files, console,
// threads, clock, environment or global variables, and no order that depends on a hash.
const std::set<std::string>& forbidden_headers() {
  static const std::set<std::string> headers{
      "thread",     "mutex",         "shared_mutex", "condition_variable",
      "future",     "atomic",        "latch",        "barrier",
      "semaphore",  "stop_token",    "iostream",     "fstream",
      "filesystem", "cstdio",        "ctime",        "csignal",
      "execution",  "unordered_map", "unordered_set"};
  return headers;
}

const std::regex& forbidden_words() {
  static const std::regex words(
      "\\b(system_clock|steady_clock|high_resolution_clock|utc_clock|file_clock|random_device|"
      "random_shuffle|unordered_(multi)?(map|set)|thread_local|jthread|getenv|srand|f?printf|fopen|"
      "std::(rand|time|clock|cout|cerr|clog|cin|hash|thread|async|mutex))\\b");
  return words;
}

/// A variable that outlives its function and may change: `static` without const and not a function.
const std::regex& changing_static() {
  static const std::regex pattern(
      "\\bstatic\\s+(?!const\\b|constexpr\\b|consteval\\b|inline\\s+const)[^(){};=]*[{;=]");
  return pattern;
}

/// The same at namespace scope, which stands unindented.
const std::regex& changing_global() {
  static const std::regex pattern(
      "^(?!using\\b|class\\b|struct\\b|enum\\b|union\\b|template\\b|namespace\\b|typedef\\b|"
      "friend\\b|extern "
      "template\\b|return\\b|concept\\b|requires\\b|operator\\b|public\\b|private\\b|"
      "(inline\\s+|static\\s+|extern\\s+)*(const|constexpr|consteval)\\b)"
      "(inline\\s+|extern\\s+)*[A-Za-z_][\\w:<>, *&]*[\\s>*&]\\w+(\\s*=[^=].*|\\{[^}]*\\};|;)$");
  return pattern;
}

void add_matches(const SourceFile& file, const std::string& code, const std::regex& pattern,
                 const std::string& what, std::vector<Finding>& findings) {
  for (std::sregex_iterator match(code.begin(), code.end(), pattern), end; match != end; ++match) {
    findings.push_back({file.path, line_at(code, static_cast<std::size_t>(match->position())),
                        what + ": " + match->str()});
  }
}

std::vector<Finding> impurities(const std::vector<SourceFile>& files) {
  std::vector<Finding> findings;
  for (const SourceFile& file : files) {
    if (!is_cpp(file.path) || first_folder(file.path) != "model") continue;
    for (const Include& include : includes_of(file)) {
      const bool is_of_the_system = !include.is_quoted && include.target.ends_with(".h");
      if (is_of_the_system || forbidden_headers().contains(include.target)) {
        findings.push_back(
            {file.path, include.line, "<" + include.target + "> is not for a model"});
      }
    }
    const std::string code = code_only(file.text);
    add_matches(file, code, forbidden_words(), "not for a model", findings);
    add_matches(file, code, changing_static(), "a variable that outlives its function", findings);

    int number = 0;
    for (std::size_t begin = 0; begin < code.size(); ++number) {
      const std::size_t end = std::min(code.find('\n', begin), code.size());
      if (std::regex_match(code.substr(begin, end - begin), changing_global())) {
        findings.push_back({file.path, number + 1, "a global variable that may change"});
      }
      begin = end + 1;
    }
  }
  return findings;
}

std::vector<Finding> impurities_of(const std::string& text) {
  return impurities({{"model/a.cpp", text}});
}

TEST(Model, is_a_pure_function_of_its_arguments) {
  EXPECT_THAT(impurities(source_tree()), IsEmpty());
}

TEST(PurityRule, sees_every_forbidden_header) {
  for (const std::string& header : forbidden_headers()) {
    EXPECT_THAT(impurities_of("#include <" + header + ">\n"), Not(IsEmpty())) << header;
  }
  EXPECT_THAT(impurities_of("#include <unistd.h>\n"), SizeIs(1));
}

TEST(PurityRule, sees_clocks_chance_consoles_and_hash_containers) {
  for (const char* code :
       {"auto t = std::chrono::system_clock::now();", "using C = std::chrono::steady_clock;",
        "std::random_device seed;", "std::unordered_map<int, int> m;", "std::unordered_set<int> s;",
        "std::cout << 1;", "printf(x);", "int x = std::rand();", "thread_local int x = 1;",
        "std::hash<int> h;", "auto p = std::getenv(x);"}) {
    EXPECT_THAT(impurities_of(std::string("  ") + code + "\n"), SizeIs(1)) << code;
  }
}

TEST(PurityRule, sees_variables_that_outlive_their_function) {
  for (const char* code :
       {"  static int count = 0;\n", "  static std::vector<int> cache;\n",
        "  static Seed seed{1};\n", "int count = 0;\n", "std::vector<int> cache;\n",
        "inline double factor = 1.0;\n", "extern int count;\n"}) {
    EXPECT_THAT(impurities_of(code), SizeIs(1)) << code;
  }
}

TEST(PurityRule, allows_constants_declarations_and_dates) {
  for (const char* code :
       {"constexpr int levels = 5;\n", "inline constexpr double days = 365.25;\n",
        "const Table table{1, 2};\n", "  static constexpr int size = 4;\n",
        "  static const Table table = make();\n", "  static Family make(int x);\n",
        "using Days = double;\n", "class Family;\n", "enum class Level : int;\n",
        "double hazard(const Family& family);\n", "bool operator==(Id, Id) = default;\n",
        "  std::chrono::year_month_day day;\n", "// std::cout, system_clock\n",
        "  x = time_of(y);\n",
        "#include <chrono>\n#include <vector>\n#include "
        "<boost/math/special_functions/gamma.hpp>\n"}) {
    EXPECT_THAT(impurities_of(code), IsEmpty()) << code;
  }
}

TEST(PurityRule, is_for_the_model_alone) {
  EXPECT_THAT(impurities({{"cli/a.cpp", "#include <iostream>\nint x = 1;\n"}}), IsEmpty());
}

}  // namespace
}  // namespace stepdown
