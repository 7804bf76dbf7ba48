// The studio module: a merchant's exports to a model, in a page's worker. It calls what the command
// calls. Texts cross as JSON, since a byte here is no shopper's; `demo/studio/core.d.ts` says the
// same to TypeScript.

#include <emscripten/bind.h>
#include <emscripten/val.h>

#include <algorithm>
#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "config/compile.h"
#include "config/config.h"
#include "read/catalogue.h"
#include "read/data_error.h"
#include "read/orders_reader.h"
#include "report/experiment.h"
#include "report/file_preview.h"
#include "report/offers.h"
#include "report/product.h"
#include "report/shop_facts.h"
#include "report/training.h"

namespace {

using emscripten::typed_memory_view;
using emscripten::val;
using namespace goeswith;
using nlohmann::json;

std::string text_of(const json& value) {
    return value.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// What was asked, or `{"error": ..., "of": "data" | "call" | "memory"}`: nothing is thrown into
/// the page.
template <typename Work>
std::string guarded(Work&& work) {
    const auto failed = [](const char* of, const std::string& what) {
        return text_of({{"error", what}, {"of", of}});
    };
    try {
        return text_of(work());
    } catch (const DataError& error) {
        return failed("data", error.what());
    } catch (const CallError& error) {
        return failed("call", error.what());
    } catch (const std::bad_alloc&) {
        return failed("memory", "there is not enough memory for so many orders");
    } catch (const std::exception& error) {
        return failed("call", error.what());
    }
}

class Studio {
  public:
    /// `progress(stage, share)` hears how far training has come.
    explicit Studio(val progress) : progress_(std::move(progress)) {}

    /// What a file seems to be. `first_bytes` are unpacked; 64 KiB are plenty.
    std::string preview(const std::string& first_bytes) const {
        return guarded([&] { return json_of(goeswith::preview(first_bytes)); });
    }

    // Orders: begin once, then each file with begin_file, feed and end_file, then finish.
    std::string begin_orders(const std::string& options_json) {
        return guarded([&] {
            const json given = json::parse(options_json);
            ReadOptions options;
            options.format = given.value("format", "");
            options.currency = given.value("currency", "");
            options.keep_amounts = true;
            // As `goeswith train --columns` takes them, with the same words of complaint.
            if (const std::string columns = given.value("columns", ""); !columns.empty())
                options.columns = parse_columns(columns);
            const std::string label = given.value("label", "");
            if (!label.empty())
                options.keep = ExperimentQuestion{label, "", given.value("by", ""), ""}.columns();
            reader_.emplace(std::move(options));
            orders_ = Orders{};
            return json::object();
        });
    }
    std::string begin_file(const std::string& name) {
        return guarded([&] {
            reading_catalogue() ? catalogue_->begin_file(name) : reader_->begin_file(name);
            return json::object();
        });
    }
    /// `bytes`  a piece of the file, cut anywhere
    std::string feed(const std::string& bytes) {
        return guarded([&] {
            reading_catalogue() ? catalogue_->feed(bytes) : reader_->feed(bytes);
            return json::object();
        });
    }
    std::string end_file() {
        return guarded([&] {
            reading_catalogue() ? catalogue_->end_file() : reader_->end_file();
            return json::object();
        });
    }
    std::string finish_orders() {
        return guarded([&] {
            orders_ = reader_->finish();
            reader_.reset();
            return orders_report(orders_);
        });
    }
    // Then, where there is one, the catalogue: its files the same way.
    std::string begin_catalogue() {
        return guarded([&] {
            catalogue_.emplace(orders_);
            return json::object();
        });
    }
    std::string finish_catalogue() {
        return guarded([&] {
            catalogue_.reset();
            return orders_report(orders_);
        });
    }

    /// Orders to a model; what is inside.
    std::string train(const std::string& config) {
        return guarded([&] {
            options_.weights.threads = 1;  // a page has none without headers that few shops send
            training_ = train_shop(orders_, read_config(config).config, options_, stages());
            const std::vector<unsigned char>& made = training_->result.model;
            model_.emplace(std::string(made.begin(), made.end()), "shop.gw");
            return summary(*model_);
        });
    }
    /// How good it is on the newest orders, and all else that `goeswith train --report` tells.
    std::string grade() {
        return guarded([&] {
            if (!training_)
                throw CallError("nothing was trained yet");
            const Evaluation newest = ask_newest(orders_, options_, stages());
            return training_report(orders_, *training_, newest);
        });
    }
    /// A model that was made before.
    std::string open(const std::string& bytes) {
        return guarded([&] {
            model_.emplace(bytes, "shop.gw");
            return summary(*model_);
        });
    }
    /// The file; a view, to be copied at once.
    val model() const {
        const std::string_view bytes = model_ ? model_->bytes() : std::string_view();
        return val(
            typed_memory_view(bytes.size(), reinterpret_cast<const unsigned char*>(bytes.data())));
    }

    /// What orders came to, in minor units, and pieces; a view, to be copied at once. Below 0 an
    /// order's amount is not known.
    val amounts() {
        amounts_.assign(orders_.amount_minor.begin(), orders_.amount_minor.end());
        return val(typed_memory_view(amounts_.size(), amounts_.data()));
    }

    std::string pairs(std::uint32_t most) const {
        return guarded([&] { return strongest_pairs(*model_, most); });
    }
    std::string products() const {
        return guarded([&] { return product_list(*model_); });
    }
    std::string map(std::uint32_t products, std::uint32_t edges) const {
        return guarded([&] { return product_map(*model_, products, edges); });
    }
    std::string never_offered(const std::string& config, std::uint32_t places) const {
        return guarded(
            [&] { return goeswith::never_offered(*model_, read_config(config).config, places); });
    }
    std::string product(const std::string& id) const {
        return guarded([&] {
            ProductId number;
            if (!model_->find(id, number))
                throw CallError("the model has no product \"" + id + "\"");
            return product_report(*model_, number);
        });
    }
    /// `question_json`  cart, product, lists, placement, stage, top, bundle; as `goeswith
    /// recommend`
    std::string offers(const std::string& config, const std::string& question_json) const {
        return guarded([&] {
            return row_report(*model_, read_config(config).config, json::parse(question_json));
        });
    }

    /// Every mistake in a configuration, as `goeswith check` finds them.
    std::string check(const std::string& config) const {
        return guarded([&] {
            ConfigResult read = read_config(config);
            if (model_)
                for (Mistake& mistake : mistakes_with(read.config, model_->model()))
                    read.mistakes.push_back(std::move(mistake));
            json mistakes = json::array();
            for (const Mistake& mistake : read.mistakes)
                mistakes.push_back({{"place", mistake.place}, {"what", mistake.what}});
            return mistakes;
        });
    }

    /// `question_json`  label, prefix, by, control; as `goeswith measure`
    std::string measure(const std::string& file, const std::string& question_json) const {
        return guarded([&] {
            const json given = json::parse(question_json);
            const ExperimentQuestion question{given.value("label", ""), given.value("prefix", ""),
                                              given.value("by", ""), given.value("control", "")};
            const Experiment experiment = compare_labels(orders_, question, file);
            json report = json_of(experiment, orders_, question);
            report["notes"] = experiment.notes;
            return report;
        });
    }

  private:
    Stages stages() {
        return [this](const char* stage, double share) { progress_(std::string(stage), share); };
    }
    bool reading_catalogue() const { return catalogue_.has_value(); }

    val progress_;
    std::optional<OrdersReader> reader_;
    std::optional<CatalogueReader> catalogue_;
    Orders orders_;
    TrainOptions options_;
    std::optional<Training> training_;
    std::optional<ModelText> model_;
    std::vector<double> amounts_;
};

}  // namespace

EMSCRIPTEN_BINDINGS(studio) {
    emscripten::class_<Studio>("Studio")
        .constructor<val>()
        .function("preview", &Studio::preview)
        .function("beginOrders", &Studio::begin_orders)
        .function("beginFile", &Studio::begin_file)
        .function("feed", &Studio::feed)
        .function("endFile", &Studio::end_file)
        .function("finishOrders", &Studio::finish_orders)
        .function("beginCatalogue", &Studio::begin_catalogue)
        .function("finishCatalogue", &Studio::finish_catalogue)
        .function("train", &Studio::train)
        .function("grade", &Studio::grade)
        .function("open", &Studio::open)
        .function("model", &Studio::model)
        .function("amounts", &Studio::amounts)
        .function("pairs", &Studio::pairs)
        .function("products", &Studio::products)
        .function("map", &Studio::map)
        .function("neverOffered", &Studio::never_offered)
        .function("product", &Studio::product)
        .function("offers", &Studio::offers)
        .function("check", &Studio::check)
        .function("measure", &Studio::measure);
}
