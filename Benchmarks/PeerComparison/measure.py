"""Times, and what an answer has of the exact one."""

import math
import sys
import time

LIMIT = 5
THRESHOLD = 0.7


class Table:
    """One Markdown table: every row searches the same lines for the first of the same queries."""

    def __init__(self, title, queries, budget):
        self.title, self.queries, self.budget = title, queries, budget
        self.answers = []
        self.rows = [
            ("program", "how", "load", "queries", "mean ms", "99% ms", "CPU ms", "recall", "same best"),
            ("---",) * 9,
        ]

    def print(self):
        print(f"\n{self.title}:\n")
        for row in self.rows:
            print("| " + " | ".join(row) + " |" if row[0] != "---" else "|---" * len(row) + "|")
        sys.stdout.flush()

    def measure(self, peer, load):
        """Runs as many of the queries as the budget allows, at least three; the first is run once more before."""
        peer.search(self.queries[0])
        found, times = [], []
        processor = peer.processor_time()
        for query in self.queries:
            start = time.perf_counter()
            found.append(peer.search(query))
            times.append(time.perf_counter() - start)
            if len(times) >= 3 and sum(times) > self.budget:
                break
        processor = peer.processor_time() - processor
        count = len(times)
        self.rows.append((
            peer.name, peer.how + peer.note(), seconds(load), str(count), milliseconds(sum(times) / count),
            milliseconds(percentile(times)), milliseconds(processor / count),
            *agreement(self.answers, found),
        ))


def agreement(answers, found):
    """The share of the exact matches that were found too, and of the queries with the same best match.

    An exact answer is a list of (text, score); of several best ones any will do.
    """
    wanted = present = asked = best = 0
    for exact, texts in zip(answers, found):
        if not exact:
            continue
        wanted += len(exact)
        present += len({text for text, _ in exact} & set(texts[:LIMIT]))
        asked += 1
        top = {text for text, score in exact if score == exact[0][1]}
        best += bool(texts) and texts[0] in top
    return percent(present, wanted), percent(best, asked)


def percentile(times, share=0.99):
    """The least time that is not exceeded by 99% of them: the longest where there are fewer than a hundred."""
    ordered = sorted(times)
    return ordered[max(0, math.ceil(len(ordered) * share) - 1)]


def percent(part, whole):
    return f"{100 * part / whole:.1f}%" if whole else "–"


def seconds(value):
    return f"{value:.1f} s"


def milliseconds(value):
    value *= 1000
    return f"{value:.3f}" if value < 1 else f"{value:.1f}" if value < 100 else f"{value:.0f}"
