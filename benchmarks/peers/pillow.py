#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What husk's rows of the same names take in Pillow, and in torchvision where it is there.

pillow.py FILE [--benchmark_filter=REGEX] writes the times of all calls in the form of Google Benchmark's JSON.
"""
import pathlib
import random
import sys

import numpy as np
import PIL
from PIL import Image, ImageEnhance, ImageFilter, ImageOps

try:
    import torch
    from torchvision import transforms
except ImportError:
    transforms = None

sys.path.insert(0, str(pathlib.Path(__file__).parent))
from timing import measure  # noqa: E402

photo = Image.open(pathlib.Path(__file__).parents[2] / "examples/photos/chelsea.jpg").convert("RGB")
photo.load()
square = photo.crop((138, 75, 362, 299)) if min(photo.size) >= 299 else photo.resize((224, 224))
mean = np.array([0.485, 0.456, 0.406], np.float32).reshape(3, 1, 1)
deviation = np.array([0.229, 0.224, 0.225], np.float32).reshape(3, 1, 1)
draw = random.Random(1)


def factor():
    return draw.uniform(0.6, 1.4)


def hue(image):
    h, s, v = image.convert("HSV").split()
    h = Image.fromarray((np.asarray(h) + np.uint8(draw.randint(-25, 25) % 256)).astype(np.uint8))
    return Image.merge("HSV", (h, s, v)).convert("RGB")


def resized_crop(image, how=Image.Resampling.BILINEAR):
    width, height = image.size
    area = draw.uniform(0.2, 1) * width * height
    ratio = 2 ** draw.uniform(-0.415, 0.415)
    w, h = min(width, round((area * ratio) ** 0.5)), min(height, round((area / ratio) ** 0.5))
    x, y = draw.randint(0, width - w), draw.randint(0, height - h)
    return image.crop((x, y, x + w, y + h)).resize((224, 224), how)


def jitter(image):
    operations = [
        lambda i: ImageEnhance.Brightness(i).enhance(factor()),
        lambda i: ImageEnhance.Contrast(i).enhance(factor()),
        lambda i: ImageEnhance.Color(i).enhance(factor()),
        hue,
    ]
    draw.shuffle(operations)
    for operation in operations:
        image = operation(image)
    return image


def blur(image):
    return image.filter(ImageFilter.GaussianBlur(draw.uniform(0.1, 2)))


def normalize(image):
    planes = np.ascontiguousarray(np.asarray(image).transpose(2, 0, 1)).astype(np.float32)
    return (planes / 255 - mean) / deviation


def view(image):
    image = resized_crop(image)
    if draw.random() < 0.8:
        image = jitter(image)
    if draw.random() < 0.2:
        image = image.convert("L").convert("RGB")
    if draw.random() < 0.5:
        image = blur(image)
    if draw.random() < 0.5:
        image = ImageOps.mirror(image)
    return normalize(image)


def padded_crop(image):
    x, y = draw.randint(0, 8), draw.randint(0, 8)
    return ImageOps.expand(image, 4).crop((x, y, x + 224, y + 224))


def affine(image):
    turned = (0.98, 0.17, draw.uniform(-20, 20), -0.17, 0.98, draw.uniform(-20, 20))
    return image.transform(image.size, Image.Transform.AFFINE, turned, Image.Resampling.BILINEAR)


def perspective(image):
    tilted = (1.2, 0.1, draw.uniform(-20, 0), 0.1, 1.2, draw.uniform(-20, 0), 5e-4, 5e-4)
    return image.transform(image.size, Image.Transform.PERSPECTIVE, tilted, Image.Resampling.BILINEAR)


def shuffle(image):
    planes = list(image.split())
    draw.shuffle(planes)
    return Image.merge("RGB", planes)


def gamma(image):
    power = draw.uniform(0.5, 2)
    return image.point([round(255 * (i / 255) ** power) for i in range(256)] * 3)


def noise(image):
    pixels = np.asarray(image) + np.random.normal(0, 12, (224, 224, 3)).astype(np.float32)
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8))


def erase(image):
    erased = image.copy()
    x, y = draw.randint(0, 144), draw.randint(0, 144)
    erased.paste(0, (x, y, x + 80, y + 80))
    return erased


def turn(image):
    return image.rotate(draw.uniform(-10, 10), Image.Resampling.BILINEAR)


def cut_out(image):
    cut = image.copy()
    x, y = draw.randint(0, 208), draw.randint(0, 208)
    cut.paste(0, (x, y, x + 16, y + 16))
    return cut


def cutmix(image):
    mixed = image.copy()
    x, y = draw.randint(0, 112), draw.randint(0, 112)
    mixed.paste(image.crop((x, y, x + 112, y + 112)), (x, y))
    return mixed


def shift(image, parts):
    tables = [min(255, max(0, round(i + 255 * part))) for part in parts for i in range(256)]
    return image.point(tables)


def denormalize(planes):
    pixels = (planes * deviation + mean) * 255
    return Image.fromarray(pixels.clip(0, 255).astype(np.uint8).transpose(1, 2, 0))


class MocoBlur:
    """As MoCo v2's loader has it."""

    def __call__(self, image):
        return image.filter(ImageFilter.GaussianBlur(radius=random.uniform(0.1, 2)))


