// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/decoder.hpp>
#include <husk/io/jpeg_segments.hpp>
#include <husk/io/pixel_memory.hpp>
#include <husk/io/turbojpeg.hpp>

namespace husk {

/// JPEG by libjpeg-turbo, through its TurboJPEG interface; links with `turbojpeg`. The accurate inverse
/// transform and smooth upsampling of colours, at full size: pixels are the same on every machine, and within
/// 3 levels of stb_image's, which rounds otherwise. What libjpeg only warns of (a file that ends early, a
/// wrong code) is left to the next decoder to judge, as are CMYK files.
class turbojpeg_decoder {
public:
    auto decode(picture_file const& file, picture_shape const& wanted)
        -> std::optional<packed<std::uint8_t const>>
    {
        if (!detail::begins_with(file.bytes, detail::jpeg_signature)) return {};
        auto const pixels = attempt(file.bytes, wanted);
        // After some failures the library would mistake the next file for the rest of this one.
        if (!pixels) library_.reset(tjInitDecompress());
        return pixels;
    }

private:
    auto attempt(detail::byte_span file, picture_shape const& wanted)
        -> std::optional<packed<std::uint8_t const>>
    {
        auto const* const bytes = reinterpret_cast<unsigned char const*>(file.data());
        auto const length = static_cast<unsigned long>(file.size()); // C's type, 32 bits on some systems
        int width = 0, height = 0, sampling = 0, colours = 0;
        if (tjDecompressHeader3(library_.get(), bytes, length, &width, &height, &sampling, &colours) != 0 ||
            extent{width, height} != wanted.size || colours == TJCS_CMYK || colours == TJCS_YCCK)
            return {};
        auto* const pixels = memory_.hold(wanted);
        constexpr int flags = TJFLAG_ACCURATEDCT | TJFLAG_STOPONWARNING | TJFLAG_LIMITSCANS;
        if (tjDecompress2(library_.get(), bytes, length, pixels, width, 0, height,
                          detail::turbojpeg_layout(wanted.channels), flags) != 0)
            return {};
        return packed<std::uint8_t const>{pixels, wanted.size, wanted.channels};
    }

    detail::turbojpeg_handle library_{tjInitDecompress()};
    detail::pixel_memory memory_;
};

static_assert(decoder<turbojpeg_decoder>);

} // namespace husk
