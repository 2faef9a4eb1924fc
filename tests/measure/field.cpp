// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "measure/pictures.hpp"

using namespace husk;
using pictures::complains_about;

TEST_CASE("a field holds a channel, or the mean of all, whatever the pitch", "[measure]")
{
    auto const whole = pictures::noise({9, 7});
    auto const part = measured(whole.view()).crop({{2, 1}, {5, 4}});
    auto const gray = detail::gray_of(part), green = detail::channel_of(part, 1);
    REQUIRE(gray.size == extent{5, 4});
    for (int y = 0; y < 4; ++y)
        for (int x = 0; x < 5; ++x) {
            int const sum = part(x, y, 0) + part(x, y, 1) + part(x, y, 2);
            CHECK(gray.row(y)[x] == sum / 3.);
            CHECK(green.row(y)[x] == part(x, y, 1));
        }
}

TEST_CASE("half a field is the mean of 2x2, without the odd row and column", "[measure]")
{
    detail::field f({5, 3});
    for (std::size_t i = 0; i < f.values.size(); ++i) f.values[i] = static_cast<double>(i);
    auto const half = detail::halved(f);
    REQUIRE(half.size == extent{2, 1});
    CHECK(half.values == std::vector<double>{3, 5}); // of 0 1 5 6, of 2 3 7 8
}

TEST_CASE("what cannot be measured is named", "[measure]")
{
    auto const three = pictures::noise({16, 12}), one = pictures::noise({16, 12}, 1);
    measured const good = three.view(), gray = one.view();
    auto const require = [](std::vector<measured> const& e, measured output, int least) {
        return [=] { detail::require_measurable(e, output, least); };
    };
    CHECK(pictures::complaint(require({good}, good, 12)).empty());
    CHECK(complains_about("output.size is 16x12", require({good}, good, 13)));
    CHECK(complains_about("exemplars is empty", require({}, good, 1)));
    CHECK(complains_about("exemplar.data is null", require({measured{}}, good, 1)));
    CHECK(complains_about("exemplar.channels is 1", require({good, gray}, good, 1)));
    CHECK(complains_about("exemplar.size is 4x12", require({good.crop({{}, {4, 12}})}, good, 8)));
}
