// SPDX-License-Identifier: MIT
#pragma once
#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>

enum class method { none, patch, texture };
enum class architecture { small, resnet18 };

/// How texture negatives are sewn. The paper's for photographs of about 500 pixels: exemplar 96, block 40,
/// overlap 16, side 224. These are as large in proportion to 96.
struct texture_rules {
    int exemplar = 40; ///< side of the two windows
    int block = 20, overlap = 8;
    int side = 96; ///< of the texture, of which the query's view is then taken
};

/// What --help says; the defaults are those of docs/experiment.md.
struct options {
    std::filesystem::path data, output;

    method negatives = method::none;
    float alpha = 2; ///< weight of a negative's logit
    texture_rules texture;
    int size = 64; ///< of the network's input

    architecture net = architecture::small;
    int width = 16;   ///< of its first stage
    int queue = 1024; ///< keys of earlier batches
    float temperature = .2f;
    float momentum = .99f; ///< of the key encoder
    int group = 32;        ///< images that batch normalisation sees together while training

    int epochs = 16, batch = 64;
    float rate = .03f, decay = 5e-4f; ///< SGD with momentum .9, the rate falls along a cosine
    std::uint64_t seed = 1;

    int workers = 2; ///< husk's threads
    int torch_threads = 0;
    bool cuda = false;
    bool resume = false;
    int stop_after = 0; ///< epochs; 0: all
};

/// All that a run's weights depend on, as one line: what is resumed must have been begun with the same.
auto settings_of(options const& o) -> std::string;

/// Empty when the program is done: `status` is its exit status.
auto parse(int argc, char** argv, int& status) -> std::optional<options>;
