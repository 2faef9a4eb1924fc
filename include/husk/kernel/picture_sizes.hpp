// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/word_pictures.hpp>

#include <algorithm>
#include <concepts>

namespace husk::detail {

/// The sizes of pictures to search through: as they are, or of exemplars' windows.
class picture_sizes {
public:
    template <class Sizes>
        requires std::convertible_to<Sizes const&, std::span<extent const>>
        picture_sizes(Sizes const& sizes) : sizes_(sizes)
        {
        }
        picture_sizes(std::span<exemplar const> exemplars) : exemplars_(exemplars) {}

        auto size() const -> std::size_t { return sizes_.size() + exemplars_.size(); }
        auto operator[](std::size_t i) const -> extent
        {
            return exemplars_.empty() ? sizes_[i] : exemplars_[i].window.size;
        }

        /// Pixels in all.
        auto area() const -> std::int64_t
        {
            std::int64_t all = 0;
            for (std::size_t i = 0; i < size(); ++i) all += (*this)[i].area();
            return all;
        }
        auto widest() const -> int
        {
            int most = 0;
            for (std::size_t i = 0; i < size(); ++i) most = std::max(most, (*this)[i].width);
            return most;
        }
        /// A copy; nothing while the arena only counts.
        auto kept(arena& memory) const -> std::span<extent>
        {
            auto const all = memory.take<extent>(size());
            for (std::size_t i = 0; i < all.size(); ++i) all[i] = (*this)[i];
            return all;
        }

    private:
        std::span<extent const> sizes_;
        std::span<exemplar const> exemplars_;
};

} // namespace husk::detail
