#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""What Pillow and torchvision make of the sources in this folder, for fixed parameters.

render.py FOLDER writes one file a case: NAME.png is Pillow's 8-bit picture, NAME.f32 torchvision's floats
(planes, little-endian). The cases of the same names in the *.cpp beside this file compare husk with them.
"""
import itertools
import pathlib
import sys

import numpy as np
import torch
import torchvision.transforms.functional as F
import torchvision.transforms.functional_tensor as T
from PIL import Image, ImageEnhance, ImageFilter, ImageOps
from torchvision.transforms import autoaugment

here = pathlib.Path(__file__).parent
source = Image.open(here / "source.png").convert("RGB")
photo = Image.open(here / "photo.png").convert("RGB")
extremes = Image.open(here / "extremes.png").convert("RGB")  # greys, primaries, the darkest and the brightest
flat = Image.new("RGB", (16, 16), (90, 0, 255))
tensor = F.to_tensor(source)

FILTERS = {
    "bilinear": Image.Resampling.BILINEAR,
    "bicubic": Image.Resampling.BICUBIC,
    "area": Image.Resampling.BOX,
    "lanczos": Image.Resampling.LANCZOS,
    "nearest": Image.Resampling.NEAREST,
}


corners = [[0, 0], [63, 0], [63, 63], [0, 63]], [[6, 3], [60, 1], [55, 61], [2, 58]]


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
    yield "rotate_30", F.rotate(source, 30, F.InterpolationMode.BILINEAR)
    yield "rotate_30_nearest", F.rotate(source, 30, F.InterpolationMode.NEAREST)
    yield "rotate_-70", F.rotate(source, -70, F.InterpolationMode.BILINEAR, expand=True)
    yield "affine", F.affine(source, 15, [5, -3], 1.2, [10, 5], F.InterpolationMode.BILINEAR)
    yield "perspective", F.perspective(source, *corners, F.InterpolationMode.BILINEAR)
    yield "center_crop_33x40", F.center_crop(source, [40, 33])
    yield "center_crop_81x70", F.center_crop(source, [70, 81])
    for border in ("constant", "edge", "reflect"):
        yield f"pad_{border}", F.pad(source, 9, (51, 102, 255), border)


def pillow_extremes():
    yield "equalize", ImageOps.equalize(extremes)
    yield "autocontrast", ImageOps.autocontrast(extremes)
    yield "equalize_flat", ImageOps.equalize(flat)
    yield "autocontrast_flat", ImageOps.autocontrast(flat)
    for bits in (1, 8):
        yield f"posterize_{bits}", ImageOps.posterize(extremes, bits)
    for threshold in (0, 255):
        yield f"solarize_{threshold}", ImageOps.solarize(extremes, threshold)
    for factor in (0.0, 3.0):
        yield f"saturation_{factor}", ImageEnhance.Color(extremes).enhance(factor)
        yield f"contrast_{factor}", ImageEnhance.Contrast(extremes).enhance(factor)
        yield f"sharpness_{factor}", ImageEnhance.Sharpness(extremes).enhance(factor)


def torch_extremes():
    colours = F.to_tensor(extremes)
    for shift in (0.5, -0.5, 0.25, 0.0):
        yield f"hue_{shift}", F.adjust_hue(colours, shift)
    for factor in (0.0, 3.0):
        yield f"saturation_{factor}", F.adjust_saturation(colours, factor)
        yield f"sharpness_{factor}", F.adjust_sharpness(colours, factor)
        yield f"gamma_{factor}", F.adjust_gamma(colours, factor)
    yield "autocontrast", F.autocontrast(colours)
    yield "autocontrast_flat", F.autocontrast(F.to_tensor(flat))
    for threshold in (0.0, 1.0):
        yield f"solarize_{threshold}", F.solarize(colours, threshold)


def policies():
    """RandAugment's and TrivialAugment's operations of one magnitude; those that take floats."""
    every = autoaugment.RandAugment()._augmentation_space(31, (64, 64))
    some = autoaugment.TrivialAugmentWide()._augmentation_space(31)
    for name in ("ShearX", "ShearY", "TranslateX", "TranslateY", "Rotate", "Brightness", "Color", "Contrast", "Sharpness"):
        yield f"rand_augment_{name}", augmented(name, -float(every[name][0][9]))
    for name in ("ShearX", "TranslateY", "Rotate", "Color"):
        yield f"trivial_augment_{name}", augmented(name, float(some[name][0][20]))
    yield "rand_augment_Solarize", augmented("Solarize", float(every["Solarize"][0][9]) / 255)


def augmented(name, magnitude):
    return autoaugment._apply_op(tensor, name, magnitude, F.InterpolationMode.NEAREST, None)


def bell(sigma, taps):
    x = torch.arange(taps) - taps // 2
    weights = torch.exp(-(x.double() ** 2) / (2 * sigma**2))
    return (weights / weights.sum()).float()


def blurred(padding):
    """A Gaussian of 23 taps with another border than torchvision's."""
    weights = bell(1.7, 23)
    padded = torch.nn.functional.pad(tensor[:, None], (11, 11, 11, 11), mode=padding)
    along = torch.nn.functional.conv2d(padded, weights[None, None, None])
    return torch.nn.functional.conv2d(along, weights[None, None, :, None])[:, 0]


