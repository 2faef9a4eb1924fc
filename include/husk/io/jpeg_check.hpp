// SPDX-License-Identifier: MIT
#pragma once
#include <husk/io/jpeg_segments.hpp>

#include <array>
#include <vector>

namespace husk::detail {

/// Walks the segments of a JPEG file. stb_image shows a file that was cut as grey, and versions before 2.28
/// trust its tables: too long ones overrun their memory, missing ones are read from memory never written.
class jpeg_check {
public:
    /// What is wrong, or null.
    auto damage(byte_span jpeg) -> char const*
    {
        for (std::size_t at = 2;;) {
            auto const s = next_segment(jpeg, at);
            if (!s) return "it is truncated";
            if (s->marker == jpeg_end) return scanned_ ? nullptr : "it is corrupt (no picture in it)";
            if (auto const* const wrong = look_at(*s)) return wrong;
            at = s->end;
        }
    }

private:
    struct component {
        std::uint32_t id, quantisation;
    };
    using tables = std::array<bool, 4>;

    auto look_at(jpeg_segment const& s) -> char const*
    {
        switch (s.marker) {
        case jpeg_huffman:
            return note_huffman(s.body) ? nullptr : "it is corrupt (a Huffman table is malformed)";
        case jpeg_quantisation:
            return note_quantisation(s.body) ? nullptr : "it is corrupt (a quantisation table is malformed)";
        case jpeg_scan:
            scanned_ = true;
            return has_tables(s.body) ? nullptr : "it is corrupt (a scan lacks its tables)";
        default:
            if (s.marker >= jpeg_baseline && s.marker <= jpeg_progressive) note_frame(s);
            return nullptr;
        }
    }

    static auto at(byte_span data, std::size_t i) -> std::uint32_t
    {
        return std::to_integer<std::uint32_t>(data[i]);
    }

    auto note_huffman(byte_span body) -> bool
    {
        constexpr std::size_t lengths = 16, most_symbols = 256;
        while (!body.empty()) {
            if (body.size() < 1 + lengths) return false;
            auto const kind = at(body, 0) >> 4, slot = at(body, 0) & 15;
            std::size_t symbols = 0;
            for (std::size_t i = 1; i <= lengths; ++i) symbols += at(body, i);
            if (kind > 1 || slot > 3 || symbols > most_symbols || symbols > body.size() - 1 - lengths)
                return false;
            (kind == 0 ? dc_ : ac_)[slot] = true;
            body = body.subspan(1 + lengths + symbols);
        }
        return true;
    }

    auto note_quantisation(byte_span body) -> bool
    {
        while (!body.empty()) {
            auto const wide = at(body, 0) >> 4, slot = at(body, 0) & 15;
            auto const size = 1 + std::size_t{64} * (wide + 1);
            if (wide > 1 || slot > 3 || size > body.size()) return false;
            quantisation_[slot] = true;
            body = body.subspan(size);
        }
        return true;
    }

    /// stb_image judges the frame itself; noted is which tables its components want.
    void note_frame(jpeg_segment const& s)
    {
        progressive_ = s.marker == jpeg_progressive;
        components_.clear();
        for (std::size_t i = 6; i + 2 < s.body.size(); i += 3)
            components_.push_back({at(s.body, i), at(s.body, i + 2)});
    }

    auto has_tables(byte_span body) const -> bool
    {
        auto const n = body.empty() ? 0 : std::size_t{at(body, 0)};
        if (n == 0 || body.size() != 4 + 2 * n) return false;
        auto const first = at(body, 1 + 2 * n), refinement = at(body, 3 + 2 * n) >> 4;
        bool const wants_dc = !progressive_ || (first == 0 && refinement == 0);
        bool const wants_ac = !progressive_ || first > 0;
        for (std::size_t i = 1; i <= 2 * n; i += 2) {
            auto const dc = at(body, i + 1) >> 4, ac = at(body, i + 1) & 15;
            if (dc > 3 || ac > 3 || (wants_dc && !dc_[dc]) || (wants_ac && !ac_[ac])) return false;
            for (auto const& c : components_)
                if (c.id == at(body, i) && (c.quantisation > 3 || !quantisation_[c.quantisation]))
                    return false;
        }
        return true;
    }

    tables dc_{}, ac_{}, quantisation_{};
    std::vector<component> components_;
    bool progressive_ = false, scanned_ = false;
};

} // namespace husk::detail
