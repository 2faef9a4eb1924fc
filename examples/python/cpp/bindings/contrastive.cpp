// SPDX-License-Identifier: MIT
#include "call.hpp"
#include "samplers.hpp"
#include "transforms.hpp"
#include "values.hpp"

namespace bindings {
namespace {

constexpr char const* origins[] = {"query", "image"};

/// Query, key and negatives, as husk::contrastive makes them.
class contrastive {
public:
    contrastive(nb::handle query, nb::handle key, nb::handle negative, nb::handle negatives,
                nb::handle source) :
        sample_{read_recipe(query, "query"), read_recipe(key, "key"), read_negative(negative), {}}
    {
        sample_.options.negatives = static_cast<int>(whole_number(negatives, "negatives", 1 << 20));
        bool const from_image = read_name(source, "source", origins) == 1;
        if (sample_.negative.is_sewn() && !from_image)
            husk::detail::reject("source", "'query'", "a texture is made from the 'image'");
        sample_.options.from = from_image ? husk::negative_source::image : husk::negative_source::query;
        // A picture in which everything fits: what is wrong now is wrong with the parameters.
        sizes({}, {1 << 14, 1 << 14});
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

    /// The shapes of what `one` makes.
    auto shapes(nb::handle image, nb::handle seed, nb::handle epoch, nb::handle index, nb::handle view) const
        -> nb::object
    {
        auto const from = sources::one(image, seed, epoch, index, view);
        auto const size = sizes(from.luck[0], from.pictures[0].size);
        auto const c = from.pictures[0].channels;
        auto const shape = [&](husk::extent e) { return nb::make_tuple(c, e.height, e.width); };
        auto const negatives =
            nb::make_tuple(sample_.options.negatives, c, size.negative.height, size.negative.width);
        return nb::make_tuple(shape(size.query), shape(size.key), negatives);
    }

private:
    struct three_sizes {
        husk::extent query, key, negative;
    };

    /// Of what an image of size `in` becomes.
    auto sizes(husk::key k, husk::extent in) const -> three_sizes
    {
        auto const query = husk::draw(sample_.query_view, k, in).size();
        ++k.view;
        auto const key = husk::draw(sample_.key_view, k, in).size();
        if (sample_.options.negatives == 0) return {query, key, query};
        ++k.view;
        bool const from_image = sample_.options.from == husk::negative_source::image;
        auto const made = husk::draw(sample_.negative, k, from_image ? in : query).size();
        return {query, key, from_image ? husk::draw(sample_.query_view, k, made).size() : made};
    }

    auto fill(sources const& from, nb::handle out, nb::handle dtype, int threads) const -> nb::object
    {
        auto const each = static_cast<std::size_t>(sample_.options.negatives);
        bool const some = !from.pictures.empty();
        auto const size = some ? sizes(from.luck[0], from.pictures[0].size) : three_sizes{};
        auto const channels = some ? from.pictures[0].channels : 3;
        results to(out, 3, dtype);
        auto const& queries = to.next("query", from.leading(), size.query, channels);
        auto const& keys = to.next("key", from.leading(), size.key, channels);
        auto const& negatives = to.next("negatives", from.leading(each), size.negative, channels);
        to.check_apart(from);
        run_unlocked(pixels::contrastive_job{from.job(to.kind()), sample_, queries, keys, negatives},
                     threads);
        return to.returned();
    }

    pixels::contrastive sample_;
};

} // namespace

void define_contrastive(nb::module_& m)
{
    nb::class_<contrastive>(m, "Contrastive", "Query, key and negatives: see husk.Contrastive.")
        .def(nb::init<nb::handle, nb::handle, nb::handle, nb::handle, nb::handle>(), nb::arg("query").none(),
             nb::arg("key").none(), nb::arg("negative").none(), nb::arg("negatives").none(),
             nb::arg("source").none())
        .def("one", &contrastive::one, nb::arg("image").none(), nb::arg("seed").none(),
             nb::arg("epoch").none(), nb::arg("index").none(), nb::arg("view").none(), nb::arg("out").none(),
             nb::arg("dtype").none(), "One image.")
        .def("batch", &contrastive::batch, nb::arg("images").none(), nb::arg("seed").none(),
             nb::arg("epoch").none(), nb::arg("indices").none(), nb::arg("view").none(),
             nb::arg("out").none(), nb::arg("dtype").none(), nb::arg("threads").none(), "A batch of images.")
        .def("shapes", &contrastive::shapes, nb::arg("image").none(), nb::arg("seed").none(),
             nb::arg("epoch").none(), nb::arg("index").none(), nb::arg("view").none(),
             "Of query, key and negatives of one image.");
}

} // namespace bindings
