#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What Pillow and torchvision make of the sources in this folder, for fixed parameters.

render.py FOLDER writes one file a case: NAME.png is Pillow's 8-bit picture, NAME.f32 torchvision's floats
(planes, little-endian). The cases of the same names in fidelity.cpp compare husk with them.
"""
import pathlib
import sys

import numpy as np
import torch
import torchvision.transforms.functional as F
from PIL import Image, ImageEnhance, ImageFilter, ImageOps

here = pathlib.Path(__file__).parent
source = Image.open(here / "source.png").convert("RGB")
photo = Image.open(here / "photo.png").convert("RGB")
tensor = F.to_tensor(source)

FILTERS = {
    "bilinear": Image.Resampling.BILINEAR,
    "bicubic": Image.Resampling.BICUBIC,
    "area": Image.Resampling.BOX,
    "lanczos": Image.Resampling.LANCZOS,
    "nearest": Image.Resampling.NEAREST,
}


def pillow_cases():
    for name, how in FILTERS.items():
        yield f"resize_down_{name}", source.resize((29, 37), how)
        if name != "nearest":  # which adds up its steps, and so falls to either side of a tie
            yield f"resize_up_{name}", source.resize((91, 83), how)
            yield f"resize_box_{name}", source.resize((40, 24), how, box=(7.25, 3.5, 60.75, 50))
    yield "crop_bilinear_224", photo.crop((61, 22, 61 + 391, 22 + 309)).resize((224, 224), Image.Resampling.BILINEAR)
    yield "crop_bicubic_224", photo.crop((61, 22, 61 + 391, 22 + 309)).resize((224, 224), Image.Resampling.BICUBIC)
    for factor in (0.6, 1.7):
        yield f"brightness_{factor}", ImageEnhance.Brightness(source).enhance(factor)
        yield f"contrast_{factor}", ImageEnhance.Contrast(source).enhance(factor)
        yield f"saturation_{factor}", ImageEnhance.Color(source).enhance(factor)
        yield f"sharpness_{factor}", ImageEnhance.Sharpness(source).enhance(factor)
    yield "hue_0.1", F.adjust_hue(source, 0.1)
    yield "hue_-0.35", F.adjust_hue(source, -0.35)
    yield "grayscale", ImageOps.grayscale(source).convert("RGB")
    yield "invert", ImageOps.invert(source)
    yield "solarize_128", ImageOps.solarize(source, 128)
    yield "posterize_3", ImageOps.posterize(source, 3)
    yield "equalize", ImageOps.equalize(source)
    yield "autocontrast", ImageOps.autocontrast(source)
    for sigma in (0.4, 1.0, 2.0):
        yield f"three_boxes_{sigma}", source.filter(ImageFilter.GaussianBlur(sigma))
    yield "flip", ImageOps.mirror(source)


def torch_cases():
    for factor in (0.6, 1.7):
        yield f"brightness_{factor}", F.adjust_brightness(tensor, factor)
        yield f"contrast_{factor}", F.adjust_contrast(tensor, factor)
        yield f"saturation_{factor}", F.adjust_saturation(tensor, factor)
        yield f"sharpness_{factor}", F.adjust_sharpness(tensor, factor)
        yield f"gamma_{factor}", F.adjust_gamma(tensor, factor)
    for shift in (0.1, -0.35, 0.5):
        yield f"hue_{shift}", F.adjust_hue(tensor, shift)
    yield "grayscale", F.rgb_to_grayscale(tensor, 3)
    yield "invert", F.invert(tensor)
    yield "solarize_0.5", F.solarize(tensor, 0.5)
    yield "autocontrast", F.autocontrast(tensor)
    for sigma, taps in ((0.5, 9), (1.7, 9), (2.0, 23)):
        yield f"gaussian_blur_{sigma}_{taps}", F.gaussian_blur(tensor, [taps, taps], [sigma, sigma])
    yield "normalize", F.normalize(tensor, [0.485, 0.456, 0.406], [0.229, 0.224, 0.225])
    bilinear, bicubic = F.InterpolationMode.BILINEAR, F.InterpolationMode.BICUBIC
    for name, how in (("bilinear", bilinear), ("bicubic", bicubic)):
        yield f"resize_{name}_antialias", F.resize(tensor, [29, 37], how, antialias=True)
        yield f"resize_{name}", F.resize(tensor, [83, 91], how, antialias=False)
        yield f"resized_crop_{name}", F.resized_crop(tensor, 5, 9, 41, 37, [32, 32], how, antialias=True)
    yield "rotate_30_nearest", F.rotate(tensor, 30)
    yield "rotate_30_bilinear", F.rotate(tensor, 30, bilinear)
    yield "affine_bilinear", F.affine(tensor, 15, [0, 0], 1.2, [10, 5], bilinear)
    corners = [[0, 0], [63, 0], [63, 63], [0, 63]], [[6, 3], [60, 1], [55, 61], [2, 58]]
    yield "perspective_bilinear", F.perspective(tensor, *corners, bilinear)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    for name, image in pillow_cases():
        image.save(folder / f"pillow_{name}.png", optimize=True)
    for name, t in torch_cases():
        crop = t if t.shape[-1] <= 41 else t[:, 16:48, 16:48]
        np.ascontiguousarray(crop.numpy().astype("<f4")).tofile(folder / f"torchvision_{name}.f32")


if __name__ == "__main__":
    main()
