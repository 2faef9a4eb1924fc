// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/cpu.hpp>

#include <initializer_list>
#include <type_traits>

namespace husk::simd {

/// A list of instruction sets.
template <isa... Is>
struct isas {
};

namespace detail {

using enum isa;
#if defined(HUSK_ISAS)
/// Those that husk_add_dispatch compiled the sources of this target for.
using compiled_isas = isas<HUSK_ISAS>;
#else
/// Without husk_add_dispatch: that of this unit.
using compiled_isas = isas<this_isa>;
#endif

inline auto best_of(std::initializer_list<isa> all, isa at_most) -> isa
{
    isa const* best = nullptr;
    std::string names;
    for (auto const& i : all) {
        names += (names.empty() ? "" : ", ") + to_string(i);
        if (i <= at_most && runs(i) && (best == nullptr || *best < i)) best = &i;
    }
    husk::detail::require(best != nullptr, "isa", to_string(at_most),
                          "this machine runs nothing up to it that this program was compiled for: ", names);
    return *best;
}

template <class Choose, isa... Is>
auto dispatch(Choose const& choose, isa at_most, isas<Is...>)
{
    auto const best = best_of({Is...}, at_most);
    std::common_type_t<decltype(choose(std::integral_constant<isa, Is>{}))...> chosen{};
    ((Is == best ? void(chosen = choose(std::integral_constant<isa, Is>{})) : void()), ...);
    return chosen;
}

} // namespace detail

/// What `choose` returns for the best instruction set that this machine runs, of those that the sources of
/// this target were compiled for (cmake: husk_add_dispatch) and up to `at_most`. It is called with that one,
/// as a constant, and nothing compiled for another is run. Throws husk::error if there is none.
template <class Choose, class Compiled = detail::compiled_isas>
static auto dispatch(Choose const& choose, isa at_most = isa::avx512bw)
{
    return detail::dispatch(choose, at_most, Compiled{});
}

} // namespace husk::simd
