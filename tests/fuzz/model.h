#pragma once

#include <algorithm>
#include <cstdint>
#include <set>
#include <vector>

#include "fuzz/require.h"
#include "model/bytes.h"
#include "model/model.h"
#include "recommend/recommender.h"

namespace goeswith::fuzz {

inline void walk(const Model& model) {
    std::uint32_t edges = 0;
    for (ProductId product = 0; product < model.products(); ++product) {
        model.price(product);
        std::int64_t last = -1;
        model.for_each_neighbour(product, [&](const Edge& edge) {
            require(edge.neighbour < model.products(), "a neighbour is a product of the model");
            require(edge.neighbour != product, "no product is its own neighbour");
            require(edge.neighbour > last, "neighbours ascend");
            require(edge.support_class < kSupportClasses, "a support class is one of eight");
            last = edge.neighbour;
            ++edges;
        });
    }
    require(edges == model.edges(), "the model has the edges that it says it has");
    for (const Section section : {Section::ids, Section::titles, Section::urls, Section::images}) {
        const std::string_view text = model.text(section);
        const auto lines = std::count(text.begin(), text.end(), '\n');
        require(text.empty() || lines == static_cast<std::ptrdiff_t>(model.products()),
                "a text has a line for each product");
    }
}

/// A cart of up to seven numbers, some of them too large, out of the model's own bytes.
inline std::vector<ProductId> cart_from(Bytes bytes, std::uint32_t products) {
    std::vector<ProductId> cart;
    for (std::size_t i = 0; i < bytes.back() % 8u && i + 4 <= bytes.size(); ++i)
        cart.push_back(load_u32(&bytes[bytes.size() - 4 - i]) % (products + 2));
    return cart;
}

inline bool same(const Offer& a, const Offer& b) {
    return a.product == b.product && a.score == b.score && a.reason == b.reason &&
           a.support == b.support;
}

inline void answer(const Model& model, const std::vector<ProductId>& cart, std::int64_t gap_minor) {
    Recommender recommender(model);
    require(recommender.ready(), "there is memory for a small model");
    std::vector<Offer> offers(10), gap_offers(10), three(3);
    offers.resize(recommender.recommend({cart}, offers));
    gap_offers.resize(recommender.close_gap({cart}, gap_minor, gap_offers));
    three.resize(recommender.recommend({cart}, three));

    require(three.size() == std::min<std::size_t>(3, offers.size()) &&
                std::equal(three.begin(), three.end(), offers.begin(), same),
            "the first 3 of 10 are the first 3, whatever was asked in between");
    for (std::size_t i = 1; i < offers.size(); ++i)
        require(
            offers[i - 1].score > offers[i].score || (offers[i - 1].score == offers[i].score &&
                                                      offers[i - 1].product < offers[i].product),
            "offers fall by score, and equal ones by popularity");
    for (const std::vector<Offer>* list : {&offers, &gap_offers}) {
        std::set<ProductId> taken(cart.begin(), cart.end());
        for (const Offer& offer : *list) {
            require(offer.product < model.products(), "an offer is a product of the model");
            require(offer.score >= 0, "nothing is offered that something speaks against");
            require(taken.insert(offer.product).second,
                    "nothing is offered twice or out of the cart");
        }
    }
    for (const Offer& offer : gap_offers)
        require(model.price(offer.product) >= gap_minor, "what closes a gap reaches it");
}

inline void open_and_ask(Bytes bytes) {
    const OpenResult opened = open_model(bytes);
    if (!opened) {
        require(opened.model.products() == 0, "what is refused has no products");
        require(opened.offset <= bytes.size(), "a fault lies in the file or at its end");
        return;
    }
    walk(opened.model);
    answer(opened.model, {}, 500);
    answer(opened.model, cart_from(bytes, opened.model.products()), load_u32(&bytes[12]) % 5000);
}

/// Opens a model; whatever opens is walked and asked.
///
/// Chance never finds a checksum, so the bytes are tried once more with size and checksum made
/// right, in memory of exactly their size.
inline void fuzz_model(Bytes bytes) {
    open_and_ask(bytes);
    if (bytes.size() < kHeaderBytes)
        return;
    std::vector<unsigned char> sealed(bytes.begin(), bytes.end());
    const auto put = [&](std::size_t at, std::size_t number) {
        for (std::size_t i = 0; i < 4; ++i)
            sealed[at + i] = static_cast<unsigned char>(number >> (8 * i));
    };
    put(8, sealed.size());
    const Bytes all(sealed);
    put(12, adler32(all.subspan(kHeaderBytes), adler32(all.first(12))));
    open_and_ask(sealed);
}

}  // namespace goeswith::fuzz
