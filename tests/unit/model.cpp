#include "model/model.h"

#include <algorithm>
#include <cmath>

#include "unit/catch.h"
#include "unit/small_model.h"

using namespace goeswith;
using namespace goeswith::test;

TEST_CASE("what is written to a model is read from it") {
    const SmallModel small(five_products());
    REQUIRE(small.status == Status::ok);
    const Model& model = small.model;
    CHECK(model.products() == 5);
    CHECK(model.edges() == 6);
    CHECK(model.size_bytes() == small.bytes.size());
    CHECK(model.currency() == "EUR");
    CHECK(model.price(4) == 1500);
    CHECK(model.text(Section::ids) == "P0\nP1\nP2\nP3\nP4\n");
    CHECK(model.text(Section::titles) == "Coffee\nFilters\nDescaler\nTea\nMug\n");
    CHECK(model.text(Section::urls).empty());
    std::vector<Edge> row;
    model.for_each_neighbour(0, [&](const Edge& edge) { row.push_back(edge); });
    REQUIRE(row.size() == 3);
    CHECK(row[0].neighbour == 1);
    CHECK(static_cast<float>(row[0].weight) * model.scale() == Approx(0.8).margin(0.01));
    CHECK(model.support(row[0].support_class) == 20);
    CHECK(row[2].neighbour == 3);
    CHECK(static_cast<float>(row[2].weight) * model.scale() == Approx(-0.5).margin(0.01));
}

TEST_CASE("neighbours far apart in number survive the gaps between them") {
    ModelContent content = products(300000);
    content.rows[7] = {
        {0, 0.5f, 9}, {127, 0.5f, 9}, {128, 0.5f, 9}, {16512, 0.5f, 9}, {299999, 0.5f, 9}};
    const SmallModel small(content);
    REQUIRE(small.status == Status::ok);
    std::vector<ProductId> neighbours;
    small.model.for_each_neighbour(7,
                                   [&](const Edge& edge) { neighbours.push_back(edge.neighbour); });
    CHECK(neighbours == std::vector<ProductId>{0, 127, 128, 16512, 299999});
}

TEST_CASE("what is told of products is read as it was written") {
    ModelContent content = products(3);
    content.shares = {share_code(1), share_code(0.5), share_code(0.001)};
    content.categories = {1, 0, kNoGroup};
    content.category_names = {"Cups", "Pots"};
    content.brands = {kNoGroup, 0, 0};
    content.brand_names = {"Osier"};
    content.tags = {3, 0, 2};
    content.tag_names = {"sale", "fragile"};
    content.parents = {0, 0, 2};
    content.first_days = {0, 20000, 65535};
    content.intervals = {30, 0, 365};
    content.margins = {40, kNoMargin, 0};
    content.trending = {2, 0};
    content.upgrades = {{2, 1}, {}, {0}};
    content.orders = 20567;
    content.newest_day = 20400;
    const SmallModel small(content);
    REQUIRE(small.status == Status::ok);
    const Model& model = small.model;
    CHECK(model.orders() == 20000);  // two digits tell enough
    CHECK(model.newest_day() == 20400);
    CHECK(model.share(0) == 0);
    CHECK(model.share(1) == 8);
    CHECK(model.share(2) == 80);
    CHECK(model.category(0) == 1);
    CHECK(model.category(2) == kNoGroup);
    CHECK(model.brand(1) == 0);
    CHECK(model.tags(2) == 2);
    CHECK(model.parent(1) == 0);
    CHECK(model.first_day(2) == 65535);
    CHECK(model.interval_days(2) == 365);
    CHECK(model.margin_percent(1) == kNoMargin);
    REQUIRE(model.trending_count() == 2);
    CHECK(model.trending(0) == 2);
    std::vector<ProductId> better;
    model.for_each_upgrade(0, [&](ProductId product) { better.push_back(product); });
    model.for_each_upgrade(1, [&](ProductId product) { better.push_back(product); });
    model.for_each_upgrade(2, [&](ProductId product) { better.push_back(product); });
    CHECK(better == std::vector<ProductId>{2, 1, 0});
    CHECK(model.text(Section::brand_names) == "Osier\n");
}

