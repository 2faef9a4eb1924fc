// SPDX-License-Identifier: MIT
#pragma once
#include <husk/pipeline/plan.hpp>

namespace husk {

/// Transforms in order. Itself a transform: nothing happens until it is drawn.
template <transform... Ts>
struct pipeline {
    std::tuple<Ts...> stages;

    /// Makes every random choice for one image. Stage i draws from fork i, so that changing one stage never
    /// changes the luck of another.
    auto draw(stream& g, extent in) const -> plan<kernel_of<Ts>...>
    {
        return settle<0>(g, in, in, std::tuple<>{});
    }

private:
    template <std::size_t I, class Done>
    auto settle(stream const& g, extent in, extent now, Done done) const -> plan<kernel_of<Ts>...>
    {
        if constexpr (I == sizeof...(Ts)) return {std::move(done), in};
        else {
            auto luck = g.fork(I);
            auto k = std::get<I>(stages).draw(luck, now);
            now = resized(k, now);
            return settle<I + 1>(g, in, now, std::tuple_cat(std::move(done), std::tuple{std::move(k)}));
        }
    }
};

namespace detail {

template <transform T>
constexpr auto stages_of(T t)
{
    return std::tuple{std::move(t)};
}
template <class... Ts>
constexpr auto stages_of(pipeline<Ts...> p)
{
    return std::move(p.stages);
}

} // namespace detail

/// Transforms in order; pipelines among them are opened up, so that (a | b) | c is a | (b | c).
template <transform... Ts>
constexpr auto compose(Ts... ts)
{
    return std::apply([](auto... s) { return pipeline<decltype(s)...>{{std::move(s)...}}; },
                      std::tuple_cat(detail::stages_of(std::move(ts))...));
}

/// a, then b.
template <transform A, transform B>
constexpr auto operator|(A a, B b)
{
    return compose(std::move(a), std::move(b));
}

} // namespace husk
