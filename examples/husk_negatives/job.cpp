// SPDX-License-Identifier: MIT
#include "job.hpp"

#include "generator.hpp"
#include "interrupt.hpp"
#include "names.hpp"
#include "pictures.hpp"
#include "progress.hpp"

#include <husk/io/name_hash.hpp>
#include <husk/pipeline/threads.hpp>

#include <atomic>

namespace {

/// The reason alone, where the message repeats the path.
auto reason(std::exception const& e, std::filesystem::path const& path) -> std::string
{
    std::string const what = e.what();
    for (auto const& known : {"husk: cannot read '" + path.string() + "': ", std::string("husk: ")})
        if (what.starts_with(known)) return what.substr(known.size());
    return what;
}

/// What a worker keeps from one picture to the next: memory, above all.
struct tools {
    husk::workspace memory;
    pictures files;
    negative made;
};

/// Reads the picture once and makes its negatives. Returns how many were made.
auto do_one(options const& o, job const& j, output_tree& output, failures& failed, figures& measured,
            tools& with) -> int
{
    auto const path = o.input / j.picture;
    int made = 0;
    try {
        auto const picture = with.files.read(path);
        for (int const view : j.views) {
            husk::key const luck{.seed = o.seed,
                                 .index = husk::name_hash(j.picture),
                                 .view = static_cast<std::uint32_t>(view)};
            auto const file = file_name(j.name, view, o.count, to_string(o.format));
            make_negative(o, picture, luck, with.memory, with.made);
            with.files.write(output.place(file), with.made.pixels.view(), o.quality);
            if (with.made.figures) measured.add(file, *with.made.figures);
            ++made;
        }
    } catch (std::exception const& e) {
        failed.add(j.picture, reason(e, path));
    }
    return made;
}

} // namespace

auto jobs_for(options const& o, std::vector<std::string> const& pictures, output_tree& output,
              failures& failed) -> std::vector<job>
{
    auto const names = names_for(pictures);
    std::vector<job> jobs;
    for (std::size_t i = 0; i < pictures.size(); ++i) {
        if (husk::name_hash(pictures[i]) % o.part.count != o.part.index) continue;
        job j{pictures[i], names[i], {}};
        try {
            for (int view = 0; view < o.count; ++view)
                if (!o.resume || !output.holds(file_name(j.name, view, o.count, to_string(o.format))))
                    j.views.push_back(view);
        } catch (std::exception const& e) {
            failed.add(j.picture, reason(e, ""));
            continue;
        }
        if (!j.views.empty()) jobs.push_back(std::move(j));
    }
    return jobs;
}

auto files_of(options const& o, std::vector<job> const& jobs) -> std::vector<std::string>
{
    std::vector<std::string> files;
    for (auto const& j : jobs)
        for (int const view : j.views) files.push_back(file_name(j.name, view, o.count, to_string(o.format)));
    return files;
}

auto do_all(options const& o, std::vector<job> const& jobs, output_tree& output, failures& failed,
            figures& measured) -> std::size_t
{
    husk::threads team(o.threads);
    std::vector<tools> belts(static_cast<std::size_t>(team.workers()));
    std::atomic<std::size_t> left{0};
    progress shown(jobs.size());
    team.bulk(static_cast<int>(jobs.size()), [&](int item, int worker) {
        if (interrupted()) {
            ++left;
            return;
        }
        auto const& j = jobs[static_cast<std::size_t>(item)];
        shown.step(do_one(o, j, output, failed, measured, belts[static_cast<std::size_t>(worker)]));
    });
    shown.finish();
    return left;
}
