// SPDX-License-Identifier: MIT
#pragma once
#include <husk/measure/copying.hpp>
#include <husk/measure/coverage.hpp>
#include <husk/measure/layout.hpp>
#include <husk/measure/power_spectrum.hpp>
#include <husk/measure/repetition.hpp>
#include <husk/measure/seam_ratio.hpp>
#include <husk/measure/sliced_wasserstein.hpp>

namespace husk {

/// All figures of one negative; each is explained where it is computed.
struct report {
    double sliced_wasserstein = 0; ///< against the exemplars, grey values
    double power_spectrum = 0;     ///< against the exemplars, decibels
    double repetition = 0;         ///< beyond the exemplars'
    double layout = 0;             ///< against the whole source, -1..1
    double seam_ratio = 0;
    coverage exemplars{};
    copying copied{};

    friend auto operator==(report const&, report const&) -> bool = default;
};

struct report_options {
    int block = 24; ///< side of the pieces that the negative is made of, for the repetition index
    sliced_wasserstein_options sliced_wasserstein{};
};

/// Measures a negative. `source` is what it was made from, `map` where its pixels come from, `windows` the
/// parts of the source that the map's exemplars mean: a texture negative has two. Throws husk::error for what
/// the single measures reject, and for a window outside the source.
inline auto report_on(measured source, std::span<rect const> windows, measured negative,
                      coordinate_map const& map, report_options const& options = {}) -> report
{
    detail::check("source", source);
    std::vector<measured> exemplars;
    for (rect const& w : windows) {
        detail::require(!w.size.empty() && w.inside(source.size), "window", w,
                        "must lie inside the source, " + detail::text(source.size));
        exemplars.push_back(source.crop(w));
    }
    report r;
    r.sliced_wasserstein = sliced_wasserstein(exemplars, negative, options.sliced_wasserstein);
    r.power_spectrum = power_spectrum_distance(exemplars, negative);
    r.repetition = repetition(exemplars, negative, options.block);
    r.layout = layout_correlation(source, negative);
    r.seam_ratio = seam_ratio(negative, map);
    r.exemplars = coverage_of(map, windows);
    r.copied = copying_of(map);
    return r;
}

/// The same for a negative of the whole source: patches, shuffles.
inline auto report_on(measured source, measured negative, coordinate_map const& map,
                      report_options const& options = {}) -> report
{
    rect const whole{{}, source.size};
    return report_on(source, std::span(&whole, 1), negative, map, options);
}

/// One line, for a table or a log.
inline auto to_string(report const& r) -> std::string
{
    char line[320];
    std::snprintf(line, sizeof line,
                  "SWD %.2f, PSD %.2f dB, repetition %.2f, layout %.2f, seams %.2f, "
                  "used %.1f %% (effective %.1f %%), reuse %.1f (largest %lld), "
                  "coherent %.1f %% (largest piece %.1f %%)",
                  r.sliced_wasserstein, r.power_spectrum, r.repetition, r.layout, r.seam_ratio,
                  100 * r.exemplars.used, 100 * r.exemplars.effective, r.exemplars.mean_reuse,
                  static_cast<long long>(r.exemplars.largest_reuse), 100 * r.copied.coherent,
                  100 * r.copied.largest_component);
    return line;
}

} // namespace husk
