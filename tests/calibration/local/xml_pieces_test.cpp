#include "calibration/local/xml_pieces.h"

#include <gmock/gmock.h>

#include <sstream>

#include "analysis/unusable_data.h"
#include "tests/fixtures/invented_return.h"

namespace stepdown {
namespace {

using ::testing::AllOf;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using ::testing::IsEmpty;

std::vector<std::string> pieces_of(const std::string& xml, XmlLimits limits = {}) {
  std::istringstream in(xml);
  XmlPieces pieces("return.xml", in, limits);
  std::vector<std::string> all;
  while (const auto piece = pieces.next()) {
    all.emplace_back(std::string(piece->name) + ':' + std::string(piece->text));
  }
  return all;
}

/// What is said of a file that is refused: message and advice.
std::string refusal_of(const std::string& xml, XmlLimits limits = {}) {
  try {
    pieces_of(xml, limits);
  } catch (const UnusableData& error) {
    return std::string(error.what()) + " | " + error.advice();
  }
  return {};
}

TEST(XmlPieces, are_the_header_and_each_child) {
  EXPECT_THAT(pieces_of("<Message>\n<Header><Year>2024</Year></Header>\n"
                        "<Children><Child a='>'><B/></Child> <Child/></Children></Message>\n"),
              ElementsAre("Header:<Header><Year>2024</Year></Header>",
                          "Child:<Child a='>'><B/></Child>", "Child:<Child/>"));
}

TEST(XmlPieces, are_no_children_of_other_places) {
  EXPECT_THAT(pieces_of("<Message><Other><Child/></Other><Child/><Children><A><Child/></A>"
                        "</Children></Message>"),
              IsEmpty());
}

TEST(XmlPieces, know_comments_instructions_and_sections_of_text) {
  EXPECT_THAT(pieces_of("\xEF\xBB\xBF<?xml version=\"1.0\" encoding=\"UTF-8\"?><!-- <Child> -->"
                        "<Message><Children><Child><![CDATA[</Child>]]><!-- </Child> --></Child>"
                        "</Children></Message><!-- end -->"),
              ElementsAre("Child:<Child><![CDATA[</Child>]]><!-- </Child> --></Child>"));
}

TEST(XmlPieces, come_whole_wherever_the_file_is_cut_into_reads) {
  // Long enough for several reads, with children of every length.
  std::string xml = "<Message><Children>";
  std::vector<std::size_t> lengths;
  for (std::size_t i = 0; i < 3000; ++i) {
    xml += "<Child><A>" + std::string(i % 997, 'x') + "</A></Child>\n";
  }
  const auto pieces = pieces_of(xml + "</Children></Message>");
  ASSERT_EQ(pieces.size(), 3000U);
  for (std::size_t i = 0; i < pieces.size(); ++i) {
    ASSERT_EQ(pieces[i], "Child:<Child><A>" + std::string(i % 997, 'x') + "</A></Child>");
  }
}

TEST(XmlPieces, refuse_document_types_and_entities_before_they_mean_anything) {
  const std::string bomb =
      "<?xml version=\"1.0\"?>\n<!DOCTYPE lolz [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">]>\n"
      "<Message>&b;</Message>";
  EXPECT_THAT(refusal_of(bomb), HasSubstr("declares a document type or entities in line 2"));
  EXPECT_THAT(refusal_of("<Message><!ENTITY x SYSTEM \"file:///etc/passwd\"></Message>"),
              HasSubstr("declares"));
}

TEST(XmlPieces, refuse_other_encodings_and_say_how_to_convert) {
  EXPECT_THAT(refusal_of("<?xml version=\"1.0\" encoding=\"windows-1252\"?><Message><Children>"
                         "<Child>Zo\xEB</Child></Children></Message>"),
              AllOf(HasSubstr("not UTF-8"), HasSubstr("iconv -f WINDOWS-1252")));
  EXPECT_THAT(refusal_of(std::string("\xFF\xFE<\0M\0", 6)),
              AllOf(HasSubstr("UTF-16"), HasSubstr("iconv -f UTF-16")));
  EXPECT_THAT(refusal_of(std::string("<\0M\0e\0", 6)), HasSubstr("UTF-16"));
  EXPECT_THAT(refusal_of("<Message><Children><Child>Zo\xEB</Child></Children></Message>"),
              AllOf(HasSubstr("not UTF-8"), HasSubstr("iconv")));
}

TEST(XmlPieces, are_read_of_a_file_that_was_converted_and_declares_its_old_encoding) {
  EXPECT_THAT(pieces_of("<?xml version=\"1.0\" encoding=\"windows-1252\"?><Message><Children>"
                        "<Child>Zo\xC3\xAB</Child></Children></Message>"),
              ElementsAre("Child:<Child>Zo\xC3\xAB</Child>"));
}

TEST(XmlPieces, refuse_bytes_that_no_text_has) {
  EXPECT_THAT(refusal_of(std::string("<Message>\0</Message>", 20)), HasSubstr("is no text"));
}

TEST(XmlPieces, refuse_a_file_that_is_empty_or_no_xml) {
  EXPECT_THAT(refusal_of(""), HasSubstr("is empty"));
  EXPECT_THAT(refusal_of("  \n "), HasSubstr("is no XML"));
  EXPECT_THAT(refusal_of("LAchildID,UPN\n1,2\n"), HasSubstr("is no XML"));
}

TEST(XmlPieces, tell_other_xml_from_a_return) {
  EXPECT_THAT(refusal_of("<!-- x --><html><body/></html>"),
              HasSubstr("other XML: it does not begin with <Message>"));
}

TEST(XmlPieces, refuse_a_file_that_was_cut_short_wherever_that_was) {
  const std::string whole = return_of(child_element("a", "2012-01-01", "<CINdetails/>"));
  const std::size_t end = whole.rfind('>');
  for (std::size_t length = whole.find("<Message>") + 9; length < end; ++length) {
    EXPECT_THAT(refusal_of(whole.substr(0, length)), HasSubstr("did not arrive whole")) << length;
  }
}

TEST(XmlPieces, refuse_elements_that_close_one_another) {
  EXPECT_THAT(refusal_of("<Message>\n<Child><UPN></Child></UPN></Message>"),
              HasSubstr("closes <Child> in line 2, where <UPN> is open"));
  // What is glued to a name by a mark that is missing may be a child's.
  EXPECT_THAT(refusal_of("<Message>\n<UPNA12345</UPN></Message>"),
              HasSubstr("closes <Message> in line 2, where an element is open"));
  EXPECT_THAT(refusal_of("<Message/></Message>"), HasSubstr("which is not open"));
  EXPECT_THAT(refusal_of("<Message/><Message/>"), HasSubstr("goes on after its end"));
  EXPECT_THAT(refusal_of("<Message/>text"), HasSubstr("text after its end"));
  EXPECT_THAT(refusal_of("<Message>< A/></Message>"), HasSubstr("begins no element"));
}

TEST(XmlPieces, refuse_a_child_that_does_not_end) {
  std::string xml = "<Message><Children>\n<Child>";
  for (int i = 0; i < 200'000; ++i) {
    xml += "<A>1</A>";
  }
  EXPECT_THAT(refusal_of(xml, {std::size_t{1} << 20, 40}),
              HasSubstr("<Child> in line 2 that does not end within 1 MB"));
  EXPECT_THAT(refusal_of("<Message><!-- " + std::string(3 << 20, 'x'), {std::size_t{1} << 20, 40}),
              HasSubstr("a comment of line 1 does not end within 1 MB"));
}

TEST(XmlPieces, refuse_a_tag_that_does_not_end) {
  EXPECT_THAT(refusal_of("<Message>\n<A " + std::string(3 << 20, 'x')),
              HasSubstr("a tag in line 2 that does not end within 64 kB"));
  EXPECT_THAT(pieces_of("<Message><Header a=\"" + std::string(60'000, 'x') + "\"/></Message>"),
              testing::SizeIs(1));
}

TEST(XmlPieces, find_a_quotation_mark_that_is_never_closed_at_once) {
  std::string xml = "<Message><Children>\n<Child a=\">";
  for (int i = 0; i < 1'000'000; ++i) {
    xml += "<A></A>";
  }
  // Were the tag looked at from its beginning at each bracket, this would take minutes and more.
  EXPECT_THAT(refusal_of(xml), HasSubstr("a tag in line 2 that does not end within 64 kB"));
}

TEST(XmlPieces, refuse_elements_too_deep_in_one_another) {
  std::string xml = "<Message>";
  for (int i = 0; i < 100'000; ++i) {
    xml += "<A>";
  }
  EXPECT_THAT(refusal_of(xml), HasSubstr("more than 40 elements within one another"));
}

}  // namespace
}  // namespace stepdown
