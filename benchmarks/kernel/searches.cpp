// SPDX-License-Identifier: MIT
#include "rows.hpp"

#include <husk/io/read.hpp>
#include <husk/kernel/distance_search.hpp>
#include <husk/kernel/near_search.hpp>
#include <husk/kernel/pyramid_search.hpp>
#include <husk/kernel/square_search.hpp>
#include <husk/pipeline/workspace.hpp>
#include <husk/rng/stream.hpp>
#include <husk/simd/arch.hpp>

#include <filesystem>
#include <memory>

namespace {

using husk::detail::distance_search, husk::detail::square_search, husk::detail::word_pictures,
    husk::simd::best;

constexpr int side = 96, block = 32, width = 8, cells = 9;
constexpr std::size_t places = 2 * (side - block + 1) * (side - block + 1);

/// A pyramid_search with the pictures that it looks at, asked as the other searches are.
class pyramid_of_pictures {
public:
    pyramid_of_pictures(husk::arena& memory, std::span<husk::extent const> sizes, int channels,
                        int block_side, int overlap, int most) :
        exemplars_(whole(sizes)),
        pictures_(memory, exemplars_, channels),
        search_(memory, exemplars_, channels, block_side, overlap, most),
        laid_(static_cast<std::size_t>(block_side * block_side + word_pictures::slack))
    {
    }

    template <class Arch, class Level>
    void fill(Level const& level)
    {
        pictures_.fill<Arch>(rows_of<Level>{level});
        search_.fill<Arch>(pictures_);
    }
    template <class Arch, class Laid>
    void best(husk::extent size, bool left, bool top, Laid const& laid,
              std::span<husk::detail::priced_place> out)
    {
        for (int y = 0; y < size.height; ++y)
            for (int x = 0; x < ((top && y < width) ? size.width : width); ++x) {
                auto const byte = [&](int c) { return std::uint32_t{laid(x, y, c)} << 8 * c; };
                laid_[static_cast<std::size_t>(y * size.width + x)] = byte(0) | byte(1) | byte(2);
            }
        search_.best<Arch>(
            pictures_, size, left, top, {laid_.data(), size.width},
            [](husk::detail::spot const&) { return true; }, out);
    }

private:
    template <class Level>
    struct rows_of {
        Level const& level;
        auto row(std::size_t e, int y) const
        {
            return [this, e, y](int x, int c) { return level(e, x, y, c); };
        }
    };

    static auto whole(std::span<husk::extent const> sizes) -> std::vector<husk::exemplar>
    {
        std::vector<husk::exemplar> all;
        for (auto const& s : sizes) all.push_back({{{}, s}, 0});
        return all;
    }

    std::vector<husk::exemplar> exemplars_;
    word_pictures pictures_;
    husk::detail::pyramid_search search_;
    std::vector<std::uint32_t> laid_;
};

/// Two exemplars of a bundled photograph, and a search through them.
template <class Search>
struct fixture {
    std::vector<std::uint8_t> levels[2];
    husk::extent sizes[2]{{side, side}, {side, side}};
    husk::workspace room;
    std::unique_ptr<Search> search;

    auto level(std::size_t e, int x, int y, int c) const -> std::uint8_t
    {
        return levels[e][static_cast<std::size_t>((y * side + x) * 3 + c)];
    }

    template <class... Args>
    explicit fixture(Args... args)
    {
        auto const photo = husk::read_image(std::filesystem::path(HUSK_ROOT) / "examples/photos/chelsea.jpg");
        husk::point const corners[2]{{(photo.size().width - side) / 2, (photo.size().height - side) / 2},
                                     {40, 60}};
        for (int e = 0; e < 2; ++e)
            for (int y = 0; y < side; ++y)
                for (int x = 0; x < side; ++x)
                    for (int c = 0; c < 3; ++c)
                        levels[e].push_back(photo.view()(corners[e].x + x, corners[e].y + y, c));
        husk::arena count;
        Search(count, sizes, 3, args...);
        auto memory = room.fit(count.used());
        search = std::make_unique<Search>(memory, sizes, 3, args...);
    }

    void fill()
    {
        search->template fill<best>([this](std::size_t e, int x, int y, int c) { return level(e, x, y, c); });
    }
};

/// A row that searches for all blocks of a quilt of 224x224. What is laid at the top and at the left comes
/// from two random places, as it does in a quilt: find(search, has_left, has_top, laid).
template <class Search, class Find, class... Args>
auto quilt_of(std::string name, Find const& find, Args... args) -> bench::row
{
    return {std::move(name), [=]() -> bench::work {
                auto const f = std::make_shared<fixture<Search>>(args...);
                return [f, find = find](std::uint64_t i) mutable {
                    husk::stream luck(husk::key{.seed = 1, .index = i});
                    f->fill();
                    for (int cell = 1; cell < cells * cells; ++cell) {
                        bool const left = cell % cells > 0, top = cell / cells > 0;
                        auto const above = luck.corner(f->sizes[0], {block, block});
                        auto const before = luck.corner(f->sizes[1], {block, block});
                        find(*f->search, left, top, [&](int x, int y, int c) {
                            return top && y < width ? f->level(0, above.x + x, above.y + y, c)
                                                    : f->level(1, before.x + x, before.y + y, c);
                        });
                    }
                };
            }};
}

constexpr husk::extent whole{block, block};

auto squares() -> bench::row
{
    return quilt_of<square_search>(
        "squares, of every place",
        [costs = std::vector<std::uint64_t>(places)](square_search& s, bool left, bool top,
                                                     auto const& laid) mutable {
            s.costs<best>(whole, left, top, laid, costs);
            bench::keep(costs.data());
        },
        block, width);
}

auto distances() -> bench::row
{
    return quilt_of<distance_search>(
        "distances, of every place",
        [costs = std::vector<std::uint32_t>(places)](distance_search& s, bool left, bool top,
                                                     auto const& laid) mutable {
            s.costs<best>(whole, left, top, laid, costs);
            bench::keep(costs.data());
        },
        block, width);
}

template <class Measure>
auto near(std::string name) -> bench::row
{
    using search = husk::detail::near_search<Measure>;
    return quilt_of<search>(
        std::move(name),
        [costs = std::vector<typename Measure::cost>(places)](search& s, bool left, bool top,
                                                              auto const& laid) mutable {
            s.template costs<best>(
                whole, left, top, laid, 102, [](int, husk::point, auto cost) { return cost > 0; }, costs);
            bench::keep(costs.data());
        },
        block, width);
}

auto pyramid(int n) -> bench::row
{
    return quilt_of<pyramid_of_pictures>(
        "distances, pyramid, best " + std::to_string(n),
        [found = std::vector<husk::detail::priced_place>(static_cast<std::size_t>(n))](
            pyramid_of_pictures& s, bool left, bool top, auto const& laid) mutable {
            s.best<best>(whole, left, top, laid, found);
            bench::keep(found.data());
        },
        block, width, n);
}

bench::table const searches("searches for the 81 blocks of a quilt, 2x 96x96 to 224x224",
                            {bench::memcpy_of(224 * 224 * 3), squares(),
                             near<husk::detail::near_squares>("squares, of all within 1.1 of the least"),
                             distances(),
                             near<husk::detail::near_distances>("distances, of all within 1.1 of the least"),
                             pyramid(8), pyramid(32)});

} // namespace
