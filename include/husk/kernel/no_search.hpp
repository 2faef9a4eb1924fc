// SPDX-License-Identifier: MIT
#pragma once
#include <husk/kernel/candidates.hpp>
#include <husk/kernel/picture_sizes.hpp>

namespace husk::detail {

/// In place of the searches of every place, for transforms that do without: half of what there is to compile.
struct no_search {
    no_search(arena&, quilt_rules const&, picture_sizes const&, int) {}
    template <class Arch, class Level>
    void fill(Level const&)
    {
    }
    template <class Arch, class Under, class Out>
    auto find(word_pictures const&, Under const&, Out const&, candidate_list&) -> bool
    {
        return false;
    }
};

} // namespace husk::detail
