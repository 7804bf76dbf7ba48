"""Trains goeswith and every peer on the same files, one process each, and keeps what it took.

    python compare.py [DATA...]

`./bench/peers/run` installs and builds what this needs, and calls it.
"""

import datetime
import json
import os
import pickle
import shutil
import signal
import statistics
import subprocess
import sys
from importlib.metadata import version

import accuracy
from data import DATA_SETS, TOP, WORK, prepare
from peers import PEERS

HERE = TOP / "bench" / "peers"
REPETITIONS = 3
LONG = 20  # seconds; what takes longer is timed once
LIMIT = 60  # seconds; what takes longer has not finished
KEPT = ["online_retail_ii", "simulated"]
PACKAGES = "implicit rusket duckdb mlxtend pandas pyarrow numpy scipy".split()
OURS = "goeswith"
OFFERS = 20  # ten, and some for products that no question knows


class Unfinished(Exception):
    pass


def run(command, limit=LIMIT):
    """Lines of standard output. The whole process group ends at the limit: a child of a child
    would go on and disturb what is timed next."""
    child = subprocess.Popen(
        [str(part) for part in command],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
    )
    try:
        output, errors = child.communicate(timeout=limit)
    except subprocess.TimeoutExpired:
        os.killpg(child.pid, signal.SIGKILL)
        child.wait()
        raise Unfinished(f"not finished after {limit} s") from None
    if child.returncode != 0:
        said = errors.strip().splitlines() or [f"exit status {child.returncode}"]
        raise Unfinished(said[-1])
    return output.splitlines()


def time_once(command):
    """What the command took, and the stages that it told of itself."""
    *told, took = run([sys.executable, TOP / "bench" / "measure.py", *command])
    stages = json.loads(told[-1]) if told and told[-1].startswith("{") else {}
    took = json.loads(took)
    return {
        "seconds": took["seconds"],
        "processor_seconds": took["processor_seconds"],
        **{f"{stage}_seconds": seconds for stage, seconds in stages.items()},
        "peak_mb": took["peak_bytes"] / 1e6,
    }


def time_all(commands, say):
    """Rows of medians by name. Every round runs all of them: what disturbs the machine for a
    while disturbs them alike, and the ratios hold."""
    runs = {name: [] for name in commands}
    unfinished = {}
    for round_ in range(1, REPETITIONS + 1):
        for name, command in commands.items():
            if name in unfinished or (runs[name] and runs[name][0]["seconds"] > LONG):
                continue
            say(f"{name}, round {round_}")
            try:
                runs[name].append(time_once(command))
            except Unfinished as reason:
                if name == OURS:  # there is nothing to compare with
                    raise SystemExit(f"goeswith train: {reason}") from None
                unfinished[name] = {"unfinished": str(reason)}
    return unfinished | {
        name: {
            "repetitions": len(of_one),
            **{key: round(statistics.median(one[key] for one in of_one), 3) for key in of_one[0]},
        }
        for name, of_one in runs.items()
        if name not in unfinished
    }


def accuracy_of(name, command, prepared):
    if name == OURS:
        goeswith, *_, model = command
        asked = ["--carts", prepared.questions, "--top", OFFERS]
        return accuracy.of_offers(prepared, run([goeswith, "recommend", model, *asked]))
    weights = WORK / "weights.pickle"
    run([*command, weights], 2 * LIMIT)
    with open(weights, "rb") as file:
        return accuracy.of_weights(prepared, *pickle.load(file))


def compare(data, goeswith):
    def say(what):
        print(f"{data.name}: {what} ...", file=sys.stderr, flush=True)

    say("orders and questions")
    prepared = prepare(data, goeswith)
    commands = {OURS: [goeswith, "train", prepared.train, "-o", WORK / "model.gw"]} | {
        peer: [sys.executable, HERE / "peers.py", peer, prepared.train] for peer in PEERS
    }
    took = time_all(commands, say)
    rows = []
    for name, command in commands.items():
        row = {"data": data.name, **prepared.facts, "peer": name, **took[name]}
        if "unfinished" not in row:
            say(f"{name}, questions")
            row |= accuracy_of(name, command, prepared)
        rows.append(row)
    return rows


def table(head, lines):
    """Markdown that stands straight in a terminal too: text to the left, figures to the right."""
    widths = [max(len(cell) for cell in column) for column in zip(head, *lines, strict=True)]

    def cells(row):
        padded = [row[0].ljust(widths[0]), *map(str.rjust, row[1:], widths[1:])]
        return f"| {' | '.join(padded)} |"

    rule = ["-" * widths[0], *("-" * (width - 1) + ":" for width in widths[1:])]
    return "\n".join([cells(head), cells(rule), *map(cells, lines)])


