// SPDX-License-Identifier: MIT
// A transform of your own: what is drawn, and the kernel that it settles into. See CONTRIBUTING.md.
#include <husk/husk.hpp>

/// Cuts the image into vertical stripes and lays them down from right to left.
struct stripe_reversal {
    husk::interval<int> width{8, 32}; ///< of a stripe, in pixels

    struct kernel {
        int width;

        auto size(husk::extent in) const -> husk::extent { return in; }
        auto room(husk::extent in, int) const -> std::size_t
        {
            return husk::arena::bytes<husk::piece>(stripes(in));
        }

        template <class Arch, husk::view V>
        auto arrange(V source, husk::arena& memory) const -> husk::mosaic
        {
            auto const pieces = memory.take<husk::piece>(stripes(source.size));
            int to = source.size.width;
            for (int i = 0; auto& p : pieces) {
                int const from = i++ * width, w = std::min(width, source.size.width - from);
                to -= w;
                p = {{to, 0}, {w, source.size.height}, {from, 0}};
            }
            return {pieces, {}};
        }

        auto describe() const -> std::string
        {
            return "stripe_reversal{width " + std::to_string(width) + "}";
        }
        friend auto operator==(kernel const&, kernel const&) -> bool = default;

    private:
        auto stripes(husk::extent in) const -> std::size_t
        {
            return static_cast<std::size_t>((in.width - 1) / width + 1);
        }
    };

    auto draw(husk::stream& g, husk::extent in) const -> kernel
    {
        if (width.low < 1 || width.low > width.high || width.high > in.width)
            throw husk::error("stripe_reversal.width is " + to_string(width) + ": must lie in [1, " +
                              std::to_string(in.width) + "], low before high");
        return {g.in(width)};
    }
};

static_assert(husk::transform<stripe_reversal>);

int main()
{
    husk::image<std::uint8_t> photo({100, 50});
    for (std::size_t i = 0; i < photo.elements(); ++i)
        photo.data()[i] = static_cast<std::uint8_t>(i * i >> 3);

    constexpr stripe_reversal fixed{.width = {20, 20}};
    auto const once = husk::apply(fixed, husk::key{}, photo);
    auto const twice = husk::apply(husk::compose(fixed, fixed), husk::key{}, photo);
    return once != photo && twice == photo ? 0 : 1;
}
