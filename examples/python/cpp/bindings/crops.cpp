// SPDX-License-Identifier: MIT
#include "call.hpp"
#include "samplers.hpp"
#include "transforms.hpp"
#include "values.hpp"

namespace bindings {
namespace {

/// Groups of views, as husk::multi_crop makes them: up to three.
class crops {
public:
    /// `groups` is a sequence of (count, steps).
    explicit crops(nb::handle groups)
    {
        constexpr std::size_t most = 3;
        for (nb::handle described : groups) {
            husk::detail::require(count_ < most, "len(groups)", nb::len(groups), "must be at most ", most);
            auto const name = "groups[" + std::to_string(count_) + "]";
            auto& to = *group_at(count_++);
            to.count = static_cast<int>(whole_number(described[0], name + ".count", 1 << 20));
            to.view = read_recipe(described[1], (name + ".view").c_str());
            husk::draw(to.view, {}, {1 << 14, 1 << 14}); // what is wrong now is wrong with the parameters
        }
    }

    auto one(nb::handle image, nb::handle seed, nb::handle epoch, nb::handle index, nb::handle view,
             nb::handle out, nb::handle dtype) const -> nb::object
    {
        return fill(sources::one(image, seed, epoch, index, view), out, dtype, 1);
    }

    auto batch(nb::handle images, nb::handle seed, nb::handle epoch, nb::handle indices, nb::handle view,
               nb::handle out, nb::handle dtype, nb::handle threads) const -> nb::object
    {
        return fill(sources::batch(images, seed, epoch, indices, view), out, dtype,
                    static_cast<int>(whole_number(threads, "threads", 4096)));
    }

private:
    using group = husk::view_group<pixels::recipe>;

    auto group_at(std::size_t i) -> group*
    {
        auto& g = views_.groups;
        return std::array{&std::get<0>(g), &std::get<1>(g), &std::get<2>(g)}[i];
    }
    auto group_at(std::size_t i) const -> group const* { return const_cast<crops*>(this)->group_at(i); }

    auto fill(sources const& from, nb::handle out, nb::handle dtype, int threads) const -> nb::object
    {
        constexpr char const* names[] = {"slots[0]", "slots[1]", "slots[2]"};
        results to(out, count_, dtype);
        std::array<std::span<pixels::picture const>, 3> groups;
        auto luck = from.luck.empty() ? husk::key{} : from.luck[0];
        for (std::size_t i = 0; i < count_; ++i) {
            auto const& g = *group_at(i);
            bool const some = !from.pictures.empty();
            auto const size = some ? husk::draw(g.view, luck, from.pictures[0].size).size() : husk::extent{};
            auto const channels = some ? from.pictures[0].channels : 3;
            groups[i] = to.next(names[i], from.leading(static_cast<std::size_t>(g.count)), size, channels);
            luck.view += static_cast<std::uint32_t>(g.count);
        }
        to.check_apart(from);
        run_unlocked(pixels::crops_job{from.job(to.kind()), views_, groups}, threads);
        return to.returned();
    }

    pixels::crops views_{};
    std::size_t count_ = 0;
};

} // namespace

void define_crops(nb::module_& m)
{
    nb::class_<crops>(m, "Crops", "Groups of views: see husk.MultiCrop.")
        .def(nb::init<nb::handle>(), nb::arg("groups").none())
        .def("one", &crops::one, nb::arg("image").none(), nb::arg("seed").none(), nb::arg("epoch").none(),
             nb::arg("index").none(), nb::arg("view").none(), nb::arg("out").none(), nb::arg("dtype").none(),
             "One image.")
        .def("batch", &crops::batch, nb::arg("images").none(), nb::arg("seed").none(),
             nb::arg("epoch").none(), nb::arg("indices").none(), nb::arg("view").none(),
             nb::arg("out").none(), nb::arg("dtype").none(), nb::arg("threads").none(), "A batch of images.");
}

} // namespace bindings
