"""Lathu as a user runs it: whole processes."""

import json
import resource
import subprocess
import time
import unicodedata

from measure import LIMIT, THRESHOLD, milliseconds, percentile, seconds

# So many queries get a 99th percentile, each asked so often, other queries in between.
SINGLE_QUERIES = 200
REPEATS = 100


def children_time():
    """The processor time of all processes that ended."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


class Lathu:
    def __init__(self, program, work, language, lines):
        work.mkdir()
        self.program, self.work = program, work
        self.options = ["--from", language, "--to", "en" if language != "en" else "vi"]
        self.options += ["--memory", str(work / "memory.sqlite")]
        self.load = self.import_lines(lines)

    def measure(self, table):
        """A row of the table, and the exact answers, (text, score) each, for the others."""
        queries = table.queries
        table.answers = self.search(queries)[0]
        # What opening the memory takes is in both, so it is in neither figure.
        many = [self.search(queries)[1:] for _ in range(5)]
        one = [self.search(queries[:1])[1:] for _ in range(5)]
        wall, processor = (
            max(0, min(run[kind] for run in many) - min(run[kind] for run in one)) / (len(queries) - 1)
            for kind in (0, 1)
        )
        single = self.single_times(queries)
        table.rows.append((
            "**Lathu**", "index, exact", seconds(self.load), str(len(queries)), milliseconds(wall),
            milliseconds(percentile(single)), milliseconds(processor), "100%", "100%",
        ))

    def import_lines(self, lines):
        """The lines with their numbers as translations: what is found is the text."""
        pairs = self.work / "lines.tsv"
        pairs.write_text(
            "".join(f"{line}\t{number}\n" for number, line in enumerate(lines)), encoding="utf-8"
        )
        start = time.perf_counter()
        arguments = ["memory", "import", str(pairs), "--no-normalize", *self.options]
        subprocess.run([self.program, *arguments], check=True, stdout=subprocess.DEVNULL)
        return time.perf_counter() - start

    def search(self, queries):
        """The answers, the wall-clock time and the processor time of a process."""
        (self.work / "queries.txt").write_text("\n".join(queries) + "\n", encoding="utf-8")
        arguments = ["search", "--input", str(self.work / "queries.txt"), "--json", "--threads", "1"]
        arguments += ["--limit", str(LIMIT), "--threshold", str(THRESHOLD), *self.options]
        with open(self.work / "answers.json", "w+", encoding="utf-8") as output:
            before = children_time()
            start = time.perf_counter()
            subprocess.run([self.program, *arguments], check=True, stdout=output)
            wall = time.perf_counter() - start
            used = children_time() - before
            output.seek(0)
            records = [json.loads(line) for line in output]
        assert len(records) == len(queries), "an answer to every query"
        answers = [
            [(unicodedata.normalize("NFC", match["source"]), match["score"]) for match in record["matches"]]
            for record in records
        ]
        return answers, wall, used

    def single_times(self, queries):
        """The processor time of each query: repeated between others, less the time of the others."""
        others = queries[-REPEATS:]
        base = sorted(self.search(others)[2] for _ in range(7))[3]
        result = []
        for query in queries[:SINGLE_QUERIES]:
            mixed = [line for other in others for line in (query, other)]
            result.append(max(0, self.search(mixed)[2] - base) / REPEATS)
        return result
