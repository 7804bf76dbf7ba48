// The real exports of the field, which lie beside the repository where they are there at all. The
// figures were counted by plain scripts over the same files.

#include <cstdlib>
#include <filesystem>

#include "catch.h"
#include "read/files.h"
#include "read_help.h"

using namespace goeswith;

namespace {

/// The path of a data set; empty, with a warning, where it is not there.
std::string shared(const std::string& name) {
    const char* folder = std::getenv("GOESWITH_SHARED");
    const std::string path =
        (folder ? std::string(folder) : GOESWITH_TEST_DATA "/../../../shared") + "/data/" + name;
    if (std::filesystem::exists(path))
        return path;
    WARN("skipped: there is no " << path);
    return {};
}

Orders read_file(const std::string& path) {
    return read_orders(std::vector<std::string>{path});
}

std::uint64_t lines_left_out(const Orders& orders, std::string_view reason) {
    for (const LeftOut& some : orders.report.left_out)
        if (some.reason == reason)
            return some.lines;
    return 0;
}

}  // namespace

TEST_CASE("Online Retail II is read as it is") {
    const std::string path = shared("online_retail_ii/orders.csv.gz");
    if (path.empty())
        return;
    const Orders orders = read_file(path);
    CHECK(orders.report.format == "online-retail");
    CHECK(orders.report.lines == 525'461);
    CHECK(lines_left_out(orders, "cancelled") == 10'206);
    CHECK(lines_left_out(orders, "adjustment") == 3);
    CHECK(orders.size() == 20'573);
    CHECK(orders.products.size() == 4'081);
    CHECK(orders.products[0].title == "15CM CHRISTMAS GLASS BALL 20 LIGHTS");
}

TEST_CASE("the groceries are one basket a line") {
    const std::string path = shared("groceries/baskets.csv");
    if (path.empty())
        return;
    const Orders orders = read_file(path);
    CHECK(orders.report.format == "baskets");
    CHECK(orders.size() == 9'835);
    CHECK(orders.products.size() == 169);
    CHECK(orders.lines.size() == 43'367);
}

TEST_CASE("the takeaway's export is found by what its columns are called") {
    const std::string path = shared("takeaway/orders.csv.gz");
    if (path.empty())
        return;
    const Orders orders = read_file(path);
    CHECK(orders.report.format == "canonical");
    CHECK(orders.report.lines == 74'818);
    CHECK(orders.size() == 13'397);
    CHECK(orders.products.size() == 248);
    CHECK(orders.report.notes.empty());  // days over 12 show that the day comes first
}

TEST_CASE("Ta-Feng's baskets are grouped by order and customer") {
    const std::string path = shared("tafeng/orders.csv.gz");
    if (path.empty())
        return;
    const Orders orders = read_file(path);
    CHECK(orders.report.lines == 571'933);
    CHECK(orders.size() == 91'227);
    CHECK(orders.products.size() == 11'997);
}
