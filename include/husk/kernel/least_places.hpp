// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/places.hpp>
#include <husk/simd/at_most.hpp>

#include <algorithm>
#include <array>
#include <bit>

namespace husk::detail {

/// Finds places by their numbers, which ascend: without the divisions of places::at.
class place_walk {
public:
    explicit place_walk(places const& all) : all_(all) {}

    auto at(std::size_t number) -> spot
    {
        while (number - row_ >= static_cast<std::size_t>(range_.width)) {
            row_ += static_cast<std::size_t>(range_.width), ++y_;
            while (y_ >= range_.height) range_ = all_.range(++e_), y_ = 0;
        }
        return {static_cast<int>(e_), {static_cast<int>(number - row_), y_}};
    }

private:
    places all_;
    std::size_t e_ = 0, row_ = 0; // the number of the first place in row y_ of exemplar e_
    int y_ = 0;
    extent range_ = all_.range(0);
};

/// Where the least of some costs is, the first of equals.
template <class Arch, class Cost>
auto place_of_least(std::span<Cost const> costs) -> std::size_t
{
    auto least = costs[0];
    for (auto const c : costs) least = std::min(least, c); // in registers, as nothing depends on where it is
    return static_cast<std::size_t>(std::find(costs.begin(), costs.end(), least) - costs.begin());
}

/// Calls f(number) for each number of a cost that is at most `limit`, in order; f may lower it.
template <class Arch, class F>
void for_each_at_most(std::span<std::uint32_t const> costs, std::uint32_t const& limit, F const& f)
{
    constexpr std::size_t lanes{simd::words<Arch>::lanes}, together = 4 * lanes;
    std::array<std::uint32_t, together> last{};
    for (std::size_t first = 0; first < costs.size(); first += together) {
        auto const n = std::min(together, costs.size() - first);
        auto const* from = costs.data() + first;
        if (n < together) std::copy_n(from, n, last.begin()), from = last.data();
        std::uint64_t bits = 0; // most often none, which takes one jump
        for (std::size_t i = 0; i < together; i += lanes)
            bits |= std::uint64_t{simd::at_most<Arch>(from + i, limit)} << i;
        for (bits &= (std::uint64_t{2} << (n - 1)) - 1; bits != 0; bits &= bits - 1) {
            auto const i = first + static_cast<std::size_t>(std::countr_zero(bits));
            if (costs[i] <= limit) f(i);
        }
    }
}
template <class Arch, class F>
void for_each_at_most(std::span<std::uint64_t const> costs, std::uint64_t const& limit, F const& f)
{
    for (std::size_t i = 0; i < costs.size(); ++i)
        if (costs[i] <= limit) f(i);
}

/// Calls f(number, place) likewise.
template <class Arch, class Cost, class F>
void for_each_at_most(places const& all, std::span<Cost const> costs, Cost const& limit, F const& f)
{
    place_walk walk(all);
    for_each_at_most<Arch>(costs, limit, [&](std::size_t i) { f(i, walk.at(i)); });
}

} // namespace husk::detail
