// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/encoder.hpp>
#include <husk/io/png_check.hpp>
#include <husk/io/png_filter.hpp>

#include <libdeflate.h>

#include <memory>
#include <vector>

namespace husk {

/// PNG, compressed by libdeflate; links with `deflate`. Its fastest level after the Paeth filter: half of the
/// time of libpng's fastest, in a smaller file (benchmarks/README.md).
class libdeflate_encoder {
public:
    auto encode(packed<std::uint8_t const> pixels, picture_format format, write_options const&)
        -> std::optional<std::span<std::byte const>>
    {
        if (format != picture_format::png || !library_) return {};
        filter(pixels);
        auto const most = libdeflate_zlib_compress_bound(library_.get(), filtered_.size());
        if (auto const room = header + most + trailer; file_.size() < room) file_.resize(room);
        end_ = 0;
        put(detail::png_signature);
        put_header(pixels);
        auto const length = libdeflate_zlib_compress(library_.get(), filtered_.data(), filtered_.size(),
                                                     file_.data() + end_ + 8, most);
        if (length == 0) return {};
        begin_chunk("IDAT", length);
        end_ += length;
        end_chunk(length);
        begin_chunk("IEND", 0);
        end_chunk(0);
        return std::span(file_).first(end_);
    }

private:
    static constexpr std::size_t frame = 12, header = 8 + frame + 13 + frame, trailer = frame; // of a chunk
    static constexpr int fastest = 1;

    struct release {
        void operator()(libdeflate_compressor* c) const { libdeflate_free_compressor(c); }
    };

    /// Each row filtered, after the number of its filter.
    void filter(packed<std::uint8_t const> pixels)
    {
        auto const pixel = static_cast<std::size_t>(pixels.channels);
        auto const row = static_cast<std::size_t>(pixels.size.width) * pixel;
        filtered_.resize((row + 1) * static_cast<std::size_t>(pixels.size.height));
        blank_.resize(row);
        auto* to = filtered_.data();
        for (int y = 0; y < pixels.size.height; ++y, to += row + 1) {
            *to = 4;
            detail::paeth_filter(pixels.row(y), y == 0 ? blank_.data() : pixels.row(y - 1), row, pixel,
                                 to + 1);
        }
    }

    void put_header(packed<std::uint8_t const> pixels)
    {
        constexpr std::size_t length = 13;
        auto const colours = pixels.channels == 1 ? 0u : pixels.channels == 3 ? 2u : 6u;
        begin_chunk("IHDR", length);
        put_u32(static_cast<std::size_t>(pixels.size.width));
        put_u32(static_cast<std::size_t>(pixels.size.height));
        for (auto const byte : {8u, colours, 0u, 0u, 0u}) file_[end_++] = static_cast<std::byte>(byte);
        end_chunk(length);
    }

    void put(std::string_view text)
    {
        std::memcpy(file_.data() + end_, text.data(), text.size());
        end_ += text.size();
    }
    void put_u32(std::size_t value)
    {
        for (int shift = 24; shift >= 0; shift -= 8)
            file_[end_++] = static_cast<std::byte>(value >> shift & 255);
    }
    void begin_chunk(std::string_view name, std::size_t length)
    {
        put_u32(length);
        put(name);
    }
    void end_chunk(std::size_t length)
    {
        auto const checked = length + 4; // with its name
        put_u32(libdeflate_crc32(0, file_.data() + end_ - checked, checked));
    }

    std::unique_ptr<libdeflate_compressor, release> library_{libdeflate_alloc_compressor(fastest)};
    std::vector<std::uint8_t> filtered_, blank_;
    std::vector<std::byte> file_;
    std::size_t end_ = 0; // of what is written
};

static_assert(encoder<libdeflate_encoder>);

} // namespace husk
