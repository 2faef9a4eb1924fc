// SPDX-License-Identifier: MIT
#pragma once
#include "../pixels/picture.hpp"

#include <nanobind/nanobind.h>
#include <nanobind/ndarray.h>

#include <string>
#include <vector>

// NumPy's and torch's arrays, seen where they lie (DLPack): nothing is copied. What husk cannot see or fill
// is a husk::error that names the array, its elements, its shape and its strides.
namespace bindings {

namespace nb = nanobind;

/// Tensors that are to be filled, and what they are.
struct slots {
    std::vector<pixels::picture> all;
    pixels::kind what;
};

/// An array of somebody else's, which lives as long as this.
class array {
public:
    /// Throws husk::error for what is no array, lies elsewhere than in the machine's own memory or has
    /// elements that husk lacks; and for one that must not be written to, if it is to be filled.
    static auto to_read(nb::handle value, std::string name) -> array
    {
        return {value, std::move(name), false};
    }
    static auto to_fill(nb::handle value, std::string name) -> array
    {
        return {value, std::move(name), true};
    }

    auto of() const -> pixels::element { return of_; }
    auto shape() const -> std::vector<std::int64_t> const& { return shape_; }
    auto axes() const -> std::size_t { return shape_.size(); }

    /// The image that it is: height x width (x channels), u8 or f32, channels side by side.
    auto image() const -> pixels::picture;
    /// The images of a batch, which is its first axis.
    auto images() const -> std::vector<pixels::picture>;

    /// The tensors of channels x height x width that it holds, row by row of the axes before, which must be
    /// `leading`; planar or with channels side by side (channels_last).
    auto tensors(std::vector<std::size_t> const& leading) const -> slots;
    /// The same for one image of height x width (x channels).
    auto image_to_fill() const -> slots;

    /// For whoever finds something wrong with it.
    [[noreturn]] void reject(std::string const& rule) const;

private:
    /// An axis: how long, and how many elements from one to the next.
    struct axis {
        std::int64_t length, stride;
        auto follows(std::int64_t step) const -> bool { return length == 1 || stride == step; }
        auto clears(std::int64_t step) const -> bool { return length == 1 || stride >= step; }
    };

    array(nb::handle value, std::string name, bool fill);

    auto axis_at(std::size_t i) const -> axis { return {shape_[i], strides_[i]}; }
    auto packed(void* data, axis height, axis width, axis channels) const -> pixels::picture;
    auto planar(void* data, axis height, axis width, axis channels) const -> pixels::picture;
    auto image_at(void* data, std::size_t first) const -> pixels::picture;
    auto moved(std::vector<std::size_t> const& steps) const -> void*;

    std::string name_;
    nb::ndarray<nb::ro> keep_;
    char* data_ = nullptr;
    pixels::element of_{};
    std::int64_t bytes_ = 0;
    std::vector<std::int64_t> shape_, strides_;
};

} // namespace bindings
