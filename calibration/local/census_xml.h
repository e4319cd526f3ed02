#pragma once

#include <functional>
#include <istream>
#include <optional>
#include <string>
#include <string_view>

#include "calibration/local/child_record.h"
#include "calibration/local/day.h"
#include "calibration/local/quality_log.h"
#include "calibration/local/xml_pieces.h"

namespace stepdown {

/// What a census return says of itself.
struct CinHeader {
  int year = 0;  // the one that ends on 31 March of it
  Day reference_date{};
  std::string authority = {};  // its three digits
};

/// Takes a child as it was read; `identifier` is the authority's own and lives as long as the call.
/// False: this child is not to be counted.
using ChildTaker = std::function<bool(std::string_view identifier, ChildRecord&& child)>;

/// A CIN census return, read child by child: no more than one child of it is in memory at a time.
class CinReturn {
 public:
  /// Reads the header; throws UnusableData when this is no CIN census return.
  CinReturn(const std::string& name, std::istream& in, XmlLimits limits = {});

  const CinHeader& header() const { return header_; }

  /// Hands every child over and counts in `log` what was taken and what was rejected and why.
  void read(QualityLog& log, const ChildTaker& take);

 private:
  std::string name_;
  XmlPieces pieces_;
  CinHeader header_;
};

}  // namespace stepdown
