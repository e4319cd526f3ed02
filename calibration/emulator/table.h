#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace stepdown {

/// Numbers in rows of equal length.
struct Table {
  std::size_t rows = 0;
  std::size_t columns = 0;
  std::vector<double> values;  // row after row

  Table() = default;
  Table(std::size_t row_count, std::size_t column_count)
      : rows(row_count), columns(column_count), values(row_count * column_count) {}
  explicit Table(const std::vector<std::vector<double>>& of_rows)
      : rows(of_rows.size()), columns(of_rows.empty() ? 0 : of_rows.front().size()) {
    values.reserve(rows * columns);
    for (const std::vector<double>& each : of_rows) {
      values.insert(values.end(), each.begin(), each.end());
    }
  }

  double& at(std::size_t row, std::size_t column) { return values[row * columns + column]; }
  double at(std::size_t row, std::size_t column) const { return values[row * columns + column]; }
  std::span<const double> row(std::size_t i) const {
    return {values.data() + i * columns, columns};
  }
};

}  // namespace stepdown
