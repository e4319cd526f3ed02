"""Peak memory of a program against its number of runs, as JSON: memory.py PROGRAM."""
import json
import os
import subprocess
import sys
import tempfile


def peak_mib(program, runs):
    with tempfile.TemporaryDirectory() as folder:
        process = subprocess.Popen(
            [program, "run", "scenarios/base.toml", "--runs", str(runs), "--threads", "2", "--out",
             folder + "/out"], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        if status != 0:
            sys.exit(f"{program} ended with {os.waitstatus_to_exitcode(status)} after {runs} runs")
        return usage.ru_maxrss / 1024


print(json.dumps([{"runs": runs, "peak_mib": peak_mib(sys.argv[1], runs)}
                  for runs in (10, 30, 100)]))