def torchvision_rows():
    """MoCo v2's view as its loader composes it, and the policies."""
    view = transforms.Compose([
        transforms.RandomResizedCrop(224, scale=(0.2, 1.0)),
        transforms.RandomApply([transforms.ColorJitter(0.4, 0.4, 0.4, 0.1)], p=0.8),
        transforms.RandomGrayscale(p=0.2),
        transforms.RandomApply([MocoBlur()], p=0.5),
        transforms.RandomHorizontalFlip(),
        transforms.ToTensor(),
        transforms.Normalize(mean=[0.485, 0.456, 0.406], std=[0.229, 0.224, 0.225]),
    ])
    augment, trivial = transforms.RandAugment(), transforms.TrivialAugmentWide()
    return {
        "a MoCo v2 view": lambda: view(photo),
        "rand_augment": lambda: augment(square),
        "trivial_augment": lambda: trivial(square),
    }


planes = normalize(square)
sepia = (0.393, 0.769, 0.189, 0, 0.349, 0.686, 0.168, 0, 0.272, 0.534, 0.131, 0)

pillow_rows = {
    "brightness": lambda: ImageEnhance.Brightness(square).enhance(factor()),
    "brightness_shift": lambda: shift(square, [draw.uniform(-0.4, 0.4)] * 3),
    "contrast": lambda: ImageEnhance.Contrast(square).enhance(factor()),
    "invert": lambda: ImageOps.invert(square),
    "solarize": lambda: ImageOps.solarize(square),
    "posterize": lambda: ImageOps.posterize(square, 4),
    "gamma": lambda: gamma(square),
    "autocontrast": lambda: ImageOps.autocontrast(square),
    "equalize": lambda: ImageOps.equalize(square),
    "saturation": lambda: ImageEnhance.Color(square).enhance(factor()),
    "hue": lambda: hue(square),
    "color_jitter, all four": lambda: jitter(square),
    "grayscale": lambda: square.convert("L").convert("RGB"),
    "channel_shuffle": lambda: shuffle(square),
    "color_matrix": lambda: square.convert("RGB", sepia),
    "pca_lighting": lambda: shift(square, [draw.uniform(-0.1, 0.1) for _ in range(3)]),
    "gaussian_blur as Pillow does, sigma .1 .. 2": lambda: blur(square),
    "sharpness": lambda: ImageEnhance.Sharpness(square).enhance(factor()),
    "gaussian_noise": lambda: noise(square),
    "random_erasing": lambda: erase(square),
    "cutout": lambda: cut_out(square),
    "mixup": lambda: Image.blend(square, square, draw.random()),
    "cutmix": lambda: cutmix(square),
    "horizontal flip": lambda: ImageOps.mirror(square),
    "vertical flip": lambda: ImageOps.flip(square),
    "random_right_angle": lambda: square.transpose(Image.Transpose.ROTATE_90),
    "crop, from 500x375": lambda: photo.crop((138, 75, 362, 299)),
    "center_crop, from 500x375": lambda: photo.crop((138, 75, 362, 299)),
    "random_crop, padded by 4": lambda: padded_crop(square),
    "random_rotation, nearest": lambda: square.rotate(draw.uniform(-10, 10)),
    "random_rotation, bilinear": lambda: turn(square),
    "random_affine, bilinear": lambda: affine(square),
    "random_perspective, bilinear": lambda: perspective(square),
    "resize, bilinear": lambda: photo.resize((224, 224), Image.Resampling.BILINEAR),
    "random_resized_crop, bilinear": lambda: resized_crop(photo),
    "random_resized_crop, bicubic": lambda: resized_crop(photo, Image.Resampling.BICUBIC),
    "normalize, from 224x224": lambda: normalize(square),
    "denormalize, from f32 CHW to u8 HWC": lambda: denormalize(planes),
    "a MoCo v2 view": lambda: view(photo),
}


def main():
    rows = {f"Pillow: {name}": run for name, run in pillow_rows.items()}
    versions = f"Pillow {PIL.__version__}"
    if transforms:
        torch.set_num_threads(1)
        rows |= {f"torchvision: {name}": run for name, run in torchvision_rows().items()}
        versions += f", torchvision {sys.modules['torchvision'].__version__}"
    measure(rows, versions)


if __name__ == "__main__":
    main()