def table_of(rows):
    ours = rows[0]
    # A figure's key, its title, its digits, and whether it is set against ours.
    figures = [
        ("seconds", "s", 2, True),
        ("processor_seconds", "processor s", 2, False),
        ("start_seconds", "start", 2, False),
        ("read_seconds", "read", 2, False),
        ("train_seconds", "train", 2, False),
        ("peak_mb", "peak MB", 0, True),
        ("hr10", "HR@10", 3, True),
        ("ndcg10", "NDCG@10", 3, True),
    ]
    head = [ours["data"]]
    for _, title, _, compared in figures:
        head += [title, "of ours"] if compared else [title]
    lines = []
    for row in rows:
        line = [row["peer"]]
        for key, _, digits, compared in figures:
            line.append(f"{row[key]:.{digits}f}" if key in row else "")
            if compared:
                line.append(f"{row[key] / ours[key]:.2f}" if key in row else "")
        lines.append(line)
    notes = [f"{row['peer']}: {row['unfinished']}." for row in rows if "unfinished" in row]
    once = [row["peer"] for row in rows if row.get("repetitions") == 1]
    if once:
        notes.append(f"Timed once: {'; '.join(once)}.")
    asked = (
        f"{ours['train_lines']:,} lines of {ours['train_orders']:,} orders; "
        f"{ours['questions']:,} questions, {ours['products']:,} products, split by {ours['split']}."
    )
    return "\n\n".join([table(head, lines), " ".join([asked, *notes])])


def commit():
    def git(*arguments):
        return subprocess.run(
            ["git", *arguments], cwd=TOP, check=True, capture_output=True, text=True
        ).stdout.strip()

    try:
        changed = git("status", "--porcelain", "--", "src")
        return git("rev-parse", "--short=10", "HEAD") + (" with changes" if changed else "")
    except (OSError, subprocess.CalledProcessError):
        return "not a git checkout"


def processor():
    try:
        with open("/proc/cpuinfo") as file:
            named = (line for line in file if line.startswith("model name"))
            return next(named).split(":")[1].strip()
    except (OSError, StopIteration):
        return "unknown processor"


def keep(result, text):
    file = TOP / "bench" / "results" / "peers.json"
    file.parent.mkdir(exist_ok=True)
    file.write_text(json.dumps(result, indent=2) + "\n")
    readme = HERE / "README.md"
    before, _, rest = readme.read_text().partition("<!-- peers -->\n")
    _, _, after = rest.partition("<!-- /peers -->")
    if not after:
        raise SystemExit("bench/peers/README.md has no <!-- peers --> ... <!-- /peers -->")
    readme.write_text(f"{before}<!-- peers -->\n{text}\n<!-- /peers -->{after}")


def main(names):
    WORK.mkdir(parents=True, exist_ok=True)
    # A build that starts meanwhile must not change what is measured.
    goeswith = shutil.copy2(TOP / "build" / "release" / "goeswith", WORK / "goeswith")
    rows, texts = [], []
    for name in names or KEPT:
        try:
            found = compare(DATA_SETS[name], goeswith)
        except FileNotFoundError as missing:
            place = os.path.relpath(missing.args[0], TOP)
            texts.append(f"{name}: skipped, {place} is not there (GOESWITH_SHARED says where).")
            continue
        rows += found
        texts.append(table_of(found))

    memory = os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    result = {
        "machine": {
            "cpu": processor(),
            "cores": os.cpu_count(),
            "memory_gb": round(memory / 2**30),
        },
        "commit": commit(),
        "date": datetime.date.today().isoformat(),
        "command": " ".join(["./bench/peers/run", *names]),
        "versions": {
            "python": ".".join(map(str, sys.version_info[:3])),
            **{package: version(package) for package in PACKAGES},
        },
        "rows": rows,
    }
    machine = result["machine"]
    texts.append(", ".join(f"{name} {number}" for name, number in result["versions"].items()) + ".")
    texts.append(
        f"`{result['command']}`, {result['date']}, commit {result['commit']}; {machine['cpu']}, "
        f"{machine['cores']} cores, {machine['memory_gb']} GB."
    )
    text = "\n\n".join(texts)
    print(text)
    if not names:
        keep(result, text)


if __name__ == "__main__":
    main(sys.argv[1:])
