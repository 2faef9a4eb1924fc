# SPDX-License-Identifier: MIT
"""The bytes are those of the C++ library: digests that its own tests hold it to."""

import re

import numpy as np
import pytest
from conftest import ROOT

import husk

LUCK = {"seed": 2021, "epoch": 1, "index": 42, "view": 2}


def expected(name):
    code = (ROOT / "tests/golden" / name).read_text()
    return [int(digest, 16) for digest in re.findall(r"0x([0-9a-f]{16})u", code)]


def numbered(width, height, channels=3):
    """support::numbered: pixels that are all different, as far as bytes can be."""
    number = np.arange(height * width * channels, dtype=np.uint64) * np.uint64(2654435761)
    return (number.astype(np.uint32) >> np.uint32(24)).astype(np.uint8).reshape(height, width, channels)


def smooth(width, height):
    """Hills and valleys, as in tests/golden/quilts.cpp."""
    y, x, c = np.ogrid[:height, :width, :3]
    return np.abs((x * x // 9 + y * y // 7 + x * y // 5 + 60 * c) % 510 - 255).astype(np.uint8)


def digest(image):
    """support::digest: FNV-1a over the bytes, row by row."""
    h = 14695981039346656037
    for byte in np.ascontiguousarray(image).tobytes():
        h = ((h ^ byte) * 1099511628211) & (2**64 - 1)
    return h


def digests(tensors):
    return [digest(t.reshape(t.shape[-3:]).transpose(1, 2, 0)) for t in tensors]


def test_negatives():
    negatives = [
        husk.PatchNegative(),
        husk.PatchNegative(rule="ge2021", size=224),
        husk.PatchNegative(flips=True, rotations=True, size=224),
        husk.GridShuffle(),
        husk.GridShuffle(pixels=32, rotate=True),
    ]
    found = [digest(negative(numbered(250, 187), **LUCK)) for negative in negatives]
    assert found == expected("negatives.cpp")[:5]


@pytest.mark.parametrize(
    "first, make",
    [
        (0, husk.Contrastive.moco_v2(64, negative=husk.PatchNegative(side=(8, 24)))),
        (3, husk.Contrastive.moco_v2(64, negative=husk.TextureNegative(size=128))),
        (6, husk.Contrastive.byol(64, negative=husk.GridShuffle(cells=4))),
    ],
)
def test_contrastive(first, make):
    assert digests(make(numbered(250, 187), **LUCK)) == expected("contrastive.cpp")[first : first + 3]


def test_crops():
    large, small = husk.MultiCrop.swav(small=2)(numbered(250, 187), **LUCK)
    assert digests([large[1], small[1]]) == expected("contrastive.cpp")[9:]


def test_quilts():
    found = [digest(make(smooth(250, 187), **LUCK)) for make in (husk.Quilt(), husk.TextureNegative())]
    by_hills = expected("quilts.cpp")
    assert found[0] == by_hills[4]
    assert found[1] in by_hills
