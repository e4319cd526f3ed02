#include "analysis/file_seal.h"

#include <gmock/gmock.h>

#include <string>
#include <system_error>

#include "analysis/hdf5_output.h"
#include "analysis/opened_hdf5.h"
#include "analysis/unusable_results.h"
#include "tests/fixtures/program.h"

namespace stepdown {
namespace {

using ::testing::HasSubstr;
using ::testing::ThrowsMessage;

class SealedFile : public ::testing::Test {
 protected:
  SealedFile() {
    Hdf5Output out(path("whole.h5"), "write");
    out.add_reals("values", {3}, {1, 2, 3});
    out.close();
    bytes_ = bytes_of(path("whole.h5"));
  }

  std::string path(const std::string& name) const { return folder_.path() + '/' + name; }

  Seal seal_with(const std::string& bytes) const {
    folder_.write("changed.h5", bytes);
    return seal_of(path("changed.h5"));
  }

  std::unique_ptr<const Hdf5Input> opened(const std::string& bytes) const {
    folder_.write("changed.h5", bytes);
    return opened_hdf5(path("changed.h5"), {"a file", "nobody makes it", "any.h5"});
  }

  const TemporaryFolder folder_;
  std::string bytes_;
};

TEST_F(SealedFile, is_known_to_be_whole_and_can_be_read) {
  EXPECT_EQ(seal_of(path("whole.h5")), Seal::whole);
  EXPECT_EQ(opened(bytes_)->reals("values"), (std::vector<double>{1, 2, 3}));
}

TEST_F(SealedFile, shows_the_change_of_any_single_byte) {
  for (std::size_t at = 0; at < bytes_.size(); at += 7) {
    std::string changed = bytes_;
    changed[at] = static_cast<char>(changed[at] ^ 4);
    EXPECT_NE(seal_with(changed), Seal::whole) << at;
  }
}

TEST_F(SealedFile, shows_that_it_was_cut_short_or_made_longer) {
  EXPECT_EQ(seal_with(bytes_.substr(0, bytes_.size() - 1)), Seal::missing);
  EXPECT_EQ(seal_with(bytes_.substr(0, bytes_.size() / 2)), Seal::missing);
  EXPECT_EQ(seal_with(bytes_ + '\n'), Seal::missing);
  EXPECT_EQ(seal_with(bytes_.substr(1)), Seal::broken);
  EXPECT_EQ(seal_with(""), Seal::missing);
}

TEST_F(SealedFile, is_not_given_to_the_library_once_it_is_changed) {
  std::string changed = bytes_;
  changed[changed.size() / 2] ^= 1;
  EXPECT_THAT([&] { opened(changed); },
              ThrowsMessage<UnusableResults>(HasSubstr("is damaged: some of it is not as it was")));
  EXPECT_THAT([&] { opened(bytes_.substr(0, bytes_.size() - 40)); },
              ThrowsMessage<UnusableResults>(HasSubstr("is damaged: it was cut short")));
}

TEST_F(SealedFile, needs_to_be_there) {
  EXPECT_EQ(seal_of(path("missing.h5")), Seal::missing);
  EXPECT_THROW(seal_file(path("missing.h5")), std::system_error);
}

}  // namespace
}  // namespace stepdown
