// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "simd/integers.hpp"

#include <husk/simd/pieces.hpp>

namespace {

template <class Arch, class Load>
void check_pieces(Load const& load)
{
    husk::stream g(husk::key{.seed = 4});
    std::array<std::uint8_t, 400> memory{};
    for (auto& b : memory) b = static_cast<std::uint8_t>(g.bits());
    for (int round = 0; round < 200; ++round) {
        std::array<std::size_t, 4> places{};
        for (auto& p : places) p = g.below(400 - 16 + 1); // any alignment, and the very last byte
        std::array<std::uint8_t, husk::simd::lanes<std::uint8_t, Arch>> read{};
        load([&](int i) -> std::uint8_t const* {
            return memory.data() + places[static_cast<std::size_t>(i)];
        }).store_unaligned(read.data());
        for (std::size_t i = 0; i < read.size(); ++i) REQUIRE(read[i] == memory[places[i / 16] + i % 16]);
    }
}

} // namespace

TEST_CASE("pieces of 16 bytes from several places fill a register in order", "[simd]")
{
    using arch = husk::simd::best;
    CHECK(husk::simd::pieces<arch> * 16 == static_cast<int>(husk::simd::lanes<std::uint8_t, arch>));
    check_pieces<arch>([](auto at) { return husk::simd::load_pieces<arch>(at); });
    check_pieces<arch>(
        [](auto at) { return husk::simd::detail::load_pieces<arch>(at, husk::simd::scalar{}); });
}
