# SPDX-License-Identifier: MIT
"""Negatives with diminished semantics: what keeps the surface of an image and destroys its meaning.

Each class describes one, and is called with an image::

    husk.PatchNegative(side=(16, 72), size=224)(image, seed=2021, epoch=0, index=42)

The image is height x width x channels (or height x width), uint8 or float32, its channels side by side; 1, 3 or 4 of
them. The result is a new array of the same elements and axes, or `out`, filled: an array of NumPy's or torch's,
channels side by side, or each in a plane of its own (``tensor.permute(1, 2, 0)``). The same (seed, epoch, index, view)
gives the same bytes on every machine. What is wrong raises `husk.Error`, before anything is written.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, Optional, Union

from . import _husk
from ._described import Array, Described, Size


class Negative(Described):
    """What all negatives have in common."""

    @cached_property
    def _native(self) -> _husk.Negative:
        return _husk.Negative(self)

    def __call__(
        self, image: Array, *, seed: int, epoch: int = 0, index: int, view: int = 0, out: Optional[Array] = None
    ) -> Any:
        """The negative of one image: see the module."""
        return self._native.one(image, seed, epoch, index, view, out)


@dataclass(frozen=True, repr=False)
class PatchNegative(Negative):
    """Square windows taken anywhere in the image, tiled over the output (Ge et al., NeurIPS 2021).

    `side`: of a window, in pixels; one is drawn for the whole image, both ends included. `rule`: "exact" takes as few
    windows as cover the output, "ge2021" counts as the authors' code does and never draws the last row and column.
    `size`: of the output; None: the image's. Raises husk.Error when a window does not fit into the image.
    """

    side: Union[int, tuple[int, int]] = (16, 72)
    rule: Literal["exact", "ge2021"] = "exact"
    flips: bool = False
    rotations: bool = False
    size: Optional[Size] = None


@dataclass(frozen=True, repr=False)
class GridShuffle(Negative):
    """Cells of a grid, permuted; never the identity unless it is allowed. The output has the image's size.

    `cells`: how many a side. `pixels`: the side of a cell instead; 0: as `cells` says. `rotate`: turns cells too.
    """

    cells: int = 7
    pixels: int = 0
    allow_identity: bool = False
    rotate: bool = False


@dataclass(frozen=True, repr=False)
class Quilt(Negative):
    """Texture without objects, sewn from blocks of the image (Efros and Freeman, SIGGRAPH 2001).

    `block`: 1 to 256 pixels. `overlap`: of neighbours, under the block. `choice`: what candidates are compared by.
    `search`: which places are candidates. `tolerance`: any within (1 + tolerance) x least cost may be taken, 0 to 10.
    `balance`: weight of having been shown before, 0 to 100. `size`: of the output; None: the image's.
    """

    block: int = 40
    overlap: int = 16
    choice: Literal["seam", "ssd", "sad"] = "seam"
    search: Literal["drawn", "exhaustive", "pyramid"] = "drawn"
    tolerance: float = 0.0
    candidates: int = 192
    finalists: int = 4
    balance: float = 6.0
    size: Optional[Size] = None


@dataclass(frozen=True, repr=False)
class TextureNegative(Negative):
    """The texture of an image, quilted from two windows of it, the one in the centre and one anywhere.

    `exemplar`: side of the windows, in pixels. `size`: of the output. `sewing`: how; its size does not matter, and its
    search must be "drawn". Take the image at its full size.
    """

    exemplar: int = 96
    size: Size = 224
    sewing: Quilt = field(default_factory=Quilt)


def patch_negative(
    image: Array,
    *,
    seed: int,
    epoch: int = 0,
    index: int,
    view: int = 0,
    out: Optional[Array] = None,
    **parameters: Any,
) -> Any:
    """PatchNegative(**parameters), of one image."""
    return PatchNegative(**parameters)(image, seed=seed, epoch=epoch, index=index, view=view, out=out)


def grid_shuffle(
    image: Array,
    *,
    seed: int,
    epoch: int = 0,
    index: int,
    view: int = 0,
    out: Optional[Array] = None,
    **parameters: Any,
) -> Any:
    """GridShuffle(**parameters), of one image."""
    return GridShuffle(**parameters)(image, seed=seed, epoch=epoch, index=index, view=view, out=out)


def texture_negative(
    image: Array,
    *,
    seed: int,
    epoch: int = 0,
    index: int,
    view: int = 0,
    out: Optional[Array] = None,
    **parameters: Any,
) -> Any:
    """TextureNegative(**parameters), of one image."""
    return TextureNegative(**parameters)(image, seed=seed, epoch=epoch, index=index, view=view, out=out)


def quilt(
    image: Array,
    *,
    seed: int,
    epoch: int = 0,
    index: int,
    view: int = 0,
    out: Optional[Array] = None,
    **parameters: Any,
) -> Any:
    """Quilt(**parameters), of one image."""
    return Quilt(**parameters)(image, seed=seed, epoch=epoch, index=index, view=view, out=out)
