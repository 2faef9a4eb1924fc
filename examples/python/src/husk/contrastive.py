# SPDX-License-Identifier: MIT
"""Query, key and negatives of an image, in one call."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal, Optional, Sequence, Union

from . import _husk
from ._described import Array, Described, Size
from .negatives import GridShuffle, PatchNegative, Quilt, TextureNegative
from .views import Pipeline

AnyNegative = Union[PatchNegative, GridShuffle, TextureNegative, Quilt]


@dataclass(frozen=True, repr=False)
class Contrastive(Described):
    """From one image a query, a key and negatives (Ge et al., "Robust Contrastive Learning Using Negative Samples with
    Diminished Semantics", NeurIPS 2021).

    The query has the luck of (seed, epoch, index, view), the key that of view + 1, negative j that of view + 2 + j.

    `key`: None: as the query. `negatives`: how many, 0 to 2^20. `source`: "query" makes negatives from the augmented
    query, as is right for patches and shuffles; "image" makes them from the original and augments them with the query's
    own parameters, as is right for textures; None: what is right for this negative.
    """

    query: Pipeline
    key: Optional[Pipeline] = None
    negative: AnyNegative = field(default_factory=PatchNegative)
    negatives: int = 1
    source: Optional[Literal["query", "image"]] = None

    @cached_property
    def _native(self) -> _husk.Contrastive:
        key = self.query if self.key is None else self.key
        for name, pipeline in (("query", self.query), ("key", key)):
            if not isinstance(pipeline, Pipeline):
                raise _husk.Error(f"husk: {name} is {pipeline!r}: must be a husk.Pipeline")
        textures = isinstance(self.negative, (TextureNegative, Quilt))
        source = self.source if self.source is not None else "image" if textures else "query"
        return _husk.Contrastive(self.query.steps, key.steps, self.negative, self.negatives, source)

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
        """Query and key [channels, height, width], and negatives [negatives, channels, height, width].

        `image`: [height, width, channels] or [height, width], uint8 or float32 (in [0, 1]), channels side by side; of
        NumPy or torch; seen where it lies. `out`: None makes new NumPy arrays of `dtype` (float32, float16 or uint8;
        None: float32). Otherwise three arrays of NumPy's or torch's, all float32, float16 or uint8, and all planar or
        with the channels of a pixel side by side (channels_last); they are filled where they lie, and returned. Of one
        negative, the first axis may be left out.

        Raises husk.Error, before anything is written, for arrays of another shape, kind or order, read-only ones, those
        that overlap, and parameters that are impossible for this image. The interpreter's lock is released while
        pixels are computed.
        """
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
        """The same for many images on `threads` threads (0: as many as the machine runs at once).

        `images`: a list of images of any sizes, or an array [image, height, width, channels]. `indices`: those of the
        images in the data set. Results have one axis more, which comes first. They do not depend on `threads`.
        """
        return self._native.batch(images, seed, epoch, indices, view, out, dtype, threads)

    def shapes(
        self, image: Array, *, seed: int = 0, epoch: int = 0, index: int = 0, view: int = 0
    ) -> tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...]]:
        """Of query, key and negatives: what to allocate. They depend on the image where nothing sets the size."""
        shapes: Any = self._native.shapes(image, seed, epoch, index, view)
        q, k, n = shapes
        return q, k, n

    @classmethod
    def moco_v1(cls, size: Size = 224, *, normalize: bool = True, **negatives: Any) -> Contrastive:
        """MoCo's views. What follows `normalize` (False: colours in [0, 1]) is as in the constructor."""
        return cls._of(Pipeline.moco_v1(size), None, normalize, negatives)

    @classmethod
    def moco_v2(cls, size: Size = 224, *, normalize: bool = True, **negatives: Any) -> Contrastive:
        """MoCo v2's views, and SimSiam's: the paper's own recipe with negative=PatchNegative(rule="ge2021")."""
        return cls._of(Pipeline.moco_v2(size), None, normalize, negatives)

    @classmethod
    def moco_v3(
        cls, size: Size = 224, *, least_area: float = 0.08, normalize: bool = True, **negatives: Any
    ) -> Contrastive:
        """MoCo v3's two views. `least_area`: .08 for transformers, .2 for ResNet-50."""
        first, second = (Pipeline.moco_v3(view, size, least_area) for view in (1, 2))
        return cls._of(first, second, normalize, negatives)

    @classmethod
    def simclr(
        cls, size: Size = 224, *, strength: float = 1.0, version: Literal["v1", "v2"] = "v2", **negatives: Any
    ) -> Contrastive:
        """SimCLR's views, in [0, 1]."""
        return cls._of(Pipeline.simclr(size, strength, version), None, True, negatives)

    @classmethod
    def byol(cls, size: Size = 224, *, normalize: bool = True, **negatives: Any) -> Contrastive:
        """BYOL's two views."""
        return cls._of(Pipeline.byol(1, size), Pipeline.byol(2, size), normalize, negatives)

    @classmethod
    def barlow_twins(cls, size: Size = 224, *, normalize: bool = True, **negatives: Any) -> Contrastive:
        """Barlow Twins' two views, and VICReg's."""
        return cls._of(Pipeline.barlow_twins(1, size), Pipeline.barlow_twins(2, size), normalize, negatives)

    @classmethod
    def _of(
        cls, query: Pipeline, key: Optional[Pipeline], normalize: bool, negatives: dict[str, Any]
    ) -> Contrastive:
        if not normalize:
            query, key = query.without_normalize(), key and key.without_normalize()
        return cls(query, key, **negatives)
