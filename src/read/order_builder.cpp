#include "read/order_builder.h"

#include <algorithm>
#include <utility>

#include "read/currency.h"
#include "read/data_error.h"
#include "read/oddities.h"
#include "read/text.h"

namespace goeswith {
namespace {

constexpr std::int64_t kOnePiece = 10'000;  // a quantity of 1, with kPriceDigits decimals

}  // namespace

void OrderBuilder::begin_file(std::string name) {
    file_ = std::move(name);
    file_lines_ = report_.lines;
    date_order_ = DateOrder::either;
    last_timestamp_.clear();
    last_time_ = {kNoTime, DateOrder::clear};
}

void OrderBuilder::name_format(std::string_view format) {
    if (report_.format.find(format) != std::string::npos)
        return;
    if (!report_.format.empty())
        report_.format += ", ";
    report_.format += format;
}

void OrderBuilder::end_file() {
    if (report_.lines == file_lines_)
        fail(1, "the file has no orders");
    if (date_order_ == DateOrder::month_first)
        for (const std::uint32_t order : ambiguous_orders_)
            times_[order] = swap_day_and_month(times_[order]);
    if (date_order_ == DateOrder::month_first)
        report_.notes.push_back(file_ + ": dates have the month first, as line " +
                                std::to_string(date_order_line_) + " tells");
    else if (date_order_ == DateOrder::either && !ambiguous_orders_.empty())
        report_.notes.push_back(file_ + ": no date tells day from month; day first was taken");
    ambiguous_orders_.clear();
}

void OrderBuilder::fail(std::uint64_t line, std::string_view what) const {
    throw DataError(file_, line, what);
}

void OrderBuilder::leave_out(std::uint64_t line, std::string_view reason,
                             std::string_view example) {
    ++report_.lines;
    count_left_out(line, reason, example);
}

void OrderBuilder::count_left_out(std::uint64_t line, std::string_view reason,
                                  std::string_view example) {
    for (LeftOut& known : report_.left_out)
        if (known.reason == reason) {
            ++known.lines;
            return;
        }
    std::string text = file_ + ":" + std::to_string(line);
    if (!example.empty())
        text += ": " + quoted(example);
    report_.left_out.push_back({std::string(reason), 1, std::move(text)});
}

bool OrderBuilder::knows_order(std::string_view id) {
    return order_ids_.contains(clean(id, order_room_));
}

void OrderBuilder::add(const Row& row) {
    ++report_.lines;
    const std::string_view order_id = clean(row.order, order_room_);
    const std::string_view product_id = clean(row.product, product_room_);
    if (order_id.empty())
        return count_left_out(row.line, "no order id", product_id);
    if (product_id.empty())
        return count_left_out(row.line, "no product id", order_id);
    const Time time = time_of(row);
    const auto quantity = quantity_of(row);
    const auto price = price_of(row);
    if (quantity && *quantity <= 0)
        return count_left_out(row.line, "quantity of zero or less", row.quantity);
    if (price && price->amount <= 0)
        return count_left_out(row.line, kNoPriceReason, row.price);

    learn_currency(row.currency);
    const std::uint32_t id = order_ids_.number(order_id);
    if (id == order_of_id_.size())
        order_of_id_.push_back(new_order());
    tell_order(order_of_id_[id], row, time);

    const std::string_view key =
        row.product_key.empty() ? product_id : clean(row.product_key, key_room_);
    const std::uint32_t product = product_number(product_id, key);
    append_line(order_of_id_[id], product);
    const bool foreign = price && is_foreign(*price, row);
    keep_line(order_of_id_[id], quantity,
              price && !foreign ? std::optional(price->amount) : std::nullopt);
    if (const auto title = clean(told(row.title), title_room_); !title.empty())
        facts_[product].saw_title(title);
    if (foreign)
        ++foreign_prices_;
    else if (price)
        facts_[product].saw_price(price->amount);
}

/// Whether a price is in another currency than the first that was told.
bool OrderBuilder::is_foreign(const Price& price, const Row& row) {
    learn_currency(price.currency);
    const std::string_view currency = price.currency.empty() ? row.currency : price.currency;
    return is_currency(currency) && currency != currency_;
}

void OrderBuilder::keep(std::vector<std::string> columns) {
    keeps_ = true;
    kept_names_ = std::move(columns);
    for (const std::string& name : kept_names_)
        kept_.push_back({name, {""}, {}});
    kept_tables_.resize(kept_names_.size());
    for (IdTable& table : kept_tables_)
        table.number("");
    kept_values_.resize(kept_names_.size());
}

void OrderBuilder::set_kept(std::span<const std::string_view> values) {
    for (std::size_t i = 0; i < kept_values_.size(); ++i) {
        kept_values_[i].clear();
        for (std::string_view rest = values[i]; !rest.empty();) {
            const std::size_t end = std::min(rest.find('\n'), rest.size());
            const std::string_view line = clean(rest.substr(0, end), kept_room_);
            if (!line.empty() && !kept_values_[i].empty())
                kept_values_[i] += "; ";
            kept_values_[i] += line;
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
}

void OrderBuilder::keep_line(std::uint32_t order, std::optional<std::int64_t> quantity,
                             std::optional<std::int64_t> price) {
    if (!keeps_)
        return;
    if (kept_orders_.size() <= order)
        kept_orders_.resize(order + 1);
    KeptOrder& kept = kept_orders_[order];
    const std::int64_t count = quantity.value_or(kOnePiece);
    kept.quantity += count;
    kept.priced = kept.priced && price;
    if (price)
        kept.amount += static_cast<long double>(*price) * static_cast<long double>(count);
    for (std::size_t i = 0; i < kept_.size(); ++i) {
        KeptColumn& column = kept_[i];
        column.value_of.resize(kept_orders_.size(), 0);
        // The first line that tells it decides; exports repeat it or leave it out further down.
        if (column.value_of[order] != 0 || kept_values_[i].empty())
            continue;
        const std::uint32_t value = kept_tables_[i].number(kept_values_[i]);
        if (value == column.values.size())
            column.values.push_back(kept_values_[i]);
        column.value_of[order] = value;
    }
}

void OrderBuilder::finish_kept(Orders& orders) {
    if (!keeps_)
        return;
    for (const KeptOrder& kept : kept_orders_) {
        const auto amount = static_cast<std::int64_t>(kept.amount / kOnePiece);
        orders.amount_minor.push_back(kept.priced ? to_minor(amount, orders.exponent) : kNoPrice);
        orders.items.push_back((kept.quantity + kOnePiece - 1) / kOnePiece);
    }
    orders.kept = std::move(kept_);
}

void OrderBuilder::add_basket(std::uint64_t line, std::span<const std::string_view> names) {
    constexpr std::uint32_t kNone = 0xFFFFFFFFu;
    std::uint32_t order = kNone;
    for (const std::string_view name : names) {
        const std::string_view id = clean(name, product_room_);
        if (id.empty())
            continue;
        ++report_.lines;
        if (order == kNone)
            order = new_order();
        const std::uint32_t product = product_number(id, id);
        append_line(order, product);
        facts_[product].saw_title(id);
    }
    if (order == kNone)
        leave_out(line, "no product id", {});
}

std::optional<std::int64_t> OrderBuilder::quantity_of(const Row& row) const {
    const std::string_view text = told(row.quantity);
    const auto quantity = parse_decimal(text, kPriceDigits);
    if (!quantity && !text.empty())
        fail(row.line, "the quantity " + quoted(text) + " is not a number");
    return quantity;
}

std::optional<Price> OrderBuilder::price_of(const Row& row) const {
    const std::string_view text = told(row.price);
    const auto price = parse_price(text);
    if (!price && !text.empty())
        fail(row.line, "the price " + quoted(text) + " is not a number");
    return price;
}

Time OrderBuilder::time_of(const Row& row) {
    const std::string_view text = told(row.timestamp);
    if (text.empty())
        return {kNoTime, DateOrder::clear};
    if (text == last_timestamp_)  // an order's lines carry the same moment
        return last_time_;
    const auto time = parse_time(text);
    if (!time)
        fail(row.line, "the timestamp " + quoted(text) + " is not a date");
    if (time->order == DateOrder::day_first || time->order == DateOrder::month_first)
        set_date_order(row, time->order);
    last_timestamp_ = text;
    last_time_ = *time;
    return *time;
}

void OrderBuilder::set_date_order(const Row& row, DateOrder order) {
    if (date_order_ == DateOrder::either) {
        date_order_ = order;
        date_order_line_ = row.line;
    } else if (date_order_ != order) {
        fail(row.line, "the date " + quoted(row.timestamp) + " does not fit line " +
                           std::to_string(date_order_line_) +
                           ", which has day and month the other way round");
    }
}

std::uint32_t OrderBuilder::new_order() {
    times_.push_back(kNoTime);
    customers_.push_back(kNoCustomer);
    return static_cast<std::uint32_t>(times_.size() - 1);
}

/// The first line that tells an order's time or customer decides it.
void OrderBuilder::tell_order(std::uint32_t order, const Row& row, Time time) {
    if (times_[order] == kNoTime && time.seconds != kNoTime) {
        times_[order] = time.seconds;
        if (time.order == DateOrder::either)
            ambiguous_orders_.push_back(order);
    }
    const std::string_view customer = told(row.customer);
    if (customers_[order] != kNoCustomer || customer.empty())
        return;
    const auto next = static_cast<std::uint32_t>(customer_of_hash_.size());
    customers_[order] = customer_of_hash_.try_emplace(hash_of(customer), next).first->second;
}

std::uint32_t OrderBuilder::product_number(std::string_view id, std::string_view key) {
    const std::uint32_t product = product_ids_.number(key);
    if (product == products_.size()) {
        products_.emplace_back().id = id;
        facts_.emplace_back();
    }
    return product;
}

void OrderBuilder::append_line(std::uint32_t order, std::uint32_t product) {
    if (runs_.empty() || runs_.back().order != order)
        runs_.push_back({order, 0});
    ++runs_.back().lines;
    lines_.push_back(product);
    ++report_.lines_used;
}

/// The first currency told is the shop's.
void OrderBuilder::learn_currency(std::string_view currency) {
    if (currency_.empty() && is_currency(currency))
        currency_ = currency;
}

Orders OrderBuilder::finish(std::string_view currency_otherwise) {
    if (lines_.empty()) {
        std::string why = "no order line can be used";
        for (const LeftOut& some : report_.left_out)
            why += "; left out: " + some.reason + ", as in " + some.example;
        fail(0, why);
    }
    if (foreign_prices_ > 0)
        report_.notes.push_back(std::to_string(foreign_prices_) +
                                " prices in another currency than " + currency_ +
                                " were not learned");
    learn_currency(currency_otherwise);
    Orders orders;
    orders.currency = std::move(currency_);
    orders.exponent = exponent_of(orders.currency);
    orders.time = std::move(times_);
    orders.customer = std::move(customers_);
    orders.report = std::move(report_);
    finish_kept(orders);
    fill_baskets(orders);
    fill_products(orders);
    orders.report.warnings = find_oddities(orders, largest_order_);
    return orders;
}

/// `lines`  of order `o` at `o + 1`
void OrderBuilder::find_largest(std::span<const std::uint64_t> lines) {
    const auto most = std::max_element(lines.begin() + 1, lines.end());
    const auto order = static_cast<std::uint32_t>(most - lines.begin() - 1);
    const auto id = std::find(order_of_id_.begin(), order_of_id_.end(), order);
    largest_order_.lines = *most;
    if (id != order_of_id_.end())
        largest_order_.id = order_ids_.text(static_cast<std::uint32_t>(id - order_of_id_.begin()));
}

/// A counting sort of the lines by order; then each basket becomes a set, moved up in place.
void OrderBuilder::fill_baskets(Orders& orders) {
    const std::size_t count = orders.time.size();
    std::vector<std::uint64_t> begin(count + 1, 0);
    for (const Run& run : runs_)
        begin[run.order + 1] += run.lines;
    find_largest(begin);
    for (std::size_t order = 0; order < count; ++order)
        begin[order + 1] += begin[order];

    std::vector<std::uint32_t> sorted(lines_.size());
    std::vector<std::uint64_t> next(begin.begin(), begin.end() - 1);
    const std::uint32_t* line = lines_.data();
    for (const Run& run : runs_) {
        std::copy_n(line, run.lines, sorted.data() + next[run.order]);
        next[run.order] += run.lines;
        line += run.lines;
    }
    std::vector<std::uint32_t>().swap(lines_);
    std::vector<Run>().swap(runs_);

    std::uint32_t* out = sorted.data();
    for (std::size_t order = 0; order < count; ++order) {
        std::uint32_t* first = sorted.data() + begin[order];
        std::uint32_t* last = sorted.data() + begin[order + 1];
        std::sort(first, last);
        begin[order] = static_cast<std::uint64_t>(out - sorted.data());
        out = std::copy(first, std::unique(first, last), out);
    }
    begin[count] = static_cast<std::uint64_t>(out - sorted.data());
    sorted.resize(static_cast<std::size_t>(begin[count]));
    orders.basket_begin = std::move(begin);
    orders.lines = std::move(sorted);
}

void OrderBuilder::fill_products(Orders& orders) {
    orders.products = std::move(products_);
    orders.ordered_products = orders.products.size();
    for (std::size_t i = 0; i < orders.products.size(); ++i) {
        orders.products[i].title = facts_[i].title();
        const std::int64_t price = facts_[i].median_price();
        const std::int64_t minor = price == kNoPrice ? 0 : to_minor(price, orders.exponent);
        if (minor > 0)  // a tenth of a penny is no price to show
            orders.products[i].price_minor = minor;
    }
    std::vector<ToldFacts>().swap(facts_);
    for (std::size_t order = 0; order < orders.size(); ++order) {
        const std::int64_t time = orders.time[order];
        for (const std::uint32_t product : orders.basket(order)) {
            std::int64_t& first = orders.products[product].first_seen;
            if (time != kNoTime && (first == kNoTime || time < first))
                first = time;
        }
    }
}

}  // namespace goeswith
