// SPDX-License-Identifier: MIT
#include "pictures.hpp"

#include <husk/io/image_reader.hpp>
#include <husk/io/image_writer.hpp>

// The one place where the codecs are chosen: HUSK_CODECS of CMake.
#if HUSK_SYSTEM_CODECS
    #include <husk/io/libdeflate_encoder.hpp>
    #include <husk/io/libpng_decoder.hpp>
    #include <husk/io/turbojpeg_decoder.hpp>
    #include <husk/io/turbojpeg_encoder.hpp>

using reader = husk::image_reader<husk::turbojpeg_decoder, husk::libpng_decoder>;
using writer = husk::image_writer<husk::turbojpeg_encoder, husk::libdeflate_encoder>;
constexpr auto codec_names = "libjpeg-turbo, libpng, libdeflate";
#else
using reader = husk::image_reader<>;
using writer = husk::image_writer<>;
constexpr auto codec_names = "stb";
#endif

struct pictures::state {
    reader read;
    writer write;
};

pictures::pictures() : state_(std::make_unique<state>()) {}
pictures::pictures(pictures&&) noexcept = default;
auto pictures::operator=(pictures&&) noexcept -> pictures& = default;
pictures::~pictures() = default;

auto pictures::read(std::filesystem::path const& path) -> husk::packed<std::uint8_t const>
{
    return state_->read.read(path);
}

void pictures::write(std::filesystem::path const& path, husk::packed<std::uint8_t const> pixels, int quality)
{
    state_->write.write(path, pixels, {.quality = quality});
}

auto pictures::codecs() -> char const* { return codec_names; }
