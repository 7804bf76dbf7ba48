"""Trains one peer, as its documentation says, from a file of order lines.

    python peers.py PEER train.csv [weights.pickle]

Prints the seconds of its stages as JSON. With a third argument the weights are kept, for the
questions; a run that is timed goes without, because this file is no peer's idea.

Every peer function ends its stages `start`, `read` and `train`, and returns a function that gives
the products and the weights by which a product of the cart speaks for another. Imports stand
inside: a peer pays for the packages that it needs and no others.
"""

import time

BEGIN = time.perf_counter()

import json
import pickle
import sys

LEAST_TOGETHER = 5  # orders with both; goeswith's floor too, so that all weigh the same pairs
ALL = 1_000_000  # neighbours, more than any catalogue here has products


class Stages:
    def __init__(self):
        self.last = BEGIN
        self.seconds = {}

    def end(self, name):
        now = time.perf_counter()
        self.seconds[name] = round(now - self.last, 4)
        self.last = now


def import_readers():
    import pandas
    import pyarrow.csv


def read_lines(file):
    """The frame that implicit's, rusket's and mlxtend's documentation begins with, by Arrow's
    reader: on these files faster than Polars, DuckDB or Arrow's own table."""
    import pandas

    columns = ["order_id", "product_id"]
    text = dict.fromkeys(columns, str)
    return pandas.read_csv(file, usecols=columns, dtype=text, engine="pyarrow")


def implicit_knn(file, stages, kind, neighbours):
    import implicit.nearest_neighbours
    import numpy
    from scipy.sparse import csr_matrix

    import_readers()
    stages.end("start")
    lines = read_lines(file)
    orders, order_ids = lines["order_id"].factorize()
    numbers, products = lines["product_id"].factorize()
    shape = (len(order_ids), len(products))
    bought = csr_matrix((numpy.ones(len(lines)), (orders, numbers)), shape=shape)
    bought.data[:] = 1  # twice on one order is once in its basket
    stages.end("read")
    model = getattr(implicit.nearest_neighbours, kind)(K=min(neighbours, len(products)))
    model.fit(bought, show_progress=False)
    stages.end("train")
    return lambda: (products, model.similarity)


def rusket_model(file, stages, kind, **options):
    import rusket
    from scipy.sparse import csr_matrix

    import_readers()
    stages.end("start")
    lines = read_lines(file).drop_duplicates()  # it would add them up
    model = getattr(rusket, kind).from_transactions(lines, "order_id", "product_id", **options)
    stages.end("read")
    model.fit()
    stages.end("train")

    def weights():
        if kind == "EASE":
            return model.item_names, model.item_weights
        rows = (model.w_data, model.w_indices, model.w_indptr)
        return model.item_names, csr_matrix(rows, shape=[len(model.item_names)] * 2)

    return weights


def rusket_rules(file, stages):
    import rusket

    import_readers()
    stages.end("start")
    bought, products = rusket.from_transactions_csr(read_lines(file), "order_id", "product_id")
    orders = bought.shape[0]
    stages.end("read")
    itemsets = rusket.fpgrowth(
        bought, LEAST_TOGETHER / orders, use_colnames=True, max_len=2, column_names=products
    )
    rules = rusket.association_rules(
        itemsets, orders, metric="confidence", min_threshold=0, return_metrics=["confidence"]
    )
    stages.end("train")
    return lambda: rule_weights(products, rules)


def mlxtend_rules(file, stages):
    import pandas
    from mlxtend.frequent_patterns import association_rules, fpgrowth
    from mlxtend.preprocessing import TransactionEncoder

    import_readers()
    stages.end("start")
    baskets = read_lines(file).groupby("order_id")["product_id"].apply(list).tolist()
    encoder = TransactionEncoder()
    # Sparse, as it advises for large tables.
    encoded = encoder.fit(baskets).transform(baskets, sparse=True)
    table = pandas.DataFrame.sparse.from_spmatrix(encoded, columns=encoder.columns_)
    stages.end("read")
    itemsets = fpgrowth(table, LEAST_TOGETHER / len(table), use_colnames=True, max_len=2)
    rules = association_rules(
        itemsets, len(table), metric="confidence", min_threshold=0, return_metrics=["confidence"]
    )
    stages.end("train")
    return lambda: rule_weights(encoder.columns_, rules)


