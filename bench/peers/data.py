"""The data sets, and the one split that every tool is trained and asked by.

A data set becomes three files: `train.csv`, order lines that every tool reads; `questions.jsonl`,
carts with the product that was taken out; `known.txt`, the products that a question may rank.
"""

import json
import os
import random
import subprocess
from dataclasses import dataclass
from pathlib import Path

import duckdb

TOP = Path(__file__).resolve().parents[2]
WORK = TOP / "build" / "peers"
SHARED = Path(os.environ.get("GOESWITH_SHARED", TOP.parent / "shared"))

LEAST_ORDERS = 5  # a product in fewer training orders is not asked for
TEST_ORDERS = 2500
QUESTIONS_AN_ORDER = 5
SMALLEST, LARGEST = 2, 60

# What src/read/format_online_retail.cpp leaves out, so that no tool has to know this shop: lines
# of cancelled and adjusted invoices, and codes that are postage, fees or tests.
ONLINE_RETAIL = """
    select Invoice as order_id, upper(trim(StockCode)) as product_id, Quantity as qty,
        Price as price, InvoiceDate as timestamp, "Customer ID" as customer_id
    from read_csv('{path}', all_varchar = true)
    where upper(left(Invoice, 1)) not in ('C', 'A')
        and Quantity::double > 0 and Price::double > 0
        and upper(trim(StockCode)) not in ('POST', 'DOT', 'C2', 'C3', 'D', 'M', 'S', 'B', 'GIFT',
            'CRUK', 'PADS', 'AMAZONFEE', 'BANK CHARGES')
        and not regexp_matches(upper(trim(StockCode)), '^(GIFT_|TEST|ADJUST)')
"""
TAFENG = """
    select order_id, product_id, customer_id from read_csv('{path}', all_varchar = true)
"""
AS_IT_IS = "select * from read_csv('{path}', all_varchar = true)"


@dataclass
class DataSet:
    name: str
    lines: str
    """A query for order lines; `{path}` is the file."""
    by_time: bool = True
    path: Path | None = None
    simulate: tuple[str, ...] = ()
    """Options of `goeswith simulate` that make the file, where there is none."""


def real(name, lines, by_time=True):
    return DataSet(name, lines, by_time, SHARED / "data" / name / "orders.csv.gz")


def invented(name, products, orders):
    options = ("--products", products, "--orders", orders, "--lines-per-order", 8, "--seed", 3)
    return DataSet(name, AS_IT_IS, simulate=tuple(map(str, options)))


DATA_SETS = {
    data.name: data
    for data in (
        real("online_retail_ii", ONLINE_RETAIL),
        invented("simulated", 5_000, 100_000),
        real("tafeng", TAFENG, by_time=False),
        invented("simulated-large", 50_000, 500_000),
    )
}


@dataclass
class Prepared:
    train: Path
    questions: Path
    known: Path
    facts: dict


def prepare(data, goeswith):
    """Writes the three files of a data set anew; a data set that is not here raises
    FileNotFoundError."""
    folder = WORK / data.name
    folder.mkdir(parents=True, exist_ok=True)
    path = data.path
    if data.simulate:
        path = folder / "orders.csv"
        command = [goeswith, "simulate", *data.simulate, "-o", folder]
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    if not path.exists():
        raise FileNotFoundError(path)

    prepared = Prepared(folder / "train.csv", folder / "questions.jsonl", folder / "known.txt", {})
    base = duckdb.connect()
    base.execute(f"create table lines as {data.lines.format(path=path)}")
    # Newest tenth last. Without dates a digest of the id shuffles, everywhere in the same way.
    age = "min(timestamp::timestamp)" if data.by_time else "md5('1' || order_id)"
    base.execute(f"""
        create table orders as
        select order_id, row_number() over (order by {age}, order_id) as place
        from lines group by order_id""")
    orders = base.execute("select count(*) from orders").fetchone()[0]
    train = orders - orders // 10
    base.execute(f"""
        copy (select lines.* from lines join orders using (order_id) where place <= {train}
              order by place, product_id)
        to '{prepared.train}' (header)""")
    base.execute(f"""
        create table known as
        select product_id from lines join orders using (order_id) where place <= {train}
        group by product_id having count(distinct order_id) >= {LEAST_ORDERS}""")
    known = [row[0] for row in base.execute("select product_id from known order by 1").fetchall()]
    prepared.known.write_text("".join(f"{product}\n" for product in known))
    baskets = base.execute(f"""
        select list(distinct product_id order by product_id) as basket
        from lines join orders using (order_id) join known using (product_id)
        where place > {train}
        group by order_id
        having count(distinct product_id) between {SMALLEST} and {LARGEST}
        order by min(place)""").fetchall()
    lines = base.execute(f"select count(*) from read_csv('{prepared.train}')").fetchone()[0]
    asked = write_questions(prepared.questions, [basket for (basket,) in baskets])
    prepared.facts = {
        "split": "time" if data.by_time else "random",
        "train_orders": train,
        "train_lines": lines,
        "products": len(known),
        "questions": asked,
    }
    return prepared


def write_questions(path, baskets):
    """Takes one product at a time out of a choice of orders; returns how many questions."""
    chance = random.Random(2)
    asked = 0
    with open(path, "w") as file:
        for basket in chance.sample(baskets, min(TEST_ORDERS, len(baskets))):
            for answer in chance.sample(basket, min(QUESTIONS_AN_ORDER, len(basket))):
                cart = [product for product in basket if product != answer]
                file.write(json.dumps({"cart": cart, "answer": answer}) + "\n")
                asked += 1
    return asked
