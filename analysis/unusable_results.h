#pragma once

#include <filesystem>
#include <string>
#include <system_error>

namespace stepdown {

/// A file that is not the results or draws it was given as, or not such that this program can read;
/// says what may be done.
class UnusableResults : public std::system_error {
 public:
  UnusableResults(const std::filesystem::path& path, const std::string& fault, std::string advice);
  const char* what() const noexcept override { return message_.c_str(); }
  const std::string& advice() const { return advice_; }

 private:
  std::string message_;
  std::string advice_;
};

}  // namespace stepdown