TEST_CASE("a model that tells nothing of its products says so for each") {
    const SmallModel small(products(2));
    const Model& model = small.model;
    CHECK(model.category(1) == kNoGroup);
    CHECK(model.brand(1) == kNoGroup);
    CHECK(model.parent(1) == 1);
    CHECK(model.margin_percent(1) == kNoMargin);
    CHECK(model.price(1) + model.tags(1) + model.first_day(1) + model.interval_days(1) == 0);
    CHECK(model.trending_count() == 0);
    model.for_each_upgrade(1, [](ProductId) { FAIL("there is no upgrade"); });
}

TEST_CASE("a control character in a title cannot break the lines of a text section") {
    ModelContent content = products(2);
    content.titles = {"one\ntwo", "three\tfour"};
    const SmallModel small(content);
    REQUIRE(small.status == Status::ok);
    CHECK(small.model.text(Section::titles) == "one two\nthree four\n");
}

TEST_CASE("a model without products is a model") {
    const SmallModel small(products(0));
    CHECK(small.status == Status::ok);
    CHECK(small.model.products() == 0);
}

TEST_CASE("a model that is cut at any length is refused") {
    const SmallModel small(five_products());
    for (std::size_t length = 0; length < small.bytes.size(); ++length) {
        const std::vector<unsigned char> cut(
            small.bytes.begin(), small.bytes.begin() + static_cast<std::ptrdiff_t>(length));
        const OpenResult opened = open_model(cut);
        INFO("cut at " << length);
        CHECK(opened.status == Status::too_short);
        CHECK(opened.model.products() == 0);
    }
}

TEST_CASE("a model with any byte changed is refused") {
    const SmallModel small(five_products());
    for (std::size_t at = 0; at < small.bytes.size(); ++at)
        for (const int bit : {0x01, 0x10, 0x80, 0xFF}) {
            std::vector<unsigned char> changed = small.bytes;
            changed[at] = static_cast<unsigned char>(changed[at] ^ bit);
            INFO("byte " << at << " xor " << bit);
            CHECK(open_model(changed).status != Status::ok);
        }
}

TEST_CASE("a model of a newer version is refused and says so") {
    std::vector<unsigned char> bytes = SmallModel(five_products()).bytes;
    bytes[4] = kVersion + 1;
    CHECK(open_model(bytes).status == Status::newer_version);
    CHECK(std::string(to_text(Status::newer_version)).find("newer") != std::string::npos);
}

TEST_CASE("an error page, an empty file and bytes behind the end are told apart") {
    const std::string page = "<!doctype html><title>404 Not Found</title>";
    CHECK(open_model({reinterpret_cast<const unsigned char*>(page.data()), page.size()}).status ==
          Status::not_a_model);
    CHECK(open_model({}).status == Status::too_short);
    std::vector<unsigned char> longer = SmallModel(five_products()).bytes;
    longer.push_back(0);
    CHECK(open_model(longer).status == Status::too_long);
}

namespace {

/// A model's bytes with four of them changed and the checksum made right again, so that the checks
/// behind the checksum have to find it.
std::vector<unsigned char> with_u32(std::vector<unsigned char> bytes, std::size_t at,
                                    std::uint32_t value) {
    const auto put = [&](std::size_t where, std::uint32_t number) {
        for (std::size_t i = 0; i < 4; ++i)
            bytes[where + i] = static_cast<unsigned char>(number >> (8 * i));
    };
    put(at, value);
    const Bytes all(bytes);
    put(12, adler32(all.subspan(kHeaderBytes), adler32(all.first(12))));
    return bytes;
}

std::size_t entry_of(const std::vector<unsigned char>& bytes, Section kind) {
    for (std::size_t at = kHeaderBytes;; at += kEntryBytes)
        if (load_u32(&bytes[at]) == static_cast<std::uint32_t>(kind))
            return at;
}

std::size_t begin_of(const std::vector<unsigned char>& bytes, Section kind) {
    return load_u32(&bytes[entry_of(bytes, kind) + 4]);
}

}  // namespace

