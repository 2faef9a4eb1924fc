// SPDX-License-Identifier: MIT
#pragma once
#include "../pixels/dispatch.hpp"
#include "arrays.hpp"

#include <optional>

// What calls from Python have in common.
namespace bindings {

/// Images that are read, and whose luck: one, or a batch.
struct sources {
    std::vector<array> arrays; // keep the memory
    std::vector<pixels::picture> pictures;
    std::vector<husk::key> luck;
    pixels::element of{};
    bool alone = true;

    static auto one(nb::handle image, nb::handle seed, nb::handle epoch, nb::handle index, nb::handle view)
        -> sources;
    /// `images` is a sequence of images of any sizes, or an array of them.
    static auto batch(nb::handle images, nb::handle seed, nb::handle epoch, nb::handle indices,
                      nb::handle view) -> sources;

    /// The axes of results: none for one image, else that of the batch; and one of `each`.
    auto leading() const -> std::vector<std::size_t>;
    auto leading(std::size_t each) const -> std::vector<std::size_t>;

    auto job(pixels::kind to) const -> pixels::job { return {luck, of, pictures, to, alone}; }

private:
    void check_elements() const;
};

/// Where results go: arrays of the caller's, or new ones.
class results {
public:
    /// `out` is None, or a sequence of `count` arrays, or of fewer if those left out are empty.
    results(nb::handle out, std::size_t count, nb::handle dtype);

    /// The next: its name in messages, the axes before the last three, and what those are if it is new. Where
    /// there is one of each, the last of the leading axes may be left out.
    auto next(char const* name, std::vector<std::size_t> const& leading, husk::extent size, int channels)
        -> std::vector<pixels::picture> const&;

    /// All are alike.
    auto kind() const -> pixels::kind { return kind_.value_or(pixels::kind{dtype_}); }
    /// What Python gets back.
    auto returned() const -> nb::object { return given_.is_none() ? nb::object(nb::tuple(made_)) : given_; }
    /// Throws husk::error where results overlap anything.
    void check_apart(sources const& from) const;

private:
    struct result {
        char const* name;
        array keep;
        slots filled;
    };

    auto accept(char const* name, nb::handle value, std::vector<std::size_t> leading) -> result;

    nb::object given_;
    nb::list made_;
    pixels::element dtype_;
    std::optional<pixels::kind> kind_;
    std::vector<result> all_;
};

/// Runs the job without the interpreter's lock, which other threads of Python can have in the meantime.
template <class Job>
void run_unlocked(Job const& job, int threads)
{
    nb::gil_scoped_release const unlocked;
    pixels::crew crew(threads);
    pixels::run(job, crew);
}

} // namespace bindings
