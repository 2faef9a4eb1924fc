// SPDX-License-Identifier: MIT
#include "call.hpp"
#include "claims.hpp"
#include "elements.hpp"
#include "samplers.hpp"
#include "transforms.hpp"
#include "values.hpp"

namespace bindings {
namespace {

/// A negative of an image, which is an image with the same elements and channels.
class negative {
public:
    explicit negative(nb::handle described) : what_(read_negative(described))
    {
        husk::draw(what_, {}, {1 << 14, 1 << 14}); // what is wrong now is wrong with the parameters
    }

    auto one(nb::handle image, nb::handle seed, nb::handle epoch, nb::handle index, nb::handle view,
             nb::handle out) const -> nb::object
    {
        auto const from = sources::one(image, seed, epoch, index, view);
        auto const& photo = from.pictures[0];
        auto const size = husk::draw(what_, from.luck[0], photo.size).size();
        std::vector<std::size_t> shape{static_cast<std::size_t>(size.height),
                                       static_cast<std::size_t>(size.width)};
        if (from.arrays[0].axes() == 3) shape.push_back(static_cast<std::size_t>(photo.channels));
        auto const made = out.is_none() ? new_array(from.of, shape) : nb::borrow(out);
        auto const target = array::to_fill(made, "out");
        if (target.of() != from.of) target.reject("elements must be the image's, " + to_string(from.of));
        auto const to = target.image_to_fill();
        claims c;
        c.reads("image", from.of, from.pictures);
        c.writes("out", to.what, to.all);
        c.check();
        run_unlocked(pixels::negative_job{from.job(to.what), what_, to.all}, 1);
        return made;
    }

private:
    pixels::negative what_;
};

} // namespace

void define_negative(nb::module_& m)
{
    nb::class_<negative>(m, "Negative", "One negative: see husk.PatchNegative and the others.")
        .def(nb::init<nb::handle>(), nb::arg("described").none())
        .def("one", &negative::one, nb::arg("image").none(), nb::arg("seed").none(), nb::arg("epoch").none(),
             nb::arg("index").none(), nb::arg("view").none(), nb::arg("out").none(), "One image.");
}

} // namespace bindings