TEST_CASE("a forged model with a right checksum is refused for what is wrong with it") {
    const std::vector<unsigned char> bytes = SmallModel(five_products()).bytes;
    const auto status = [&](std::size_t at, std::uint32_t value) {
        return open_model(with_u32(bytes, at, value)).status;
    };
    const std::size_t shape = begin_of(bytes, Section::shape);
    const std::size_t rows = begin_of(bytes, Section::rows);
    const std::size_t edges = begin_of(bytes, Section::edges);
    CHECK(status(shape, load_u32(&bytes[shape])) == Status::ok);  // the forging itself is sound
    CHECK(status(shape, 6) == Status::bad_section_size);
    CHECK(status(shape, 0xFFFFFFFF) == Status::bad_shape);
    CHECK(status(shape + 4, 7) == Status::bad_shape);
    CHECK(status(shape + 8, 0x7FC00000) == Status::bad_shape);   // a scale that is not a number
    CHECK(status(shape + 8, 0x7F800000) == Status::bad_shape);   // infinity
    CHECK(status(shape + 12, 0x00727565) == Status::bad_shape);  // "eur"
    CHECK(status(shape + 16, 9) == Status::bad_shape);
    CHECK(status(rows, 1) == Status::bad_row);
    CHECK(status(rows + 4, 0xFFFFFFF0) == Status::bad_row);
    CHECK(status(rows + 8, 1) == Status::bad_row);
    CHECK(status(edges, 0x0000007F) == Status::bad_neighbour);
    CHECK(status(edges, 0x80808080) == Status::bad_row);
    CHECK(status(begin_of(bytes, Section::supports), 5) == Status::bad_supports);
    CHECK(status(begin_of(bytes, Section::supports) + 8, 1) == Status::bad_supports);
    CHECK(status(begin_of(bytes, Section::ids), 0x41414141) == Status::bad_text);
    CHECK(status(entry_of(bytes, Section::edges) + 4, 0xFFFFFFF0) == Status::bad_section_table);
    CHECK(status(entry_of(bytes, Section::edges) + 8, 0xFFFFFFF0) == Status::bad_section_table);
    CHECK(status(entry_of(bytes, Section::edges), 2) == Status::bad_section_table);
    // A section that nobody knows is passed over; its old place is then empty.
    CHECK(status(entry_of(bytes, Section::titles), 23) == Status::ok);
    CHECK(status(entry_of(bytes, Section::ids), 9) == Status::missing_section);
}

TEST_CASE("every status has a sentence of its own") {
    std::vector<std::string> texts;
    for (int status = 0; status <= static_cast<int>(Status::no_memory); ++status)
        texts.emplace_back(to_text(static_cast<Status>(status)));
    std::sort(texts.begin(), texts.end());
    CHECK(std::adjacent_find(texts.begin(), texts.end()) == texts.end());
    CHECK(std::find(texts.begin(), texts.end(), "unknown status") == texts.end());
}

TEST_CASE("weights are rounded to the nearest of their codebook within a step") {
    ModelContent content = products(1000);
    for (ProductId product = 0; product < 1000; ++product)
        for (ProductId i = 1; i <= 8; ++i)
            content.rows[product].push_back(
                {(product + i * 31) % 1000,
                 0.9f / static_cast<float>(i) * (0.5f + static_cast<float>(product) / 2000), 9});
    const SmallModel small(content);
    REQUIRE(small.status == Status::ok);
    double squared = 0;
    for (ProductId product = 0; product < 1000; ++product)
        small.model.for_each_neighbour(product, [&](const Edge& edge) {
            for (const WeightedEdge& wanted : content.rows[product])
                if (wanted.neighbour == edge.neighbour) {
                    const double error = edge.weight * small.model.scale() - wanted.weight;
                    squared += error * error;
                }
        });
    CHECK(std::sqrt(squared / 8000) < 0.9 / 32 / 3);
}
