// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/encoder.hpp>
#include <husk/io/turbojpeg.hpp>

#include <vector>

namespace husk {

/// JPEG by libjpeg-turbo, with the accurate transform; links with `turbojpeg`. The fourth channel is left
/// out.
class turbojpeg_encoder {
public:
    auto encode(packed<std::uint8_t const> pixels, picture_format format, write_options const& options)
        -> std::optional<std::span<std::byte const>>
    {
        if (format != picture_format::jpeg) return {};
        auto const sampling = pixels.channels == 1    ? TJSAMP_GRAY
                              : options.quality >= 91 ? TJSAMP_444
                                                      : TJSAMP_420;
        auto const [width, height] = pixels.size;
        auto length = tjBufSize(width, height, sampling); // at most
        if (length == static_cast<unsigned long>(-1)) return {};
        if (file_.size() < length) file_.resize(length);
        auto* to = reinterpret_cast<unsigned char*>(file_.data());
        if (tjCompress2(library_.get(), pixels.data, width, static_cast<int>(pixels.pitch), height,
                        detail::turbojpeg_layout(pixels.channels), &to, &length, sampling, options.quality,
                        TJFLAG_NOREALLOC | TJFLAG_ACCURATEDCT) != 0)
            return {};
        return std::span(file_).first(length);
    }

private:
    detail::turbojpeg_handle library_{tjInitCompress()};
    std::vector<std::byte> file_;
};

static_assert(encoder<turbojpeg_encoder>);

} // namespace husk
