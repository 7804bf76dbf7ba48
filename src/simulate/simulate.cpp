#include "simulate/simulate.h"

#include <ostream>
#include <string>
#include <vector>

#include "simulate/basket.h"
#include "simulate/calendar.h"
#include "simulate/customers.h"
#include "simulate/shop.h"
#include "simulate/text.h"

namespace goeswith {
namespace {

using namespace shop;

constexpr std::size_t kBufferBytes = 1u << 20;

void flush(std::string& text, std::ostream& out) {
    out.write(text.data(), static_cast<std::streamsize>(text.size()));
    text.clear();
}

void write_catalogue(const Shop& shop, std::ostream& out) {
    std::string text = "id,title,url,image,price,currency,category,brand,first_seen\n";
    for (std::size_t product = 0; product < shop.size(); ++product) {
        shop.append_row(text, product);
        if (text.size() > kBufferBytes)
            flush(text, out);
    }
    flush(text, out);
}

void append_time(std::string& text, std::chrono::year_month_day date, std::uint32_t second) {
    append_date(text, date);
    text += 'T';
    append_two_digits(text, second / 3600);
    text += ':';
    append_two_digits(text, second / 60 % 60);
    text += ':';
    append_two_digits(text, second % 60);
    text += 'Z';
}

/// Writes the lines of orders, numbered from 100001 on.
class OrderWriter {
  public:
    OrderWriter(const Shop& shop, std::ostream& out) : shop_(shop), out_(out) {}

    void write(std::chrono::year_month_day date, std::uint32_t second, std::uint64_t customer,
               const std::vector<Line>& basket) {
        ending_.clear();
        ending_ += ',';
        append_time(ending_, date, second);
        ending_ += ',';
        if (customer != Customers::kGuest) {
            ending_ += 'C';
            append_number(ending_, 10'000 + customer);
        }
        ending_ += '\n';
        for (const Line& line : basket) {
            append_number(text_, 100'001 + orders_);
            text_ += ',';
            shop_.append_id(text_, line.product);
            text_ += ',';
            append_number(text_, line.quantity);
            text_ += ',';
            append_price(text_, shop_[line.product].price);
            text_ += ending_;
        }
        ++orders_;
        if (text_.size() > kBufferBytes)
            finish();
    }

    void finish() { flush(text_, out_); }

  private:
    const Shop& shop_;
    std::ostream& out_;
    std::uint64_t orders_ = 0;
    std::string text_ = "order_id,product_id,qty,price,timestamp,customer_id\n";
    std::string ending_;  // what the lines of an order have in common
};

}  // namespace

Simulated simulate(const SimulateOptions& options, std::ostream& orders, std::ostream& catalogue) {
    const Shop shop(options.products, options.seed);
    write_catalogue(shop, catalogue);

    const BasketFiller filler(shop, options.seed, options.lines_per_order);
    const Calendar calendar(options.seed);
    Customers customers;
    Random random{options.seed, 'o'};
    OrderWriter writer(shop, orders);
    Simulated result{.products = shop.size()};
    std::vector<std::uint32_t> seconds;
    std::vector<Line> basket;
    for (int day = 0; day < kDays; ++day) {
        const std::chrono::year_month_day date{kFirstDay + std::chrono::days{day}};
        Visit visit{.day = day, .month = static_cast<unsigned>(date.month()) - 1};
        calendar.draw_times(random, calendar.orders_on(day, options.orders), seconds);
        for (const std::uint32_t second : seconds) {
            const std::uint64_t customer = customers.draw(random);
            // Guests have tastes too, each another.
            visit.customer = customer != Customers::kGuest ? customer : random.next();
            filler.fill(random, visit, basket);
            writer.write(date, second, customer, basket);
            result.lines += basket.size();
        }
        result.orders += seconds.size();
        if (options.progress)
            options.progress(result.orders);
    }
    writer.finish();
    return result;
}

}  // namespace goeswith
