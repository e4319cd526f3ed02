"""Writes docs/benchmarks.md of what tools/bench measured: page.py FOLDER."""
import json
import platform
import re
import sys
from pathlib import Path

PALM = {"abandoned": 0.03091225, "mean_queue": 2.96757592, "utilisation": 0.93032424}
SIZES = {37_000: "37,000", 1_000_000: "1,000,000"}


class Measured:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.rows = {}
        for row in (row for name in ("suites.json", "england.json")
                    for row in self.json(name)["benchmarks"]):
            name = re.sub(r"stepdown::|/iterations:\d+|/manual_time|/min_time:[\d.]+", "",
                          row["name"])
            self.rows[name] = row

    def json(self, name):
        return json.loads((self.folder / name).read_text())

    def text(self, name):
        return (self.folder / name).read_text()

    def get(self, name, counter):
        return self.rows[name][counter] if name in self.rows else None

    def sizes_of(self, suite):
        sizes = [int(name.split("/")[1]) for name in self.rows if name.startswith(suite + "/")]
        return sorted(sizes)


def millions(value):
    return "" if value is None else f"{value / 1e6:.2f} million"


def table(head, rows):
    lines = ["| " + " | ".join(head) + " |", "|" + "---|" * len(head)]
    return lines + ["| " + " | ".join(str(cell) for cell in row) + " |" for row in rows] + [""]


def machine():
    model = "unknown processor"
    memory = ""
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            model = line.split(":", 1)[1].strip()
    cores = Path("/proc/cpuinfo").read_text().count("processor\t")
    for line in Path("/proc/meminfo").read_text().splitlines():
        if line.startswith("MemTotal"):
            memory = f"{int(line.split()[1]) / 2**20:.0f} GiB"
    return f"{model}, {cores} cores, {memory}; {platform.system()} on {platform.machine()}"


def note(measured):
    """What whoever measured wants readers to know, if the folder says anything."""
    path = measured.folder / "note.txt"
    return [path.read_text().strip(), ""] if path.exists() else []


def left_out(measured):
    """What tools/bench would have measured and this folder has not."""
    wanted = [f"share_of_limit<Watched::{watched}>/{size}" for size in SIZES
              for watched in ("by_nobody", "by_every_measure")]
    wanted += [f"families/{10 ** power}" for power in range(3, 8)]
    wanted += ["variance_removed_by_common_reaction_paths/200", "england"]
    missing = [f"`{name}`" for name in wanted if name not in measured.rows]
    return ["Not measured this time: " + ", ".join(missing) + ".", ""] if missing else []


def limit(measured):
    rows = []
    for size, words in SIZES.items():
        for watched in ("by_nobody", "by_every_measure"):
            name = f"share_of_limit<Watched::{watched}>/{size}"
            if name in measured.rows:
                get = measured.rows[name].get
                rows.append((words, watched.replace("_", " "), millions(get("events_per_second")),
                             millions(get("limit_events_per_second")),
                             f"{get('share_of_limit'):.0%}",
                             millions(get("family_years_per_second"))))
    return ["## An event, against the limit", "",
            "The limit kernel (`bench/limit_kernel.h`) does what no event can avoid and nothing else:",
            "one keyed exponential draw, a family's two cache lines, one removal from the calendar and",
            "one insertion. Engine and kernel take turns in one process; the share is the median of",
            "the turns. Everything is on; half of the limit is wanted.", "",
            *table(("families", "watched", "events a second and core", "the limit", "share",
                    "family-years a second"), rows)]


def instructions(measured):
    rows = [line.split() for line in measured.text("instructions.txt").splitlines()]
    return ["Instructions of an event (callgrind, 4,000 families): " +
            ", ".join(f"{count} {name}" for name, count in rows) + ". They do not depend on what else",
            "the machine does, and a test keeps them within 3% (`bench/instructions`).", ""]


def ensembles(measured):
    row = next((row for name, row in measured.rows.items() if name.startswith("ensemble/")), None)
    if row is None:
        return []
    seconds = row["seconds_a_run_on_two_threads"] * 1000
    return ["## Many runs", "",
            f"One run of four scenarios for 62,500 children with a shared warm-up of 20 years takes "
            f"{row['seconds_a_run_on_one_thread']:.2f} s on one",
            f"thread and {row['seconds_a_run_on_two_threads']:.2f} s on two (1,000 runs: "
            f"{seconds / 60:.0f} minutes); two threads are "
            f"{row['two_threads_against_one']:.2f} times one.", ""]


def memory(measured):
    rows = [(entry["runs"], f"{entry['peak_mib']:.0f} MiB") for entry in measured.json("memory.json")]
    return ["Peak memory of `stepdown run scenarios/base.toml` on two threads against the runs:", "",
            *table(("runs", "peak"), rows)]


