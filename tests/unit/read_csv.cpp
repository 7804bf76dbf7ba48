#include "read/csv.h"

#include "catch.h"
#include "read/data_error.h"

using namespace goeswith;

namespace {

/// Every record as "line:field|field".
std::vector<std::string> records_of(std::string_view text) {
    std::vector<std::string> records;
    CsvReader reader("table.csv", [&records](const Record& record) {
        std::string shown = std::to_string(record.line);
        char before = ':';
        for (const std::string_view field : record.fields) {
            shown.append(1, before).append(field);
            before = '|';
        }
        records.push_back(shown);
    });
    reader.feed(text);
    reader.end();
    return records;
}

using Records = std::vector<std::string>;

}  // namespace

TEST_CASE("lines may end with LF, CRLF or CR, and the last one with nothing") {
    const Records expected = {"1:a|b", "2:c|d"};
    CHECK(records_of("a,b\nc,d\n") == expected);
    CHECK(records_of("a,b\r\nc,d") == expected);
    CHECK(records_of("a,b\rc,d\r") == expected);
}

TEST_CASE("comma, semicolon and tab are told apart by the first line that has one") {
    CHECK(records_of("a;b\n1,5;2") == Records{"1:a|b", "2:1,5|2"});
    CHECK(records_of("a\tb\n1,5\t2;3") == Records{"1:a|b", "2:1,5|2;3"});
    CHECK(records_of("\"x;y;z\",b\n1,2") == Records{"1:x;y;z|b", "2:1|2"});
    CHECK(records_of("alone\nx;y") == Records{"1:alone", "2:x|y"});
}

TEST_CASE("quotes keep delimiters, line ends and doubled quotes inside a field") {
    CHECK(records_of("\"a,b\",\"c \"\"d\"\"\"\n\"e\nf\",g\nh,i") ==
          Records{"1:a,b|c \"d\"", "2:e\nf|g", "4:h|i"});
    CHECK(records_of("\"a\r\nb\",c\nd,e") == Records{"1:a\r\nb|c", "3:d|e"});
}

TEST_CASE("a quote inside a field that does not begin with one stands for itself") {
    CHECK(records_of("FRAME 7\" SINGLE,x\n5\",y") == Records{"1:FRAME 7\" SINGLE|x", "2:5\"|y"});
}

TEST_CASE("spaces around fields and around their quotes are no part of them") {
    CHECK(records_of(" a , \"b, c\" ,d\n") == Records{"1:a|b, c|d"});
}

TEST_CASE("empty fields are fields and empty lines are nothing") {
    CHECK(records_of("a,,\n\n,\r\n\r\nb,\"\",c") == Records{"1:a||", "3:|", "5:b||c"});
}

TEST_CASE("a byte order mark is no part of the first field") {
    CHECK(records_of("\xEF\xBB\xBF\"a\",b") == Records{"1:a|b"});
}

TEST_CASE("text behind a closing quote is a fault with its line") {
    try {
        records_of("a,b\n\"7\" frame\",c\n");
        FAIL("nothing was found");
    } catch (const DataError& error) {
        CHECK(std::string(error.what()) ==
              "table.csv:2: text after a closing quote: inside quotes a quote is written twice");
    }
}
