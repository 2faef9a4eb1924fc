# SPDX-License-Identifier: MIT
"""How the peers in Python are timed, printed, and written down for programs."""
import json
import pathlib
import platform
import statistics
import sys
import time

import PIL


def environment(versions):
    cpu = "unknown"
    for line in pathlib.Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            cpu = line.split(":", 1)[1].strip()
            break
    return {
        "cpu": cpu,
        "kernel": platform.release(),
        "python": platform.python_version(),
        "Pillow": PIL.__version__,
        "date": time.strftime("%Y-%m-%dT%H:%M:%S%z"),
        **versions,
    }


def quantile(samples, q):
    return sorted(samples)[round(q * (len(samples) - 1))]


def measure(title, versions, rows, calls=101):
    """Times each row `calls` times, in turns; microseconds. Arguments of the program: --json FILE, --quick."""
    if "--quick" in sys.argv:
        calls = 5
    where = environment(versions)
    samples = {name: [] for name in rows}
    for _ in range(calls):
        for name, run in rows.items():
            begin = time.perf_counter()
            run()
            samples[name].append((time.perf_counter() - begin) * 1e6)
    print(f"\n{title}, one thread, {calls} calls in turns ({', '.join(f'{k} {v}' for k, v in where.items())})")
    print(f"{'':<42} {'median us':>10} {'p10':>10} {'p90':>10}")
    for name, times in samples.items():
        print(f"  {name:<40} {statistics.median(times):>10.0f} {quantile(times, .1):>10.0f} {quantile(times, .9):>10.0f}")
    if "--json" in sys.argv:
        figures = [
            {
                "name": name,
                "median_us": statistics.median(times),
                "p10_us": quantile(times, 0.1),
                "p90_us": quantile(times, 0.9),
                "least_us": min(times),
                "calls": calls,
            }
            for name, times in samples.items()
        ]
        path = pathlib.Path(sys.argv[sys.argv.index("--json") + 1])
        path.write_text(json.dumps({"peer": title, "context": where, "rows": figures}, indent=1) + "\n")
