#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""The paper's own way to load a sample, in Pillow and torchvision, and husk's, side by side on the same images.

Both make a query and a key by MoCo v2's recipe, and a patch negative of the query by the paper's rules, into float
tensors of a batch. Rounds take turns, so that what else the machine does meets both. The paper's way is written anew
after its description.

    compare.py [--rounds N] [--images N] [--threads N] FOLDER
"""

import argparse
import random
import statistics
import time
from typing import Any, Callable

import numpy as np
import torch
from PIL import Image, ImageFilter
from torchvision import transforms

import husk
import husk.torch

SIDE = 224


def blur(image: Any) -> Any:
    return image.filter(ImageFilter.GaussianBlur(random.uniform(0.1, 2)))


view = transforms.Compose(
    [
        transforms.RandomResizedCrop(SIDE, scale=(0.2, 1)),
        transforms.RandomApply([transforms.ColorJitter(0.4, 0.4, 0.4, 0.1)], p=0.8),
        transforms.RandomGrayscale(p=0.2),
        transforms.RandomApply([blur], p=0.5),
        transforms.RandomHorizontalFlip(),
        transforms.ToTensor(),
        transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225]),
    ]
)


def patch_negative(query: torch.Tensor) -> torch.Tensor:
    """Windows of one random side, floor(224 / side) + 1 each way, the last place never drawn."""
    side = random.randint(16, 72)
    count = SIDE // side + 1

    def window() -> Any:
        x, y = random.randrange(SIDE - side), random.randrange(SIDE - side)
        return query[:, y : y + side, x : x + side]

    rows = [torch.cat([window() for _ in range(count)], dim=2) for _ in range(count)]
    tiled: torch.Tensor = torch.cat(rows, dim=1)[:, :SIDE, :SIDE]
    return tiled


def paper(images: list[Any], out: tuple[torch.Tensor, ...]) -> None:
    for i, image in enumerate(images):
        query = view(image)
        out[0][i], out[1][i], out[2][i, 0] = query, view(image), patch_negative(query)


def with_husk(make: husk.Contrastive, threads: int) -> Callable[[list[Any], tuple[torch.Tensor, ...]], None]:
    def fill(images: list[Any], out: tuple[torch.Tensor, ...]) -> None:
        make.batch(images, seed=2021, indices=range(len(images)), out=out, threads=threads)

    return fill


def seconds(fill: Callable[..., object], *arguments: object) -> float:
    begin = time.perf_counter()
    fill(*arguments)
    return time.perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder")
    parser.add_argument("--rounds", type=int, default=15)
    parser.add_argument("--images", type=int, default=16, help="in a batch")
    parser.add_argument("--threads", type=int, default=1, help="of husk; the paper's way has one for each worker")
    options = parser.parse_args()

    torch.set_num_threads(1)
    files = husk.torch.files(options.folder)
    paths = [files[i % len(files)] for i in range(options.images)]
    pictures = [Image.open(path).convert("RGB") for path in paths]
    arrays = [np.asarray(picture) for picture in pictures]
    shape = (options.images, 3, SIDE, SIDE)
    out = (torch.zeros(shape), torch.zeros(shape), torch.zeros(options.images, 1, 3, SIDE, SIDE))

    patches = husk.Contrastive.moco_v2(SIDE, negative=husk.PatchNegative(side=(16, 72), rule="ge2021"))
    textures = husk.Contrastive.moco_v2(SIDE, negative=husk.TextureNegative())
    rows: dict[str, Callable[[], float]] = {
        "the paper's loader: Pillow, torchvision": lambda: seconds(paper, pictures, out),
        "husk": lambda: seconds(with_husk(patches, options.threads), arrays, out),
        "husk, a texture negative instead": lambda: seconds(with_husk(textures, options.threads), arrays, out),
        "(decoding a JPEG with Pillow, for either)": lambda: seconds(lambda: [husk.torch.decode(p) for p in paths]),
    }
    times: dict[str, list[float]] = {name: [] for name in rows}
    for row in rows.values():
        row()  # memory and caches
    for _ in range(options.rounds):
        for name, row in rows.items():
            times[name].append(row())

    print(f"query, key and one negative of {options.images} images of {pictures[0].size}; "
          f"{husk.instruction_set()}, {options.threads} thread(s); medians of {options.rounds} rounds, in turns")
    medians = {name: statistics.median(t) for name, t in times.items()}
    reference = next(iter(medians.values()))
    for name, median in medians.items():
        spread = (max(times[name]) - min(times[name])) / median
        print(f"{name:45}{options.images / median:8.0f} images/s {1e3 * median / options.images:8.2f} ms"
              f"  {reference / median:6.1f} times  (spread {100 * spread:.0f} %)")


if __name__ == "__main__":
    main()