def draws(measured):
    lines = ["## Keyed draws", ""]
    ratio = measured.get("keyed_against_sequential_draws/37000", "keyed_against_sequential")
    if ratio:
        lines += [f"The model takes {ratio:.2f} times as long as the same model that draws from the",
                  "same generator in sequence (at most 1.15 is wanted).", ""]
    removed = measured.rows.get("variance_removed_by_common_reaction_paths/200")
    if removed:
        rows = [(f"`{name}`", f"{removed[name]:.0%}") for name in
                ("child_years_level_3_to_5", "child_years_level_4_to_5", "return_of_need_24m",
                 "rereferral_12m", "rereferrals_per_10000")]
        lines += ["What they buy: the share of the variance of abrupt against tapered closing that",
                  "common luck removes (200 runs).", "", *table(("measure", "removed"), rows)]
    return lines


def sizes(measured):
    lines = ["## More of everything", "", "Against the number of families:", ""]
    rows = []
    for size in measured.sizes_of("families"):
        get = measured.rows[f"families/{size}"].get
        rows.append((f"{size:,}", f"{1e9 / get('events_per_second'):.0f}",
                     f"{get('bytes_per_family'):.0f}", millions(get("family_years_per_second"))))
    lines += table(("families", "ns an event", "bytes a family", "family-years a second"), rows)
    lines += ["Against the years of the horizon, at 37,000 families:", ""]
    rows = [(years, f"{1e9 / measured.get(f'years/{years}', 'events_per_second'):.0f}")
            for years in measured.sizes_of("years")]
    lines += table(("years", "ns an event"), rows)
    suite = "waiting_in_the_base"
    rows = [(f"{measured.get(f'{suite}/{size}', 'waiting'):.0f}",
             f"{1e9 / measured.get(f'{suite}/{size}', 'events_per_second'):.0f}")
            for size in measured.sizes_of(suite)]
    rows.sort(key=lambda row: float(row[0]))
    if rows:
        lines += ["Against how many wait, in one authority of 37,000 families:", "",
                  *table(("waiting", "ns an event"), rows)]
    rows = []
    for places in measured.sizes_of("longer_list"):
        get = measured.rows[f"longer_list/{places}"].get
        rows.append((f"{places:,}", f"{get('waiting_in_the_shorter'):.0f}",
                     f"{get('ns_an_event_in_the_shorter'):.0f}", f"{get('waiting'):.0f}",
                     f"{get('ns_an_event'):.0f}", f"{get('longer_against_shorter'):.2f}"))
    if rows:
        lines += ["In the queue of a textbook, a short and a long list taking turns. Who waits is also "
                  "in memory, so this is", "the most that a longer list can cost:", "",
                  *table(("places", "waiting", "ns an event", "waiting", "ns an event", "times"),
                         rows)]
    return lines


def england(measured):
    row = measured.rows.get("england")
    if row is None:
        return []
    return ["## A whole country", "",
            "150 authorities of the base, 8 million families, ten years on two threads from populations "
            "that are in memory", f"already: {row['real_time']:.0f} s, "
            f"{millions(row['events_per_second'])} events a second, peak memory "
            f"{row['peak_mib'] / 1024:.1f} GiB. It is measured by itself, not as",
            "a verb of the program (`bench/england_bench.cpp`).", ""]


def peers(measured):
    runs = {**measured.json("peers.json"), **measured.json("simpy.json")}
    names = {"stepdown": "stepdown", "textbook": "textbook loop in C++", "simpy": "SimPy 2"}
    rows = []
    for program, words in names.items():
        found = runs[program]
        cells = [f"{found[name][0]:.4f} ± {found[name][1]:.4f}" for name in PALM]
        ratio = runs["stepdown"]["families_per_second"] / found["families_per_second"]
        rows.append((words, *cells, f"{found['families_per_second']:,.0f}", f"{ratio:.2f}"))
    rows.append(("Palm's formula", *(f"{value:.4f}" for value in PALM.values()), "", ""))
    off = [f"{names[program]} ({name})" for program in names for name, known in PALM.items()
           if abs(runs[program][name][0] - known) > 4.9 * runs[program][name][1]]
    verdict = ("All agree with the formula within 4.9 standard errors." if not off else
               "NOT within 4.9 standard errors of the formula: " + ", ".join(off) + ".")
    return ["## Peers", "",
            "One service of 50 places, 48 families a day, and a rate of giving up of 0.5 a day while",
            "they wait (`scenarios/laboratory/erlang_a.toml`). The engine keeps for each family all",
            "that it keeps in an authority; the two others keep what this queue needs. " + verdict, "",
            *table(("program", "gave up", "waiting", "in use", "families a second",
                    "stepdown is so many times as fast"), rows)]


