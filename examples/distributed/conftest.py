# SPDX-License-Identifier: MIT
"""Pictures, a cluster of this machine, and what a single run of the tool makes. HUSK_NEGATIVES is the tool, HUSK_PHOTOS a
folder of photographs."""

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import pytest
from distributed import Client, LocalCluster

TOOL, PHOTOS = os.environ["HUSK_NEGATIVES"], Path(os.environ["HUSK_PHOTOS"])
OPTIONS = ("--count", "8", "--seed", "7")


def digests(folder):
    """The names and contents of all files, leftovers too."""
    return {
        str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest()
        for p in sorted(folder.rglob("*"))
        if p.is_file()
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
