// SPDX-License-Identifier: MIT
#include "checkpoint.hpp"

#include <torch/serialize/archive.h>
#include <torch/utils.h>

#include <cstring>

void save_checkpoint(std::filesystem::path const& file, int epochs, moco const& m,
                     torch::optim::SGD const& sgd)
{
    torch::serialize::OutputArchive all, model, optimiser;
    m->save(model);
    sgd.save(optimiser);
    all.write("model", model);
    all.write("optimiser", optimiser);
    all.write("epochs", torch::tensor(std::int64_t{epochs}));
    auto const part = file.string() + ".part";
    all.save_to(part);
    std::filesystem::rename(part, file);
}

auto load_checkpoint(std::filesystem::path const& file, moco& m, torch::optim::SGD& sgd) -> int
{
    if (!std::filesystem::exists(file)) return 0;
    torch::serialize::InputArchive all, model, optimiser;
    all.load_from(file.string());
    all.read("model", model);
    all.read("optimiser", optimiser);
    torch::NoGradGuard const still;
    m->load(model);
    sgd.load(optimiser);
    at::Tensor epochs;
    all.read("epochs", epochs);
    return epochs.item<int>();
}

auto digest_of(torch::nn::Module const& m) -> std::string
{
    std::uint64_t hash = 0xcbf29ce484222325; // FNV-1a, a word at a time
    auto const add = [&](at::Tensor const& t) {
        auto const flat = t.detach().to(at::kCPU).to(at::kFloat).contiguous();
        auto const* values = flat.data_ptr<float>();
        for (std::int64_t i = 0; i < flat.numel(); ++i) {
            std::uint32_t bits;
            std::memcpy(&bits, values + i, sizeof bits);
            hash = (hash ^ bits) * 0x100000001b3;
        }
    };
    for (auto const& p : m.parameters()) add(p);
    for (auto const& b : m.buffers()) add(b);
    char digits[17];
    std::snprintf(digits, sizeof digits, "%016llx", static_cast<unsigned long long>(hash));
    return digits;
}
