// The fuzzers' laws without a fuzzer: on the kept seeds, and on some thousands of changes to them
// that are the same on every machine.

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "fuzz/catalogue.h"
#include "fuzz/config.h"
#include "fuzz/model.h"
#include "fuzz/orders.h"
#include "unit/catch.h"
#include "unit/dice.h"

using namespace goeswith;
using test::Dice;

namespace {

using Input = std::vector<unsigned char>;

std::vector<Input> seeds_of(const std::string& target) {
    std::vector<std::filesystem::path> paths;
    for (const auto& entry :
         std::filesystem::directory_iterator(GOESWITH_TEST_DATA "/../fuzz/seeds/" + target))
        paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());  // a folder has no order of its own
    std::vector<Input> seeds;
    for (const auto& path : paths) {
        std::ifstream file(path, std::ios::binary);
        seeds.emplace_back(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>());
    }
    return seeds;
}

/// One change: a byte, a part that is lost, a part that stands twice, or a part of another seed.
void change(Input& input, const std::vector<Input>& seeds, Dice& dice) {
    const auto place = [&](const Input& in) {
        return in.begin() + dice.below(static_cast<std::uint32_t>(in.size()) + 1);
    };
    const auto part = [&](const Input& in) {
        const auto begin = place(in);
        return Input(begin, begin + std::min<std::ptrdiff_t>(in.end() - begin, dice.below(20)));
    };
    const unsigned kind = dice.below(8);
    if (kind < 5 && !input.empty()) {
        static constexpr unsigned char kOften[] = {0,   1,   0x0A, 0x0D, '"',
                                                   ',', ';', 0x7F, 0x80, 0xFF};
        const auto at = dice.below(static_cast<std::uint32_t>(input.size()));
        input[at] =
            static_cast<unsigned char>(kind == 0 ? dice.below(256) : kOften[dice.below(10)]);
    } else if (kind == 5) {
        const auto begin = dice.below(static_cast<std::uint32_t>(input.size()) + 1);
        const auto end = std::min<std::size_t>(input.size(), begin + dice.below(20));
        input.erase(input.begin() + begin, input.begin() + static_cast<std::ptrdiff_t>(end));
    } else {
        const auto more =
            part(kind == 6 ? input : seeds[dice.below(static_cast<std::uint32_t>(seeds.size()))]);
        input.insert(input.begin() + dice.below(static_cast<std::uint32_t>(input.size()) + 1),
                     more.begin(), more.end());
    }
}

std::string as_hex(const Input& input) {
    static constexpr char kDigits[] = "0123456789abcdef";
    std::string text;
    for (const unsigned char byte : input)
        text += {kDigits[byte >> 4], kDigits[byte & 15]};
    return text;
}

void replay(const std::string& target, void (*fuzz)(Bytes), int rounds) {
    const std::vector<Input> seeds = seeds_of(target);
    REQUIRE(seeds.size() > 2);
    const auto run = [&](const Input& input) {
        try {
            fuzz(input);
        } catch (const std::exception& fault) {
            FAIL_CHECK(fault.what() << ": " << as_hex(input));
        }
    };
    for (const Input& seed : seeds)
        run(seed);
    Dice dice(static_cast<std::uint32_t>(target.size()));
    for (int round = 0; round < rounds; ++round) {
        Input input = seeds[dice.below(static_cast<std::uint32_t>(seeds.size()))];
        for (std::uint32_t changes = dice.below(4) + 1; changes > 0; --changes)
            change(input, seeds, dice);
        run(input);
    }
}

}  // namespace

TEST_CASE("a model that opens can be walked and asked, whatever was done to its bytes") {
    replay("model", fuzz::fuzz_model, 20000);
}

TEST_CASE("orders that come in pieces are the orders that come whole, whatever was done to them") {
    replay("orders", fuzz::fuzz_orders, 4000);
}

TEST_CASE("a catalogue that comes in pieces is the one that comes whole, whatever was done to it") {
    replay("catalogue", fuzz::fuzz_catalogue, 4000);
}

TEST_CASE("a configuration is read or its mistakes are told, whatever was done to it") {
    replay("config", fuzz::fuzz_config, 4000);
}
