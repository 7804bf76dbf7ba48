// What it costs to answer a cart and to open a model, natively. `./bench/run scoring` runs this
// and `./bench/run scoring-wasm` asks the same models and carts in a browser, from the files of
//
//   goeswith_bench --write-models DIR

#include <benchmark/benchmark.h>

#include <fstream>
#include <iostream>
#include <map>
#include <string>
#include <string_view>

#include "inputs.h"
#include "recommend/recommender.h"

namespace goeswith::bench {
namespace {

constexpr std::uint32_t kCatalogues[] = {1'000, 10'000, 100'000};
constexpr std::uint32_t kCartSizes[] = {1, 5, 20};
constexpr std::size_t kOffers = 10;

const std::vector<unsigned char>& model_bytes(std::uint32_t products) {
    static std::map<std::uint32_t, std::vector<unsigned char>> made;
    auto& bytes = made[products];
    if (bytes.empty())
        bytes = make_model(products);
    return bytes;
}

Model model_of(std::uint32_t products) {
    return open_model(model_bytes(products)).model;
}

/// Asks for one cart after another, so that no row stays warm because it was just asked for.
template <typename Ask>
void answer_carts(benchmark::State& state, Ask&& ask) {
    const Model model = model_of(static_cast<std::uint32_t>(state.range(0)));
    const auto size = static_cast<std::uint32_t>(state.range(1));
    const std::vector<ProductId> carts = make_carts(model, size);
    Recommender recommender(model);
    Offer offers[kOffers];
    std::uint32_t at = 0;
    for (auto _ : state) {
        benchmark::DoNotOptimize(
            ask(recommender, Cart{{&carts[std::size_t{at} * size], size}}, at, offers));
        benchmark::ClobberMemory();
        at = (at + 1) % kCarts;
    }
}

void recommend(benchmark::State& state) {
    answer_carts(state, [](Recommender& recommender, const Cart& cart, std::uint32_t,
                           std::span<Offer> out) { return recommender.recommend(cart, out); });
}

void close_gap(benchmark::State& state) {
    answer_carts(state, [gaps = make_gaps()](Recommender& recommender, const Cart& cart,
                                             std::uint32_t at, std::span<Offer> out) {
        return recommender.close_gap(cart, gaps[at], out);
    });
}

void open(benchmark::State& state) {
    const std::vector<unsigned char>& bytes =
        model_bytes(static_cast<std::uint32_t>(state.range(0)));
    for (auto _ : state)
        benchmark::DoNotOptimize(open_model(bytes));
    state.counters["size_bytes"] = static_cast<double>(bytes.size());
}

void add_benchmarks() {
    for (const std::uint32_t products : kCatalogues) {
        for (const std::uint32_t size : kCartSizes) {
            benchmark::RegisterBenchmark("recommend", recommend)->Args({products, size});
            benchmark::RegisterBenchmark("close_gap", close_gap)->Args({products, size});
        }
        benchmark::RegisterBenchmark("open", open)->Arg(products);
    }
}

template <typename Element>
bool write(const std::string& path, const std::vector<Element>& elements) {
    std::ofstream out(path, std::ios::binary);
    out.write(reinterpret_cast<const char*>(elements.data()),
              static_cast<std::streamsize>(elements.size() * sizeof(Element)));
    if (!out.flush())
        std::cerr << path << ": cannot be written\n";
    return static_cast<bool>(out);
}

bool write_models(const std::string& folder) {
    for (const std::uint32_t products : kCatalogues) {
        const std::string stem = folder + "/" + std::to_string(products);
        if (!write(stem + ".gw", model_bytes(products)))
            return false;
        for (const std::uint32_t size : kCartSizes)
            if (!write(stem + "." + std::to_string(size) + ".carts",
                       make_carts(model_of(products), size)))
                return false;
    }
    return true;
}

}  // namespace
}  // namespace goeswith::bench

int main(int argc, char** argv) {
    if (argc == 3 && std::string_view(argv[1]) == "--write-models")
        return goeswith::bench::write_models(argv[2]) ? 0 : 1;
    benchmark::Initialize(&argc, argv);
    if (benchmark::ReportUnrecognizedArguments(argc, argv))
        return 2;
    goeswith::bench::add_benchmarks();
    benchmark::RunSpecifiedBenchmarks();
}