def tensorflow_weights(source, target):
    """TensorFlow's bicubic with half-pixel centres: Keys' cubic, of pixels inside alone, whatever the scale."""
    middle = (np.arange(target)[:, None] + 0.5) * source / target
    x = np.abs(np.arange(source)[None] + 0.5 - middle)
    cubic = np.where(x < 1, (1.5 * x - 2.5) * x * x + 1, ((-0.5 * x + 2.5) * x - 4) * x + 2) * (x < 2)
    return torch.from_numpy(cubic / cubic.sum(1, keepdims=True)).float()


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
    yield "rotate_30_expand", F.rotate(tensor, 30, bilinear, expand=True)
    yield "affine_translate", F.affine(tensor, 15, [5, -3], 1.2, [10, 5], bilinear)
    yield "perspective_bilinear", F.perspective(tensor, *corners, bilinear)
    yield "erase", F.erase(tensor, 5, 20, 27, 11, torch.tensor([0.25, 0.5, 1])[:, None, None])
    nearest = torch.nn.functional.interpolate(tensor[None], (29, 37), mode="nearest-exact")
    yield "resize_nearest_exact", nearest[0]


def corner(t):
    """Where images end; the middle of larger ones, which is kept of others, sees nothing of it."""
    return t[:, :32, :40]


def torch_corners():
    bilinear, bicubic = F.InterpolationMode.BILINEAR, F.InterpolationMode.BICUBIC
    yield "resize_bilinear", F.resize(tensor, [83, 91], bilinear, antialias=False)
    yield "resize_bicubic", F.resize(tensor, [83, 91], bicubic, antialias=False)
    yield "gaussian_blur", F.gaussian_blur(tensor, [23, 23], [1.7, 1.7])
    yield "rotate_30", F.rotate(tensor, 30, bilinear)
    yield "perspective", F.perspective(tensor, *corners, bilinear)


def definitions():
    """What TensorFlow's recipes do, by its definitions."""
    for padding in ("constant", "replicate"):
        yield f"corner_gaussian_blur_{padding}", corner(blurred(padding))
    for name, width, height in (("catmull_rom_37", 37, 29), ("corner_catmull_rom_91", 91, 83)):
        yield name, corner(tensorflow_weights(64, height) @ tensor @ tensorflow_weights(64, width).T)
    colours = F.to_tensor(extremes)
    hsv = T._rgb2hsv(colours)
    hsv[1] = (hsv[1] * 1.7).clamp(0, 1)
    yield "saturation_in_hsv_1.7", T._hsv2rgb(hsv)
    mean = colours.mean((1, 2), keepdim=True)
    yield "contrast_by_channel_1.7", (colours * 1.7 + mean * (1 - 1.7)).clamp(0, 1)
    yield "brightness_shift_0.3", (colours + 0.3).clamp(0, 1)


def main():
    folder = pathlib.Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    extreme = lambda cases: ((f"extreme_{name}", made) for name, made in cases)
    for name, image in itertools.chain(pillow_cases(), extreme(pillow_extremes())):
        image.save(folder / f"pillow_{name}.png", optimize=True)
    corners_of = ((f"corner_{name}", corner(t)) for name, t in torch_corners())
    theirs = itertools.chain(torch_cases(), extreme(torch_extremes()), corners_of, policies())
    for whose, cases in ("torchvision", theirs), ("definition", definitions()):
        for name, t in cases:
            crop = t if t.shape[-1] <= 41 else t[:, 16:48, 16:48]
            np.ascontiguousarray(crop.numpy().astype("<f4")).tofile(folder / f"{whose}_{name}.f32")


if __name__ == "__main__":
    main()
