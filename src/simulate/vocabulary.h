#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

/// The words and habits of the invented shop: data, and nothing that decides.
namespace goeswith::shop {

/// A colour by the name that a title gives it ("slate", "dark", "lavender").
struct Tone {
    std::string_view name;
    std::string_view rgb;  // RRGGBB, as in the address of a picture
};

/// How much a kind is wanted in each month, January first, in percent of its best month.
using Season = std::array<std::uint8_t, 12>;

/// How a kind is bought.
enum class Habit : std::uint8_t {
    once,    // one, and then none for years
    set,     // several alike, at times in two colours
    refill,  // again and again, mostly the same one
    staple,  // with anything
};

enum DepartmentNumber : std::uint8_t {
    kCoffee,
    kKitchen,
    kTable,
    kBath,
    kBedroom,
    kGarden,
    kDesk,
    kLighting,
    kKids,
    kPets,
    kOutdoors,
    kSeasonal,
};

struct Department {
    std::string_view name;
    std::array<std::string_view, 8> collections;  // the best known first
    std::array<std::string_view, 3> brands;       // who makes them
};

struct Kind {
    std::string_view slug;  // in the address of its pictures: /picture/SLUG/RRGGBB.svg
    std::string_view code;  // its products' ids begin with it
    std::string_view noun;  // what a title calls it
    DepartmentNumber department;
    std::uint32_t price_low;  // of the smallest and of the largest size, in cents
    std::uint32_t price_high;
    std::string_view sizes;  // "3 cups|6 cups", ascending; empty where there is but one
    std::span<const Tone> tones;
    const Season& season;
    Habit habit;
    std::uint8_t popularity;     // 1 seldom to 10 in many baskets
    std::string_view goes_with;  // slugs of its complements, the strongest first
};

std::span<const Department> departments();
std::span<const Kind> kinds();

/// Closes the name of a collection where a department needs more than its eight: Larch, Larchwick.
std::span<const std::string_view> collection_endings();
/// Closes the name of a brand that makes such collections: Larch Works.
std::span<const std::string_view> brand_endings();

}  // namespace goeswith::shop
