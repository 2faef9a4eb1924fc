#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What a data loader in Python takes for one sample of the paper: query, key and a patch negative.

Pillow and torchvision make the views (MoCo v2's recipe); the negative is cut from the finished query as the paper
says: one side d from 16 to 72, floor(224 / d) + 1 windows each way, each from anywhere, cut to 224x224. Written anew
after that description.
"""
import pathlib
import random
import sys

try:
    import torch
    from PIL import Image, ImageFilter
    from torchvision import transforms
except ImportError as missing:
    print(f"\nThe paper's loader is left out: {missing} (Debian: python3-torchvision)")
    sys.exit(0)

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from timing import measure  # noqa: E402

SIDE = 224
PHOTO = pathlib.Path(__file__).parents[2] / "examples/photos/chelsea.jpg"


def blur(image):
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


def patch_negative(query):
    d = random.randint(16, 72)
    n = SIDE // d + 1

    def window():
        x, y = random.randrange(SIDE - d), random.randrange(SIDE - d)  # the last place is never drawn, as there
        return query[:, y : y + d, x : x + d]

    rows = [torch.cat([window() for _ in range(n)], dim=2) for _ in range(n)]
    return torch.cat(rows, dim=1)[:, :SIDE, :SIDE].contiguous()


def sample(image):
    query = view(image)
    return query, view(image), patch_negative(query)


def decode():
    return Image.open(PHOTO).convert("RGB")


torch.set_num_threads(1)
photo = decode()
finished = view(photo)
measure(
    {
        "torchvision: a MoCo v2 view (the paper's loader)": lambda: view(photo),
        "torchvision: patch_negative, f32 CHW (the paper's loader)": lambda: patch_negative(finished),
        "torchvision: query, key and a patch negative (the paper's loader)": lambda: sample(photo),
    },
    f"torch {torch.__version__}",
)
