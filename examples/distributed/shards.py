# SPDX-License-Identifier: MIT
"""What is made of a data set, and how one shard of it is made: husk-negatives, once for each shard."""

import re
import subprocess
import uuid
from dataclasses import dataclass, replace
from pathlib import Path

OWN_OPTIONS = ("--shard", "--resume", "--report", "--report-file")


@dataclass(frozen=True)
class Job:
    """All workers see the folders under these names, and have the same tool."""

    tool: str
    input: str
    output: str
    options: tuple[str, ...] = ()
    shards: int = 64
    reports: str | None = None

    def run(self, *more: str) -> subprocess.CompletedProcess:
        threads = () if "--threads" in self.options else ("--threads", "1")
        command = [self.tool, self.input, self.output, *threads, *self.options, *more]
        return subprocess.run(command, check=False, capture_output=True, text=True, errors="replace")

    def report(self, index: int) -> Path | None:
        """The table of a finished shard."""
        return Path(self.reports) / f"shard-{index}-of-{self.shards}.tsv" if self.reports else None


@dataclass(frozen=True)
class Outcome:
    index: int
    status: int  # the tool's: 0, or 1 where some pictures cannot be read
    made: int  # negatives
    said: str
    report: str | None = None  # the shard's table, which counts once the driver has taken it


def made_by(said: str) -> int:
    """How many negatives the tool says it made, in all of its runs."""
    return sum(int(n) for n in re.findall(r"^(\d+) negatives? made in ", said, re.MULTILINE))


def failures_in(said: str) -> str:
    """The tool's list of what it could not do."""
    found = re.search(r"^\d+ failures?:\n(?:  .*\n)*", said, re.MULTILINE)
    return found.group() if found else ""


def make_shard(job: Job, index: int) -> Outcome:
    """Makes shard `index`, on a worker. May be called again after any end of an earlier call, or beside one that still
    runs: the tool writes each file whole or not at all, and always the same bytes. Raises when the tool is killed."""
    final = job.report(index)
    outcome = None
    if final is None or final.exists():
        outcome = attempt(job, index, "--resume")
    # A table has what one run measured: it is whole where nothing was left out, and old where something was missing.
    if final is not None and (outcome is None or outcome.made > 0):
        report = final.with_name(f".{final.stem}.{uuid.uuid4().hex}.tsv")
        outcome = replace(attempt(job, index, "--report-file", str(report)), report=str(report))
    return outcome


def attempt(job: Job, index: int, *how: str) -> Outcome:
    said = ""
    # Twice: the tool clears away what dead ones left, and cannot know a twin of this shard that still writes.
    for _ in range(2):
        done = job.run("--shard", f"{index}/{job.shards}", *how)
        said += done.stderr
        if done.returncode != 1:
            break
    if done.returncode not in (0, 1, 2):
        raise RuntimeError(f"{job.tool} ended with {done.returncode} in shard {index}: {done.stderr[-2000:]}")
    return Outcome(index, done.returncode, made_by(said), done.stderr)
