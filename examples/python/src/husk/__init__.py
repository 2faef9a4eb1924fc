# SPDX-License-Identifier: MIT
"""husk: image augmentation for contrastive learning, and negatives with diminished semantics.

>>> make = husk.Contrastive.moco_v2(size=224, negative=husk.PatchNegative(side=(16, 72)))
>>> query, key, negatives = make(image, seed=2021, epoch=0, index=42)

`husk.torch` (imported by itself) has a data set for torch's DataLoader.
"""

from ._husk import Error, instruction_set
from .contrastive import Contrastive
from .negatives import (
    GridShuffle,
    PatchNegative,
    Quilt,
    TextureNegative,
    grid_shuffle,
    patch_negative,
    quilt,
    texture_negative,
)
from .transforms import (
    ColorJitter,
    GaussianBlur,
    Maybe,
    Normalize,
    RandomGrayscale,
    RandomHorizontalFlip,
    RandomResizedCrop,
    RandomVerticalFlip,
    Solarize,
)
from .views import MultiCrop, Pipeline

Error.__module__ = "husk"

__all__ = [
    "ColorJitter",
    "Contrastive",
    "Error",
    "GaussianBlur",
    "GridShuffle",
    "Maybe",
    "MultiCrop",
    "Normalize",
    "PatchNegative",
    "Pipeline",
    "Quilt",
    "RandomGrayscale",
    "RandomHorizontalFlip",
    "RandomResizedCrop",
    "RandomVerticalFlip",
    "Solarize",
    "TextureNegative",
    "grid_shuffle",
    "instruction_set",
    "patch_negative",
    "quilt",
    "texture_negative",
]
