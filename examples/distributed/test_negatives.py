# SPDX-License-Identifier: MIT
"""Workers that make the same shard, and the program as it is called."""

import shutil
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import negatives
from conftest import OPTIONS, TOOL, digests, once
from shards import Job, make_shard


def test_two_workers_that_make_the_same_shard_both_succeed(few, tmp_path):
    expected = once(few, tmp_path / "single", *OPTIONS)
    for i in range(5):
        output = tmp_path / f"out{i}"
        job = Job(TOOL, str(few), str(output), OPTIONS, shards=1)
        with ThreadPoolExecutor() as pool:
            first = pool.submit(make_shard, job, 0)
            time.sleep(0.03 * i)
            second = pool.submit(make_shard, job, 0)
        assert (first.result().status, second.result().status) == (0, 0)
        assert digests(output) == expected


def test_a_tool_that_lost_a_file_to_its_twin_runs_again(few, tmp_path):
    script = tmp_path / "tool"
    script.write_text(
        f'#!/bin/sh\n"{TOOL}" "$@"\n[ -e "{tmp_path}/lost" ] && exit 0\n'
        f'find "$2" -name "*.png" | head -n 1 | xargs rm\ntouch "{tmp_path}/lost"\nexit 1\n'
    )
    script.chmod(0o755)
    output = tmp_path / "out"
    outcome = make_shard(Job(str(script), str(few), str(output), OPTIONS, shards=1), 0)
    assert (outcome.status, outcome.made) == (0, 41)
    assert digests(output) == once(few, tmp_path / "single", *OPTIONS)


def test_of_two_tables_of_a_shard_one_is_believed(few, tmp_path):
    options = ("--size", "96")
    once(few, tmp_path / "single", *options, "--report-file", tmp_path / "single.tsv")
    (tmp_path / "reports").mkdir()
    job = Job(TOOL, str(few), str(tmp_path / "out"), options, 1, str(tmp_path / "reports"))
    with ThreadPoolExecutor() as pool:
        twins = [t.result() for t in [pool.submit(make_shard, job, 0) for _ in range(2)]]
    assert twins[0].report != twins[1].report
    assert not job.report(0).exists()  # neither counts by itself
    for twin in twins:
        assert negatives.take(job, twin) >= 5
        assert job.report(0).read_bytes() == (tmp_path / "single.tsv").read_bytes()


def command(*arguments):
    program = [sys.executable, Path(negatives.__file__), "--tool", TOOL, *arguments]
    return subprocess.run(program, check=False, capture_output=True, text=True, cwd="/")


def test_the_program_says_what_failed_and_goes_on(few, cluster, tmp_path):
    expected = once(few, tmp_path / "single", *OPTIONS)
    broken = shutil.copytree(few, tmp_path / "broken")
    (broken / "class0" / "no picture.jpg").write_text("words")
    output = tmp_path / "out"
    done = command(broken, output, "--scheduler", cluster.scheduler_address, "--shards", "7", "--", *OPTIONS)
    assert done.returncode == 1
    assert done.stdout.startswith(f"{len(expected) - 1} negatives made in 7 shards\n1 failure:\n  class0/no picture.jpg: ")
    assert digests(output) == expected

    (broken / "class0" / "no picture.jpg").unlink()
    (output / "class0" / ".husk-0123456789abcdef-0123456789abcdef.part").write_text("half of a pictu")
    done = command(broken, output, "--workers", "1", "--shards", "2", "--", *OPTIONS)
    assert (done.returncode, done.stdout) == (0, "0 negatives made in 2 shards\n")
    assert digests(output) == expected


def test_what_cannot_be_is_refused(few, cluster, tmp_path):
    assert "--shard is given by this program" in command(few, tmp_path / "o", "--", "--shard", "0/2").stderr
    once(few, tmp_path / "other", "--method", "patch")
    done = command(few, tmp_path / "other", "--scheduler", cluster.scheduler_address, "--shards", "2")
    assert done.returncode == 1
    assert "it was made with other settings" in done.stderr
