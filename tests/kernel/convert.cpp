// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/convert.hpp>
#include <husk/rng/stream.hpp>

#include <cmath>
#include <limits>
#include <numeric>

namespace {

using husk::simd::best;
using husk::simd::scalar;

template <class T>
constexpr float largest = std::integral<T> ? static_cast<float>(std::numeric_limits<T>::max()) : 1.f;

/// The oracle: an element as a colour, and a colour as an element.
template <class T>
auto colour_of(T v) -> float
{
    return static_cast<float>(v) / largest<T>;
}

template <class T>
auto element_of(float v) -> T
{
    if constexpr (!std::integral<T>) return static_cast<T>(v);
    else if (!(v > 0)) return 0;
    else return static_cast<T>(std::nearbyint(std::min(v, 1.f) * largest<T>));
}

/// Memory that ends with the last pixel of a view, lest anything be read beyond it unnoticed by a sanitizer.
template <class T, template <class> class Layout>
struct cut_off {
    static constexpr bool planes = std::same_as<Layout<T>, husk::planar<T>>;
    husk::extent size;
    int channels;
    std::ptrdiff_t line = size.width * (planes ? 1 : channels), pitch = line + 3;
    std::ptrdiff_t plane = pitch * size.height + 2;
    // Of the last plane the last row, and no more.
    std::vector<T> memory = std::vector<T>(
        static_cast<std::size_t>((planes ? plane * (channels - 1) : 0) + pitch * (size.height - 1) + line));

    auto view() -> Layout<T>
    {
        if constexpr (planes) return {memory.data(), size, channels, pitch, plane};
        else return {memory.data(), size, channels, pitch};
    }
};

/// A row with memory of its own, full of what nobody wrote.
struct own_row {
    std::vector<std::byte> memory;
    husk::row row;

    own_row(int width, int channels) : memory(65536, std::byte{0xff})
    {
        auto const misaligned = reinterpret_cast<std::uintptr_t>(memory.data()) % 64;
        husk::arena a(std::span<std::byte>(memory).subspan(64 - misaligned));
        row = husk::row::take(a, width, channels);
    }
};

template <class T>
auto random_element(husk::stream& g) -> T
{
    if constexpr (std::integral<T>) return static_cast<T>(g.bits());
    else return static_cast<T>(static_cast<float>(g.below(4000)) * .001f - 1.f);
}

/// In and around [0, 1], at the borders between two integers, and what is no colour at all.
auto random_colour(husk::stream& g) -> float
{
    constexpr auto infinity = std::numeric_limits<float>::infinity(),
                   nan = std::numeric_limits<float>::quiet_NaN();
    constexpr float odd[] = {nan,   -nan,   infinity, -infinity, 1e30f, -1e30f, 8.5e6f, -8.5e6f, 40000.f,
                             129.f, -129.f, 1.f,      0.f,       -0.f,  1e-40f, 1.001f, -.001f,  .99999994f};
    switch (g.below(3)) {
    case 0:
        return odd[g.below(static_cast<std::uint32_t>(std::size(odd)))];
    case 1:
        return (static_cast<float>(g.below(256)) + .5f) / (g.below(2) ? 255.f : 65535.f);
    default:
        return static_cast<float>(g.below(1u << 24)) * 0x1p-24f;
    }
}

template <class Arch, class T, template <class> class Layout>
void check_unpack(husk::stream& g, int width, int channels, int x)
{
    cut_off<T, Layout> source{{x + width, 2}, channels};
    for (auto& v : source.memory) v = random_element<T>(g);
    auto const view = husk::detail::as_const(source.view());
    for (int y = 0; y < 2; ++y) {
        own_row to(width, channels);
        husk::unpack<Arch>(view, x, y, to.row);
        for (int c = 0; c < channels; ++c)
            for (int i = 0; i < width; ++i)
                REQUIRE(support::same_bits(to.row[c][i], colour_of<T>(view(x + i, y, c))));
    }
}

template <class Arch, class T, template <class> class Layout>
void check_pack(husk::stream& g, int width, int channels)
{
    support::guarded<T, Layout> guarded({width, 2}, channels);
    cut_off<T, Layout> exact{{width, 2}, channels};
    own_row from(width, channels);
    for (int y = 0; y < 2; ++y) {
        for (int c = 0; c < channels; ++c)
            for (int i = 0; i < width; ++i) from.row[c][i] = random_colour(g);
        husk::pack<Arch>(from.row, guarded.view(), y);
        husk::pack<Arch>(from.row, exact.view(), y);
        for (int c = 0; c < channels; ++c)
            for (int i = 0; i < width; ++i) {
                INFO(from.row[c][i]);
                auto const expected = element_of<T>(from.row[c][i]);
                REQUIRE(support::same_bits(guarded.view()(i, y, c), expected));
                REQUIRE(support::same_bits(exact.view()(i, y, c), expected));
            }
    }
    REQUIRE(guarded.intact());
}

template <class Arch, class T, template <class> class Layout>
void check_all()
{
    husk::stream g(husk::key{.seed = 5});
    for (int const channels : {1, 3, 4})
        for (int width = 1; width <= 70; ++width) {
            CAPTURE(channels, width);
            check_unpack<Arch, T, Layout>(g, width, channels, width % 4);
            check_pack<Arch, T, Layout>(g, width, channels);
        }
}

/// Every value of an integer element, there and back.
template <class Arch, class T, template <class> class Layout>
void check_round_trip(int channels)
{
    constexpr int values = std::numeric_limits<T>::max() + 1;
    cut_off<T, Layout> from{{values, 1}, channels}, to{{values, 1}, channels};
    std::iota(from.memory.begin(), from.memory.end(), T{0});
    std::vector<float> memory(static_cast<std::size_t>(husk::row::padded(values) * channels));
    husk::row const row{memory.data(), husk::row::padded(values), values, channels};
    husk::unpack<Arch>(husk::detail::as_const(from.view()), 0, 0, row);
    for (int c = 0; c < channels; ++c)
        for (int i = 0; i < values; ++i) {
            auto const expected = colour_of<T>(from.view()(i, 0, c));
            if (row[c][i] != expected) FAIL("element " << from.view()(i, 0, c) << " became " << row[c][i]);
        }
    husk::pack<Arch>(row, to.view(), 0);
    REQUIRE(support::same_pixels(from.view(), to.view()));
}

} // namespace

TEMPLATE_TEST_CASE("elements become colours, and colours elements, as one by one", "[kernel]", std::uint8_t,
                   std::uint16_t, float, husk::float16)
{
    if constexpr (!std::is_void_v<TestType>) {
        check_all<best, TestType, husk::packed>();
        check_all<best, TestType, husk::planar>();
        check_all<scalar, TestType, husk::packed>();
        check_all<scalar, TestType, husk::planar>();
    }
}

TEMPLATE_TEST_CASE("every integer comes back from its colour, which is correctly rounded", "[kernel]",
                   std::uint8_t, std::uint16_t)
{
    for (int const channels : {1, 3, 4}) {
        check_round_trip<best, TestType, husk::packed>(channels);
        check_round_trip<best, TestType, husk::planar>(channels);
        check_round_trip<scalar, TestType, husk::packed>(channels);
    }
}
