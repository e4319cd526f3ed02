#include "analysis/digest.h"

#include <gtest/gtest.h>

namespace stepdown {
namespace {

// The first two are those of FIPS 180-2 and of the empty text.
TEST(Digest, is_the_sha_256_of_the_text) {
  EXPECT_EQ(digest_of("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(digest_of(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_NE(digest_of("abd"), digest_of("abc"));
}

}  // namespace
}  // namespace stepdown
