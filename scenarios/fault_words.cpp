#include "scenarios/fault_words.h"

#include <algorithm>
#include <array>
#include <string>

namespace stepdown {
namespace {

constexpr std::array words = {
    FaultWords{
        Fault::file_not_found, "no such file",
        "A file that was named on the command line is not there.",
        "Look at the spelling and at the folder you are in; the message names a similar file "
        "where there is one."},
    FaultWords{Fault::file_unreadable, "a file that cannot be read",
               "The file is there and the system does not let it be read.",
               "Look at its permissions (`ls -l FILE`), and whether another program holds it."},
    FaultWords{Fault::file_is_a_folder, "a folder instead of a file",
               "A folder was named where one scenario file is read.",
               "Name the files in it, for instance `scenarios/policies/*.toml`."},
    FaultWords{Fault::file_not_text, "not a text file",
               "Scenario files are plain text in UTF-8. This one has bytes that no text has: it is "
               "a workbook, a result, or was saved in another encoding.",
               "Save it as UTF-8 text from an editor such as Notepad."},
    FaultWords{Fault::file_too_large, "too large for a scenario file",
               "Scenario files have a few kilobytes; this one is larger than 1 MiB.",
               "Look whether you named a result or a data file by mistake."},
    FaultWords{Fault::file_empty, "an empty file", "The file has no line but comments.",
               "Write at least its kind; `stepdown init FOLDER` writes files to start from."},
    FaultWords{Fault::syntax, "not TOML",
               "A line cannot be read. A line is `name = value`, a table `[name]`, or a comment "
               "after #. Text stands in quotation marks, numbers do not, lists stand in brackets.",
               "Mend the line as the message says; all faulty lines of a file are told at once."},
    FaultWords{Fault::kind, "kind missing or unknown",
               "Each scenario file says what it is: base, place, policy, laboratory, member or "
               "fit.",
               "Write a line such as kind = \"policy\" at the top."},
    FaultWords{Fault::base_missing, "a policy without a base",
               "A policy changes a base, and this one does not say which.",
               "Add extends = \"base.toml\" (the path from this file) at the top."},
    FaultWords{Fault::extends_not_found, "the extended file is not there",
               "The path after extends leads to no file. It starts at the folder of the file that "
               "says so.",
               "Correct the path; for a file in policies/ it is mostly \"../base.toml\"."},
    FaultWords{Fault::extends_circular, "files that extend each other",
               "Each of these files builds on the next, and the last one on the first.",
               "Take one of the extends lines out, or let it name the base."},
    FaultWords{Fault::extends_too_deep, "too many files extend one another",
               "More than 16 files build on one another, which nobody could follow.",
               "Put some of them into one file."},
    FaultWords{
        Fault::extends_wrong_kind, "extends the wrong kind of file",
        "A base extends a base, a policy a base or a policy. Places, members and fits stand alone.",
        "Give a place with --place, a member with --member and a fit with --fit."},
    FaultWords{Fault::unknown_setting, "unknown setting", "No setting has this name in this table.",
               "Take the similar name of the message; `stepdown explain` lists all settings."},
    FaultWords{
        Fault::wrong_type, "a value of the wrong type",
        "The setting is a number, one of several words, or a list, and something else stands "
        "there.",
        "Numbers stand without quotation marks, words in them, lists in brackets."},
    FaultWords{Fault::out_of_bounds, "out of bounds",
               "The number is below the lowest or above the highest that the setting may have. "
               "Often it has another unit: shares go from 0 to 1, and 60% is written 0.6.",
               "Write a number within the bounds of the message."},
    FaultWords{Fault::not_whole, "not a whole number",
               "The setting counts something that comes in ones.", "Write a whole number."},
    FaultWords{Fault::not_a_number, "not a number", "nan and inf are no values of a setting.",
               "Write the number that is meant."},
    FaultWords{Fault::unknown_choice, "not one of the answers",
               "The setting is a choice, and this word is none of its answers.",
               "Take one of those of the message, in quotation marks."},
    FaultWords{Fault::list_length, "a list of the wrong length",
               "The list has no number in it, or more than 8.", "Write 1 to 8 numbers."},
    FaultWords{Fault::wrong_role, "a setting in the wrong kind of file",
               "Facts of an authority stand in its place file, decisions in policy files, what is "
               "not known in the base. So a policy can be tried for any place, and nobody takes an "
               "assumption for a decision.",
               "Move the line to the kind of file that the message names."},
    FaultWords{Fault::source_missing, "a fact without a source",
               "Each number of a place file says where it comes from, so that others can check it.",
               "Write it like children = { value = 62500, source = \"ONS mid-year 2023\" }."},
    FaultWords{Fault::option_not_chosen, "belongs to an option that is not chosen",
               "The setting means something only under one answer of another one: taper_weeks only "
               "under policy = \"tapered\".",
               "Choose that answer in the same table, or leave the setting out."},
    FaultWords{
        Fault::refused_by_the_service, "what the service cannot be",
        "By law or practice this cannot be set: a child protection plan, for instance, never "
        "waits.",
        "Leave the line out."},
    FaultWords{Fault::same_name, "two scenarios of the same name",
               "Results are told apart by the names of the files, without their folders.",
               "Rename one of the two files."},
    FaultWords{Fault::malformed_set, "--set without name and value",
               "After --set stand the full name of a setting, = and a value.",
               "Write --set caseload.social_worker_cap=15, without blanks."},
    FaultWords{Fault::place_not_found, "no such place",
               "No file in places/ beside the base has this name.",
               "Take a name of the message, or give the path of a place file."},
    FaultWords{Fault::senseless_together, "settings that contradict one another",
               "Each setting is right by itself, and together they make no service: caps with no "
               "room for the children who are there, a threshold below the one that precedes it. "
               "As a warning it may be meant; as an error it cannot be.",
               "Change one of the settings that the message names."},
    FaultWords{
        Fault::observed_figure, "an official figure that cannot be used",
        "Figures under [observed] stand in place files, in small letters, each a number with "
        "source and year.",
        "Write referrals = { value = 4505, source = \"DfE\", year = 2024 }."},
    FaultWords{
        Fault::header, "a line at the top that cannot be used",
        "kind, title, question, extends, place and evidence stand at the top; each has text, "
        "evidence a list of rows.",
        "Write it as the message says."},
    FaultWords{Fault::duplicate, "given twice",
               "The same setting or table stands twice in a file, or a setting twice after --set.",
               "Keep one of the two."},
    FaultWords{Fault::calibration_file, "a target or fit file that cannot be used",
               "The files of calibration/ name measures and settings with value, tolerance and "
               "bounds.",
               "Write it as the message says."},
    FaultWords{Fault::cannot_vary, "what a study cannot vary",
               "A study moves plain numbers and choices, each once and over a range that has more "
               "than one value in it.",
               "Write name=low..high, or name=a,b,c for values of your own."},
    FaultWords{
        Fault::unknown_verb, "no such verb",
        "The first word after stepdown says what is to be done, and this is none of the words "
        "there are.",
        "`stepdown --help` lists them."},
    FaultWords{Fault::unknown_option, "no such option", "The verb has no option of this name.",
               "`stepdown VERB --help` lists its options."},
    FaultWords{Fault::value_missing, "an option without its value",
               "The option takes a value, and none follows it.",
               "Write the value after the option: --runs 100."},
    FaultWords{Fault::value_refused, "a value that the option cannot have",
               "The value is no number, out of bounds, or none of the words there are.",
               "Take one that the message allows."},
    FaultWords{Fault::word_missing, "something is missing",
               "The verb needs a file or a name, and the line ends before it.",
               "`stepdown VERB --help` shows what belongs there."},
    FaultWords{Fault::word_too_many, "a word too many", "The verb takes no further word.",
               "Leave it out, or put a text with blanks in quotation marks."},
    FaultWords{Fault::option_twice, "an option given twice",
               "The option can have one value only, and it would be a guess which one is meant.",
               "Keep one of the two."},
    FaultWords{Fault::words_not_together, "words that do not go together",
               "Each word is right by itself, and together they cannot be meant.",
               "Do as the message says."},
    FaultWords{Fault::unknown_name, "nothing of this name",
               "There is no setting, group, measure, row of evidence, error code or word of the "
               "glossary of this name.",
               "Take a similar name of the message."},
    FaultWords{Fault::unknown_authority, "no such authority in the data",
               "The published files in that folder have no row of this authority, neither by its "
               "name nor by one of its codes.",
               "Take a name of the message, or a code such as 886 or E10000016."},
    FaultWords{Fault::not_readable_or_writable, "cannot be read or written",
               "The system refuses a file or folder, the disk is full, or the output goes nowhere.",
               "Look at permissions and space: `stepdown doctor` does. What was there before is "
               "untouched."},
    FaultWords{Fault::already_there, "something is there already",
               "A new project, or an import, is written only where nothing would be overwritten.",
               "Name a folder that is empty or not yet there, or do as the message says."},
    FaultWords{Fault::data_not_text, "a data file that cannot be read as one",
               "Data are read as text in UTF-8, comma-separated or XML. This file has another "
               "encoding, is a workbook, an archive or a web page, or did not arrive whole.",
               "Save it as the message says, or download it again."},
    FaultWords{Fault::data_empty, "a data file without data",
               "The file is there, and there is nothing in it, or a line of names and no more.",
               "Look whether it arrived whole."},
    FaultWords{Fault::data_columns, "data that are not what they should be",
               "A file is known by its columns and not by its name, and columns that are needed "
               "are missing, or a folder has no file that is known.",
               "The message names the columns; take the files as they were published."},
    FaultWords{Fault::data_years, "years that the data do not have",
               "No figure was published of this authority in the years asked for.",
               "Ask for years of the message."},
    FaultWords{Fault::not_comparable, "runs that cannot be compared",
               "Places, horizons or lucks differ, so that a difference would not be that of the "
               "decision; or an official count is asked for of plans in some of which early help "
               "and children in need are one service, where the same name counts something else.",
               "Run the scenarios together, for one place and one horizon; take a measure that "
               "means the same under all."},
    FaultWords{Fault::failed_run, "a run that failed",
               "One run could not be finished; the others are saved.",
               "The message has the command that repeats it alone; please report it."},
    FaultWords{
        Fault::runs_missing, "runs that are still missing",
        "A plan is merged once all of its runs are there, whichever shards made them.",
        "The message has the command that makes what is missing; runs that are saved are not "
        "made again."},
    FaultWords{Fault::fault_of_the_program, "a fault of stepdown itself",
               "Something happened that should not be possible.",
               "Please report it with the command you typed."},
    FaultWords{Fault::out_of_memory, "not enough memory",
               "The system has no memory left for what was asked, or lets no more threads begin.",
               "Use fewer --threads: each holds an authority of its own."},
    FaultWords{
        Fault::old_processor, "a processor that cannot run the program",
        "The program is built for processors with AVX2, of 2013 or later.",
        "Use a newer computer, or build with -DSTEPDOWN_ARCH=x86-64; results are then not those "
        "of others bit for bit."},
};

}  // namespace

std::span<const FaultWords> all_faults() { return words; }

const FaultWords* find_fault(std::string_view code) {
  std::string capitals(code);
  std::ranges::transform(capitals, capitals.begin(), [](char letter) {
    return letter >= 'a' && letter <= 'z' ? static_cast<char>(letter - 'a' + 'A') : letter;
  });
  const auto found = std::ranges::find(words, capitals,
                                       [](const FaultWords& each) { return code_of(each.fault); });
  return found == words.end() ? nullptr : &*found;
}

}  // namespace stepdown
