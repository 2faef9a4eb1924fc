// SPDX-License-Identifier: MIT
#pragma once
#include <husk/simd/soft_ends.hpp>

#include <array>

namespace husk::detail {

/// Three passes of a box of a pixel and part of its neighbours over what comes one after the other, all of
/// them in registers. Each takes what the one before it made last time, so that none has to wait for another.
template <class Arch>
class soft_passes {
public:
    using V = simd::shorts<Arch>;

    static constexpr int count = 3;
    static constexpr int waits = count - 1; ///< how many times what comes waits for its turn, in all
    static constexpr int numbers = (3 * count - 1) * V::lanes; ///< what is between two times, stored

    soft_passes()
    {
        last_.fill(V::none());
        rise_.fill(V::none());
        next_.fill(V::none());
    }

    /// Takes `now` and returns a result: of the pixel before that of the time before, and so on for each
    /// pass. `before`(v, w) are the pixels that come before those of w, the last of which were v. `kept`(p,
    /// rise) is by how much a pixel that pass p takes exceeds the one before it; 0 where one of them is
    /// outside, for there goes on what is at the border. `soft` is the box, soft_ends or short_ends.
    template <class Soft, class Before, class Kept>
    [[gnu::always_inline]] inline auto operator()(Soft const& soft, V now, Before const& before,
                                                  Kept const& kept) -> V
    {
        next_[0] = now;
        std::array<V, std::size_t{count}> made;
        for (std::size_t p = 0; p < count; ++p) {
            V const middle = before(last_[p], next_[p]), rise = kept(static_cast<int>(p), next_[p] - middle);
            made[p] = soft(middle, rise - before(rise_[p], rise));
            last_[p] = next_[p], rise_[p] = rise;
        }
        for (std::size_t p = 1; p < count; ++p) next_[p] = made[p - 1];
        return made[count - 1];
    }

    [[gnu::always_inline]] static inline auto load(std::int16_t const* from) -> soft_passes
    {
        soft_passes s;
        s.for_each([&](V& v) { v = V::load(from), from += V::lanes; });
        return s;
    }
    [[gnu::always_inline]] inline void store(std::int16_t* to)
    {
        for_each([&](V const& v) { v.store(to), to += V::lanes; });
    }

private:
    template <class F>
    [[gnu::always_inline]] inline void for_each(F f)
    {
        for (auto& v : last_) f(v);
        for (auto& v : rise_) f(v);
        for (std::size_t p = 1; p < count; ++p) f(next_[p]);
    }

    // Of each pass: what it took last, by how much that exceeded what was before, and what it takes next.
    std::array<V, std::size_t{count}> last_, rise_, next_;
};

} // namespace husk::detail
