// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "kernel/searched.hpp"

#include <husk/simd/arch.hpp>

#include <algorithm>
#include <optional>

using husk::extent, husk::detail::word_pictures;

namespace {

/// Exemplars of a scene as words, in memory that begins as ones, just as much as they count.
class built {
public:
    explicit built(support::searched const& s, int scale = 1) : room_(needed(s, scale), std::byte{255})
    {
        husk::arena memory(room_);
        pictures.emplace(memory, exemplars_ = s.exemplars(), s.channels, scale);
    }

    std::optional<word_pictures> pictures;

private:
    static auto needed(support::searched const& s, int scale) -> std::size_t
    {
        husk::arena count;
        word_pictures(count, s.exemplars(), s.channels, scale);
        return count.used() + 64;
    }

    std::vector<std::byte> room_;
    std::vector<husk::exemplar> exemplars_;
};

auto scene(int channels) -> support::searched
{
    return support::searched({{5, 3}, {1, 1}, {8, 9}}, channels);
}

/// The mean of side x side levels from (x, y) on, of four means of four, each rounded.
template <class Level>
auto mean(int side, int x, int y, Level const& level) -> int
{
    if (side == 1) return level(x, y);
    int const h = side / 2;
    return (mean(h, x, y, level) + mean(h, x + h, y, level) + mean(h, x, y + h, level) +
            mean(h, x + h, y + h, level) + 2) /
           4;
}

/// `slack` words before the first pixel, and past the last.
auto is_dark_around(word_pictures const& p) -> bool
{
    auto const dark = [](std::uint32_t const* from) {
        return std::all_of(from, from + word_pictures::slack, [](std::uint32_t w) { return w == 0; });
    };
    return dark(p.words() - word_pictures::slack) && dark(p.words() + p.pixels());
}

} // namespace

TEST_CASE("a word has the levels of a pixel, which are numbered from exemplar to exemplar", "[kernel]")
{
    for (int const channels : {1, 3, 4}) {
        auto const s = scene(channels);
        built b(s);
        auto& p = *b.pictures;
        p.fill<husk::simd::best>(support::levels_of(s));
        CHECK((p.channels() == channels && p.scale() == 1 && p.pixels() == 15 + 1 + 72));
        int number = 0;
        for (std::size_t e = 0; e < s.sizes.size(); ++e) {
            CHECK((p.parts()[e].first == number && p.parts()[e].size == s.sizes[e]));
            for (int y = 0; y < s.sizes[e].height; ++y)
                for (int x = 0; x < s.sizes[e].width; ++x) {
                    std::uint32_t word = 0;
                    for (int c = 0; c < channels; ++c) word |= std::uint32_t{s.level(e, x, y, c)} << 8 * c;
                    CHECK(p.words()[number++] == word);
                    CHECK(p.rows(e).row(y)[x] == word);
                }
        }
        CHECK(is_dark_around(p));
    }
}

TEST_CASE("a picture in small has the means of squares, past its end of the last pixels", "[kernel]")
{
    auto const s = scene(3);
    built whole(s);
    whole.pictures->fill<husk::simd::best>(support::levels_of(s));
    for (int const scale : {2, 4}) {
        built b(s, scale);
        auto& p = *b.pictures;
        p.reduce<husk::simd::best>(*whole.pictures);
        for (std::size_t e = 0; e < s.sizes.size(); ++e) {
            auto const whole_size = s.sizes[e];
            husk::point const last{whole_size.width - 1, whole_size.height - 1};
            REQUIRE(p.parts()[e].size ==
                    extent{(whole_size.width + scale - 1) / scale, (whole_size.height + scale - 1) / scale});
            for (int y = 0; y < p.parts()[e].size.height; ++y)
                for (int x = 0; x < p.parts()[e].size.width; ++x)
                    for (int c = 0; c < 3; ++c) {
                        int const expected = mean(scale, scale * x, scale * y, [&](int u, int v) {
                            return int{s.level(e, std::min(u, last.x), std::min(v, last.y), c)};
                        });
                        CHECK((p.rows(e).row(y)[x] >> 8 * c & 255) == static_cast<std::uint32_t>(expected));
                    }
        }
        CHECK(is_dark_around(p));
    }
}
