// SPDX-License-Identifier: MIT
#pragma once
#include "../pixels/picture.hpp"

#include <string>
#include <vector>

namespace bindings {

/// Who reads and who writes which memory in one call. husk compares what belongs to one sample; here the
/// samples of a batch are compared with each other.
class claims {
public:
    void reads(char const* name, pixels::element of, std::span<pixels::picture const> all)
    {
        add(name, {of, pixels::layout::packed}, all, false);
    }
    void writes(char const* name, pixels::kind of, std::span<pixels::picture const> all)
    {
        add(name, of, all, true);
    }
    /// Throws husk::error where something that is written has memory in common with anything else.
    void check();

private:
    struct claim {
        char const *begin, *end;
        bool writes;
        char const* name;
        std::size_t number;

        auto called() const -> std::string { return std::string(name) + "[" + std::to_string(number) + "]"; }
    };

    void add(char const* name, pixels::kind of, std::span<pixels::picture const> all, bool writes);

    std::vector<claim> all_;
};

} // namespace bindings
