// SPDX-License-Identifier: MIT
#include "claims.hpp"

#include <husk/core/error.hpp>

#include <algorithm>
#include <functional>

namespace bindings {

void claims::add(char const* name, pixels::kind of, std::span<pixels::picture const> all, bool writes)
{
    std::ptrdiff_t const bytes = of.of == pixels::element::u8 ? 1 : of.of == pixels::element::f16 ? 2 : 4;
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const& p = all[i];
        auto const lines = std::ptrdiff_t{p.size.height} - 1;
        auto const elements =
            of.laid == pixels::layout::packed
                ? lines * p.pitch + std::ptrdiff_t{p.size.width} * p.channels
                : lines * p.pitch + (std::ptrdiff_t{p.channels} - 1) * p.plane + p.size.width;
        auto const* const begin = static_cast<char const*>(p.data);
        all_.push_back({begin, begin + elements * bytes, writes, name, i});
    }
}

void claims::check()
{
    std::less<> const before;
    std::sort(all_.begin(), all_.end(),
              [&](claim const& a, claim const& b) { return before(a.begin, b.begin); });
    claim const *written = nullptr, *read = nullptr; // which reach furthest so far
    auto const require_clear = [&](claim const& c, claim const* other) {
        if (other && before(c.begin, other->end))
            husk::detail::reject(c.writes ? c.called() : other->called(),
                                 "overlapping " + (c.writes ? other->called() : c.called()),
                                 "must be other memory");
    };
    for (auto const& c : all_) {
        require_clear(c, written);
        if (c.writes) require_clear(c, read);
        auto const*& furthest = c.writes ? written : read;
        if (!furthest || before(furthest->end, c.end)) furthest = &c;
    }
}

} // namespace bindings
