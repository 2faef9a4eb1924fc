#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""husk and its peers side by side: table.py FILE... makes docs/speed.md of Google Benchmark's JSON files.

A row of a peer's is named "OpenCV: NAME (what differs)", NAME being husk's row in the same table, or in any
table where the peer's file names none. Times are medians, of quiet samples where there are any.
"""
import json
import re
import statistics
import sys

PEERS = ("OpenCV", "Pillow", "torchvision")
MICROSECONDS = {"ns": 1e-3, "us": 1, "ms": 1e3, "s": 1e6}


HEAD = """# Speed, beside Pillow, OpenCV and torchvision

Made by `./dev bench --peers`, which leaves this page in build/peers.md; [benchmarks/README.md](../benchmarks/README.md) says
how samples are taken. One thread, pictures in memory, drawing of parameters included, microseconds a call. Peers do the
same work as far as they can; what differs is said in brackets. Rows that husk loses are here, too.
"""


def read(files):
    """The contexts of the files, and their runs."""
    context, runs = {}, []
    for file in files:
        with open(file, encoding="utf-8") as text:
            of_file = json.load(text)
        libraries = [c["library"] for c in (context, of_file["context"]) if c.get("library")]
        context |= of_file["context"] | {"library": ", ".join(libraries)}
        runs += [run for run in of_file["benchmarks"] if run.get("run_type", "iteration") == "iteration"]
    return context, runs


def medians(runs):
    """{(table, row): microseconds} in the order in which the rows were written down."""
    samples = {}
    for run in sorted(runs, key=lambda run: run.get("family_index", 0)):
        table, _, row = run["name"].split("/iterations")[0].partition("|")
        if "memcpy" not in row:
            time = run["real_time"] * MICROSECONDS[run["time_unit"]]
            samples.setdefault((table, row), []).append((run.get("quiet", 1) > 0, time))
    result = {}
    for key, all_of in samples.items():
        quiet = [time for calm, time in all_of if calm]
        result[key] = statistics.median(quiet or [time for _, time in all_of])
    return result


def machine():
    with open("/proc/cpuinfo", encoding="utf-8") as text:
        names = re.findall(r"model name\s*: (.*)", text.read())
    return names[0] if names else "unknown"


def conditions(context, runs):
    gated = [run["quiet"] > 0 for run in runs if "quiet" in run]
    what = [context.get("date", "")[:10], f"{machine()}, {context.get('num_cpus', '?')} CPUs", f"{context.get('compiler', '')} {context.get('flags', '')}".strip()]
    what += [context.get("library", ""), f"OpenCV {context['OpenCV']}" if "OpenCV" in context else ""]
    return f"{'; '.join(w for w in what if w)}. {sum(gated)} of {len(gated)} samples of husk and OpenCV were quiet."


def peer_of(row):
    """(peer, husk's name, what differs), or nothing."""
    match = re.fullmatch(rf"({'|'.join(PEERS)}): (.*?)(?: \(([^()]*)\))?", row)
    return match.groups(default="") if match else None


def cell(times):
    """A peer's times, the first one before those with a note."""
    return ", ".join(f"{time:.0f}" + (f" ({note})" if note else "") for note, time in sorted(times)) or "-"


def print_table(title, ours, theirs):
    print(f"\n## {title}\n\n| | husk | {' | '.join(PEERS)} | the fastest of them / husk |")
    print("|---|---|" + "---|" * len(PEERS) + "---|")
    for row, time in ours.items():
        cells = [theirs.get((row, peer), []) for peer in PEERS]
        others = [t for c in cells for _, t in c]
        ratio = f"{min(others) / time:.1f}" if others else "-"
        print(f"| {row} | {time:.1f} | {' | '.join(map(cell, cells))} | {ratio} |")


def main():
    context, runs = read(sys.argv[1:])
    tables, everywhere = {}, {}
    for (table, row), time in medians(runs).items():
        peer = peer_of(row)
        ours, theirs = tables.setdefault(table, ({}, {}))
        if peer:
            place = theirs if table else everywhere
            place.setdefault((peer[1], peer[0]), []).append((peer[2], time))
        else:
            ours[row] = time
    print(HEAD)
    print(conditions(context, runs))
    for table, (ours, theirs) in tables.items():
        if theirs and table:
            print_table(table.removeprefix("beside OpenCV, "), ours, everywhere | theirs)


if __name__ == "__main__":
    main()
