"""PostgreSQL: pg_trgm alone, as Weblate asks it, and the full-text search of amaGama."""

import io
import math
import os
import time

import psycopg2
from rapidfuzz.distance import DamerauLevenshtein
from translate.search.lshtein import LevenshteinComparer

from measure import LIMIT, THRESHOLD


def connect(cluster):
    connection = psycopg2.connect(host=cluster, user="postgres", dbname="postgres")
    connection.autocommit = True
    return connection


def server_version(cluster):
    """None where no server was started."""
    if not os.path.exists(f"{cluster}/data/postmaster.pid"):
        return None
    with connect(cluster).cursor() as cursor:
        cursor.execute("SHOW server_version")
        return f"PostgreSQL {cursor.fetchone()[0].split()[0]}"


def all_peers(cluster, language, everything):
    """`everything`: also what takes minutes to build or to ask over a million lines."""
    yield Trigrams(cluster, "gin", THRESHOLD)
    if everything:
        yield Trigrams(cluster, "gist", THRESHOLD)
        yield Trigrams(cluster, "gist", 0.4)
        yield Weblate(cluster)
        yield AmaGama(cluster, "english" if language == "en" else "simple")


class Peer:
    def __init__(self, cluster):
        self.connection = connect(cluster)
        self.cursor = self.connection.cursor()

    def execute(self, statement, *values):
        self.cursor.execute(statement, values or None)
        return self.cursor

    def fill(self, lines, columns, indexes):
        """A table of the lines, its indexes, and all of it in memory."""
        self.execute("CREATE EXTENSION IF NOT EXISTS pg_trgm")
        self.execute("CREATE EXTENSION IF NOT EXISTS pg_prewarm")
        self.execute("DROP TABLE IF EXISTS memory")
        self.execute("CREATE UNLOGGED TABLE memory (id serial PRIMARY KEY, source text NOT NULL)")
        # No line has a tab; a backslash would be read as the start of an escape.
        text = "".join(line.replace("\\", "\\\\") + "\n" for line in lines)
        self.cursor.copy_expert("COPY memory (source) FROM STDIN", io.StringIO(text))
        for statement in [*columns, *indexes, "ANALYZE memory"]:
            self.execute(statement)
        self.execute("SELECT pg_prewarm(oid) FROM pg_class WHERE relname IN ('memory', 'memory_source')").fetchall()
        # In small tables the planner prefers reading every row, which takes ten times as long.
        self.execute("SET enable_seqscan = off")
        self.execute("SELECT set_limit(%s)", THRESHOLD)
        self.process = self.connection.get_backend_pid()

    def note(self):
        return ""

    def unload(self):
        self.execute("DROP TABLE memory")
        self.connection.close()

    def processor_time(self):
        """Of the client and of its server process (Linux)."""
        with open(f"/proc/{self.process}/stat", encoding="ascii") as file:
            fields = file.read().rpartition(")")[2].split()
        return time.process_time() + (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


class Trigrams(Peer):
    """All that passes the operator `%`, the most similar first."""

    name = "pg_trgm"

    def __init__(self, cluster, method, threshold):
        super().__init__(cluster)
        self.method, self.threshold = method, threshold
        self.how = f"{method.upper()} index, `%` and `similarity()`, from {threshold}"

    def load(self, lines):
        index = f"CREATE INDEX memory_source ON memory USING {self.method} (source {self.method}_trgm_ops)"
        self.fill(lines, [], [index])
        self.execute("SELECT set_limit(%s)", self.threshold)

    def search(self, query):
        statement = """SELECT source FROM memory WHERE source %% %s
            ORDER BY similarity(source, %s) DESC, id LIMIT %s"""
        return [source for source, in self.execute(statement, query, query, LIMIT)]


class Weblate(Peer):
    """`%` from a strict limit downwards until something is found; of up to 50 rows, the closest by characters."""

    name = "pg_trgm"
    how = "GIN index, as Weblate asks it"

    def load(self, lines):
        self.fill(
            lines, [], ["CREATE INDEX memory_source ON memory USING gin (source gin_trgm_ops)"])

    def search(self, query):
        limit, rows = strictest_limit(query), []
        while not rows and limit > 0.3:
            self.execute("SELECT set_limit(%s)", limit)
            rows = self.execute("SELECT source FROM memory WHERE source %% %s LIMIT 50", query).fetchall()
            limit -= 0.05
        scored = [(DamerauLevenshtein.normalized_similarity(query, source), source) for source, in rows]
        scored.sort(key=lambda pair: -pair[0])
        return [source for score, source in scored if score >= THRESHOLD][:LIMIT]


def strictest_limit(text):
    """Where Weblate begins (`threshold_to_similarity`): the longer the text, the stricter."""
    base = 0.127264 * math.log(24.282 * 100 * THRESHOLD)
    highest = min(1.2 * base, 0.985)
    length = min(max(1, sum(scalar.isalnum() or scalar == "_" for scalar in text)), 2000)
    return round(base + (highest - base) * math.sqrt(length / 2000), 3)


class AmaGama(Peer):
    """Any word in common, lines of a similar length, ranked by the server; then Levenshtein in the client."""

    name = "PostgreSQL"
    how = "full-text index, as amaGama asks it"

    def __init__(self, cluster, configuration):
        super().__init__(cluster)
        self.configuration = configuration
        self.comparer = LevenshteinComparer(1000)

    def load(self, lines):
        columns = [
            "ALTER TABLE memory ADD vector tsvector, ADD length int",
            f"UPDATE memory SET vector = to_tsvector('{self.configuration}', source), length = length(source)",
            "VACUUM FULL memory",
        ]
        self.fill(lines, columns, ["CREATE INDEX memory_source ON memory USING gin (vector)"])

    def search(self, query):
        least = math.ceil(max(len(query) * THRESHOLD, 2))
        most = math.floor(min(len(query) / THRESHOLD, 1000))
        # 1744.93…: amaGama's scale of rank to percent; it wants half of the similarity, at least 30.
        statement = """SELECT source FROM (
                SELECT source, ts_rank(vector, query, 32) * 1744.93406073519 AS rank
                FROM memory, to_tsquery(%s, (SELECT string_agg(quote_literal(token), '|')
                    FROM ts_parse('default', %s) WHERE tokid <> 12)) query
                WHERE length BETWEEN %s AND %s AND vector @@ query) ranked
            WHERE rank > %s ORDER BY rank DESC"""
        percent = 100 * THRESHOLD
        rows = self.execute(
            statement, self.configuration, query, least, most, max(percent / 2, 30)).fetchall()
        scored = [(self.comparer.similarity(query, source, percent), source) for source, in rows]
        scored.sort(key=lambda pair: -pair[0])
        return [source for score, source in scored if score >= percent][:LIMIT]
