# SPDX-License-Identifier: MIT
"""Positive views: one pipeline of transforms, or several in groups."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import Any, Literal, Optional, Sequence

from . import _husk
from ._described import Array, Described, Size
from .transforms import Normalize, Step

_presets: Any = _husk  # whose recipes are lists of steps


@dataclass(frozen=True, repr=False)
class Pipeline(Described):
    """Transforms in order, of one view: ``Pipeline((RandomResizedCrop(224), RandomHorizontalFlip(), Normalize()))``.

    Step i has luck of its own: changing one never changes that of another.
    """

    steps: Sequence[Step]

    def __post_init__(self) -> None:
        if not isinstance(self.steps, (list, tuple)):
            raise _husk.Error(f"husk: steps is {self.steps!r}: must be a list of transforms")
        object.__setattr__(self, "steps", tuple(self.steps))
        super().__post_init__()

    @cached_property
    def _native(self) -> _husk.Crops:
        return _husk.Crops([(1, self.steps)])

    def __call__(
        self,
        image: Array,
        *,
        seed: int,
        epoch: int = 0,
        index: int,
        view: int = 0,
        out: Optional[Array] = None,
        dtype: Any = None,
    ) -> Any:
        """The view as channels x height x width: see `Contrastive.__call__`."""
        made: Any = self._native.one(image, seed, epoch, index, view, None if out is None else (out,), dtype)
        return made[0] if out is not None else made[0][0]

    def batch(
        self,
        images: Any,
        *,
        seed: int,
        epoch: int = 0,
        indices: Any,
        view: int = 0,
        out: Optional[Array] = None,
        dtype: Any = None,
        threads: int = 1,
    ) -> Any:
        """Views as [images, channels, height, width]: see `Contrastive.batch`."""
        given = None if out is None else (out,)
        made: Any = self._native.batch(images, seed, epoch, indices, view, given, dtype, threads)
        return made[0] if out is not None else made[0][:, 0]

    def without_normalize(self) -> Pipeline:
        """The same view with colours in [0, 1]; what is left keeps its luck."""
        steps = self.steps
        while steps and isinstance(steps[-1], Normalize):
            steps = steps[:-1]
        return Pipeline(steps)

    @classmethod
    def moco_v1(cls, size: Size = 224) -> Pipeline:
        """Both views of MoCo (CVPR 2020)."""
        return cls(_presets.moco_v1(size))

    @classmethod
    def moco_v2(cls, size: Size = 224) -> Pipeline:
        """Both views of MoCo v2, and of SimSiam; Pillow's blur."""
        return cls(_presets.moco_v2(size))

    @classmethod
    def moco_v3(cls, view: int, size: Size = 224, least_area: float = 0.08) -> Pipeline:
        """View 1 or 2 of MoCo v3 (ICCV 2021). `least_area`: .08 for transformers, .2 for ResNet-50."""
        return cls(_presets.moco_v3(view, least_area, size))

    @classmethod
    def simclr(cls, size: Size = 224, strength: float = 1.0, version: Literal["v1", "v2"] = "v2") -> Pipeline:
        """Both views of SimCLR (ICML 2020), in [0, 1]."""
        return cls(_presets.simclr(strength, version, size, False))

    @classmethod
    def simclr_cifar(cls, size: Size = 32, strength: float = 0.5, version: Literal["v1", "v2"] = "v2") -> Pipeline:
        """Both views of SimCLR for CIFAR, which are not blurred."""
        return cls(_presets.simclr(strength, version, size, True))

    @classmethod
    def byol(cls, view: int, size: Size = 224) -> Pipeline:
        """View 1 or 2 of BYOL (NeurIPS 2020)."""
        return cls(_presets.byol(view, size))

    @classmethod
    def barlow_twins(cls, view: int, size: Size = 224) -> Pipeline:
        """View 1 or 2 of Barlow Twins (ICML 2021), and of VICReg."""
        return cls(_presets.barlow_twins(view, size))


@dataclass(frozen=True, repr=False)
class MultiCrop(Described):
    """Views of one image in up to three groups of (count, Pipeline), as SwAV and DINO have them.

    Views are numbered through all groups: number n has the luck of view + n.
    """

    groups: Sequence[tuple[int, Pipeline]]

    def __post_init__(self) -> None:
        for group in self.groups if isinstance(self.groups, (list, tuple)) else [self.groups]:
            if not (isinstance(group, tuple) and len(group) == 2 and isinstance(group[1], Pipeline)):
                raise _husk.Error(f"husk: groups is {self.groups!r}: must be a list of (count, husk.Pipeline)")
        object.__setattr__(self, "groups", tuple(self.groups))
        super().__post_init__()

    @cached_property
    def _native(self) -> _husk.Crops:
        return _husk.Crops([(count, pipeline.steps) for count, pipeline in self.groups])

    def __call__(
        self,
        image: Array,
        *,
        seed: int,
        epoch: int = 0,
        index: int,
        view: int = 0,
        out: Optional[Sequence[Array]] = None,
        dtype: Any = None,
    ) -> Any:
        """An array for each group, [count, channels, height, width]: see `Contrastive.__call__`."""
        return self._native.one(image, seed, epoch, index, view, out, dtype)

    def batch(
        self,
        images: Any,
        *,
        seed: int,
        epoch: int = 0,
        indices: Any,
        view: int = 0,
        out: Optional[Sequence[Array]] = None,
        dtype: Any = None,
        threads: int = 1,
    ) -> Any:
        """An array for each group, [images, count, channels, height, width]: see `Contrastive.batch`."""
        return self._native.batch(images, seed, epoch, indices, view, out, dtype, threads)

    @classmethod
    def _of(cls, groups: list[tuple[int, list[Step]]]) -> MultiCrop:
        return cls(tuple((count, Pipeline(tuple(steps))) for count, steps in groups))

    @classmethod
    def swav(cls, small: int = 6) -> MultiCrop:
        """Two views of 224 x 224 and `small` of 96 x 96 (NeurIPS 2020)."""
        return cls._of(_presets.swav(small))

    @classmethod
    def dino(cls, small: int = 8) -> MultiCrop:
        """The first view of 224 x 224, the second, and `small` of 96 x 96 (ICCV 2021)."""
        return cls._of(_presets.dino(small))

    @classmethod
    def dinov2(
        cls,
        blurs: Literal["as_documented", "as_released"] = "as_released",
        small: int = 8,
        small_size: Size = 96,
    ) -> MultiCrop:
        """Those of DINOv2 and v3. `blurs`: as its paper says, or as its published code does."""
        return cls._of(_presets.dinov2(blurs, small, small_size))
