# SPDX-License-Identifier: MIT
"""The package and its examples pass mypy --strict, with the stub of the extension."""

import importlib.util
import pathlib
import subprocess
import sys

import pytest

import husk

HERE = pathlib.Path(__file__).parents[1]


@pytest.mark.skipif(importlib.util.find_spec("mypy") is None, reason="mypy is not installed")
@pytest.mark.parametrize("what", [["-p", "husk"], sorted(map(str, HERE.glob("*.py")))], ids=["package", "examples"])
def test_types(tmp_path, what):
    package = pathlib.Path(husk.__file__).parent
    assert (package / "py.typed").exists() and (package / "_husk.pyi").exists()
    config = tmp_path / "mypy.ini"  # older ones of these have no types
    ignored = [f"[mypy-{name}.*]\nignore_missing_imports = True\n" for name in ("torch", "torchvision", "PIL")]
    config.write_text("[mypy]\n" + "".join(ignored))
    command = [sys.executable, "-m", "mypy", "--strict", "--config-file", str(config), "--cache-dir", str(tmp_path)]
    done = subprocess.run([*command, *what], capture_output=True, text=True, cwd=tmp_path)
    assert done.returncode == 0, done.stdout + done.stderr
