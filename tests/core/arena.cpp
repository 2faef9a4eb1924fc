// SPDX-License-Identifier: MIT
#include "catch.hpp"
#include "support.hpp"

#include <husk/core/arena.hpp>

TEST_CASE("an arena hands out cache lines and counts as it would", "[core]")
{
    alignas(64) std::byte memory[256];
    husk::arena a{std::span(memory)}, counted;
    auto const take = [](husk::arena& from) {
        auto const first = from.take<char>(1);
        auto const second = from.take<int>(17);
        return std::pair{first, second};
    };
    auto const [first, second] = take(a);
    CHECK(static_cast<void*>(first.data()) == memory);
    CHECK(static_cast<void*>(second.data()) == memory + 64);
    CHECK(second.size() == 17);
    CHECK(a.used() == 64 + 128);
    CHECK(take(counted).second.empty());
    CHECK(counted.used() == a.used());
    CHECK(husk::arena::bytes<int>(17) == 128);
}

TEST_CASE("what is left of an arena can be used again and again", "[core]")
{
    alignas(64) std::byte memory[256];
    husk::arena a{std::span(memory)};
    (void)a.take<char>(10);
    for (int i = 0; i < 3; ++i) {
        auto rest = a.rest();
        CHECK(static_cast<void*>(rest.take<char>(192).data()) == memory + 64);
    }
}

TEST_CASE("taking more than there is is an error, not a write outside", "[core]")
{
    alignas(64) std::byte memory[128];
    husk::arena a{std::span(memory)};
    CHECK(support::contains(support::message_of([&] { (void)a.take<char>(129); }), "arena is 192"));
}
