// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/levels.hpp>
#include <husk/kernel/quilting.hpp>
#include <husk/transform/concept.hpp>

namespace husk {

/// Negative: texture without objects, sewn from blocks of the image (Efros and Freeman, "Image Quilting for
/// Texture Synthesis and Transfer", SIGGRAPH 2001). Blocks overlap; each is chosen among candidates to agree
/// with what is laid already, and joined to it along the cheapest cut. Here the choice also looks at how
/// often a part of the image has been shown (`balance`), as a photograph is no even texture: plain quilting
/// shows half of it, and some motifs in rows. The pixels are only moved; what decides is integer arithmetic
/// on their 8-bit levels.
///
/// With choice = ssd, search = exhaustive, balance = 0 and tolerance = .1 blocks are chosen as in the paper,
/// the tolerance being on the squared error, not its root; choice = sad takes a third of the time. The cut is
/// ours in any case: it pays for absolute differences less the edges that are there anyway. With choice =
/// seam the tolerance is on the score, the cost of the cut (through a picture of the overlap, eight columns
/// wide) and of reuse. Candidates whose overlap is identical to what is laid are left out (unless it is all
/// one colour): they would copy the image and nothing else. Throws husk::error when a block does not fit into
/// the source.
struct quilt {
    int block = 40;   ///< side of a block, 1 to 256 pixels
    int overlap = 16; ///< of neighbouring blocks, 0 to block - 1; under 2 there are no seams
    quilt_choice choice = quilt_choice::seam;  ///< what the candidates are compared by
    quilt_search search = quilt_search::drawn; ///< which places are candidates
    float tolerance = 0;  ///< any within (1 + tolerance) x least cost may be taken; 0 to 10
    int candidates = 192; ///< drawn for each block, by search = drawn; 0: search = exhaustive
    int finalists = 4;    ///< of the drawn, each the best of a share by samples, whose seams are priced; 0:
                          ///< all; of a pyramid the best, at least 1
    float balance = 6;    ///< weight of having been shown before, 0 to 100
    extent size{};        ///< of the output; 0x0: the source's

