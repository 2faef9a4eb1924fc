#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Negatives of a whole data set on many machines: husk-negatives on Dask, a shard a task."""

import functools
import os
import sys
from pathlib import Path

import click
import cloudpickle
from distributed import Client, LocalCluster, as_completed
from shards import OWN_OPTIONS, Job, Outcome, failures_in, made_by, make_shard

LEFTOVER = ".husk-" + 16 * "?" + "-" + 16 * "?" + ".part"  # what a tool that was killed leaves of a file


def run(client: Client, job: Job) -> int:
    """Makes all shards, then looks at the whole; says what was made and what failed. Returns the exit status."""
    if job.reports:
        Path(job.reports).mkdir(parents=True, exist_ok=True)
    cloudpickle.register_pickle_by_value(sys.modules[Job.__module__])  # workers need the tool, and nothing of this folder
    names = [f"shard-{i}-of-{job.shards}" for i in range(job.shards)]
    futures = client.map(functools.partial(make_shard, job), range(job.shards), key=names, pure=False, retries=3)
    made = 0
    try:
        finished = as_completed(futures, with_results=True)
        with click.progressbar(finished, length=job.shards, label="shards", file=sys.stderr) as bar:
            for _, outcome in bar:
                made += take(job, outcome)
    finally:
        client.cancel(futures)
    return conclude(job, made)


def take(job: Job, outcome: Outcome) -> int:
    if outcome.status == 2:  # impossible arguments, or another job's folder: no shard will do better
        raise click.ClickException(outcome.said.strip())
    # Only now: of two workers that make the same shard, one is believed, and its table is complete.
    if outcome.report:
        os.replace(outcome.report, job.report(outcome.index))
    return outcome.made


def conclude(job: Job, made: int) -> int:
    """The tool itself says whether all is there, and makes what is not."""
    check = job.run("--resume")
    if check.returncode not in (0, 1):
        raise click.ClickException(check.stderr.strip())
    for leftover in Path(job.output).rglob(LEFTOVER):
        leftover.unlink(missing_ok=True)
    click.echo(f"{made + made_by(check.stderr)} negatives made in {job.shards} shards")
    if job.reports:
        click.echo(f"{merge_reports(job)} measured: {Path(job.reports) / 'all.tsv'}")
    click.echo(failures_in(check.stderr), nl=False)
    return check.returncode


def merge_reports(job: Job) -> int:
    """All tables as one, as a single run of the tool writes it. Returns how many negatives it has."""
    heads, rows = set(), {}
    for index in range(job.shards):
        head, *lines = job.report(index).read_bytes().splitlines(keepends=True)
        heads.add(head)
        for line in lines:
            file = line.split(b"\t")[0]
            if file in rows:
                raise click.ClickException(f"{job.reports}: {file!r} is in two tables")
            rows[file] = line
    if len(heads) != 1:
        raise click.ClickException(f"{job.reports}: the tables have different columns")
    whole = Path(job.reports) / "all.tsv"
    whole.with_suffix(".part").write_bytes(b"".join([*heads, *(rows[f] for f in sorted(rows))]))
    whole.with_suffix(".part").replace(whole)
    for lost in (*Path(job.reports).glob(".shard-*.tsv"), *Path(job.reports).glob(LEFTOVER)):  # of workers that died
        lost.unlink(missing_ok=True)
    return len(rows)


@click.command(epilog="OPTIONS are those of husk-negatives, after --; see husk-negatives --help.")
@click.argument("input", type=click.Path(exists=True, file_okay=False, resolve_path=True))
@click.argument("output", type=click.Path(file_okay=False, resolve_path=True))
@click.argument("options", nargs=-1, type=click.UNPROCESSED)
@click.option("--scheduler", metavar="ADDRESS", help="A Dask scheduler; without one, processes of this machine.")
@click.option("--workers", type=click.IntRange(1), default=os.cpu_count(), help="How many processes.", show_default=True)
@click.option("--shards", type=click.IntRange(1), default=64, help="Several for each worker.", show_default=True)
@click.option("--tool", default="husk-negatives", help="Where the workers have it.", show_default=True)
@click.option("--reports", type=click.Path(file_okay=False, resolve_path=True), help="A folder for the measures.")
def main(input, output, options, scheduler, workers, shards, tool, reports):
    """Makes negatives of all pictures in INPUT, on all workers of a Dask cluster.

    The same command goes on where it stopped."""
    if own := [o for o in options if o.split("=")[0] in OWN_OPTIONS]:
        raise click.UsageError(f"{own[0]} is given by this program")
    job = Job(tool, input, output, options, shards, reports)
    cluster = scheduler or LocalCluster(n_workers=workers, threads_per_worker=1, dashboard_address=None)
    try:
        with Client(cluster) as client:
            sys.exit(run(client, job))
    finally:
        if not scheduler:
            cluster.close()


if __name__ == "__main__":
    main()
