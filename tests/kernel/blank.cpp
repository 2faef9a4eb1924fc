// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/blank.hpp>

namespace {

template <class V>
void check(int channels)
{
    husk::arena count;
    auto const none = husk::detail::blank<V>(count, {21, 6}, channels);
    CHECK((none.data == nullptr && none.size == husk::extent{21, 6} && none.channels == channels));
    std::vector<std::byte> bytes(count.used() + 64);
    auto const shift = (64 - reinterpret_cast<std::uintptr_t>(bytes.data()) % 64) % 64;
    husk::arena memory{std::span<std::byte>(bytes).subspan(shift, count.used())};
    auto const image = husk::detail::blank<V>(memory, {21, 6}, channels);
    CHECK(memory.used() == count.used());
    CHECK_NOTHROW(husk::detail::check("image", image));
    CHECK(image.pitch == none.pitch);
    auto const* const end = reinterpret_cast<std::byte const*>(husk::detail::end_of(image));
    CHECK(end <= bytes.data() + shift + count.used());
}

} // namespace

TEST_CASE("a blank image is carved from an arena, or counted", "[kernel]")
{
    for (int const channels : {1, 3, 4}) {
        check<husk::packed<std::uint8_t>>(channels);
        check<husk::planar<std::uint16_t>>(channels);
        check<husk::planar<float>>(channels);
        check<husk::packed<float>>(channels);
    }
}

TEST_CASE("cropped pixels, also before there is memory", "[kernel]")
{
    auto const source = support::numbered({9, 8});
    auto const c = husk::detail::cropped(source.view(), {{2, 3}, {4, 5}});
    CHECK(support::same_pixels(c, source.view().crop({{2, 3}, {4, 5}})));
    auto const none = husk::detail::cropped(husk::planar<float const>{nullptr, {9, 8}}, {{2, 3}, {4, 5}});
    CHECK((none.data == nullptr && none.size == husk::extent{4, 5}));
}
