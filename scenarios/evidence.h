#pragma once

#include <string>
#include <vector>

namespace stepdown {

/// A study, a poll or a pilot that rows of evidence come from, and what kind of knowledge it gives.
struct Publication {
  std::string code;  // "S2"
  std::string reference;
  std::string nature;
};

/// One claim of the publications, and where the model has it or why it cannot.
struct EvidenceRow {
  int number = 0;
  std::string claim;
  std::vector<std::string> publications;  // codes
  std::string process;                    // where it acts in the model
  std::vector<std::string> outcomes;      // measures in which to look for it
  std::string except;                     // the part of the claim that the model does not have
  std::string left_out;                   // why no parameter acts for it
};

/// The rows about one part of the way of a family, such as closing.
struct EvidenceGroup {
  std::string code;  // "1E"
  std::string title;
  std::vector<EvidenceRow> rows;
};

/// What the folder `evidence` says, as carried inside the program; throws std::logic_error when
/// that cannot be read, which only a build from faulty files can bring about.
const std::vector<Publication>& publications();
const std::vector<EvidenceGroup>& evidence();

/// The row of that number, or nothing.
const EvidenceRow* find_evidence(int number);

/// "rows go from EV1 to EV83", for whoever named another.
std::string evidence_there_is();

}  // namespace stepdown
