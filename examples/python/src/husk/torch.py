# SPDX-License-Identifier: MIT
"""A data set for torch's DataLoader, keyed by (seed, epoch, index).

>>> data = husk.torch.ContrastiveDataset(husk.torch.files("train"), husk.Contrastive.moco_v2(), seed=2021)
>>> loader = DataLoader(data, batch_size=256, shuffle=True, num_workers=4, collate_fn=data.collate)
>>> for epoch in range(200):
...     data.set_epoch(epoch)
...     for query, key, negatives in loader: ...

The tensors of an image depend on its key alone: any number of workers, forked or spawned, kept from epoch to epoch or
not, after a resume or on another machine.
"""

from __future__ import annotations

import os
import pathlib
from typing import Any, Callable, Optional, Sequence, Union

import numpy as np
import torch
from torch.utils.data import Dataset, default_collate

from .contrastive import Contrastive

_EXTENSIONS = {".jpg", ".jpeg", ".png", ".bmp", ".webp", ".ppm", ".tif", ".tiff"}

Sample = tuple[torch.Tensor, ...]


class Samples(list[Sample]):
    """The samples of a batch that is filled already: each is a part of its tensors."""

    def __init__(self, batch: Sample) -> None:
        super().__init__(zip(*batch))
        self.batch = batch


def files(folder: Union[str, "os.PathLike[str]"]) -> list[pathlib.Path]:
    """The pictures under a folder, sorted by their paths: the index of one is its place."""
    return sorted(p for p in pathlib.Path(folder).rglob("*") if p.suffix.lower() in _EXTENSIONS and p.is_file())


def decode(image: Any) -> Any:
    """Pixels, [height, width, 3]: of a path or an image of Pillow's. Arrays and tensors are left as they are."""
    if isinstance(image, (np.ndarray, torch.Tensor)):
        return image
    from PIL import Image

    if isinstance(image, Image.Image):
        return np.asarray(image.convert("RGB"))
    with Image.open(image) as opened:
        return np.asarray(opened.convert("RGB"))


class ContrastiveDataset(Dataset[Sample]):
    """Query, key and negatives of a sequence of images.

    `images`: paths, images of Pillow's, arrays or tensors (see `decode`, which may be another). `dtype`: torch.float32,
    float16 or uint8. `channels_last`: the memory format of batches. `threads`: that fill a batch, for loaders without
    workers.

    ``data[i]`` is the sample of image i, ``data[[i, j, ...]]`` a batch: tensors that are filled where they lie. A
    DataLoader with ``collate_fn=data.collate`` takes these as they are; with another it stacks samples, to the same
    tensors.
    """

    def __init__(
        self,
        images: Sequence[Any],
        make: Contrastive,
        *,
        seed: int,
        decode: Callable[[Any], Any] = decode,
        dtype: torch.dtype = torch.float32,
        channels_last: bool = False,
        threads: int = 1,
    ) -> None:
        self.images = images
        self.make = make
        self.seed = seed
        self.decode = decode
        self.dtype = dtype
        self.channels_last = channels_last
        self.threads = threads
        # Shared, so that workers that are kept see it change.
        epoch: Any = torch.zeros((), dtype=torch.int64)
        self._epoch: torch.Tensor = epoch.share_memory_()

    @property
    def epoch(self) -> int:
        return int(self._epoch)

    def set_epoch(self, epoch: int) -> None:
        """Call it before a pass over the loader; after a resume too."""
        self._epoch.fill_(epoch)

    def __len__(self) -> int:
        return len(self.images)

    def __getitem__(self, index: Union[int, Sequence[int]]) -> Sample:
        if isinstance(index, (list, tuple)):
            return self._batch(index)
        one: Any = index
        return tuple(t[0] for t in self._batch([one]))

    def __getitems__(self, indices: Sequence[int]) -> Samples:
        """The samples of a batch: what DataLoader asks for."""
        return Samples(self._batch(indices))

    def collate(self, samples: Any) -> Any:
        """A collate_fn that takes batches as they are, and stacks other samples."""
        return samples.batch if isinstance(samples, Samples) else default_collate(samples)

    def _batch(self, indices: Sequence[int]) -> Sample:
        places = [range(len(self))[i] for i in indices]
        images = [self.decode(self.images[i]) for i in places]
        shapes = self.make.shapes(images[0], seed=self.seed, epoch=self.epoch, index=places[0])
        out = tuple(self._empty((len(places), *shape)) for shape in shapes)
        self.make.batch(images, seed=self.seed, epoch=self.epoch, indices=places, out=out, threads=self.threads)
        return out

    def _empty(self, shape: tuple[int, ...]) -> torch.Tensor:
        if not self.channels_last:
            return torch.empty(shape, dtype=self.dtype)
        *leading, channels, height, width = shape
        packed: Any = torch.empty((*leading, height, width, channels), dtype=self.dtype)
        seen: torch.Tensor = packed.movedim(-1, -3)
        return seen
