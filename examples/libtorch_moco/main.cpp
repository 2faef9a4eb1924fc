// SPDX-License-Identifier: MIT

// libtorch_moco DATA OUTPUT: MoCo v2 with negatives of diminished semantics. See --help.
#include "evaluate.hpp"
#include "train.hpp"

#include <torch/utils.h>

#include <iostream>

namespace fs = std::filesystem;

namespace {

auto read_validation(fs::path const& data, photographs const& train) -> photographs
{
    auto validation = read_photographs(fs::exists(data / "validation") ? data / "validation" : data / "val");
    if (validation.classes != train.classes)
        throw husk::error("husk: DATA: the classes in train and validation differ in " + data.string());
    return validation;
}

void run(options const& o)
{
    auto const photos = read_photographs(o.data / "train");
    auto const validation = read_validation(o.data, photos);
    std::cerr << photos.size() << " photographs of " << photos.classes.size() << " classes to learn from, "
              << validation.size() << " to be measured by\n";
    fs::create_directories(o.output);
    torch::manual_seed(o.seed);
    if (o.torch_threads > 0) torch::set_num_threads(o.torch_threads);
    moco m(o);
    if (o.cuda) m->to(at::kCUDA);
    if (!train(o, photos, m)) return;
    evaluate(o, m->query_encoder(), photos, validation);
}

} // namespace

auto main(int argc, char** argv) -> int
{
    int status = 0;
    auto const o = parse(argc, argv, status);
    if (!o) return status;
    try {
        run(*o);
        return 0;
    } catch (std::exception const& e) {
        std::cerr << e.what() << '\n';
        return 1;
    }
}
