"""Usage: PeerComparison LATHU WORK CLUSTER

WORK holds en.txt and vi.txt, and takes what is written; CLUSTER holds the socket of a PostgreSQL server.
"""

import os
import sys
import time
from importlib.metadata import version
from pathlib import Path

import corpus
import postgres
import scans
from lathu import Lathu
from measure import Table

PARTS = ("en-10000", "en-100000", "en-all", "vi")


def peers(cluster, language, count):
    """What is compared at so many lines; what takes minutes to load or to search there is left out."""
    yield from scans.all_peers(words=count <= 200_000, toolkit=count <= 200_000)
    if postgres.server_version(cluster):
        yield from postgres.all_peers(cluster, language, everything=count <= 200_000)


def compare(tables, lathu, lines, peers):
    for table in tables:
        lathu.measure(table)
    try:
        for peer in peers:
            print(f"{peer.name}, {peer.how}, {len(lines)} lines …", file=sys.stderr, flush=True)
            start = time.perf_counter()
            peer.load(lines)
            load = time.perf_counter() - start
            for table in tables:
                table.measure(peer, load)
            peer.unload()
    finally:
        for table in tables:
            table.print()


def main(program, work, cluster):
    work = Path(work)
    budget = float(os.environ.get("LATHU_BUDGET", "5"))
    parts = os.environ.get("LATHU_PARTS", ",".join(PARTS)).split(",")
    versions = [f"{name} {version(name)}" for name in ("RapidFuzz", "translate-toolkit")]
    versions.append(postgres.server_version(cluster) or "PostgreSQL is not there")
    print(f"\n{', '.join(versions)}. Each row: as many queries as {budget:g} s allow, at all lines four times as long.")
    for part in (part for part in PARTS if part in parts):
        language, _, size = part.partition("-")
        lines = corpus.lines(work / f"{language}.txt", escaped=language == "vi")
        lines = lines[: int(size)] if size.isdigit() else lines
        queries = corpus.perturbed(lines, count=1000, seed=20)
        name = {"en": "English", "vi": "Vietnamese"}[language]
        tables = [Table(f"{name}, {len(lines)} lines", queries, budget if size != "all" else 4 * budget)]
        if language == "vi":
            bare = [corpus.without_marks(query) for query in queries]
            tables.append(Table(f"{name}, {len(lines)} lines, queries without any mark", bare, budget))
        lathu = Lathu(program, work / part, language, lines)
        compare(tables, lathu, lines, peers(cluster, language, len(lines)))


main(*sys.argv[1:])
