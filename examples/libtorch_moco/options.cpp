// SPDX-License-Identifier: MIT
#include "options.hpp"

#include <CLI/CLI.hpp>

#include <sstream>

namespace {

std::map<std::string, method> const methods{
    {"none", method::none}, {"patch", method::patch}, {"texture", method::texture}};
std::map<std::string, architecture> const architectures{{"small", architecture::small},
                                                        {"resnet18", architecture::resnet18}};
std::map<std::string, bool> const devices{{"cpu", false}, {"cuda", true}};

auto const description =
    R"(Trains MoCo v2 with negatives of diminished semantics (Ge et al., NeurIPS 2021) on the photographs in
DATA/train/CLASS/, without looking at the classes; then a linear classifier on the frozen features, and
measures it on DATA/validation/CLASS/ (or DATA/val), as they are and shifted.

Writes OUTPUT/curves.csv, times.csv, evaluation.csv and checkpoint.pt. The same arguments give the same
figures (on one kind of machine, with one number of torch's threads), interrupted and resumed or not.)";

void add_method(CLI::App& app, options& o)
{
    app.add_option("--negatives", o.negatives, "none: plain MoCo v2; patch; texture")
        ->transform(CLI::CheckedTransformer(methods))
        ->default_str("none");
    app.add_option("--alpha", o.alpha, "weight of a negative's logit")->check(CLI::NonNegativeNumber);
    app.add_option("--exemplar", o.texture.exemplar, "texture: side of the two windows, in pixels");
    app.add_option("--block", o.texture.block, "texture: side of a block");
    app.add_option("--overlap", o.texture.overlap, "texture: of neighbouring blocks");
    app.add_option("--texture-side", o.texture.side, "texture: its side, before the query's view of it");
}

void add_training(CLI::App& app, options& o)
{
    app.add_option("--arch", o.net, "small: one block a stage; resnet18: two, 64 channels in the first")
        ->transform(CLI::CheckedTransformer(architectures))
        ->default_str("small");
    app.add_option("--width", o.width, "small: channels in the first stage")->check(CLI::Range(8, 256));
    app.add_option("--size", o.size, "side of the network's input, in pixels")->check(CLI::Range(32, 1024));
    app.add_option("--epochs", o.epochs, "0 evaluates the untrained network")->check(CLI::NonNegativeNumber);
    app.add_option("--batch", o.batch)->check(CLI::PositiveNumber);
    app.add_option("--group", o.group, "images that batch normalisation sees together")
        ->check(CLI::Range(2, 1 << 20));
    app.add_option("--queue", o.queue, "keys of earlier batches; a multiple of the batch")
        ->check(CLI::PositiveNumber);
    app.add_option("--temperature", o.temperature)->check(CLI::PositiveNumber);
    app.add_option("--momentum", o.momentum, "of the key encoder")->check(CLI::Range(0., 1.));
    app.add_option("--rate", o.rate, "at first; it falls along a cosine")->check(CLI::PositiveNumber);
    app.add_option("--decay", o.decay, "of the weights")->check(CLI::NonNegativeNumber);
    app.add_option("--seed", o.seed, "of the weights, the order and the views");
}

void add_running(CLI::App& app, options& o)
{
    app.add_option("--workers", o.workers, "threads that make the batches; any number gives the same ones")
        ->check(CLI::Range(1, 4096));
    app.add_option("--torch-threads", o.torch_threads, "threads of the network; 0: as torch likes")
        ->check(CLI::NonNegativeNumber);
    app.add_option("--device", o.cuda, "where the network is: cpu or cuda")
        ->transform(CLI::CheckedTransformer(devices))
        ->default_str("cpu");
    app.add_flag("--resume", o.resume, "go on from OUTPUT/checkpoint.pt, if there is one");
    app.add_option("--stop-after", o.stop_after, "stop as if interrupted after so many epochs; 0: never")
        ->check(CLI::NonNegativeNumber);
}

} // namespace

auto settings_of(options const& o) -> std::string
{
    std::ostringstream line;
    auto const& t = o.texture;
    for (int const n : {static_cast<int>(o.negatives), t.exemplar, t.block, t.overlap, t.side, o.size,
                        static_cast<int>(o.net), o.width, o.queue, o.group, o.epochs, o.batch})
        line << n << ' ';
    for (float const n : {o.alpha, o.temperature, o.momentum, o.rate, o.decay}) line << n << ' ';
    line << o.seed << ' ' << o.data.string();
    return line.str();
}

auto parse(int argc, char** argv, int& status) -> std::optional<options>
{
    options o;
    CLI::App app(description, "libtorch_moco");
    app.option_defaults()->always_capture_default()->multi_option_policy(CLI::MultiOptionPolicy::TakeLast);
    app.add_option("DATA", o.data)->required()->check(CLI::ExistingDirectory);
    app.add_option("OUTPUT", o.output)->required();
    add_method(app, o);
    add_training(app, o);
    add_running(app, o);
    try {
        app.parse(argc, argv);
        if (o.queue % o.batch != 0) throw CLI::ValidationError("--queue", "must be a multiple of --batch");
        if (o.batch % o.group != 0) throw CLI::ValidationError("--batch", "must be a multiple of --group");
        return o;
    } catch (CLI::ParseError const& e) {
        status = app.exit(e) == 0 ? 0 : 2;
        return std::nullopt;
    }
}