def verbs(measured):
    if not (measured.folder / "verbs.json").exists():
        return []
    found = measured.json("verbs.json")
    added = found["sensitivity_against_runs"] - 1.0
    fit = found["fit_with_runs_seconds"]
    return ["## What verbs add", "",
            f"`sensitivity` with {found['sensitivity_runs']} runs of 10,000 children takes {added:+.1%} "
            "processor time against `run` with as", "many: plan, journal, estimates, page and files "
            "(median of five pairs; negative is noise). A fit (`calibrate`, Kent)",
            f"takes {found['fit_by_emulator_seconds']:.0f} s of processors by the emulator alone and "
            f"{fit:.0f} s with {found['fit_runs']} runs of the model.", ""]


def wanted(measured):
    """What was set out to be reached, beside what is."""
    rows = []

    def row(what, aim, value, text, reached):
        if value is not None:
            rows.append((what, aim, text.format(value), "yes" if reached(value) else "**no**"))

    for size, words in SIZES.items():
        for watched in ("by_nobody", "by_every_measure"):
            row(f"Share of the limit, {words} families, watched {watched.replace('_', ' ')}",
                "50%", measured.get(f"share_of_limit<Watched::{watched}>/{size}", "share_of_limit"),
                "{:.0%}", lambda share: share >= 0.5)
    runs = measured.get("ensemble/8", "seconds_a_run_on_two_threads")
    row("1,000 runs of 4 scenarios, 62,500 children, two threads", "8 minutes",
        None if runs is None else 1000 * runs / 60, "{:.1f} minutes", lambda took: took <= 8.0)
    row("Two threads against one", "1.9", measured.get("ensemble/8", "two_threads_against_one"),
        "{:.2f}", lambda gain: gain >= 1.9)
    row("England, ten years", "60 s", measured.get("england", "real_time"), "{:.0f} s",
        lambda took: took <= 60.0)
    peak = measured.get("england", "peak_mib")
    row("Its memory", "2.5 GB", None if peak is None else peak * 1.048576e-3, "{:.1f} GB",
        lambda memory: memory <= 2.5)
    programs = {**measured.json("peers.json"), **measured.json("simpy.json")}
    for program, words, aim in (("simpy", "SimPy", 100.0), ("textbook", "the textbook loop", 1.5)):
        row(f"Families a second against {words}", f"{aim:g} times",
            programs["stepdown"]["families_per_second"] / programs[program]["families_per_second"],
            "{:.2f} times", lambda ratio, aim=aim: ratio >= aim)
    lists = [(measured.get(f"waiting_in_the_base/{size}", "waiting"),
              measured.get(f"waiting_in_the_base/{size}", "events_per_second"))
             for size in measured.sizes_of("waiting_in_the_base")]
    if len(lists) > 1:
        shortest, longest = min(lists), max(lists)
        row(f"An event with {longest[0]:,.0f} waiting instead of {shortest[0]:,.0f}, in an authority",
            "1.2 times", shortest[1] / longest[1], "{:.2f} times", lambda ratio: ratio <= 1.2)
    for places in measured.sizes_of("longer_list"):
        row(f"An event with 100 times as many waiting, for {places:,} places", "1.2 times",
            measured.get(f"longer_list/{places}", "longer_against_shorter"), "{:.2f} times",
            lambda ratio: ratio <= 1.2)
    row("Keyed draws against draws in sequence", "1.15 times",
        measured.get("keyed_against_sequential_draws/37000", "keyed_against_sequential"),
        "{:.2f} times", lambda ratio: ratio <= 1.15)
    removed = measured.rows.get("variance_removed_by_common_reaction_paths/200", {})
    for name in ("child_years_level_3_to_5", "rereferral_12m"):
        row(f"Variance of a difference that common luck removes, `{name}`", "80%",
            removed.get(name), "{:.0%}", lambda share: share >= 0.8)
    return ["## Wanted and reached", "", *table(("what", "wanted", "measured", "reached"), rows)]


def main():
    measured = Measured(sys.argv[1])
    rows = [(calendar, *(f"{measured.get(f'pop_and_reschedule<{calendar}>/{size}', 'cpu_time'):.0f}"
                         for size in (37_000, 100_000, 1_000_000)))
            for calendar in ("EventCalendar", "WideTournament", "BinaryTournament", "BucketRing", "IndexedHeap",
                             "LazyQueue")
            if f"pop_and_reschedule<{calendar}>/37000" in measured.rows]
    lines = ["# Benchmarks", "",
             "Made by `tools/bench`. Times are of processors, on a machine that may have had other",
             "work; ratios are of code that took turns in one process, but for SimPy, which ran after it.",
             "", f"Machine: {machine()}.", "", *note(measured), *left_out(measured),
             *wanted(measured),
             *limit(measured), *instructions(measured), *ensembles(measured), *memory(measured),
             *draws(measured), *sizes(measured), *england(measured), *verbs(measured),
             *peers(measured),
             "## The event calendar", "", "Nanoseconds of one event, by how many slots there are.", "",
             *table(("calendar", "37,000", "100,000", "1,000,000"), rows)]
    Path("docs/benchmarks.md").write_text("\n".join(lines).rstrip() + "\n")


if __name__ == "__main__":
    main()
