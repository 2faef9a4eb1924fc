#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""Negatives and views of a photograph, as NumPy arrays: numpy_arrays.py PICTURE"""

import sys

import numpy as np
from PIL import Image

import husk

image = np.asarray(Image.open(sys.argv[1]).convert("RGB"))  # height x width x 3, uint8

make = husk.Contrastive.moco_v2(size=224, negative=husk.PatchNegative(side=(16, 72)))
query, key, negatives = make(image, seed=2021, epoch=0, index=42)
print(query.shape, key.shape, negatives.shape, query.dtype)

# Into arrays of yours: nothing is copied, and all of it is filled by two threads without the interpreter's lock.
images = [image, image[:300, :400]]
q, k = np.empty((2, 3, 224, 224), np.float32), np.empty((2, 3, 224, 224), np.float32)
n = np.empty((2, 1, 3, 224, 224), np.float32)
make.batch(images, seed=2021, epoch=0, indices=[42, 43], out=(q, k, n), threads=2)
assert np.array_equal(q[0], query)

# Negatives by themselves are images, of the image's elements.
patches = husk.patch_negative(image, seed=2021, epoch=0, index=42, side=(16, 72), size=224)
texture = husk.TextureNegative(exemplar=96, size=224)(image, seed=2021, index=42)
shuffled = husk.grid_shuffle(image, seed=2021, index=42, cells=7)
print(patches.shape, texture.shape, shuffled.shape, patches.dtype)

# A recipe of your own, and a published one with views of two sizes.
view = husk.Pipeline(
    [
        husk.RandomResizedCrop(size=(192, 256), scale=(0.3, 1)),
        husk.Maybe(0.8, husk.ColorJitter(0.4, 0.4, 0.4, 0.1)),
        husk.RandomHorizontalFlip(),
        husk.Normalize(),
    ]
)
mine = husk.Contrastive(query=view, negative=husk.TextureNegative(), negatives=2)
print([t.shape for t in mine(image, seed=1, index=0)])
large, small = husk.MultiCrop.swav(small=6)(image, seed=1, index=0)
print(large.shape, small.shape)

try:
    husk.PatchNegative(side=(72, 16))
except husk.Error as wrong:
    print(wrong)