    struct kernel;
    auto draw(stream& g, extent in) const -> kernel;
};

namespace detail {

/// The rules in integers. Throws husk::error for what cannot be; `name` is the transform's. Without searches,
/// every place is a list of candidates.
template <bool Searches>
auto settle(quilt const& q, std::string_view name, extent out) -> quilt_rules
{
    require(q.block >= 1 && q.block <= 256, member{name, ".block"}, q.block, "must lie in [1, 256]");
    require(q.overlap >= 0 && q.overlap < q.block, member{name, ".overlap"}, q.overlap, "must lie in [0, ",
            q.block - 1, "], under the block");
    require(q.tolerance >= 0 && q.tolerance <= 10, member{name, ".tolerance"}, q.tolerance,
            "must lie in [0, 10]");
    require(q.candidates >= 0, member{name, ".candidates"}, q.candidates, "must be positive, or 0 for all");
    bool const pyramid = q.search == quilt_search::pyramid;
    require(!pyramid || q.finalists > 0, member{name, ".finalists"}, q.finalists,
            "must be positive where a pyramid finds them");
    require(!pyramid || q.overlap >= 2, member{name, ".overlap"}, q.overlap,
            "must be at least 2 for a pyramid, which compares overlaps");
    require(q.finalists >= 0, member{name, ".finalists"}, q.finalists, "must be positive, or 0 for all");
    require(q.balance >= 0 && q.balance <= 100, member{name, ".balance"}, q.balance, "must lie in [0, 100]");
    require(!out.empty(), member{name, ".size"}, out, "must be positive");
    require(out.area() <= 1 << 28, member{name, ".size"}, out, "is too large");
    auto const step = q.block - q.overlap;
    auto const blocks = extent{out.width / step + 1, out.height / step + 1}.area();
    require(blocks <= std::numeric_limits<std::int32_t>::max() / (2 * q.block), member{name, ".size"}, out,
            "is too large for blocks that advance by ", step, " pixels");
    auto const scaled = [](float v, float unit) { return static_cast<std::int32_t>(std::lround(v * unit)); };
    require(Searches || q.search == quilt_search::drawn, member{name, ".search"}, static_cast<int>(q.search),
            "must be quilt_search::drawn here; quilt and synthesize have the others");
    auto const search = Searches && q.search == quilt_search::drawn && q.candidates == 0
                            ? quilt_search::exhaustive
                            : q.search;
    return {.block = q.block,
            .overlap = q.overlap,
            .candidates = search == quilt_search::drawn ? q.candidates : 0,
            .finalists = q.finalists,
            .balance_q8 = scaled(q.balance, 256),
            .tolerance_q10 = scaled(q.tolerance, 1024),
            .choice = q.choice,
            .search = search};
}

template <bool Searches>
auto quilt_room(quilt_rules const& r, std::span<exemplar const> exemplars, int channels, extent out)
    -> std::size_t
{
    arena counted;
    quilting<Searches> const q(counted, r, exemplars, channels, out);
    return counted.used();
}

template <bool Searches, class Arch, view V>
auto arrange_quilt(quilt_rules const& r, std::span<exemplar const> exemplars, std::span<V const> sources,
                   extent out, stream g, arena& memory) -> mosaic
{
    quilting<Searches> q(memory, r, exemplars, sources[0].channels, out);
    return q.template lay<Arch>(levels<V>(sources, exemplars), g);
}

inline auto describe(quilt_rules const& r) -> std::string
{
    auto const choice = r.choice == quilt_choice::seam  ? ", by seam"
                        : r.choice == quilt_choice::ssd ? ", by squared differences"
                                                        : ", by absolute differences";
    auto const search = r.search == quilt_search::drawn
                            ? ", candidates " + (r.candidates > 0 ? text(r.candidates) : "everywhere")
                        : r.search == quilt_search::pyramid ? std::string(", candidates by pyramid")
                                                            : std::string(", candidates everywhere");
    auto const finalists = r.search == quilt_search::pyramid || r.choice == quilt_choice::seam
                               ? ", finalists " + text(r.finalists)
                               : std::string();
    return "block " + text(r.block) + ", overlap " + text(r.overlap) + choice + ", tolerance " +
           text(static_cast<float>(r.tolerance_q10) / 1024) + search + finalists + ", balance " +
           text(static_cast<float>(r.balance_q8) / 256);
}

} // namespace detail

/// A quilt with everything decided but the blocks, which follow from `luck` and the source.
struct quilt::kernel {
    detail::quilt_rules rules;
    extent out;
    stream luck;

    auto size(extent) const -> extent { return out; }
    auto room(extent in, int channels) const -> std::size_t
    {
        exemplar const whole{{{}, in}};
        return detail::quilt_room<true>(rules, std::span(&whole, 1), channels, out);
    }

    template <class Arch, view V>
    auto arrange(V source, arena& memory) const -> mosaic
    {
        exemplar const whole{{{}, source.size}};
        return detail::arrange_quilt<true, Arch>(rules, std::span(&whole, 1), std::span<V const>(&source, 1),
                                                 out, luck, memory);
    }

    auto describe() const -> std::string
    {
        return "quilt{" + detail::describe(rules) + ", size " + to_string(out) + ", luck " + luck.name() +
               "}";
    }
    friend auto operator==(kernel const&, kernel const&) -> bool = default;
};

inline auto quilt::draw(stream& g, extent in) const -> kernel
{
    auto const out = size == extent{} ? in : size;
    auto const rules = detail::settle<true>(*this, "quilt", out);
    detail::require(in.area() <= 1 << 28, "source.size", in, "is too large an exemplar");
    detail::require(block <= in.shorter_side(), "quilt.block", block, "must be at most ", in.shorter_side(),
                    " for a source of ", in);
    return {rules, out, g.fork(0)};
}

static_assert(transform<quilt>);

} // namespace husk
