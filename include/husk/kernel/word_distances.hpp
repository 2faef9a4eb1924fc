// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/turn_words.hpp>
#include <husk/kernel/unrolled.hpp>
#include <husk/simd/kept.hpp>
#include <husk/simd/octets.hpp>

#include <array>

namespace husk::detail {

/// The sums of absolute differences between the bytes of what is laid and those of several places: `Side` of
/// them side by side, and as many below each other. What is laid is read once for all.
template <class Arch, int Side = 1>
class word_distances {
public:
    using rows = word_rows<std::uint32_t const>;

    /// Adds those over a box; `there` begins where the first place shows it. Past the ends of its rows a
    /// register may be read.
    void add(rows const& there, rows const& laid, extent size)
    {
        if (size.width % wide == 0) return add_registers(there, laid, size);
        add_any(there, laid, size);
    }

    /// The sum for the place this far from the first.
    auto total(int x, int y) const -> std::uint32_t
    {
        return static_cast<std::uint32_t>(octets::total(sums_[static_cast<std::size_t>(y * Side + x)]));
    }

private:
    using octets = simd::octets<Arch>;
    static constexpr int wide = 2 * octets::lanes; ///< words of a register

    static auto load(std::uint32_t const* from) -> octets
    {
        return octets::load(reinterpret_cast<std::uint8_t const*>(from));
    }
    /// Adds one register of what is laid, beside each place; seen(register) is what counts of either.
    template <class Seen>
    [[gnu::always_inline]] static void add_one(typename octets::sums* sums, rows const& there,
                                               std::uint32_t const* laid, Seen const& seen)
    {
        auto const old = seen(load(laid));
        unrolled<Side * Side>([&](auto i) __attribute__((always_inline)) {
            auto const fresh = seen(load(there.data + i / Side * there.pitch + i % Side));
            sums[i] = simd::kept(sums[i] + octets::distances(fresh, old));
        });
    }
    /// Rows of so many registers, all of them whole; 0 stands for any number.
    template <int Registers>
    void add_rows(rows there, rows laid, extent size)
    {
        auto sums = sums_;
        auto const whole = [](octets v) { return v; };
        for (int y = 0; y < size.height; ++y, there.data += there.pitch, laid.data += laid.pitch)
            if constexpr (Registers > 0)
                unrolled<Registers>([&](auto i) __attribute__((always_inline)) {
                    add_one(sums.data(), {there.data + i * wide, there.pitch}, laid.data + i * wide, whole);
                });
            else
                for (int x = 0; x < size.width; x += wide)
                    add_one(sums.data(), {there.data + x, there.pitch}, laid.data + x, whole);
        sums_ = sums;
    }
    void add_registers(rows const& there, rows const& laid, extent size)
    {
        switch (size.width / wide) { // all that is asked again in every row costs
        case 1:
            return add_rows<1>(there, laid, size);
        case 2:
            return add_rows<2>(there, laid, size);
        case 4:
            return add_rows<4>(there, laid, size);
        default:
            return add_rows<0>(there, laid, size);
        }
    }
    void add_any(rows there, rows laid, extent size)
    {
        for (int y = 0; y < size.height; ++y, there.data += there.pitch, laid.data += laid.pitch)
            for (int x = 0; x < size.width; x += wide)
                add_one(sums_.data(), {there.data + x, there.pitch}, laid.data + x,
                        [mask = octets::first_bytes(4 * (size.width - x))](octets v) { return v & mask; });
    }

    std::array<typename octets::sums, std::size_t{Side* Side}> sums_ = none();
    static auto none()
    {
        std::array<typename octets::sums, std::size_t{Side * Side}> all;
        all.fill(octets::none());
        return all;
    }
};

} // namespace husk::detail
