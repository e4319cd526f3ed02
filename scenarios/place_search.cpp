#include "scenarios/place_search.h"

#include <algorithm>

#include "scenarios/nearest_word.h"

namespace stepdown {
namespace {

bool looks_like_a_path(const std::string& place) {
  return place.find('/') != std::string::npos || place.find('\\') != std::string::npos ||
         place.ends_with(".toml");
}

/// "Telford and Wrekin" and "telford-wrekin" both name telford_wrekin.toml.
std::string folded_name(const std::string& name) {
  std::string folded;
  for (const char letter : name) {
    const bool capital = letter >= 'A' && letter <= 'Z';
    folded += capital ? static_cast<char>(letter - 'A' + 'a')
                      : (letter == ' ' || letter == '-' ? '_' : letter);
  }
  for (std::size_t at; (at = folded.find("_and_")) != std::string::npos;) {
    folded.replace(at, 5, "_");
  }
  return folded;
}

/// Looks for the place of one chain in one library.
class PlaceSearch {
 public:
  PlaceSearch(ScenarioLibrary& library, const std::vector<const CheckedFile*>& chain)
      : library_(library) {
    for (auto file = chain.rbegin(); file != chain.rend(); ++file) {
      add_folder_beside(**file);
    }
  }

  void add_folder_beside(const CheckedFile& file) {
    const std::string folder = beside(file.file.path, "places");
    if (std::ranges::find(folders_, folder) == folders_.end()) {
      folders_.push_back(folder);
    }
  }

  const CheckedFile* asked_for(const std::string& option, const Problem& asked_by) {
    return looks_like_a_path(option) ? at(option, asked_by) : named(folders_, option, asked_by);
  }

  /// A file that chooses a place leads to it from its own folder; a fit may stand anywhere.
  const CheckedFile* chosen_by(const CheckedFile& chooser) {
    const Problem asked_by = where(chooser, chooser.file.place, Fault::place_not_found);
    const std::string& place = chooser.file.place.text;
    if (looks_like_a_path(place)) {
      return at(beside(chooser.file.path, place), asked_by);
    }
    return chooser.file.kind == ScenarioKind::fit
               ? named(folders_, place, asked_by)
               : named({beside(chooser.file.path, "places")}, place, asked_by);
  }

 private:
  const CheckedFile* at(const std::string& path, const Problem& asked_by) {
    return only_a_place(library_.open(path, asked_by), asked_by);
  }

  const CheckedFile* only_a_place(const CheckedFile* file, const Problem& asked_by) {
    if (file && file->file.kind && *file->file.kind != ScenarioKind::place) {
      return library_.refuse(asked_by,
                             "`" + file->file.path + "` is a " +
                                 std::string(name_of(*file->file.kind)) + " file, not a place",
                             "give a file of kind = \"place\"");
    }
    return file;
  }

  const CheckedFile* named(const std::vector<std::string>& folders, const std::string& name,
                           const Problem& asked_by) {
    std::vector<std::string> names;
    for (const std::string& folder : folders) {
      for (const std::string& path : library_.source().files_in(folder)) {
        if (folded_name(stem_of(path)) == folded_name(name)) {
          return at(path, asked_by);
        }
        names.push_back(stem_of(path));
      }
    }
    names = nearest_first(name, std::move(names));
    const auto similar = nearest_word(folded_name(name), names);
    return library_.refuse(asked_by, "there is no place `" + name + "`",
                           similar ? "a place with a similar name exists: `" + *similar + "`"
                           : names.empty()
                               ? "there is no folder `" + folders.front() + "` with place files"
                               : "there are " + quoted_list(names, "and"));
  }

  ScenarioLibrary& library_;
  std::vector<std::string> folders_;
};

Problem asked_on_the_command_line(const std::string& option) {
  Problem asked_by;
  asked_by.fault = Fault::place_not_found;
  asked_by.file = "--place";
  asked_by.line_text = option;
  asked_by.column = 1;
  asked_by.caret_length = static_cast<int>(option.size());
  return asked_by;
}

bool is_of_the_place(const CheckedFile& fit, const CheckedFile& place) {
  return fit.file.place.text.empty() ||
         folded_name(stem_of(fit.file.place.text)) == folded_name(stem_of(place.file.path));
}

}  // namespace

const CheckedFile* place_of(ScenarioLibrary& library, const std::vector<const CheckedFile*>& chain,
                            const std::string& option, const CheckedFile* fit) {
  PlaceSearch search(library, chain);
  if (fit) {
    search.add_folder_beside(*fit);
  }
  if (!option.empty()) {
    Problem asked_by = asked_on_the_command_line(option);
    const CheckedFile* place = search.asked_for(option, asked_by);
    if (!place || !fit || is_of_the_place(*fit, *place)) {
      return place;
    }
    asked_by.fault = Fault::words_not_together;
    return library.refuse(
        asked_by,
        "`" + option + "` is another place than the one of the fit, `" + fit->file.place.text + "`",
        "leave --place out: what fits the figures of one authority says nothing "
        "of another");
  }
  if (fit && !fit->file.place.text.empty()) {
    return search.chosen_by(*fit);
  }
  const auto chooser =
      std::ranges::find_if(chain.rbegin(), chain.rend(),
                           [](const CheckedFile* file) { return !file->file.place.text.empty(); });
  return chooser == chain.rend() ? nullptr : search.chosen_by(**chooser);
}

}  // namespace stepdown
