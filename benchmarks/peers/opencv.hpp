// SPDX-License-Identifier: MIT
#pragma once
#include "transform/positives.hpp"

#include <opencv2/core.hpp>
#include <opencv2/imgproc.hpp>

/// Rows of OpenCV's, on one thread, beside husk's in one table: "OpenCV: " and the name of husk's row; after
/// it, in brackets, what differs. Built with -DHUSK_PEERS=ON.
namespace peers {

using bench::views;

/// A row of OpenCV's: `run` is called with a source and a target, both kept, and a stream of random numbers.
template <class Run>
auto opencv(std::string name, Run run, husk::image<std::uint8_t> (*load)() = bench::square) -> bench::row
{
    return {"OpenCV: " + std::move(name), [run, load]() -> bench::work {
                cv::setNumThreads(1);
                auto const pixels = load();
                auto const v = pixels.view();
                cv::Mat const source =
                    cv::Mat(v.size.height, v.size.width, CV_8UC3, const_cast<std::uint8_t*>(v.data)).clone();
                return [run, source, target = cv::Mat()](std::uint64_t i) mutable {
                    husk::stream g(husk::key{.index = i});
                    run(source, target, g);
                    bench::keep(target.data);
                };
            }};
}

} // namespace peers
