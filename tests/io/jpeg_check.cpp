// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/scratch.hpp"

#include <husk/io/jpeg_check.hpp>
#include <husk/io/write.hpp>

using namespace husk::detail;

namespace {

auto damage(std::span<std::byte const> file) -> std::string
{
    auto const* const wrong = jpeg_check().damage(file);
    return wrong ? wrong : "";
}

/// The file without its first segment of a kind, or with a byte of that segment's body changed.
auto without(std::vector<std::byte> file, std::uint8_t marker)
{
    auto s = next_segment(file, 2);
    while (s && s->marker != marker) s = next_segment(file, s->end);
    auto const end = static_cast<std::ptrdiff_t>(s->end), size = std::ssize(s->body) + 4;
    file.erase(file.begin() + end - size, file.begin() + end);
    return file;
}
auto with(std::vector<std::byte> file, std::uint8_t marker, std::size_t at, std::byte value)
{
    auto s = next_segment(file, 2);
    while (s && s->marker != marker) s = next_segment(file, s->end);
    file[s->end - s->body.size() + at] = value;
    return file;
}

} // namespace

TEST_CASE("sound JPEG files pass")
{
    CHECK(damage(read_file(photo("bee.jpg"))) == "");
    CHECK(damage(read_file(sample("cmyk.jpg"))) == "");
    CHECK(damage(read_file(sample("progressive.jpg"))) == "");
}

TEST_CASE("JPEG files with malformed or missing tables do not reach the decoder")
{
    auto const file = husk::encode_jpeg(gradient({16, 16}, 3).view());
    CHECK(damage(file) == "");
    CHECK(damage(without(file, jpeg_huffman)).find("lacks its tables") != std::string::npos);
    CHECK(damage(without(file, jpeg_quantisation)).find("lacks its tables") != std::string::npos);
    CHECK(damage(without(file, jpeg_scan)).find("no picture") != std::string::npos);
    CHECK(damage(with(file, jpeg_huffman, 1, std::byte{255})).find("Huffman") != std::string::npos);
    CHECK(damage(with(file, jpeg_huffman, 0, std::byte{0x20})).find("Huffman") != std::string::npos);
    CHECK(damage(with(file, jpeg_quantisation, 0, std::byte{7})).find("quantisation") != std::string::npos);
    CHECK(damage(with(file, jpeg_scan, 2, std::byte{0x33})).find("lacks its tables") != std::string::npos);
}
