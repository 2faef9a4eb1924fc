// SPDX-License-Identifier: MIT
#pragma once
#include "../pixels/negative.hpp"
#include "../pixels/recipe.hpp"

// What husk's transforms are called in Python (src/husk/transforms.py, negatives.py), and which fields
// they have: the members, by their names.
namespace bindings {

/// A transform's class: its name, and each(t, e), which calls e(name, member) for every field.
template <class T>
struct fields;

template <>
struct fields<husk::random_resized_crop> {
    static constexpr char const* name = "RandomResizedCrop";
    static void each(auto& t, auto e)
    {
        e("size", t.size);
        e("scale", t.scale);
        e("ratio", t.ratio);
        e("resampling", t.resampling);
        e("antialias", t.antialias);
        e("tries", t.tries);
        e("fallback", t.fallback);
    }
};

template <>
struct fields<husk::random_horizontal_flip> {
    static constexpr char const* name = "RandomHorizontalFlip";
    static void each(auto& t, auto e) { e("probability", t.probability); }
};

template <>
struct fields<husk::random_vertical_flip> {
    static constexpr char const* name = "RandomVerticalFlip";
    static void each(auto& t, auto e) { e("probability", t.probability); }
};

template <>
struct fields<husk::color_jitter> {
    static constexpr char const* name = "ColorJitter";
    static void each(auto& t, auto e)
    {
        e("brightness", t.brightness);
        e("contrast", t.contrast);
        e("saturation", t.saturation);
        e("hue", t.hue);
        e("random_order", t.random_order);
        e("additive_brightness", t.additive_brightness);
        e("contrast_by_channel", t.contrast_by_channel);
        e("saturation_in_hsv", t.saturation_in_hsv);
    }
};

template <>
struct fields<husk::random_grayscale> {
    static constexpr char const* name = "RandomGrayscale";
    static void each(auto& t, auto e) { e("probability", t.probability); }
};

template <>
struct fields<husk::gaussian_blur> {
    static constexpr char const* name = "GaussianBlur";
    static void each(auto& t, auto e)
    {
        e("sigma", t.sigma);
        e("taps", t.taps);
        e("border", t.border);
        e("method", t.method);
    }
};

template <>
struct fields<husk::solarize> {
    static constexpr char const* name = "Solarize";
    static void each(auto& t, auto e) { e("threshold", t.threshold); }
};

template <>
struct fields<husk::normalize> {
    static constexpr char const* name = "Normalize";
    static void each(auto& t, auto e)
    {
        e("mean", t.mean);
        e("deviation", t.deviation);
    }
};

template <>
struct fields<husk::patch_negative> {
    static constexpr char const* name = "PatchNegative";
    static void each(auto& t, auto e)
    {
        e("side", t.side);
        e("rule", t.rule);
        e("flips", t.flips);
        e("rotations", t.rotations);
        e("size", t.size);
    }
};

template <>
struct fields<husk::grid_shuffle> {
    static constexpr char const* name = "GridShuffle";
    static void each(auto& t, auto e)
    {
        e("cells", t.cells);
        e("pixels", t.pixels);
        e("allow_identity", t.allow_identity);
        e("rotate", t.rotate);
    }
};

template <>
struct fields<husk::quilt> {
    static constexpr char const* name = "Quilt";
    static void each(auto& t, auto e)
    {
        e("block", t.block);
        e("overlap", t.overlap);
        e("choice", t.choice);
        e("search", t.search);
        e("tolerance", t.tolerance);
        e("candidates", t.candidates);
        e("finalists", t.finalists);
        e("balance", t.balance);
        e("size", t.size);
    }
};

template <>
struct fields<husk::texture_negative> {
    static constexpr char const* name = "TextureNegative";
    static void each(auto& t, auto e)
    {
        e("exemplar", t.exemplar);
        e("size", t.size);
        e("sewing", t.sewing);
    }
};

} // namespace bindings
