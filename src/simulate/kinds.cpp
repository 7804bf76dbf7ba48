#include "simulate/vocabulary.h"

namespace goeswith::shop {
namespace {

using enum Habit;

// Tables read by column.
// clang-format off

// Tones. The same name is the same colour everywhere, so that a set matches.

constexpr Tone kMetal[] = {
    {"steel", "B8BEC4"}, {"slate", "4F5B66"}, {"black", "2B2D30"},
    {"copper", "B4693F"}, {"brass", "C39A4B"},
};
constexpr Tone kGlaze[] = {
    {"chalk", "EFE9DD"}, {"sage", "9CAF94"}, {"slate", "4F5B66"}, {"ochre", "C8913B"},
    {"rust", "A8502F"}, {"ink", "2C3E57"}, {"plum", "6B3F57"},
};
constexpr Tone kCloth[] = {
    {"oat", "D9C7A7"}, {"sage", "9CAF94"}, {"clay", "C07A5B"}, {"ink", "2C3E57"},
    {"rose", "D9A5A0"}, {"mustard", "D2A23A"}, {"fog", "B9BFC3"},
};
constexpr Tone kWood[] = {
    {"oak", "C79B66"}, {"walnut", "6F4A32"}, {"ash", "E0CBA8"}, {"cherry", "9C5A3C"},
};
constexpr Tone kBright[] = {
    {"poppy", "D8432F"}, {"sun", "F2BE3E"}, {"grass", "5F9E4E"}, {"sky", "6FA8D6"},
    {"berry", "A63D6D"}, {"night", "27355A"},
};
constexpr Tone kTrail[] = {
    {"moss", "66724A"}, {"stone", "A79F90"}, {"ink", "2C3E57"}, {"rust", "A8502F"},
    {"sun", "F2BE3E"}, {"black", "2B2D30"},
};
constexpr Tone kGlass[] = {
    {"clear", "CFE3E6"}, {"smoke", "8B9296"}, {"amber", "C98A3A"}, {"bottle", "5C7F69"},
};
constexpr Tone kPaper[] = {
    {"white", "F4F1EA"}, {"natural", "D2B88F"}, {"unbleached", "BFA276"},
};
constexpr Tone kPrint[] = {
    {"botanical", "7E9A5F"}, {"dotted", "D9A5A0"}, {"striped", "2C3E57"}, {"foxes", "C8693B"},
    {"stars", "27355A"}, {"plain", "D2B88F"},
};
constexpr Tone kRoast[] = {{"light", "B5814F"}, {"medium", "7F5233"}, {"dark", "4A2E20"}};
constexpr Tone kLeaf[] = {
    {"assam", "8C4A2A"}, {"sencha", "8FA65B"}, {"rooibos", "A9472C"},
    {"chamomile", "E2C25B"}, {"peppermint", "7DB08E"},
};
constexpr Tone kScent[] = {
    {"lavender", "9C8FBF"}, {"rosemary", "7E9A78"}, {"cedar", "9A6B4A"},
    {"fig", "6E5A72"}, {"citrus", "E8B23F"}, {"sea", "7FB0B5"},
};
constexpr Tone kClean[] = {{"lemon", "EBCF4A"}, {"vinegar", "C9D6C2"}, {"mild", "B5D3DE"}};
constexpr Tone kOil[] = {{"linseed", "D6A741"}, {"walnut", "6F4A32"}, {"orange", "E08A3A"}};
constexpr Tone kFlower[] = {
    {"poppies", "D8432F"}, {"cornflowers", "4E6FB8"}, {"marigolds", "EFA12E"},
    {"cosmos", "C9709E"}, {"lupins", "7A62A8"}, {"sunflowers", "F2BE3E"},
};
constexpr Tone kHerb[] = {
    {"basil", "5F9E4E"}, {"chives", "74964F"}, {"parsley", "4C7F45"},
    {"thyme", "8A9A78"}, {"mint", "7DB08E"},
};
constexpr Tone kGround[] = {{"peatless", "4B3A2E"}, {"loam", "6A4B35"}, {"cactus", "A79072"}};
constexpr Tone kFeed[] = {{"roses", "C4566B"}, {"tomatoes", "C9442E"}, {"greens", "5F9E4E"}};
constexpr Tone kInk[] = {
    {"midnight", "1F2A4D"}, {"sepia", "6E4B33"}, {"forest", "2F5A43"},
    {"plum", "6B3F57"}, {"black", "2B2D30"},
};
constexpr Tone kTreat[] = {
    {"salmon", "E29578"}, {"chicken", "D9B25F"}, {"lamb", "A5705C"}, {"pumpkin", "DD8A3C"},
};
constexpr Tone kSeed[] = {{"sunflower", "3E3A36"}, {"mixed", "B99A63"}, {"peanut", "CFA56B"}};
constexpr Tone kGlow[] = {{"warm", "F3C777"}, {"soft", "F7E3B5"}, {"bright", "F4F1E4"}};
constexpr Tone kFeast[] = {
    {"gold", "CFA544"}, {"silver", "C3C9CF"}, {"red", "A92B31"}, {"fir", "2F5A43"},
    {"frost", "CFE0E6"},
};
constexpr Tone kEaster[] = {
    {"primrose", "F0DC7A"}, {"lilac", "BBA3CE"}, {"mint", "7DB08E"}, {"peach", "F0B48F"},
};

// Seasons.                     J    F    M    A    M    J    J    A    S    O    N    D
constexpr Season kEven =      {88,  88,  90,  92,  92,  90,  88,  88,  92,  96, 100, 100};
constexpr Season kCold =      {80,  70,  55,  40,  30,  25,  25,  28,  45,  70,  95, 100};
constexpr Season kGift =      {45,  55,  50,  55,  65,  50,  45,  45,  50,  60,  90, 100};
constexpr Season kSpring =    {15,  35,  80, 100, 100,  65,  45,  35,  40,  30,  10,   6};
constexpr Season kSummer =    {10,  12,  25,  50,  80, 100, 100,  85,  50,  20,  10,  15};
constexpr Season kWarm =      {20,  25,  45,  70,  95, 100,  95,  85,  65,  40,  25,  30};
constexpr Season kSchool =    {70,  50,  45,  45,  45,  40,  55, 100, 100,  60,  55,  60};
constexpr Season kNewYear =   {95,  40,  20,  10,   8,   8,  12,  25,  40,  60,  85, 100};
constexpr Season kBirds =    {100,  85,  55,  35,  22,  15,  12,  15,  30,  60,  90, 100};
constexpr Season kWhite =    {100,  85,  70,  65,  62,  60,  62,  65,  70,  78,  88,  85};
constexpr Season kChristmas =  {4,   1,   1,   1,   1,   1,   1,   3,  10,  30, 100,  95};
constexpr Season kAdvent =     {2,   1,   1,   1,   1,   1,   1,   2,  12,  55, 100,  20};
constexpr Season kEasterTime = {4,  30,  95, 100,   6,   1,   1,   1,   1,   1,   1,   1};

// Prices are cents, of the smallest and of the largest size; the number behind the habit is the
// popularity.
constexpr Kind kKinds[] = {
    {"moka-pot", "MOK", "moka pot", kCoffee, 2450, 4990,
     "3 cups|6 cups|9 cups", kMetal, kEven, once, 5, "coffee-beans descaler coffee-grinder mug"},
    {"coffee-beans", "COF", "coffee beans", kCoffee, 790, 2690,
     "250 g|500 g|1 kg", kRoast, kEven, refill, 10, "paper-filters descaler coffee-grinder mug"},
    {"paper-filters", "FIL", "paper filters", kCoffee, 340, 690,
     "size 2|size 4|size 6", kPaper, kEven, refill, 7, "coffee-beans pour-over descaler"},
    {"coffee-grinder", "GRD", "coffee grinder", kCoffee, 3900, 8900,
     "30 g|60 g", kMetal, kGift, once, 3, "coffee-beans paper-filters descaler moka-pot"},
    {"descaler", "DES", "descaler", kCoffee, 590, 1190,
     "250 ml|500 ml|1 l", kClean, kEven, refill, 3, "coffee-beans paper-filters kettle"},
    {"pour-over", "POV", "coffee dripper", kCoffee, 1690, 3290,
     "1 cup|4 cups", kGlaze, kEven, once, 3, "paper-filters coffee-beans coffee-grinder kettle"},
    {"teapot", "TPT", "teapot", kCoffee, 2490, 4690,
     "0.6 l|1 l|1.4 l", kGlaze, kCold, once, 4, "loose-tea mug kettle"},
    {"loose-tea", "TEA", "loose tea", kCoffee, 590, 1690,
     "75 g|150 g|300 g", kLeaf, kCold, refill, 7, "teapot mug kettle"},

    {"kettle", "KET", "kettle", kKitchen, 3490, 6900,
     "1 l|1.5 l|1.7 l", kMetal, kCold, once, 4, "loose-tea teapot descaler"},
    {"chef-knife", "KNF", "chef's knife", kKitchen, 3900, 9900,
     "14 cm|18 cm|21 cm", kWood, kGift, once, 4, "whetstone cutting-board"},
    {"cutting-board", "BRD", "cutting board", kKitchen, 1690, 4990,
     "small|medium|large", kWood, kEven, once, 5, "wood-oil chef-knife"},
    {"whetstone", "WHE", "whetstone", kKitchen, 1990, 3990,
     "grit 400|grit 1000|grit 3000", kGlaze, kEven, once, 2, "chef-knife cutting-board wood-oil"},
    {"wood-oil", "OIL", "wood oil", kKitchen, 790, 1690,
     "100 ml|250 ml|500 ml", kOil, kEven, refill, 3, "cutting-board chef-knife"},
    {"skillet", "SKI", "cast skillet", kKitchen, 2990, 7900,
     "20 cm|24 cm|28 cm", kMetal, kEven, once, 4, "cutting-board chef-knife mixing-bowl"},
    {"baking-tin", "BAK", "baking tin", kKitchen, 1290, 2990,
     "20 cm|24 cm|26 cm", kMetal, kCold, once, 5, "mixing-bowl biscuit-cutter"},
    {"mixing-bowl", "BWL", "mixing bowl", kKitchen, 990, 2990,
     "1 l|2 l|4 l", kGlaze, kEven, once, 5, "baking-tin biscuit-cutter skillet"},

    {"mug", "MUG", "mug", kTable, 990, 1590,
     "0.2 l|0.3 l|0.4 l", kGlaze, kGift, set, 9, "loose-tea coffee-beans teapot"},
    {"dinner-plate", "PLA", "dinner plate", kTable, 1290, 2190,
     "21 cm|24 cm|27 cm", kGlaze, kEven, set, 6, "cereal-bowl cutlery napkins wine-glass"},
    {"cereal-bowl", "CER", "bowl", kTable, 990, 1690,
     "12 cm|15 cm|18 cm", kGlaze, kEven, set, 6, "dinner-plate cutlery mug"},
    {"wine-glass", "GLA", "wine glass", kTable, 890, 1790,
     "0.25 l|0.35 l|0.5 l", kGlass, kGift, set, 6, "carafe dinner-plate napkins"},
    {"carafe", "CAR", "carafe", kTable, 1990, 3690,
     "0.75 l|1 l|1.5 l", kGlass, kWarm, once, 3, "wine-glass tablecloth"},
    {"tablecloth", "TBC", "linen tablecloth", kTable, 3490, 7900,
     "130 cm|180 cm|250 cm", kCloth, kGift, once, 3, "napkins candle-holder carafe"},
    {"napkins", "NAP", "linen napkins", kTable, 1490, 3990,
     "2 pieces|4 pieces|6 pieces", kCloth, kGift, once, 5, "tablecloth dinner-plate wine-glass"},
    {"cutlery", "CUT", "cutlery", kTable, 2490, 11900,
     "4 pieces|16 pieces|24 pieces", kMetal, kGift, once, 3, "dinner-plate cereal-bowl napkins"},

    {"bath-towel", "TOW", "bath towel", kBath, 1290, 3990,
     "50 cm|70 cm|100 cm", kCloth, kWhite, set, 7, "bath-mat hand-soap laundry-basket"},
    {"bath-mat", "MAT", "bath mat", kBath, 1990, 3490,
     "60 cm|80 cm", kCloth, kWhite, once, 4, "bath-towel tumbler laundry-basket"},
    {"hand-soap", "SOA", "hand soap", kBath, 490, 1290,
     "100 g|250 ml|500 ml", kScent, kEven, refill, 8, "soap-dish bath-towel tumbler"},
    {"soap-dish", "DIS", "soap dish", kBath, 890, 1490,
     "", kGlaze, kEven, once, 3, "hand-soap tumbler"},
    {"bath-salts", "SAL", "bath salts", kBath, 790, 1690,
     "200 g|400 g|800 g", kScent, kCold, refill, 5, "bath-brush bath-towel candle"},
    {"bath-brush", "BRU", "bath brush", kBath, 990, 1890,
     "short|long", kWood, kEven, once, 2, "bath-salts hand-soap"},
    {"tumbler", "TUM", "tooth tumbler", kBath, 790, 1390,
     "", kGlaze, kEven, once, 3, "soap-dish hand-soap bath-mat"},
    {"laundry-basket", "LAU", "laundry basket", kBath, 2990, 5490,
     "40 l|60 l|80 l", kWood, kWhite, once, 2, "bath-towel bath-mat"},

    {"duvet-cover", "DUV", "duvet cover", kBedroom, 4990, 11900,
     "135 cm|155 cm|200 cm", kCloth, kWhite, once, 5, "pillowcase fitted-sheet"},
    {"pillowcase", "PIL", "pillowcase", kBedroom, 1290, 2490,
     "40 cm|60 cm|80 cm", kCloth, kWhite, set, 6, "duvet-cover fitted-sheet pillow"},
    {"fitted-sheet", "SHE", "fitted sheet", kBedroom, 2490, 4990,
     "90 cm|140 cm|180 cm", kCloth, kWhite, once, 5, "duvet-cover pillowcase"},
    {"pillow", "PIW", "feather pillow", kBedroom, 2990, 6900,
     "soft|medium|firm", kCloth, kWhite, set, 3, "pillowcase linen-spray"},
    {"wool-blanket", "BLA", "wool blanket", kBedroom, 5900, 13900,
     "130 cm|150 cm|200 cm", kCloth, kCold, once, 4, "hot-water-bottle slippers"},
    {"hot-water-bottle", "HOT", "hot-water bottle", kBedroom, 1690, 2490,
     "0.8 l|2 l", kCloth, kCold, once, 4, "slippers wool-blanket bath-salts"},
    {"linen-spray", "SPR", "linen spray", kBedroom, 890, 1690,
     "50 ml|100 ml|200 ml", kScent, kEven, refill, 3, "pillow pillowcase"},
    {"slippers", "SLI", "felt slippers", kBedroom, 2990, 4490,
     "size 38|size 41|size 44", kCloth, kCold, once, 4, "hot-water-bottle wool-blanket"},

    {"plant-pot", "POT", "plant pot", kGarden, 690, 3490,
     "12 cm|18 cm|28 cm", kGlaze, kSpring, set, 8, "potting-soil plant-food herb-seeds"},
    {"potting-soil", "SOI", "potting soil", kGarden, 490, 1490,
     "5 l|10 l|20 l", kGround, kSpring, refill, 7, "plant-pot flower-seeds herb-seeds"},
    {"flower-seeds", "FLO", "flower seeds", kGarden, 290, 590,
     "1 g|3 g|10 g", kFlower, kSpring, set, 7, "potting-soil trowel watering-can"},
    {"herb-seeds", "HRB", "herb seeds", kGarden, 290, 490,
     "1 g|3 g", kHerb, kSpring, set, 6, "potting-soil plant-pot watering-can"},
    {"watering-can", "WAT", "watering can", kGarden, 1490, 3990,
     "1.5 l|5 l|10 l", kTrail, kSpring, once, 4, "plant-food flower-seeds herb-seeds"},
    {"trowel", "TRO", "garden trowel", kGarden, 1290, 2290,
     "narrow|wide", kWood, kSpring, once, 4, "garden-gloves flower-seeds"},
    {"garden-gloves", "GLO", "garden gloves", kGarden, 890, 1690,
     "size 7|size 8|size 10", kTrail, kSpring, once, 4, "trowel potting-soil"},
    {"plant-food", "FOO", "plant food", kGarden, 590, 1290,
     "250 ml|500 ml|1 l", kFeed, kSpring, refill, 5, "plant-pot watering-can potting-soil"},

    {"notebook", "NOT", "notebook", kDesk, 690, 1990,
     "A6|A5|A4", kCloth, kSchool, set, 7, "fountain-pen pencils pen-pot"},
    {"fountain-pen", "PEN", "fountain pen", kDesk, 1990, 5900,
     "fine|medium|broad", kMetal, kSchool, once, 4, "ink-bottle notebook"},
    {"ink-bottle", "INK", "ink", kDesk, 690, 1690,
     "15 ml|30 ml|50 ml", kInk, kSchool, refill, 4, "fountain-pen notebook"},
    {"pencils", "PNC", "pencils", kDesk, 390, 1490,
     "3 pieces|6 pieces|12 pieces", kWood, kSchool, refill, 5, "notebook pen-pot"},
    {"desk-tray", "TRA", "desk tray", kDesk, 1690, 3490,
     "A5|A4", kWood, kSchool, once, 3, "pen-pot year-planner"},
    {"pen-pot", "PEP", "pen pot", kDesk, 890, 1890,
     "", kGlaze, kSchool, once, 3, "pencils desk-tray fountain-pen"},
    {"greeting-cards", "CRD", "greeting cards", kDesk, 290, 1290,
     "1 piece|3 pieces|6 pieces", kPrint, kGift, staple, 6, "gift-wrap fountain-pen"},
    {"year-planner", "PLN", "year planner", kDesk, 1290, 2490,
     "A6|A5|A3", kCloth, kNewYear, once, 4, "fountain-pen desk-tray notebook"},

    {"table-lamp", "LMP", "table lamp", kLighting, 4490, 11900,
     "28 cm|36 cm|48 cm", kGlaze, kCold, once, 4, "light-bulb lamp-shade"},
    {"light-bulb", "BLB", "light bulb", kLighting, 490, 1290,
     "4 W|7 W|11 W", kGlow, kCold, refill, 6, "table-lamp lamp-shade pendant-lamp"},
    {"lamp-shade", "SHA", "lamp shade", kLighting, 1990, 4990,
     "20 cm|30 cm|40 cm", kCloth, kCold, once, 3, "table-lamp light-bulb"},
    {"pendant-lamp", "PND", "pendant lamp", kLighting, 5900, 14900,
     "22 cm|35 cm|50 cm", kMetal, kCold, once, 3, "light-bulb"},
    {"candle", "CDL", "candle", kLighting, 390, 1890,
     "12 cm|20 cm|28 cm", kScent, kCold, staple, 8, "candle-holder matches"},
    {"candle-holder", "HOL", "candle holder", kLighting, 990, 2990,
     "low|tall", kMetal, kCold, set, 5, "candle matches"},
    {"matches", "MTC", "long matches", kLighting, 290, 690,
     "40 pieces|80 pieces", kPrint, kCold, refill, 3, "candle candle-holder"},
    {"batteries", "BAT", "batteries", kLighting, 390, 1290,
     "2 cells|4 cells|8 cells", kBright, kEven, staple, 4, "fairy-lights camping-lamp night-light"},

    {"building-blocks", "BLO", "building blocks", kKids, 1990, 5490,
     "30 pieces|60 pieces|100 pieces", kBright, kGift, once, 5, "soft-toy picture-book"},
    {"toy-train", "TRN", "wooden train", kKids, 1690, 3990,
     "3 coaches|5 coaches", kBright, kGift, once, 4, "train-tracks building-blocks"},
    {"train-tracks", "RAI", "train tracks", kKids, 1290, 3490,
     "8 pieces|16 pieces|32 pieces", kWood, kGift, once, 4, "toy-train building-blocks"},
    {"picture-book", "BOK", "picture book", kKids, 990, 1690,
     "small|large", kBright, kGift, set, 6, "soft-toy night-light"},
    {"crayons", "CRA", "wax crayons", kKids, 590, 1690,
     "6 colours|12 colours|24 colours", kPrint, kSchool, refill, 5, "drawing-pad pencils"},
    {"drawing-pad", "PAD", "drawing pad", kKids, 490, 1290,
     "A5|A4|A3", kPaper, kSchool, refill, 5, "crayons pencils"},
    {"soft-toy", "TOY", "soft toy", kKids, 1490, 2990,
     "18 cm|25 cm|40 cm", kCloth, kGift, once, 5, "picture-book night-light building-blocks"},
    {"night-light", "NLT", "night light", kKids, 1690, 2990,
     "", kBright, kCold, once, 3, "soft-toy picture-book batteries"},

    {"dog-bed", "BED", "dog bed", kPets, 3490, 8900,
     "60 cm|80 cm|110 cm", kCloth, kEven, once, 3, "dog-treats feeding-bowl"},
    {"dog-lead", "LEA", "dog lead", kPets, 1690, 3490,
     "1 m|2 m|5 m", kTrail, kEven, once, 4, "dog-collar dog-treats"},
    {"dog-collar", "COL", "dog collar", kPets, 1290, 2490,
     "30 cm|40 cm|55 cm", kTrail, kEven, once, 4, "dog-lead dog-treats"},
    {"dog-treats", "DGT", "dog treats", kPets, 390, 1490,
     "150 g|300 g|1 kg", kTreat, kEven, refill, 7, "dog-lead feeding-bowl dog-bed"},
    {"cat-scratcher", "SCR", "cat scratcher", kPets, 1990, 6900,
     "40 cm|60 cm|90 cm", kWood, kEven, once, 3, "cat-toy cat-treats"},
    {"cat-toy", "CTY", "cat toy", kPets, 390, 990,
     "1 piece|3 pieces", kBright, kEven, set, 5, "cat-treats cat-scratcher"},
    {"cat-treats", "CTT", "cat treats", kPets, 290, 990,
     "50 g|100 g|250 g", kTreat, kEven, refill, 6, "cat-toy feeding-bowl cat-scratcher"},
    {"feeding-bowl", "FEE", "feeding bowl", kPets, 890, 2290,
     "0.3 l|0.8 l|1.5 l", kGlaze, kEven, set, 4, "dog-treats cat-treats"},

    {"rucksack", "RUC", "rucksack", kOutdoors, 4990, 11900,
     "12 l|20 l|30 l", kTrail, kWarm, once, 4, "water-bottle lunch-box"},
    {"water-bottle", "BOT", "water bottle", kOutdoors, 1490, 2990,
     "0.5 l|0.75 l|1 l", kTrail, kWarm, once, 7, "lunch-box rucksack"},
    {"lunch-box", "LUN", "lunch box", kOutdoors, 1290, 2690,
     "0.8 l|1.2 l", kBright, kSchool, once, 6, "water-bottle rucksack"},
    {"picnic-blanket", "PIC", "picnic blanket", kOutdoors, 2990, 5490,
     "130 cm|150 cm|200 cm", kTrail, kSummer, once, 4, "cool-bag water-bottle carafe"},
    {"cool-bag", "COO", "cool bag", kOutdoors, 1990, 4490,
     "8 l|15 l|25 l", kTrail, kSummer, once, 4, "picnic-blanket lunch-box water-bottle"},
    {"camping-lamp", "CMP", "camping lamp", kOutdoors, 1990, 4490,
     "80 lm|200 lm|400 lm", kTrail, kSummer, once, 3, "batteries picnic-blanket"},
    {"bird-feeder", "FDR", "bird feeder", kOutdoors, 1290, 3490,
     "0.4 l|0.8 l|1.5 l", kWood, kBirds, once, 4, "bird-seed"},
    {"bird-seed", "BRS", "bird seed", kOutdoors, 490, 1990,
     "1 kg|2 kg|5 kg", kSeed, kBirds, refill, 6, "bird-feeder"},

    {"fairy-lights", "FAI", "fairy lights", kSeasonal, 990, 3490,
     "2 m|5 m|10 m", kGlow, kChristmas, once, 6, "batteries wreath bauble"},
    {"bauble", "BAU", "glass baubles", kSeasonal, 990, 2990,
     "4 pieces|6 pieces|12 pieces", kFeast, kChristmas, set, 7, "fairy-lights wreath ribbon"},
    {"advent-calendar", "ADV", "advent calendar", kSeasonal, 1290, 3990,
     "small|large", kFeast, kAdvent, once, 5, "wreath candle"},
    {"wreath", "WRE", "door wreath", kSeasonal, 1990, 4990,
     "25 cm|35 cm|45 cm", kFeast, kAdvent, once, 4, "ribbon fairy-lights candle"},
    {"gift-wrap", "WRA", "gift wrap", kSeasonal, 390, 990,
     "2 m|5 m|10 m", kPrint, kGift, staple, 7, "ribbon greeting-cards"},
    {"ribbon", "RIB", "satin ribbon", kSeasonal, 290, 690,
     "3 m|5 m|10 m", kFeast, kGift, refill, 5, "gift-wrap greeting-cards"},
    {"biscuit-cutter", "BIS", "biscuit cutters", kSeasonal, 490, 1690,
     "3 pieces|6 pieces|12 pieces", kMetal, kAdvent, once, 5, "baking-tin mixing-bowl"},
    {"easter-eggs", "EGG", "painted eggs", kSeasonal, 690, 1890,
     "4 pieces|6 pieces|12 pieces", kEaster, kEasterTime, set, 5, "ribbon flower-seeds"},
};
// clang-format on

}  // namespace

std::span<const Kind> kinds() {
    return kKinds;
}

}  // namespace goeswith::shop
