# SPDX-License-Identifier: MIT
"""Workers of this machine, some of which die: nothing is lost, nothing is made twice, and the bytes are those of a single
run. HUSK_NEGATIVES is the tool, HUSK_PHOTOS a folder of photographs."""

import hashlib
import os
import shutil
import subprocess
import sys
import threading
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import negatives
import psutil
import pytest
from distributed import Client, LocalCluster
from shards import Job, make_shard

TOOL, PHOTOS = os.environ["HUSK_NEGATIVES"], Path(os.environ["HUSK_PHOTOS"])
OPTIONS = ("--count", "8", "--seed", "7")
SHARDS = 12


def digests(folder):
    """The names and contents of all files, leftovers too."""
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(folder.rglob("*")) if p.is_file()
    }


def once(source, target, *options):
    subprocess.run([TOOL, source, target, "--threads", "1", *options], check=True, capture_output=True)
    return digests(target)


@pytest.fixture(scope="session")
def pictures(tmp_path_factory):
    """Two classes of photographs, each several times, as a name of its own makes negatives of its own."""
    folder = tmp_path_factory.mktemp("pictures")
    for i in range(8):
        for photo in PHOTOS.glob("*.jpg"):
            (folder / f"class{i % 2}").mkdir(exist_ok=True)
            shutil.copy(photo, folder / f"class{i % 2}" / f"{photo.stem}{i}.jpg")
    return folder


@pytest.fixture(scope="session")
def few(pictures, tmp_path_factory):
    """One of each photograph."""
    return shutil.copytree(pictures, tmp_path_factory.mktemp("few") / "in", ignore=shutil.ignore_patterns("*[1-7].jpg"))


@pytest.fixture(scope="session")
def expected(pictures, tmp_path_factory):
    return once(pictures, tmp_path_factory.mktemp("single") / "out", *OPTIONS)


@pytest.fixture(scope="session")
def cluster():
    with LocalCluster(n_workers=3, threads_per_worker=1, dashboard_address=None) as local:
        yield local


@pytest.fixture
def client(cluster):
    with Client(cluster) as client:
        client.wait_for_workers(3)  # those that died in another test, too
        yield client


@pytest.fixture
def logged_tool(tmp_path):
    """The tool, and a log of what it was called with."""
    log, script = tmp_path / "log", tmp_path / "logged-tool"
    script.write_text(f'#!/bin/sh\necho "$*" >>"{log}"\nexec "{TOOL}" "$@"\n')
    script.chmod(0o755)
    log.touch()
    return script, log


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
            for tool in worker.children():
                if "--shard" not in tool.cmdline():
                    continue
                tool.suspend()
                time.sleep(0.01)
                if tool.status() == psutil.STATUS_STOPPED:
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

    murder = Murder(client, output, after=1, tool_dies=True)
    assert negatives.run(client, job) == 0
    murder.join()
    tables = is_whole()
    # Again: nothing to do; and the table of a shard from which a file is gone is made again.
    assert negatives.run(client, job) == 0
    assert is_whole() == tables
    next(output.rglob("*.png")).unlink()
    assert negatives.run(client, job) == 0
    assert len(set(is_whole().items()) - set(tables.items())) == 1


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
    return subprocess.run(program, capture_output=True, text=True, cwd="/")


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
