#include "simulate/vocabulary.h"

namespace goeswith::shop {
namespace {

// In the order of `DepartmentNumber`.
constexpr Department kDepartments[] = {
    {"Coffee & tea",
     {"Larch", "Harbour", "Ember", "Drift", "Sable", "Morning", "Juniper", "Crane"},
     {"Hollin & Pike", "Morrow Lane", "Kettleby"}},
    {"Kitchen",
     {"Hearth", "Thistle", "Orchard", "Barrow", "Fennel", "Alder", "Millstone", "Rye"},
     {"Brindle & Ash", "Tarrowby", "Skillen House"}},
    {"Table",
     {"Heron", "Meadow", "Pebble", "Linden", "Dune", "Quince", "Tern", "Clover"},
     {"Potter's Yard", "Umberlow", "Sill & Saucer"}},
    {"Bath",
     {"Lagoon", "Fern", "Tide", "Willow", "Marsh", "Coral", "Brook", "Reed"},
     {"Wadelow", "Suds & Sons", "Marrowfern"}},
    {"Bedroom",
     {"Cloud", "Wren", "Hush", "Feather", "Dusk", "Poplar", "Lull", "Swan"},
     {"Featherby", "Dozewell", "Noonan & Loom"}},
    {"Garden",
     {"Bramble", "Hazel", "Sorrel", "Robin", "Furrow", "Nettle", "Badger", "Medlar"},
     {"Spade & Sparrow", "Greenlaw Yard", "Tillerby"}},
    {"Desk",
     {"Margin", "Quill", "Folio", "Raven", "Atlas", "Birch", "Ledger", "Vesper"},
     {"Inkle & Co.", "Paperfold", "Quarto Lane"}},
    {"Lighting",
     {"Halo", "Beacon", "Moth", "Gleam", "Polar", "Cinder", "Luna", "Aster"},
     {"Lumenby", "Wick & Wander", "Glowworm Works"}},
    {"Kids",
     {"Puddle", "Acorn", "Pocket", "Otter", "Fox", "Comet", "Button", "Pip"},
     {"Tumbledown", "Little Marrow", "Hopscotch & Hare"}},
    {"Pets",
     {"Barnaby", "Whisker", "Tuck", "Hugo", "Maple", "Biscuit", "Scout", "Tilly"},
     {"Paw & Porch", "Muddle & Mutt", "Wagtail House"}},
    {"Outdoors",
     {"Ridge", "Summit", "Cairn", "Trail", "Tarn", "Elk", "Compass", "Fjord"},
     {"Farlow Packs", "Hill & Heather", "Stonewade"}},
    {"Seasonal",
     {"Frost", "Holly", "Rowan", "Yule", "Starling", "Sleigh", "Ivy", "Mistle"},
     {"Merriby", "Tinsel & Twine", "Fourfold Fair"}},
};

// clang-format off
constexpr std::string_view kCollectionEndings[] = {
    "bank",   "bay",    "beck",  "bourne", "bridge", "by",     "cliff", "combe", "cote",  "cove",
    "croft",  "dale",   "den",   "fell",   "field",  "fold",   "ford",  "garth", "gate",  "glen",
    "grove",  "ham",    "haven", "heath",  "hill",   "holm",   "holt",  "hope",  "hurst", "lake",
    "land",   "law",    "lea",   "ley",    "low",    "march",  "mead",  "mere",  "mill",  "moor",
    "mount",  "ness",   "park",  "pool",   "port",   "reach",  "rigg",  "row",   "shaw",  "shore",
    "side",   "stead",  "stone", "stow",   "thorpe", "ton",    "vale",  "wade",  "water", "way",
    "well",   "wick",   "wold",  "wood",
};
constexpr std::string_view kBrandEndings[] = {
    "Works", "Studio", "& Daughters", "Makers", "Atelier", "Brothers", "Guild", "Goods",
};
// clang-format on

}  // namespace

std::span<const Department> departments() {
    return kDepartments;
}
std::span<const std::string_view> collection_endings() {
    return kCollectionEndings;
}
std::span<const std::string_view> brand_endings() {
    return kBrandEndings;
}

}  // namespace goeswith::shop
