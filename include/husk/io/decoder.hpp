// SPDX-License-Identifier: MIT
#pragma once
#include <husk/image/view.hpp>
#include <husk/io/byte_reader.hpp>
#include <husk/io/file.hpp>

namespace husk {

/// A picture file in memory, and what errors call it.
struct picture_file {
    std::span<std::byte const> bytes;
    std::string_view name;

    [[noreturn]] void refuse(std::string_view why) const { detail::file_error("read", name, why); }
};

/// What pixels are wanted of a file: its own size, and 1, 3 or 4 channels.
struct picture_shape {
    extent size;
    int channels;
};

/// Makes pixels of files that have passed the checks of io/file_kind.hpp, with memory that it keeps: they are
/// valid until the next call. It returns nothing for a file that it does not take, or finds something wrong
/// with; the next decoder, at last stb_decoder, then says whether it is a picture, so that the same files are
/// refused with the same words whatever libraries there are.
template <class D>
concept decoder = requires(D d, picture_file const& file, picture_shape const& wanted)
{
    {
        d.decode(file, wanted)
        } -> std::same_as<std::optional<packed<std::uint8_t const>>>;
};

} // namespace husk
