"""HR@10 and NDCG@10: all known products that are not in the cart are ranked."""

import json
import math

import numpy as np
from scipy.sparse import csr_matrix

FIRST = 10
ROWS_A_BLOCK = 512


def read_questions(prepared):
    questions = [json.loads(line) for line in prepared.questions.read_text().splitlines()]
    known = prepared.known.read_text().splitlines()
    return questions, {product: number for number, product in enumerate(known)}


def summary(ranks):
    gains = [1 / math.log2(rank + 1) for rank in ranks if rank <= FIRST]
    return {
        "hr10": round(len(gains) / len(ranks), 4),
        "ndcg10": round(sum(gains) / len(ranks), 4),
    }


def of_weights(prepared, products, weights):
    """Scores a product by the sum of `weights[i, product]` over the cart's products i. A tie
    counts as its mean rank, so that an order in which nobody would show them decides nothing."""
    questions, number = read_questions(prepared)
    at = {product: place for place, product in enumerate(products)}
    # A product that a tool left out can still be the answer: it gets an empty row and column.
    places = [at.get(product, -1) for product in number]
    there = np.flatnonzero(np.asarray(places) >= 0)
    picked = np.asarray(places)[there]
    weights = weights[picked][:, picked]

    lengths = [len(question["cart"]) for question in questions]
    carts = csr_matrix(
        (
            np.ones(sum(lengths), np.float64),
            [number[product] for question in questions for product in question["cart"]],
            np.concatenate([[0], np.cumsum(lengths)]),
        ),
        shape=(len(questions), len(number)),
    )
    answers = np.asarray([number[question["answer"]] for question in questions])
    ranks = []
    for begin in range(0, len(questions), ROWS_A_BLOCK):
        cart = carts[begin : begin + ROWS_A_BLOCK]
        scores = np.zeros(cart.shape)
        found = cart[:, there] @ weights
        scores[:, there] = found.toarray() if hasattr(found, "toarray") else found
        own = scores[np.arange(len(scores)), answers[begin : begin + ROWS_A_BLOCK], None].copy()
        scores[cart.nonzero()] = -np.inf
        above = (scores > own).sum(axis=1)
        equal = (scores == own).sum(axis=1)  # the answer is one of them
        ranks.extend(above + (equal + 1) / 2)
    return summary(ranks)


def of_offers(prepared, answered):
    """Ranks as they were served: lines of `goeswith recommend --carts`, in the questions' order."""
    questions, number = read_questions(prepared)
    ranks = []
    for question, line in zip(questions, answered, strict=True):
        offered = [item["id"] for item in json.loads(line)["items"] if item["id"] in number]
        missed = math.inf
        ranks.append(
            offered.index(question["answer"]) + 1 if question["answer"] in offered else missed
        )
    return summary(ranks)
