// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "io/scratch.hpp"

#include <husk/io/exif.hpp>
#include <husk/io/read.hpp>
#include <husk/io/write.hpp>

namespace {

using file_bytes = std::vector<std::byte>;

/// An Exif block whose only entry is the orientation, in either byte order.
auto exif_block(int orientation, bool little) -> std::string
{
    auto const number = [&](int value, int size) {
        std::string digits;
        for (int i = 0; i < size; ++i)
            digits += static_cast<char>(value >> 8 * (little ? i : size - 1 - i) & 255);
        return digits;
    };
    return (little ? "II" : "MM") + number(42, 2) + number(8, 4) + number(1, 2) + number(0x0112, 2) +
           number(3, 2) + number(1, 4) + number(orientation, 2) + number(0, 2) + number(0, 4);
}

/// A JPEG file with that block behind its first marker, as cameras write it.
auto with_exif(file_bytes jpeg, std::string const& block, std::string const& before = "") -> file_bytes
{
    auto const length = static_cast<char>(2 + 6 + block.size());
    auto const segment =
        before + "\xff\xe1" + std::string(1, '\0') + length + std::string("Exif\0\0", 6) + block;
    auto const data = as_bytes(segment);
    jpeg.insert(jpeg.begin() + 2, data.begin(), data.end());
    return jpeg;
}

/// Where the stored pixel (column, row) is seen, after the words of the standard: which visual side the 0th
/// row and the 0th column are.
auto seen_at(int orientation, husk::point stored, husk::extent size) -> husk::point
{
    struct sides {
        char row, column;
    };
    constexpr sides standard[] = {{'t', 'l'}, {'t', 'r'}, {'b', 'r'}, {'b', 'l'},
                                  {'l', 't'}, {'r', 't'}, {'r', 'b'}, {'l', 'b'}};
    auto const [row, column] = standard[orientation - 1];
    husk::point seen;
    auto const lay = [&](char side, int i, int length) {
        (side == 't' || side == 'b' ? seen.y : seen.x) = side == 't' || side == 'l' ? i : length - 1 - i;
    };
    lay(row, stored.y, size.height);
    lay(column, stored.x, size.width);
    return seen;
}

} // namespace

TEST_CASE("all eight orientations are seen upright")
{
    auto const orientation = GENERATE(range(1, 9));
    auto const little = GENERATE(false, true);
    auto const plain = husk::encode_jpeg(gradient({24, 17}, 3).view());
    auto const stored = husk::read_image(plain);
    auto const upright = husk::read_image(with_exif(plain, exif_block(orientation, little)));
    REQUIRE(upright.size() == (orientation > 4 ? husk::extent{17, 24} : husk::extent{24, 17}));
    int wrong = 0;
    for (int y = 0; y < 17; ++y)
        for (int x = 0; x < 24; ++x) {
            auto const p = seen_at(orientation, {x, y}, {24, 17});
            wrong += upright.view()(p.x, p.y, 1) != stored.view()(x, y, 1);
        }
    CHECK(wrong == 0);
}

TEST_CASE("orientation is ignored when that is asked for")
{
    auto const file = with_exif(husk::encode_jpeg(gradient({24, 17}, 3).view()), exif_block(6, true));
    CHECK(husk::read_image(file, {.upright = false}).size() == husk::extent{24, 17});
}

TEST_CASE("the Exif block is found behind other segments and padding")
{
    auto const file = husk::encode_jpeg(gradient({8, 8}, 3).view());
    auto const comment = std::string("\xff\xfe\0\5abc", 7);
    CHECK(husk::exif_turn(with_exif(file, exif_block(3, true), comment)) == husk::turn::half);
    CHECK(husk::exif_turn(with_exif(file, exif_block(3, true), "\xff\xff")) == husk::turn::half);
}

TEST_CASE("senseless Exif blocks say nothing")
{
    auto const file = husk::encode_jpeg(gradient({8, 8}, 3).view());
    CHECK(husk::exif_turn(file) == husk::turn::none);
    CHECK(husk::exif_turn({}) == husk::turn::none);
    for (int orientation : {0, 9, 255})
        CHECK(husk::exif_turn(with_exif(file, exif_block(orientation, true))) == husk::turn::none);
    auto block = exif_block(6, true);
    auto const damage = GENERATE(range(0, 26));
    block.resize(static_cast<std::size_t>(damage)); // cut short: the answer is none, or what is still there
    auto const t = husk::exif_turn(with_exif(file, block));
    CHECK((t == husk::turn::none || t == husk::turn::quarter));
    block = exif_block(6, true);
    block[static_cast<std::size_t>(damage)] = '\xff';
    CHECK_NOTHROW(husk::exif_turn(with_exif(file, block)));
}
