#include "read/files.h"

#include <cstdlib>

#include "catch.h"
#include "read_help.h"

using namespace goeswith;

namespace {

std::string data(const std::string& name) {
    return GOESWITH_TEST_DATA "/read/" + name;
}

Orders read_files(const std::vector<std::string>& names) {
    std::vector<std::string> paths;
    for (const std::string& name : names)
        paths.push_back(data(name));
    return read_orders(paths);
}

/// What is wrong with a file, from behind the folder that it lies in.
std::string fault_of_file(const std::string& name) {
    try {
        read_files({name});
    } catch (const std::runtime_error& error) {
        const std::string text = error.what();
        return text.substr(text.find(name));
    }
    return {};
}

}  // namespace

TEST_CASE("a packed file is what it was before packing") {
    const std::string plain = picture_of(read_files({"small.csv"}));
    CHECK(picture_of(read_files({"small.csv.gz"})) == plain);
}

TEST_CASE("a file that was packed in several parts is read to its end") {
    const Orders orders = read_files({"two_members.csv.gz"});
    CHECK(orders.size() == 3);
}

TEST_CASE("a packed file that is cut off or damaged is a fault that says so") {
    CHECK(fault_of_file("truncated.csv.gz") ==
          "truncated.csv.gz: the gzip data ends in the middle: the file is cut off");
    CHECK(fault_of_file("damaged.csv.gz") == "damaged.csv.gz: the gzip data is damaged");
}

TEST_CASE("a file that cannot be opened is the caller's fault, with the reason") {
    CHECK(fault_of_file("missing.csv") == "missing.csv: No such file or directory");
    CHECK_THROWS_AS(read_files({"missing.csv"}), CallError);
    CHECK_THROWS_AS(read_files({""}), CallError);  // a folder
}

TEST_CASE("progress ends with all bytes of all files read") {
    const std::vector<std::string> paths = {data("small.csv"), data("small.csv.gz")};
    std::vector<double> shares;
    read_orders(paths, {}, [&shares](double share) { shares.push_back(share); });
    REQUIRE(shares.size() == 2);
    CHECK(shares[0] > 0);
    CHECK(shares[0] < 1);
    CHECK(shares[1] == 1);
}
