// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/adapters/swap_red_blue.hpp>
#include <husk/husk.hpp>

namespace {

/// The slow way: element by element.
template <class T, template <class> class L>
auto swapped(husk::image<T, L> i)
{
    auto const v = i.view();
    if (i.channels() >= 3)
        for (int y = 0; y < v.size.height; ++y)
            for (int x = 0; x < v.size.width; ++x) std::swap(v(x, y, 0), v(x, y, 2));
    return i;
}

} // namespace

TEMPLATE_TEST_CASE("red and blue change places, bit for bit", "[adapters]", std::uint8_t, std::uint16_t,
                   float)
{
    auto const channels = GENERATE(1, 3, 4);
    auto const width = GENERATE(1, 7, 16, 65);
    auto const photo = support::numbered<TestType>({width, 5}, channels);
    auto const turned = husk::apply(husk::swap_red_blue{}, {}, photo);
    CHECK(turned == swapped(photo));
    CHECK(husk::apply(husk::swap_red_blue{}, {}, turned) == photo);
}

TEST_CASE("a pipeline that begins with the swap makes of BGR what it makes of RGB", "[adapters]")
{
    auto const rgb = support::numbered({40, 30});
    auto const bgr = swapped(rgb);
    auto const grey = husk::apply(husk::grayscale{}, {}, rgb);
    CHECK(husk::apply(husk::swap_red_blue{} | husk::grayscale{}, {}, bgr) == grey);
    CHECK_FALSE(husk::apply(husk::grayscale{}, {}, bgr) == grey);
    CHECK(husk::describe(husk::draw(husk::swap_red_blue{}, {}, {4, 4})).find("swap_red_blue{}") !=
          std::string::npos);
}
