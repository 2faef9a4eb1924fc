// SPDX-License-Identifier: MIT
#include "options.hpp"

#include "pictures.hpp"

#include <husk/core/version.hpp>

#include <CLI/CLI.hpp>

#include <array>
#include <charconv>
#include <map>

namespace {

constexpr int largest_side = 8192, largest_count = 100000, most_threads = 4096;

std::map<std::string, method> const methods{
    {"texture", method::texture}, {"patch", method::patch}, {"shuffle", method::shuffle}};
std::map<std::string, file_format> const formats{{"png", file_format::png}, {"jpg", file_format::jpg}};

auto const description =
    R"(Makes negatives for contrastive learning of all pictures (JPEG, PNG, BMP) in a folder.

The tree of folders is kept. a.jpg becomes a.png, and a_0.png, a_1.png, ... with --count. Where two
pictures of a folder would share a name, they keep their extensions: a.jpg.png and a.bmp.png.
A negative depends on the seed, on the picture and on its path inside INPUT, and on nothing else: not on
threads, shards, nor on what other pictures there are. But codecs differ: of a JPEG, libjpeg-turbo makes
pixels a few levels from stb's, and files of the same pixels differ too. --version names those in use.)";

auto const epilogue = R"(Methods:
  texture  quilted from two 96x96 windows of the picture; smaller windows where a picture is smaller, and
           an error where its shorter side is less than a block of the quilt, 40 pixels
  patch    windows of 16 to 72 pixels from anywhere in the picture, tiled; where its shorter side is less
           than that, the windows are as small
  shuffle  7x7 cells of the picture in another order (fewer cells below 7 pixels). With --size, of the
           square in its middle, which must not be smaller: nothing is scaled

Links in INPUT are followed, but not in circles; names that begin with a dot are left out. Nothing is
written outside OUTPUT, whose own links are not followed. OUTPUT/husk-negatives.txt notes the settings;
a folder that was made with others is not touched.

Exit status: 0 all done, 1 some pictures failed (the others are done), 2 impossible arguments,
130 or 143 interrupted (what was begun is finished; --resume makes the rest).)";

/// All of the text is one number without a sign.
auto parse_number(std::string_view text, std::uint64_t& value) -> bool
{
    auto const [end, failure] = std::from_chars(text.data(), text.data() + text.size(), value);
    return failure == std::errc{} && end == text.data() + text.size();
}

/// "I/N" with I < N.
auto parse_shard(std::string_view text, shard& s) -> bool
{
    auto const slash = text.find('/');
    return slash != text.npos && parse_number(text.substr(0, slash), s.index) &&
           parse_number(text.substr(slash + 1), s.count) && s.index < s.count;
}

/// An option whose text `accept` must take.
template <class Accept>
void add_parsed(CLI::App& app, std::string const& name, Accept accept, std::string const& rule,
                std::string const& help, std::string const& placeholder)
{
    auto const take = [=](std::string const& text) {
        if (!accept(text)) throw CLI::ValidationError(name, text + " is not " + rule);
    };
    app.add_option_function<std::string>(name, take, help)->option_text(placeholder);
}

void describe(CLI::App& app, options& o)
{
    app.add_option("INPUT", o.input, "folder of pictures")->required()->check(CLI::ExistingDirectory);
    app.add_option("OUTPUT", o.output, "folder of negatives; made if it is missing")->required();
    app.add_option("--method", o.how, "texture, patch or shuffle")
        ->transform(CLI::CheckedTransformer(methods))
        ->option_text("texture|patch|shuffle (default: texture)");
    app.add_option("--size", o.size,
                   "side of a negative in pixels (default: 224; shuffle: the picture's own)")
        ->check(CLI::Range(1, largest_side))
        ->option_text("PIXELS");
    app.add_option("--count", o.count, "negatives of each picture")
        ->check(CLI::Range(1, largest_count))
        ->option_text("N (default: 1)");
    add_parsed(
        app, "--seed", [&o](auto const& text) { return parse_number(text, o.seed); },
        "a number from 0 to 2^64 - 1", "another seed, other negatives", "N (default: 0)");
    app.add_option("--threads", o.threads, "0: as many as the machine runs at once")
        ->check(CLI::Range(0, most_threads))
        ->option_text("N (default: 0)");
    app.add_option("--format", o.format, "of the files written; JPEG has no transparency")
        ->transform(CLI::CheckedTransformer(formats))
        ->option_text("png|jpg (default: png)");
    app.add_option("--quality", o.quality, "of JPEG")
        ->check(CLI::Range(1, 100))
        ->option_text("1..100 (default: 95)");
    add_parsed(
        app, "--shard", [&o](auto const& text) { return parse_shard(text, o.part); }, "I/N with 0 <= I < N",
        "make only part I of N, so that N machines share the work", "I/N (default: 0/1)");
    app.add_flag("--resume", o.resume, "leave out what is finished already");
    app.add_flag("--report", o.report, "measure what was made, and print the averages (slow)");
    app.add_option("--report-file", o.report_file, "the measures of each negative, as a table (TSV)")
        ->option_text("FILE");
}

} // namespace

auto to_string(method m) -> std::string
{
    return std::array{"texture", "patch", "shuffle"}[static_cast<std::size_t>(m)];
}
auto to_string(file_format f) -> std::string { return f == file_format::png ? "png" : "jpg"; }

auto parse(int argc, char** argv, int& status) -> std::optional<options>
{
    options o;
    CLI::App app(description, "husk-negatives");
    app.footer(epilogue);
    app.set_version_flag("--version", "husk-negatives " + std::to_string(HUSK_VERSION_MAJOR) + "." +
                                          std::to_string(HUSK_VERSION_MINOR) + "." +
                                          std::to_string(HUSK_VERSION_PATCH) + " (" + pictures::codecs() +
                                          ")");
    describe(app, o);
    try {
        app.parse(argc, argv);
    } catch (CLI::ParseError const& e) {
        status = app.exit(e) == 0 ? 0 : 2;
        return {};
    }
    o.report = o.report || !o.report_file.empty();
    if (o.size == 0 && o.how != method::shuffle) o.size = 224;
    return o;
}
