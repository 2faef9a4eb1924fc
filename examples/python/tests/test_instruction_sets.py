# SPDX-License-Identifier: MIT
"""One module for all machines: the bytes are the same with every instruction set, and old machines run it."""

import os
import pathlib
import shutil
import subprocess
import sys

import pytest

import husk

HERE = pathlib.Path(__file__).parent
EMULATOR = shutil.which("qemu-x86_64")
SAMPLE = """
import hashlib, numpy as np, husk
image = (np.arange(120 * 160 * 3, dtype=np.uint32) * 2654435761 >> 24).astype(np.uint8).reshape(120, 160, 3)
make = husk.Contrastive.moco_v2(64, negative=husk.TextureNegative(size=96))
print(husk.instruction_set(), *(hashlib.sha256(t).hexdigest() for i in range(8) for t in make(image, seed=1, index=i)))
"""


def sample(isa="", emulator=()):
    """The instruction set, and digests of what it computed."""
    command = [*emulator, sys.executable, "-c", SAMPLE]
    environment = {**os.environ, "HUSK_ISA": isa, "OPENBLAS_NUM_THREADS": "1"}
    done = subprocess.run(command, capture_output=True, text=True, env=environment)
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def order(isa):
    return ["sse2", "sse4_2", "avx2", "avx512bw"].index(isa)


@pytest.mark.skipif(husk.instruction_set() in ("neon64", "other"), reason="nothing to choose from here")
class TestX86:
    def test_the_bytes_are_the_same(self):
        best, *expected = sample()
        assert best == husk.instruction_set() or os.environ.get("HUSK_ISA")
        for isa in ("sse2", "avx2", "avx512bw"):
            chosen, *found = sample(isa)
            assert order(chosen) <= order(isa)
            assert found == expected

    def test_an_unknown_one_is_refused(self):
        with pytest.raises(AssertionError, match="husk: isa is avx3: must be one of"):
            sample("avx3")

    @pytest.mark.skipif(EMULATOR is None, reason="qemu-user is not installed: no old machine to try")
    def test_an_old_machine_runs_it(self):
        chosen, *found = sample(emulator=[EMULATOR, "-cpu", "Nehalem"])
        assert chosen == "sse2"
        assert found == sample()[1:]
