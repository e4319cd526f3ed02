#pragma once

#include <filesystem>
#include <functional>
#include <string>
#include <string_view>

namespace stepdown {

/// A file as `write` makes it in which objects were exchanged, changed or removed as the bytes say:
/// sound and sealed HDF5 whose parts need not fit together, as another version may have written it.
std::filesystem::path edited_hdf5(std::string_view bytes, const std::string& name,
                                  const std::function<void(const std::filesystem::path&)>& write);

}  // namespace stepdown
