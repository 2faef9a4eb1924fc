// SPDX-License-Identifier: MIT
#include "libtorch_moco/loss.hpp"

#include "catch.hpp"

namespace {

auto product(at::Tensor const& a, at::Tensor const& b) -> double { return (a * b).sum().item<double>(); }

} // namespace

TEST_CASE("the paper's logits: alpha weighs a negative's logit", "[torch]")
{
    at::manual_seed(3);
    auto const query = at::randn({4, 8}, at::kDouble), key = at::randn({4, 8}, at::kDouble);
    auto const queue = at::randn({5, 8}, at::kDouble), negatives = at::randn({4, 2, 8}, at::kDouble);
    auto const logits = moco_logits(query, key, queue, negatives, 3, .5f);
    REQUIRE(logits.sizes() == at::IntArrayRef({4, 8}));
    for (std::int64_t i = 0; i < 4; ++i) {
        auto const row = logits[i];
        auto const is = [&](std::int64_t j, double wanted) {
            CHECK_THAT(row[j].item<double>(), Matchers::WithinAbs(wanted, 1e-12));
        };
        is(0, product(query[i], key[i]) / .5);
        for (std::int64_t k = 0; k < 5; ++k) is(1 + k, product(query[i], queue[k]) / .5);
        for (std::int64_t j = 0; j < 2; ++j) is(6 + j, 3 * product(query[i], negatives[i][j]) / .5);
    }
}

TEST_CASE("without negatives it is MoCo's; with alpha 0 a negative still counts as one", "[torch]")
{
    auto const query = at::ones({2, 4}), queue = at::zeros({3, 4}), negatives = at::ones({2, 1, 4});
    CHECK(moco_logits(query, query, queue, {}, 2, 1).sizes() == at::IntArrayRef({2, 4}));
    auto const logits = moco_logits(query, query, queue, negatives, 0, 1);
    CHECK(logits.sizes() == at::IntArrayRef({2, 5}));
    CHECK(logits[0][4].item<float>() == 0);
}

TEST_CASE("gradients reach the query alone", "[torch]")
{
    auto query = at::randn({2, 4}).set_requires_grad(true);
    auto const others = at::randn({2, 4});
    moco_logits(query, others, at::randn({3, 4}), others.unsqueeze(1), 2, .2f).sum().backward();
    CHECK(query.grad().abs().sum().item<float>() > 0);
    CHECK_FALSE(others.requires_grad());
}
