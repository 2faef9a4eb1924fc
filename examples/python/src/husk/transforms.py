# SPDX-License-Identifier: MIT
"""What positive views are made of: husk's transforms, with the fields and defaults that they have in C++.

Sizes are one side or ``(height, width)``. Intervals are ``(low, high)``; one number stands for both ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, Union

from ._described import Shown, Size

Interval = Union[float, tuple[float, float]]


@dataclass(frozen=True, repr=False)
class RandomResizedCrop(Shown):
    """Crops a box of random area and shape and scales it to `size`; drawn as torchvision's is.

    `scale`: the box's area as a part of the image's, in (0, 1]. `ratio`: width / height, in (0, 1000]. `fallback`: what
    happens when none of the `tries` fits.
    """

    size: Size = 224
    scale: tuple[float, float] = (0.08, 1.0)
    ratio: tuple[float, float] = (0.75, 1.3333334)
    resampling: Literal["nearest", "bilinear", "bicubic", "area", "lanczos", "catmull_rom"] = "bilinear"
    antialias: bool = True
    tries: int = 10
    fallback: Literal["centre", "clip"] = "centre"


@dataclass(frozen=True, repr=False)
class RandomHorizontalFlip(Shown):
    """Left becomes right, with a probability."""

    probability: float = 0.5


@dataclass(frozen=True, repr=False)
class RandomVerticalFlip(Shown):
    """Top becomes bottom, with a probability."""

    probability: float = 0.5


@dataclass(frozen=True, repr=False)
class ColorJitter(Shown):
    """Brightness, contrast, saturation and hue in a random order, each clamped to [0, 1].

    Each is a strength (factors lie in [max(0, 1 - s), 1 + s], the hue's shift in [-s, s] turns, at most 0.5), or an
    interval of factors; 0 leaves it out. BYOL sets the last three.
    """

    brightness: Interval = 0.0
    contrast: Interval = 0.0
    saturation: Interval = 0.0
    hue: Interval = 0.0
    random_order: bool = True
    additive_brightness: bool = False
    contrast_by_channel: bool = False
    saturation_in_hsv: bool = False


@dataclass(frozen=True, repr=False)
class RandomGrayscale(Shown):
    """Three equal channels, with a probability."""

    probability: float = 0.2


@dataclass(frozen=True, repr=False)
class GaussianBlur(Shown):
    """Convolution with a Gaussian of a random deviation, in pixels, 0 to 1000.

    `taps`: odd; 0 takes as many as sigma needs. `method`: samples of a Gaussian, or Pillow's three boxes, bit for bit.
    """

    sigma: tuple[float, float] = (0.1, 2.0)
    taps: int = 0
    border: Literal["constant", "edge", "reflect"] = "reflect"
    method: Literal["gaussian", "three_boxes"] = "gaussian"


@dataclass(frozen=True, repr=False)
class Solarize(Shown):
    """The negative of what is at least `threshold`, in [0, 1]."""

    threshold: float = 0.5


@dataclass(frozen=True, repr=False)
class Normalize(Shown):
    """(colour - mean) / deviation, channel by channel, of colours in [0, 1]. ImageNet's by default."""

    mean: tuple[float, float, float] = (0.485, 0.456, 0.406)
    deviation: tuple[float, float, float] = (0.229, 0.224, 0.225)


@dataclass(frozen=True, repr=False)
class Maybe(Shown):
    """`transform` with a probability, otherwise nothing: of ColorJitter, GaussianBlur and Solarize."""

    probability: float
    transform: Union[ColorJitter, GaussianBlur, Solarize]


Step = Union[
    RandomResizedCrop,
    RandomHorizontalFlip,
    RandomVerticalFlip,
    ColorJitter,
    RandomGrayscale,
    GaussianBlur,
    Solarize,
    Normalize,
    Maybe,
]
