#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What compilers and flags are worth on this machine: builds the benchmarks with each, runs them in turns, and
prints a table in Markdown, microseconds. ./dev bench --compilers [REGEX of full row names].
"""
import collections
import json
import os
import pathlib
import platform
import shutil
import statistics
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[1]
ROUNDS = 3
ROWS = (
    r"^(u8|f32).*\|(memcpy|patch_negative, 16..72/|grid_shuffle, 7x7/|texture_negative|random_resized_crop, bilinear"
    r"|color_jitter|gaussian_blur, sigma|normalize|a MoCo v2 view|query, key)"
)


def levels():
    if platform.machine() not in ("x86_64", "AMD64"):
        return {"baseline": [], "native": ["-march=native"]}
    known = {"SSE2": [], "AVX2": ["-march=x86-64-v3"], "AVX2, LTO": ["-march=x86-64-v3", "-flto"]}
    if "avx512bw" in pathlib.Path("/proc/cpuinfo").read_text():
        known["AVX-512"] = ["-march=x86-64-v4"]
    return known


def build(compiler, level, flags):
    where = ROOT / "build/compilers" / f"{compiler}-{level}".replace(", ", "-").replace("+", "p")
    where.mkdir(parents=True, exist_ok=True)
    configure = [
        "cmake", "-S", ROOT, "-B", where, "-G", "Ninja", f"-DCMAKE_CXX_COMPILER={compiler}",
        "-DCMAKE_BUILD_TYPE=None", f"-DCMAKE_CXX_FLAGS={' '.join(['-O3', '-DNDEBUG', *flags])}",
        "-DHUSK_TESTS=OFF", "-DHUSK_EXAMPLES=OFF", "-DHUSK_BENCHMARKS=ON",
    ]  # fmt: skip
    log = where / "build.log"
    with log.open("w") as out:
        for step in (configure, ["cmake", "--build", where, "--parallel", os.environ.get("HUSK_JOBS", "2")]):
            if subprocess.run(step, stdout=out, stderr=subprocess.STDOUT).returncode:
                print(f"left out: {compiler}, {level} does not build (see {log})", file=sys.stderr)
                return None
    return where / "benchmarks/husk_benchmarks"


def measure(program, rows, samples):
    """Adds the samples of each row, the quiet ones if there are any; returns the environment."""
    out = program.parent / "figures.json"
    subprocess.run(
        [program, "--quick", "--benchmark_repetitions=11", f"--benchmark_filter={rows}", f"--benchmark_out={out}",
         "--benchmark_out_format=json"], stdout=subprocess.DEVNULL, check=True,
    )  # fmt: skip
    figures = json.loads(out.read_text())
    for run in figures["benchmarks"]:
        if run["run_type"] == "iteration":
            name = run["run_name"].split("/iterations")[0]
            samples[name][run["quiet"] > 0].append(run["real_time"] / 1e3)
    return figures["context"]


def main():
    rows = sys.argv[1] if len(sys.argv) > 1 else ROWS
    programs = {}
    for compiler in ("g++", "clang++"):
        for level, flags in levels().items() if shutil.which(compiler) else ():
            if program := build(compiler, level, flags):
                programs[f"{compiler}, {level}"] = program
    samples = {name: collections.defaultdict(lambda: {True: [], False: []}) for name in programs}
    contexts = {}
    for _ in range(ROUNDS):
        for name, program in programs.items():
            contexts[name] = measure(program, rows, samples[name])
    any_context = next(iter(contexts.values()))
    print(f"{any_context['date']}, {any_context['cpu']}, governor {any_context['governor']};",
          "; ".join(sorted({c["compiler"] for c in contexts.values()})))  # fmt: skip
    print("\n| us | " + " | ".join(programs) + " |\n|" + "---|" * (len(programs) + 1))
    for row in samples[next(iter(programs))]:
        cells = []
        for name in programs:
            quiet, noisy = samples[name][row][True], samples[name][row][False]
            cells.append(f"{statistics.median(quiet or noisy):.1f}{'' if quiet else ' (noisy)'}")
        print(f"| {row.replace('|', ': ')} | " + " | ".join(cells) + " |")


main()
