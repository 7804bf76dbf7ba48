#include "inputs.h"

#include <algorithm>
#include <string>

#include "model/writer.h"
#include "simulate/random.h"

namespace goeswith::bench {
namespace {

using shop::Random;
using shop::Wheel;

constexpr std::uint64_t kSeed = 1;
constexpr std::uint32_t kDepartmentSize = 40;
constexpr std::uint32_t kBrands = 10;

Wheel popularity(std::uint32_t products) {
    Wheel wheel;
    wheel.reserve(products);
    for (std::uint32_t rank = 0; rank < products; ++rank)
        wheel.add((std::uint64_t{1} << 28) / (rank + 60));  // sums stay below 2^32
    return wheel;
}

bool holds(const std::vector<ProductId>& numbers, ProductId number) {
    return std::find(numbers.begin(), numbers.end(), number) != numbers.end();
}

}  // namespace

std::vector<unsigned char> make_model(std::uint32_t products) {
    Random random{kSeed, products};
    const std::uint32_t departments = products / kDepartmentSize;
    const Wheel everywhere = popularity(products);
    const Wheel inside = popularity(kDepartmentSize);
    ModelContent content;
    content.currency = "EUR";
    content.rows.resize(products);
    std::vector<ProductId> neighbours;
    for (ProductId product = 0; product < products; ++product) {
        const std::uint32_t department = product % departments;
        neighbours.clear();
        while (neighbours.size() < kNeighbours) {
            const auto neighbour = static_cast<ProductId>(
                random.percent(50) ? inside.draw(random) * departments + department
                                   : everywhere.draw(random));
            if (neighbour == product || holds(neighbours, neighbour))
                continue;
            neighbours.push_back(neighbour);
            const auto share = static_cast<float>(1 + random.below(1000)) / 1000;
            const auto support = static_cast<std::uint32_t>(5 + random.below(300));
            content.rows[product].push_back({neighbour, share * share, support});
        }
        const std::string number = std::to_string(product);
        content.ids.push_back("P" + number);
        content.titles.push_back("Product " + number + " of department " +
                                 std::to_string(department));
        content.prices.push_back(static_cast<std::uint32_t>(100 + random.below(5000)));
        content.categories.push_back(static_cast<std::uint16_t>(department));
        content.brands.push_back(static_cast<std::uint16_t>(product % kBrands));
    }
    for (std::uint32_t department = 0; department < departments; ++department)
        content.category_names.push_back("Department " + std::to_string(department));
    for (std::uint32_t brand = 0; brand < kBrands; ++brand)
        content.brand_names.push_back("Brand " + std::to_string(brand));
    return write_model(content);
}

std::vector<ProductId> make_carts(const Model& model, std::uint32_t size) {
    Random random{kSeed, model.products(), size};
    const Wheel everywhere = popularity(model.products());
    std::vector<ProductId> carts;
    std::vector<ProductId> cart;
    std::vector<ProductId> neighbours;
    for (std::uint32_t i = 0; i < kCarts; ++i) {
        cart.clear();
        while (cart.size() < size) {
            auto product = static_cast<ProductId>(everywhere.draw(random));
            if (!cart.empty() && random.percent(50)) {
                neighbours.clear();
                model.for_each_neighbour(cart[random.below(cart.size())], [&](const Edge& edge) {
                    neighbours.push_back(edge.neighbour);
                });
                product = neighbours[random.below(neighbours.size())];
            }
            if (!holds(cart, product))
                cart.push_back(product);
        }
        carts.insert(carts.end(), cart.begin(), cart.end());
    }
    return carts;
}

std::vector<std::uint32_t> make_gaps() {
    Random random{kSeed, kCarts};
    std::vector<std::uint32_t> gaps(kCarts);
    for (std::uint32_t& gap : gaps)
        gap = static_cast<std::uint32_t>(300 + random.below(3701));
    return gaps;
}

}  // namespace goeswith::bench
