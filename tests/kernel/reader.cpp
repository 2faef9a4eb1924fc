// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/kernel/reader.hpp>
#include <husk/kernel/recoloured.hpp>
#include <husk/simd/arch.hpp>

#include <vector>

namespace reader_tests { // named: the concept asks for an == that nothing calls

/// One more.
struct brighter {
    template <class V>
    auto operator()(husk::rgb<V> p) const -> husk::rgb<V>
    {
        return {(*this)(p.r), (*this)(p.g), (*this)(p.b)};
    }
    template <class V>
    auto operator()(V v) const -> V
    {
        return v + 1.f;
    }
    friend auto operator==(brighter const&, brighter const&) -> bool = default;
};

template <class T, template <class> class Layout>
void check(int channels, float full)
{
    support::guarded<T, Layout> source({19, 4}, channels);
    source.fill();
    using from = std::remove_cvref_t<decltype(husk::detail::as_const(source.view()))>;
    husk::reader<from> r{source.view()};
    husk::row_source const rows{{19, 4}, channels, &r, [](void* self, int y, husk::row const& to) {
                                    static_cast<husk::reader<from>*>(self)->template pull<husk::simd::best>(
                                        y, to);
                                }};
    std::vector<float> memory(4 * 48), changed(4 * 48);
    husk::row const plain{memory.data(), 48, 19, channels}, more{changed.data(), 48, 19, channels};
    for (int const y : {3, 0, 2, 2}) {
        rows(y, plain);
        husk::recolouring<husk::simd::best>(rows, brighter{}, false, [&](auto const& stage) {
            stage.template pull<husk::simd::best>(y, more);
        });
        for (int x = 0; x < 19; ++x)
            for (int c = 0; c < channels; ++c) {
                float const v = static_cast<float>(source.view()(x, y, c)) / full;
                REQUIRE(plain[c][x] == v);
                REQUIRE(more[c][x] == (c == 3 ? v : v + 1.f));
            }
    }
    CHECK(source.intact());
}

} // namespace reader_tests

using namespace reader_tests;

TEST_CASE("a chain begins with pixels as colours, and recolours them in place", "[kernel]")
{
    for (int const channels : {1, 3, 4}) {
        check<std::uint8_t, husk::packed>(channels, 255);
        check<std::uint16_t, husk::planar>(channels, 65535);
        check<float, husk::packed>(channels, 1);
        if constexpr (husk::has_float16) check<husk::float16, husk::planar>(channels, 1);
    }
}
