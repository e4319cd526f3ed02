#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace stepdown {

/// Numbered rows that stay where they are, and are taken again when they have been given back.
template <typename Row>
class RowStore {
 public:
  RowStore() = default;
  RowStore(const RowStore& other) : size_(other.size_), empty_(other.empty_) {
    blocks_.reserve(other.blocks_.size());
    for (const auto& block : other.blocks_) {
      blocks_.push_back(std::make_unique<Block>(*block));
    }
  }
  RowStore& operator=(const RowStore& other) {
    *this = RowStore(other);
    return *this;
  }
  RowStore(RowStore&&) noexcept = default;
  RowStore& operator=(RowStore&&) noexcept = default;

  /// A row as if new.
  std::uint32_t take() {
    if (empty_.empty()) {
      if (size_ == blocks_.size() * rows_a_block) {
        blocks_.push_back(std::make_unique<Block>());
      }
      return static_cast<std::uint32_t>(size_++);
    }
    const std::uint32_t row = empty_.back();
    empty_.pop_back();
    (*this)[row] = Row{};
    return row;
  }
  void give_back(std::uint32_t row) { empty_.push_back(row); }

  Row& operator[](std::uint32_t row) { return (*blocks_[row / rows_a_block])[row % rows_a_block]; }
  const Row& operator[](std::uint32_t row) const {
    return (*blocks_[row / rows_a_block])[row % rows_a_block];
  }

  std::size_t bytes() const { return blocks_.size() * sizeof(Block); }

 private:
  static constexpr std::uint32_t rows_a_block = 128;
  using Block = std::array<Row, rows_a_block>;

  std::vector<std::unique_ptr<Block>> blocks_;
  std::size_t size_ = 0;
  std::vector<std::uint32_t> empty_;
};

}  // namespace stepdown
