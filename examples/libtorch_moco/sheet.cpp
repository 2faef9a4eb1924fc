// SPDX-License-Identifier: MIT
#include "sheet.hpp"

#include <husk/adapters/torch.hpp>
#include <husk/io/write.hpp>
#include <husk/pipeline/execute.hpp>
#include <husk/transform/denormalize.hpp>

void write_sheet(std::filesystem::path const& file, std::vector<at::Tensor> rows)
{
    constexpr int most = 12;
    std::erase_if(rows, [](at::Tensor const& batch) { return !batch.defined(); });
    auto const side = static_cast<int>(rows.at(0).size(2));
    auto const columns = std::min(most, static_cast<int>(rows[0].size(0)));
    husk::image<std::uint8_t> sheet({columns * side, static_cast<int>(rows.size()) * side});
    husk::workspace memory;
    for (std::size_t row = 0; row < rows.size(); ++row) {
        auto const batch = rows[row].slice(0, 0, columns).contiguous(at::MemoryFormat::ChannelsLast);
        auto const images = husk::packed_slots<float const>(batch);
        for (int column = 0; column < columns; ++column) {
            husk::rect const place{{column * side, static_cast<int>(row) * side}, {side, side}};
            husk::apply(husk::denormalize{}, husk::key{}, images[static_cast<std::size_t>(column)],
                        sheet.view().crop(place), memory);
        }
    }
    husk::write_png(file, sheet);
}
