# SPDX-License-Identifier: MIT
"""The examples run, and the documentation shows what they do."""

import re
import subprocess
import sys

import pytest
from conftest import PHOTOS, ROOT

HERE = ROOT / "examples/python"


def run(script, *arguments):
    command = [sys.executable, "-W", "ignore", str(HERE / script), *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.splitlines()


def test_numpy_arrays():
    lines = run("numpy_arrays.py", PHOTOS / "chelsea.jpg")
    assert lines[0] == "(3, 224, 224) (3, 224, 224) (1, 3, 224, 224) float32"
    assert lines[-1] == "husk: patch_negative.side is [72, 16]: low must not exceed high"


def test_data_loader():
    pytest.importorskip("torch", reason="torch is not installed: its example is left out")
    full, rest = "(3, 3, 96, 96) (3, 3, 96, 96) (3, 1, 3, 96, 96)", "(2, 3, 96, 96) (2, 3, 96, 96) (2, 1, 3, 96, 96)"
    assert run("data_loader.py", PHOTOS) == [full, rest, full, rest]


def test_comparison():
    pytest.importorskip("torchvision", reason="torchvision is not installed: the comparison is left out")
    lines = run("compare.py", "--rounds", 1, "--images", 2, PHOTOS)
    assert len(lines) == 5 and all("images/s" in line for line in lines[1:])


@pytest.mark.parametrize("page", ["docs/python.md", "examples/python/README.md"])
def test_documentation_shows_code_that_runs(page):
    sources = "\n".join(path.read_text() for path in sorted(HERE.glob("*.py")))
    flat = re.sub(r"\s+", " ", sources)
    blocks = re.findall(r"```python\n(.*?)```", (ROOT / page).read_text(), re.S)
    assert blocks
    for block in blocks:
        for part in block.split("\n\n"):
            assert re.sub(r"\s+", " ", part).strip() in flat, part
