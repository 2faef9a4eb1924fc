// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/decoder.hpp>
#include <husk/io/stb.hpp>

namespace husk {

namespace detail {

/// Hands bytes to stb_image and notes when it asks for more than there are. stb_image fills a photograph that
/// was cut off with grey and calls it read; the note is how we know better.
struct byte_source {
    byte_span data;
    std::size_t at = 0;
    bool ran_out = false;

    static auto read(void* self, char* to, int wanted) -> int
    {
        auto& s = *static_cast<byte_source*>(self);
        auto const n = std::min(static_cast<std::size_t>(wanted), s.data.size() - s.at);
        if (n == 0) s.ran_out = true;
        else std::memcpy(to, s.data.data() + s.at, n);
        s.at += n;
        return static_cast<int>(n);
    }
    static void skip(void* self, int n)
    {
        auto& s = *static_cast<byte_source*>(self);
        auto const to = static_cast<std::int64_t>(s.at) + n;
        s.at = static_cast<std::size_t>(std::clamp(to, std::int64_t{0}, std::int64_t(s.data.size())));
    }
    static auto at_end(void* self) -> int
    {
        auto const& s = *static_cast<byte_source*>(self);
        return s.at == s.data.size();
    }
};

inline constexpr stbi_io_callbacks byte_source_calls{byte_source::read, byte_source::skip,
                                                     byte_source::at_end};

inline auto stb_reason() -> std::string
{
    auto const* const reason = stbi_failure_reason();
    return "it is corrupt, or of an unsupported kind (" + std::string(reason ? reason : "no reason given") +
           ")";
}

} // namespace detail

/// JPEG, PNG and BMP by stb_image: the decoder of last resort, which throws husk::error for what is no
/// picture.
class stb_decoder {
public:
    /// What the file holds, from its headers alone; grey with transparency counts as 4 channels.
    static auto shape(picture_file const& file) -> picture_shape
    {
        detail::byte_source source{file.bytes};
        picture_shape s{};
        if (!stbi_info_from_callbacks(&detail::byte_source_calls, &source, &s.size.width, &s.size.height,
                                      &s.channels))
            file.refuse(source.ran_out ? "it is truncated"
                                       : "it is corrupt, of an unsupported kind or far too large");
        if (s.channels == 2) s.channels = 4;
        return s;
    }

    auto decode(picture_file const& file, picture_shape const& wanted)
        -> std::optional<packed<std::uint8_t const>>
    {
        detail::byte_source source{file.bytes};
        extent size;
        int stored = 0;
        pixels_.reset(stbi_load_from_callbacks(&detail::byte_source_calls, &source, &size.width, &size.height,
                                               &stored, wanted.channels));
        if (source.ran_out) file.refuse("it is truncated");
        if (!pixels_) file.refuse(detail::stb_reason());
        return packed<std::uint8_t const>{pixels_.get(), size, wanted.channels};
    }

private:
    struct release {
        void operator()(stbi_uc* p) const { stbi_image_free(p); }
    };
    std::unique_ptr<stbi_uc, release> pixels_; // stb_image allocates for itself
};

static_assert(decoder<stb_decoder>);

} // namespace husk
