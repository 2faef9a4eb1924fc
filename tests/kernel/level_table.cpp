// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/husk.hpp>

namespace {

using husk::detail::level_bits, husk::detail::level_bytes, husk::detail::level_table;

/// What f(n, channel) makes of every level.
template <class F>
auto levels(F f) -> level_bytes
{
    level_bytes b{};
    for (std::size_t i = 0; i < b.size(); ++i)
        b[i] = static_cast<std::uint8_t>(f(static_cast<int>(i / 3), static_cast<int>(i % 3)));
    return b;
}

/// A change of `count` bytes, from memory that ends where they do.
template <class Change>
auto changed(Change const& change, std::size_t count) -> bool
{
    std::vector<std::uint8_t> from(count), to(count);
    for (std::size_t i = 0; i < count; ++i) from[i] = static_cast<std::uint8_t>(i * 37 + i / 256);
    change(from.data(), to.data(), count);
    return [&](level_bytes const& b) {
        for (std::size_t i = 0; i < count; ++i)
            if (to[i] != b[3 * std::size_t{from[i]} + i % 3]) return false;
        return true;
    }(change.expected);
}

template <class Change>
struct expecting : Change {
    level_bytes expected;
};

template <class Change>
auto right(Change const& c, level_bytes const& b, std::size_t count) -> bool
{
    return changed(expecting<Change>{c, b}, count);
}

} // namespace

TEMPLATE_TEST_CASE("any bytes for bytes", "[kernel]", husk::simd::best, husk::simd::scalar)
{
    auto const three = levels([](int n, int c) { return n * (n + c) / 3 + c; });
    auto const one = levels([](int n, int) { return n * n / 7; });
    for (std::size_t pixels = 1; pixels <= 130; ++pixels) {
        REQUIRE(right(level_table<TestType>(three), three, 3 * pixels));
        if constexpr (husk::simd::lookups_at_once < TestType >> 0) {
            using lookup = husk::detail::level_lookup<TestType>;
            CHECK_FALSE(lookup::through(three));
            if (3 * pixels >= lookup::bytes_at_once) REQUIRE(right(*lookup::through(one), one, 3 * pixels));
        }
    }
}

TEST_CASE("bits are found where bytes are masked and turned, and nowhere else", "[kernel]")
{
    using bits = level_bits<husk::simd::best>;
    for (int const kept : {0, 1, 0xf0, 0x5a, 255})
        for (int const turned : {0, 1, 0x0f, 255}) {
            auto const b = levels([=](int n, int) { return (n & kept) ^ turned; });
            auto const found = bits::through(b);
            REQUIRE(found);
            for (std::size_t pixels = 22; pixels <= 70; ++pixels) REQUIRE(right(*found, b, 3 * pixels));
        }
    CHECK_FALSE(bits::through(levels([](int n, int) { return n < 128 ? n : 255 - n; })));
    CHECK_FALSE(bits::through(levels([](int n, int c) { return c == 2 && n == 7 ? 8 : n; })));
}

TEST_CASE("images of any width are changed alike, whatever the levels become", "[kernel]")
{
    auto const check = [](auto const& t, int width) {
        support::guarded<std::uint8_t, husk::packed> source({width, 3}, 3), fast({width, 3}, 3),
            slow({width, 3}, 3);
        source.fill();
        husk::workspace memory;
        auto const p = husk::draw(t, {}, {width, 3});
        husk::execute<husk::simd::best>(p, source.view(), fast.view(), memory);
        husk::execute<husk::simd::scalar>(p, source.view(), slow.view(), memory);
        REQUIRE(support::same_pixels(fast.view(), slow.view()));
        REQUIRE(fast.intact());
        husk::image<std::uint8_t> from({width, 3}), plain({width, 3}); // without gaps
        for (int y = 0; y < 3; ++y) std::copy_n(source.view().row(y), 3 * width, from.view().row(y));
        husk::execute<husk::simd::best>(p, from, plain, memory);
        REQUIRE(support::same_pixels(fast.view(), plain.view()));
        husk::image<float> colours({width, 3}, 3);
        husk::execute<husk::simd::scalar>(p, source.view(), colours, memory);
        for (int y = 0; y < 3; ++y)
            for (int x = 0; x < width; ++x)
                for (int c = 0; c < 3; ++c)
                    REQUIRE(slow.view()(x, y, c) == std::lrint(255.f * colours.view()(x, y, c)));
    };
    for (int width = 1; width <= 90; ++width) {
        check(husk::brightness{{.73f, .73f}}, width);                  // a line in 16 bits
        check(husk::brightness{{.73f, .73f}} | husk::invert{}, width); // a falling line
        check(husk::pca_lighting{}, width);                            // a line for each channel
        check(husk::invert{}, width);                                  // bits
        check(husk::gamma{{1.3f, 1.3f}}, width);                       // one table
        check(husk::equalize{}, width);                                // three
    }
}
