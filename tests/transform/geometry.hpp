// SPDX-License-Identifier: MIT
#pragma once
#include "catch.hpp"
#include "support.hpp"

#include <husk/pipeline/execute.hpp>

#include <cmath>

/// What the tests of geometric transforms share.
namespace geometry {

/// The kernel that `t` settles into, for an image of size `in`.
template <class T>
auto drawn(T const& t, husk::extent in, std::uint64_t index = 0)
{
    return std::get<0>(husk::draw(t, husk::key{.seed = 11, .index = index}, in).steps);
}

template <class T>
auto refusal(T const& t, husk::extent in = {9, 7}) -> std::string
{
    return support::message_of([&] { drawn(t, in); });
}

/// Runs `t` on images of any element and layout, and compares every pixel with where(x, y): a pixel of the
/// source. Pixels that are not there must be 0, and opaque. What is there must be exactly the same.
template <class T, template <class> class From, template <class> class To, class Transform, class Where>
void check_moved(Transform const& t, husk::extent in, int channels, std::uint64_t index, Where const& where)
{
    husk::key const k{.seed = 11, .index = index};
    support::guarded<T, From> source(in, channels);
    source.fill();
    auto const p = husk::draw(t, k, in);
    support::guarded<T, To> target(p.size(), channels);
    husk::workspace memory;
    husk::execute(p, source.view(), target.view(), memory);
    REQUIRE(target.intact());
    auto const w = where(std::get<0>(p.steps));
    for (int y = 0; y < p.size().height; ++y)
        for (int x = 0; x < p.size().width; ++x) {
            husk::point const at = w(x, y);
            bool const there = husk::rect{at, {1, 1}}.inside(in);
            for (int c = 0; c < channels; ++c) {
                auto const opaque =
                    std::integral<T> ? static_cast<T>(std::numeric_limits<T>::max()) : static_cast<T>(1);
                auto const wanted = there ? source.view()(at.x, at.y, c) : c == 3 ? opaque : T{};
                REQUIRE(target.view()(x, y, c) == wanted);
            }
        }
}

template <class Transform, class Where>
void check_moved_anyhow(Transform const& t, husk::extent in, std::uint64_t index, Where const& where)
{
    check_moved<std::uint8_t, husk::packed, husk::packed>(t, in, 3, index, where);
    check_moved<std::uint8_t, husk::planar, husk::packed>(t, in, 1, index, where);
    check_moved<std::uint16_t, husk::packed, husk::planar>(t, in, 4, index, where);
    check_moved<float, husk::planar, husk::planar>(t, in, 3, index, where);
}

/// Whether counts are what equal chances make of them, within 5 deviations.
inline auto uniform(std::vector<int> const& counts) -> bool
{
    double total = 0;
    for (int const n : counts) total += n;
    double const share = total / static_cast<double>(counts.size());
    double const deviation = std::sqrt(share * (1 - 1 / static_cast<double>(counts.size())));
    for (int const n : counts)
        if (std::abs(n - share) > 5 * deviation) return false;
    return true;
}

} // namespace geometry
