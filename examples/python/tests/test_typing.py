# SPDX-License-Identifier: MIT
"""The package and its examples pass mypy --strict, with the stub of the extension."""

import importlib.util
import os
import pathlib
import subprocess
import sys

import pytest

import husk

HERE = pathlib.Path(__file__).parents[1]


@pytest.mark.skipif(importlib.util.find_spec("mypy") is None, reason="mypy is not installed")
def test_types(tmp_path):
    package = pathlib.Path(husk.__file__).parent
    assert (package / "py.typed").exists() and (package / "_husk.pyi").exists()
    command = [sys.executable, "-m", "mypy", "--strict", "--cache-dir", str(tmp_path), "--follow-imports=silent"]
    ignored = ["torch.*", "torchvision.*", "PIL.*"]  # older ones have no types
    config = tmp_path / "mypy.ini"
    config.write_text("[mypy]\n" + "".join(f"[mypy-{name}]\nignore_missing_imports = True\n" for name in ignored))
    files = [str(package), *map(str, sorted(HERE.glob("*.py")))]
    environment = {**os.environ, "MYPYPATH": str(package.parent)} if "site-packages" not in str(package) else None
    done = subprocess.run(
        [*command, "--config-file", str(config), *files], capture_output=True, text=True, env=environment, cwd=tmp_path
    )
    assert done.returncode == 0, done.stdout + done.stderr
