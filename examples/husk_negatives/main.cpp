// SPDX-License-Identifier: MIT

// husk-negatives INPUT OUTPUT: negatives of all pictures in a folder. See --help.
#include "interrupt.hpp"
#include "job.hpp"
#include "pictures.hpp"
#include "standard_streams.hpp"
#include "walk.hpp"

#include <husk/core/error.hpp>

namespace fs = std::filesystem;

namespace {

/// What all files of one output folder have in common; the count may grow later, as long as files are
/// numbered.
auto settings_of(options const& o) -> std::string
{
    auto const lines = {"method " + to_string(o.how),
                        "size " + (o.size > 0 ? std::to_string(o.size) : "the picture's"),
                        "seed " + std::to_string(o.seed),
                        "format " + to_string(o.format),
                        std::string("codecs ") + pictures::codecs(),
                        "quality " + (o.format == file_format::jpg ? std::to_string(o.quality) : "lossless"),
                        std::string("numbered ") + (o.count > 1 ? "yes" : "no")};
    std::string all = "made by husk-negatives\n";
    for (auto const& line : lines) all += line + "\n";
    return all;
}

/// Pictures must not be written over by their own negatives.
void require_apart(fs::path const& input, fs::path const& output)
{
    auto const from = fs::canonical(input), to = fs::weakly_canonical(output);
    if (from == to) throw husk::error("husk: OUTPUT is INPUT: " + to.string());
    if (is_within(to, from)) throw husk::error("husk: INPUT lies in OUTPUT: " + from.string());
}

void print_found(inventory const& found, std::vector<job> const& jobs, options const& o)
{
    std::cerr << counted(found.pictures.size(), "picture") << " found";
    if (!found.others.empty()) {
        std::cerr << " (left out:";
        for (auto const& [extension, n] : found.others) std::cerr << ' ' << n << ' ' << printable(extension);
        std::cerr << ')';
    }
    if (o.part.count > 1) std::cerr << ", shard " << o.part.index << " of " << o.part.count;
    std::cerr << "; " << jobs.size() << " to do\n";
}

/// The exit status.
auto conclude(options const& o, std::size_t left, failures& failed, figures const& measured) -> int
{
    if (o.report) {
        measured.print_averages(std::cout);
        if (!std::cout.flush()) failed.add("--report", "cannot be written to the standard output");
    }
    if (!o.report_file.empty()) try {
            measured.write_table(o.report_file.string());
        } catch (husk::error const& e) {
            failed.add(o.report_file.string(), e.what());
        }
    if (failed.count() > 0) {
        std::cerr << counted(failed.count(), "failure") << ":\n";
        failed.print(std::cerr);
    }
    if (auto const signal = interrupted()) {
        std::cerr << "Interrupted; " << counted(left, "picture")
                  << " not begun. The same command with --resume makes the rest.\n";
        return 128 + signal;
    }
    return failed.count() > 0 ? 1 : 0;
}

auto run(options const& o) -> int
{
    failures failed;
    figures measured;
    require_apart(o.input, o.output);
    output_tree output(o.output);
    output.claim(settings_of(o));
    auto const found = walk(o.input, output.root(), failed);
    auto const jobs = jobs_for(o, found.pictures, output, failed);
    output.clear_leftovers(files_of(o, jobs));
    print_found(found, jobs, o);
    auto const left = do_all(o, jobs, output, failed, measured);
    return conclude(o, left, failed, measured);
}

} // namespace

auto main(int argc, char** argv) -> int
{
    hold_standard_streams();
    int status = 0;
    auto const o = parse(argc, argv, status);
    if (!o) return status;
    catch_interrupts();
    try {
        return run(*o);
    } catch (std::exception const& e) {
        std::cerr << e.what() << '\n';
        return 2;
    }
}
