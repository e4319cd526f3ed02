#include "analysis/honest_use.h"

namespace stepdown {
namespace {

constexpr std::string_view text =
    "The families here are invented. This program says nothing about any real family and must not "
    "be used to decide about one, to score, rank or target people, or to judge a worker or a "
    "council. Most of its causes come from what about 150 people said in nine places in 2013 and "
    "from opinion polls; the size of many effects, tapering among them, is unknown: those answers "
    "are given as 'if ... then ...'. Official figures show what services did, not how many "
    "children are neglected. Poorer families are seen and referred more. Poverty is not neglect. "
    "Ethnicity is not in the model because nothing here could justify a number; results must not "
    "be read as equal for all groups. Fewer referrals, plans or children looked after is not by "
    "itself success, nor more a failure.";

}  // namespace

std::string_view honest_use() { return text; }

std::string_view honest_use_first_sentence() { return text.substr(0, text.find(". ") + 1); }

}  // namespace stepdown
