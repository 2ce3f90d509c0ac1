"""The texts that the aligner is measured with: real ones of the shared material, with their gold."""

import ast
import gzip
import json
import random
import sys

from alignment_noise import join_some, roughen

SHARED = sys.argv[2]


def d2l():
    """Chapters: name and blocks of lines on either side."""
    with gzip.open(f"{SHARED}/alignment/en-vi-d2l-chapters.jsonl.gz", "rt") as file:
        for line in file:
            chapter = json.loads(line)
            yield chapter["doc"], [(b["en"], b["vi"]) for b in chapter["blocks"]]


def textberg(name):
    """Lines of either side, and the gold as pairs of index tuples."""
    folder = f"{SHARED}/alignment/textberg-de-fr"
    source = [line.strip() for line in open(f"{folder}/{name}.de")]
    target = [line.strip() for line in open(f"{folder}/{name}.fr")]
    gold = set()
    for line in open(f"{folder}/{name}.defr"):
        if line.strip():
            left, right = line.split(":")[:2]
            gold.add((tuple(ast.literal_eval(left)), tuple(ast.literal_eval(right))))
    return source, target, gold


def udhr(path):
    """Rows: key, English, other; those of two empty sides left out."""
    for line in open(path):
        key, english, other = line.rstrip("\n").split("\t")
        yield key, english, other


def udhr_rows(code):
    """The rows in the order of the document, without their article marks."""
    rows = list(udhr(f"{SHARED}/corpora/udhr/eng-{code}.tsv"))
    rows.sort(key=lambda row: order(row[0]))
    return [(e, o) for key, e, o in rows if not key.endswith(":title")]


def order(key):
    """Preamble, articles by number, then whatever else there is."""
    section, index, _ = key.split(":")
    number = section.removeprefix("art")
    place = 0 if section == "preamble" else int(number) if number.isdigit() else 1000
    return place, section, int(index)


def ntrex(language):
    return [line.strip() for line in open(f"{SHARED}/corpora/ntrex/{language}.txt")]


TAGS = {
    "cmn_hans": "zh-Hans", "cmn_hant": "zh-Hant", "deu_1996": "de", "ell_monotonic": "el", "pes_1": "fa",
    "por_BR": "pt-BR", "por_PT": "pt-PT", "vie_han": "vi-Hani", "arb": "ar", "swh": "sw", "tgl": "fil",
}


def tag(code):
    return TAGS.get(code, code)


def speed_texts(count):
    """So many news sentences in English and Vietnamese, some joined on one side."""
    rows = []
    with gzip.open(f"{SHARED}/corpora/en-vi.tsv.gz", "rt") as file:
        for line in file:
            cells = line.rstrip("\n").split("\t")
            if cells[0] == "alt-tok-truecased":
                rows.append((cells[2], cells[3]))
    return join_some(rows[: int(count * 1.1)], 0.2, seed=1)


def vietnamese_gold(gold):
    """The Vietnamese preamble begins with words of their own (Với nhận thức rằng:), and “Now, therefore,” and “The General
    Assembly” are one row of it: the rows of the file, paired by their numbers, are off by one between these places."""
    rows = {((i,), (i,)) for i in range(9)}
    moved = {((i,), (i + 1,)) for i in range(1, 7)}
    return (gold - rows) | moved | {((0,), (0, 1)), ((7, 8), (8,))}


LANGUAGES = {
    "vie": "vi", "fra": "fr", "deu": "de", "spa": "es", "tha": "th", "jpn": "ja", "rus": "ru", "arb": "ar",
    "ind": "id", "khm": "km", "zho-CN": "zh-Hans",
}


def news(first, last, seed, repeats=4):
    """Documents of NTREX between two lines: language, related or not, source, target, gold."""
    generator = random.Random(seed)
    english = ntrex("eng")
    for code, language in LANGUAGES.items():
        other = ntrex(code)
        for size in (5, 8, 12, 20, 40, 80):
            for repeat in range(repeats):
                start = generator.randrange(first, last - size)
                rows = [(english[start + i], other[start + i]) for i in range(size)]
                source, target, gold = join_some(rows, 0.2, seed=repeat)
                # Some lines are missing in the translation.
                gone = {i for i in range(len(target)) if generator.random() < 0.05}
                number = {old: new for new, old in enumerate(i for i in range(len(target)) if i not in gone)}
                gold = {(s, tuple(number[i] for i in t if i in number)) for s, t in gold}
                target = [line for i, line in enumerate(target) if i not in gone]
                yield language, True, source, target, gold
                far = first + (start - first + (last - first) // 2) % (last - first - size)
                yield language, False, source, other[far : far + size], set()


def rough_news(first, last, seed, repeats):
    """Documents of NTREX between two lines, made rough: language, source, target, gold."""
    generator = random.Random(seed)
    english = ntrex("eng")
    for code, language in LANGUAGES.items():
        other = ntrex(code)
        for size in (12, 25, 50, 100):
            for _ in range(repeats):
                start = generator.randrange(first, last - size)
                rows = [(english[start + i], other[start + i]) for i in range(size)]
                yield language, *roughen(rows, generator)