def rule_weights(products, rules):
    pairs = zip(rules["antecedents"], rules["consequents"], strict=True)
    return matrix_of(products, [(a, b) for (a,), (b,) in pairs], rules["confidence"])


def matrix_of(products, pairs, weights):
    from scipy.sparse import csr_matrix

    at = {product: number for number, product in enumerate(products)}
    begins = [at[begin] for begin, _ in pairs]
    ends = [at[end] for _, end in pairs]
    return products, csr_matrix((weights, (begins, ends)), shape=[len(products)] * 2)


def sql_self_join(file, stages):
    import duckdb

    stages.end("start")
    base = duckdb.connect()
    base.execute(
        "create table told as select order_id, product_id from read_csv(?, all_varchar = true)",
        [file],
    )
    # A join on enumerations takes two thirds of the time of one on texts, making them included.
    base.execute("""
        create type an_order as enum (select distinct order_id from told);
        create type a_product as enum (select distinct product_id from told);
        create table lines as
        select distinct order_id::an_order as order_id, product_id::a_product as product_id
        from told""")
    stages.end("read")
    base.execute(f"""
        create table neighbours as
        with sold as (
            select product_id, count(*) as orders from lines group by product_id
        ), pairs as (
            select a.product_id as one, b.product_id as other, count(*) as together
            from lines a join lines b using (order_id)
            where a.product_id < b.product_id
            group by all having count(*) >= {LEAST_TOGETHER}
        ), both_ways as (
            select one, other, together from pairs union all select other, one, together from pairs
        )
        select one, other, together / sqrt(a.orders * b.orders) as cosine
        from both_ways join sold a on a.product_id = one join sold b on b.product_id = other
        qualify row_number() over (partition by one order by cosine desc, other) <= 16""")
    stages.end("train")

    def weights():
        rows = base.execute("select one, other, cosine from neighbours").fetchall()
        products = sorted({product for one, other, _ in rows for product in (one, other)})
        return matrix_of(products, [row[:2] for row in rows], [row[2] for row in rows])

    return weights


# 20 neighbours are the default of implicit and rusket, and 500 is rusket's for the
# regularization; the other rows are there so that nobody has to ask what they would have reached.
PEERS = {
    "implicit cosine, K 20": lambda *to: implicit_knn(*to, "CosineRecommender", 20),
    "implicit cosine, K all": lambda *to: implicit_knn(*to, "CosineRecommender", ALL),
    "implicit BM25, K 20": lambda *to: implicit_knn(*to, "BM25Recommender", 20),
    "implicit BM25, K all": lambda *to: implicit_knn(*to, "BM25Recommender", ALL),
    "rusket ItemKNN BM25": lambda *to: rusket_model(*to, "ItemKNN", method="bm25"),
    "rusket ItemKNN cosine": lambda *to: rusket_model(*to, "ItemKNN", method="cosine"),
    "rusket EASE, 500": lambda *to: rusket_model(*to, "EASE"),
    "rusket EASE, 50": lambda *to: rusket_model(*to, "EASE", regularization=50),
    "rusket FPGrowth, rules": rusket_rules,
    "DuckDB, SQL self-join": sql_self_join,
    "mlxtend fpgrowth, rules": mlxtend_rules,
}


def main(peer, file, keep=None):
    stages = Stages()
    weights = PEERS[peer](file, stages)
    print(json.dumps(stages.seconds))
    if keep:
        with open(keep, "wb") as kept:
            products, matrix = weights()
            pickle.dump(([str(product) for product in products], matrix), kept)


if __name__ == "__main__":
    main(*sys.argv[1:])
