// SPDX-License-Identifier: MIT
#include "negatives.hpp"

#include <husk/simd/dispatch.hpp>

#include <bit>
#include <cstdio>
#include <iostream>

// dispatched [ISA]: negatives made with the best instruction set of this machine, up to ISA; prints their
// digest.
auto main(int count, char** arguments) -> int
try {
    auto const at_most = count > 1 ? husk::simd::isa_named(arguments[1]) : husk::simd::isa::avx512bw;
    auto const best = husk::simd::dispatch([](auto isa) { return isa(); }, at_most);
    auto const make = husk::simd::dispatch([](auto isa) { return &make_negatives<isa>; }, at_most);

    std::vector<husk::image<std::uint8_t>> photos(2, husk::image<std::uint8_t>({160, 120}));
    for (std::uint32_t state = 1; auto& photo : photos)
        for (std::size_t i = 0; i < photo.elements(); ++i)
            photo.data()[i] = static_cast<std::uint8_t>((state = state * 1664525u + 1013904223u) >> 24);
    husk::workspace memory;
    std::uint64_t digest = 14695981039346656037u;
    for (auto const x : make(photos, {.seed = 1}, memory))
        digest = (digest ^ std::bit_cast<std::uint32_t>(x)) * 1099511628211u;
    std::printf("%s %016llx\n", to_string(best).c_str(), static_cast<unsigned long long>(digest));
} catch (husk::error const& wrong) {
    std::cerr << wrong.what() << '\n';
    return 1;
}
