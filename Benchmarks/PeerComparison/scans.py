"""Peers that compare the query with every line: RapidFuzz and the matcher of Translate Toolkit."""

import time

import numpy
from rapidfuzz import fuzz, process
from rapidfuzz.distance import Levenshtein
from translate.search import match
from translate.storage import base

from measure import LIMIT, THRESHOLD


def split(text):
    return text.split()


def all_peers(words, toolkit):
    """`words`: also what keeps every line as a list of words; `toolkit`: also Translate Toolkit."""
    yield Extract("`extract`, `fuzz.ratio` (characters)", fuzz.ratio, 100 * THRESHOLD)
    yield Extract("`extract`, `fuzz.token_sort_ratio` (tokens)", fuzz.token_sort_ratio, 100 * THRESHOLD)
    if words:
        yield Extract(
            "`extract`, `Levenshtein` over words", Levenshtein.normalized_similarity, THRESHOLD, split)
    yield Matrix("`cdist`, `fuzz.ratio` (characters)", fuzz.ratio, 100 * THRESHOLD, numpy.uint8)
    if words:
        yield Matrix(
            "`cdist`, `Levenshtein` over words", Levenshtein.normalized_similarity, THRESHOLD,
            numpy.float32, split)
    if toolkit:
        yield Toolkit()


class Scan:
    processor_time = staticmethod(time.process_time)

    def note(self):
        return ""

    def unload(self):
        self.__dict__.pop("lines", None)
        self.__dict__.pop("choices", None)


class Extract(Scan):
    name = "RapidFuzz"

    def __init__(self, how, scorer, cutoff, prepare=None):
        self.how = f"scan, {how}"
        self.scorer, self.cutoff, self.prepare = scorer, cutoff, prepare or (lambda text: text)

    def load(self, lines):
        self.lines, self.choices = lines, [self.prepare(line) for line in lines]

    def search(self, query):
        found = process.extract(
            self.prepare(query), self.choices, scorer=self.scorer, limit=LIMIT, score_cutoff=self.cutoff)
        return [self.lines[place] for _, _, place in found]


class Matrix(Extract):
    """Scores for every line; the best of them are looked up."""

    def __init__(self, how, scorer, cutoff, number, prepare=None):
        super().__init__(how, scorer, cutoff, prepare)
        self.number = number

    def search(self, query):
        scores = process.cdist(
            [self.prepare(query)], self.choices, scorer=self.scorer, score_cutoff=self.cutoff,
            dtype=self.number, workers=1)[0]
        places = numpy.flatnonzero(scores)
        best = places[numpy.argsort(-scores[places].astype(float), kind="stable")[:LIMIT]]
        return [self.lines[place] for place in best]


class Toolkit(Scan):
    """Its default leaves out what is longer than 70 characters; amaGama's bound of 1000 does not."""

    name = "Translate Toolkit"
    how = "scan, `match.matcher` (characters)"

    def load(self, lines):
        self.failures = set()
        store = base.TranslationStore()
        for number, line in enumerate(lines):
            unit = base.TranslationUnit(line)
            unit.target = str(number)
            store.units.append(unit)
        self.choices = match.matcher(
            store, max_candidates=LIMIT, min_similarity=round(100 * THRESHOLD), max_length=1000)

    def search(self, query):
        try:
            return [unit.source for unit in self.choices.matches(query)]
        except TypeError:
            # It puts units into a heap and cannot compare two of the same similarity.
            self.failures.add(query)
            return []

    def note(self):
        """What a row says besides; the next row counts anew."""
        count, self.failures = len(self.failures), set()
        return f"; failed on {count} queries with ties" if count else ""
