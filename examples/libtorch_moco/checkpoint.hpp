// SPDX-License-Identifier: MIT
#pragma once
#include "moco.hpp"

#include <torch/optim/sgd.h>
#include <torch/serialize/archive.h>

#include <cstring>

/// A run after so many epochs, with all that the next one depends on. `settings` are those it was begun with.
struct checkpoint {
    std::filesystem::path file;
    std::string settings;

    /// Whole or not at all.
    void save(int epochs, moco const& m, torch::optim::SGD const& sgd) const;
    /// How many epochs are done; 0 when there is no file. Throws husk::error when it was begun with other
    /// settings.
    auto load(moco& m, torch::optim::SGD& sgd) const -> int;
};

inline void checkpoint::save(int epochs, moco const& m, torch::optim::SGD const& sgd) const
{
    torch::serialize::OutputArchive all, model, optimiser;
    m->save(model);
    sgd.save(optimiser);
    all.write("model", model);
    all.write("optimiser", optimiser);
    all.write("epochs", c10::IValue(epochs));
    all.write("settings", c10::IValue(settings));
    auto const part = file.string() + ".part";
    all.save_to(part);
    std::filesystem::rename(part, file);
}

inline auto checkpoint::load(moco& m, torch::optim::SGD& sgd) const -> int
{
    if (!std::filesystem::exists(file)) return 0;
    torch::serialize::InputArchive all, model, optimiser;
    all.load_from(file.string());
    c10::IValue epochs, begun_with;
    all.read("epochs", epochs);
    all.read("settings", begun_with);
    husk::detail::require(begun_with.toStringRef() == settings, file.string(), begun_with.toStringRef(),
                          "to be resumed, its settings must be those of now, ", settings);
    all.read("model", model);
    all.read("optimiser", optimiser);
    torch::NoGradGuard const still;
    m->load(model);
    sgd.load(optimiser);
    return epochs.to<int>();
}

/// Sixteen hexadecimal digits that tell whether all parameters and buffers are the same.
inline auto digest_of(torch::nn::Module const& m) -> std::string
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
