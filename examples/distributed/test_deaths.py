# SPDX-License-Identifier: MIT
"""Workers die in the middle of a shard, with their tools and without: nothing is lost, nothing is made twice, and the bytes
are those of a single run."""

import contextlib
import os
import threading
import time
from pathlib import Path

import negatives
import psutil
import pytest
from conftest import OPTIONS, TOOL, digests, once
from shards import Job

SHARDS = 12


@pytest.fixture
def logged_tool(tmp_path):
    """The tool, and a log of what it was called with."""
    log, script = tmp_path / "log", tmp_path / "logged-tool"
    script.write_text(f'#!/bin/sh\necho "$*" >>"{log}"\nexec "{TOOL}" "$@"\n')
    script.chmod(0o755)
    log.touch()
    return script, log


def is_stopped(process):
    process.suspend()
    while process.status() != psutil.STATUS_STOPPED:
        if process.status() == psutil.STATUS_ZOMBIE:
            return False
        time.sleep(0.001)
    return True


class Murder(threading.Thread):
    """Kills a worker while its tool is in the middle of a shard, after the first `after` files. The tool is stopped, so
    that it cannot finish meanwhile; then it dies too, or goes on as a twin of the shard's next run."""

    def __init__(self, client, output, after, tool_dies):
        super().__init__(daemon=True)
        self.workers = [psutil.Process(pid) for pid in client.run(os.getpid).values()]
        self.output, self.after, self.tool_dies = output, after, tool_dies
        self.tool, self.finished = None, {}
        self.start()

    def run(self):
        while not (caught := self.catch()):
            time.sleep(0.002)
        worker, self.tool = caught
        self.finished = {p: p.stat().st_ino for p in self.output.rglob("*.png")}
        worker.kill()
        if self.tool_dies:
            self.tool.kill()

    def join(self):
        super().join(timeout=60)
        assert self.tool, "no tool was caught in the middle of a shard"

    def catch(self):
        if len(list(self.output.rglob("*.png"))) < self.after:
            return None
        for worker in self.workers:
            with contextlib.suppress(psutil.Error):  # it has just ended
                for tool in worker.children():
                    if tool.name() == Path(TOOL).name and is_stopped(tool):
                        return worker, tool
        return None

    def shard(self, log):
        """The shard that the tool was in: the one that was begun twice."""
        begun = [line.split("--shard ")[1].split()[0] for line in log.read_text().splitlines() if "--shard" in line]
        assert sorted(set(begun)) == sorted(f"{i}/{SHARDS}" for i in range(SHARDS))
        assert len(begun) == SHARDS + 1
        return max(set(begun), key=begun.count)


def test_a_killed_worker_loses_nothing_and_makes_nothing_twice(pictures, expected, client, logged_tool, tmp_path, capsys):
    script, log = logged_tool
    output = tmp_path / "out"
    murder = Murder(client, output, after=40, tool_dies=True)
    assert negatives.run(client, Job(str(script), str(pictures), str(output), OPTIONS, SHARDS)) == 0
    murder.join()
    assert digests(output) == expected
    assert murder.shard(log)
    assert len(murder.finished) >= 40
    assert {p: p.stat().st_ino for p in murder.finished} == murder.finished  # a file that is written again is another
    # What the dead tool had made is not in the count of the others.
    made = int(capsys.readouterr().out.split()[0])
    assert len(expected) - 1 - len(murder.finished) <= made < len(expected)


@pytest.mark.parametrize("goes_on", ["beside the next run", "after the end"])
def test_a_tool_that_outlives_its_worker_does_no_harm(goes_on, pictures, expected, client, logged_tool, tmp_path):
    script, log = logged_tool
    output = tmp_path / "out"
    murder = Murder(client, output, after=40, tool_dies=False)
    if goes_on == "beside the next run":
        threading.Thread(target=lambda: (murder.join(), murder.tool.resume())).start()
    assert negatives.run(client, Job(str(script), str(pictures), str(output), OPTIONS, SHARDS)) == 0
    murder.join()
    assert {f: d for f, d in digests(output).items() if not f.endswith(".part")} == expected
    if goes_on == "after the end":
        assert murder.tool.status() == psutil.STATUS_STOPPED
        murder.tool.resume()
    psutil.wait_procs([murder.tool], timeout=60)
    assert digests(output) == expected
    assert murder.shard(log)


def test_reports_are_those_of_a_single_run(few, client, tmp_path):
    options = ("--size", "96")
    expected = once(few, tmp_path / "single", *options, "--report-file", tmp_path / "single.tsv")
    output, reports = tmp_path / "out", tmp_path / "reports"
    job = Job(TOOL, str(few), str(output), options, 3, str(reports))

    def is_whole():
        assert (reports / "all.tsv").read_bytes() == (tmp_path / "single.tsv").read_bytes()
        assert digests(output) == expected
        assert not list(reports.glob(".*"))
        return {p: p.stat().st_ino for p in reports.glob("shard-*.tsv")}

    murder = Murder(client, output, after=0, tool_dies=True)  # a table is written at the end, if at all
    assert negatives.run(client, job) == 0
    murder.join()
    tables = is_whole()
    # Again: nothing to do; and the table of a shard from which a file is gone is made again.
    assert negatives.run(client, job) == 0
    assert is_whole() == tables
    next(output.rglob("*.png")).unlink()
    assert negatives.run(client, job) == 0
    assert len(set(is_whole().items()) - set(tables.items())) == 1
