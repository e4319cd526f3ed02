"""What verbs add to the runs that they ask for, in seconds of processors, as JSON: verbs.py PROGRAM."""
import json
import os
import subprocess
import sys
import tempfile

SMALL = ["scenarios/base.toml", "--set", "population.children=10000"]
RUNS = 192


def processor_seconds(program, *words):
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [program, *words, "--out", folder + "/out", "--threads", "2", "--progress", "none"],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"{words[0]} ended with {os.waitstatus_to_exitcode(status)}")
        return usage.ru_utime + usage.ru_stime


def median(values):
    return sorted(values)[len(values) // 2]


def main():
    program = sys.argv[1]
    runs = ["run", *SMALL, "--runs", str(RUNS)]
    # Rows times points of a row (settings and two) times replicates. What varies changes a cost
    # alone, so that the runs are the same.
    sensitivity = ["sensitivity", *SMALL, "--vary", "cost.volunteer=5000..7000", "--rows",
                   str(RUNS // 6), "--scrambles", "4", "--replicates", "2"]
    ratios = []
    for _ in range(5):
        alone = processor_seconds(program, *runs)
        ratios.append(processor_seconds(program, *sensitivity) / alone)
    fit = ["calibrate", "scenarios/base.toml", "--place", "kent", "--targets",
           "calibration/targets/kent.toml", "--budget"]
    print(json.dumps({"sensitivity_runs": RUNS, "sensitivity_against_runs": median(ratios),
                      "fit_by_emulator_seconds": processor_seconds(program, *fit, "0"),
                      "fit_with_runs_seconds": processor_seconds(program, *fit, "100"),
                      "fit_runs": 100}))


if __name__ == "__main__":
    main()
