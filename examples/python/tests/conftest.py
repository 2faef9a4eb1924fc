# SPDX-License-Identifier: MIT
import pathlib

import numpy as np
import pytest
from PIL import Image

ROOT = pathlib.Path(__file__).parents[3]
PHOTOS = ROOT / "examples/photos"


@pytest.fixture(scope="session")
def photos():
    """Photographs of different sizes."""
    decoded = [np.asarray(Image.open(path).convert("RGB")) for path in sorted(PHOTOS.glob("*.jpg"))]
    return [p[: 375 - 10 * i, : 500 - 7 * i].copy() for i, p in enumerate(decoded)]


@pytest.fixture
def photo(photos):
    return photos[2].copy()
