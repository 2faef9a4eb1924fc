# SPDX-License-Identifier: MIT
"""How the peers in Python are timed and written down: PROGRAM FILE [--quick] [--benchmark_filter=REGEX]."""
import json
import pathlib
import re
import sys
import time


def measure(rows, versions):
    """101 calls of each row in turns, or 5, written in the form of Google Benchmark's JSON."""
    wanted = [a.split("=", 1)[1] for a in sys.argv[2:] if a.startswith("--benchmark_filter=")]
    rows = {name: run for name, run in rows.items() if not wanted or re.search(wanted[-1], name)}
    samples = []
    for _ in range(5 if "--quick" in sys.argv else 101):
        for name, run in rows.items():
            begin = time.perf_counter()
            run()
            samples.append({"name": f"|{name}", "real_time": (time.perf_counter() - begin) * 1e6, "time_unit": "us"})
    pathlib.Path(sys.argv[1]).write_text(json.dumps({"context": {"library": versions}, "benchmarks": samples}))
