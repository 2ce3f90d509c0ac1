"""Measures the aligner against gold: see README.md. Prints Markdown tables.

usage: alignment.py PROGRAM SHARED [PART...]

parts: d2l textberg udhr noise unrelated calibration speed, and fit, which prints the numbers of Calibration.swift
"""

import json
import os
import random
import subprocess
import sys

from alignment_material import (
    SHARED, d2l, news, ntrex, rough_news, speed_texts, tag, textberg, udhr_rows, vietnamese_gold)
from alignment_noise import join_some, noisy, noisy_blocks
from alignment_scores import Blocks, F1, gale_church, has_nltk, judged_blocks, logistic_fit, plain

PROGRAM = sys.argv[1]
PARTS = sys.argv[3:]


class Aligner:
    """The benchmark program, asked a job at a time."""

    def __init__(self):
        self.process = subprocess.Popen([PROGRAM], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)

    def ask(self, documents, source, target):
        job = {"from": source, "to": target, "documents": [{"source": s, "target": t} for s, t in documents]}
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        return json.loads(self.process.stdout.readline())

    def align(self, documents, source, target):
        """documents: pairs of lists of paragraphs; answers with lists of pairs, scores, seconds."""
        answer = self.ask(documents, source, target)
        pairs = [
            [(tuple(p["source"]), tuple(p["target"]), p["confidence"], p["moved"]) for p in document]
            for document in answer["documents"]
        ]
        return pairs, answer["scores"], answer["seconds"]

    def memory(self):
        """The most memory that it has taken, in MB."""
        for line in open(f"/proc/{self.process.pid}/status"):
            if line.startswith("VmHWM"):
                return int(line.split()[1]) / 1024


ALIGNER = Aligner()


def run_d2l(half=None):
    print("| chapters | pairs | within their block | boundary F1 | Gale–Church (NLTK): within | boundary F1 |")
    print("|---|---|---|---|---|---|")
    chapters = list(d2l())
    for name, part in (("even, looked at while tuning", 0), ("odd, held out", 1)):
        if half is not None and half != part:
            continue
        ours, theirs = Blocks(), Blocks()
        for _, blocks in chapters[part::2]:
            source = [line for s, _ in blocks for line in s]
            target = [line for _, t in blocks for line in t]
            pairs, _, _ = ALIGNER.align([([source], [target])], "en", "vi")
            ours.add(pairs[0], blocks)
            if has_nltk():
                theirs.add([(s, t, 1, False) for s, t in gale_church(source, target)], blocks)
        print(f"| {name} | {ours.pairs} | {ours.share:.4f} | {ours.value:.4f} | {theirs.share:.4f} | {theirs.value:.4f} |")


def run_textberg(names=("dev", "test0", "test1", "test2")):
    print("| text | segments | precision | recall | strict F1 | Gale–Church (NLTK) |")
    print("|---|---|---|---|---|---|")
    texts = [textberg(name) for name in names]

    def row(name, alone, ours, theirs):
        segments = " ".join(str(sum(len(x[i]) for x in alone)) for i in (0, 1))
        print(f"| {name} | {segments} | {ours.precision:.3f} | {ours.recall:.3f} | {ours.value:.4f} | {theirs.value:.4f} |")

    total, peers = F1(), F1()
    for name, (source, target, gold) in zip(names, texts):
        ours, theirs = F1(), F1()
        pairs, _, _ = ALIGNER.align([([source], [target])], "de", "fr")
        for score in (ours, total):
            score.add(plain(pairs[0]), gold)
        if has_nltk():
            found = gale_church(source, target)
            for score in (theirs, peers):
                score.add(found, gold)
        row(name, [(source, target)], ours, theirs)
    row("all, each for itself", texts, total, peers)
    together = F1()
    pairs, _, _ = ALIGNER.align([([s], [t]) for s, t, _ in texts], "de", "fr")
    for found, (_, _, gold) in zip(pairs, texts):
        together.add(plain(found), gold)
    row("all, aligned together", texts, together, peers)


def run_udhr():
    print("| language | rows | strict F1 | Gale–Church (NLTK) | some joined: strict F1 | Gale–Church (NLTK) |")
    print("|---|---|---|---|---|---|")
    folder = f"{SHARED}/corpora/udhr"
    lists = [[], [], [], []]
    for name in sorted(os.listdir(folder)):
        if not name.startswith("eng-"):
            continue
        code = name[4:-4]
        rows = udhr_rows(code)
        values = []
        for chance in (0, 0.2):
            source, target, gold = join_some(rows, chance, seed=code)
            if code == "vie" and chance == 0:
                gold = vietnamese_gold(gold)
            pairs, _, _ = ALIGNER.align([([source], [target])], "en", tag(code))
            ours, theirs = F1(), F1()
            ours.add(plain(pairs[0]), gold)
            if has_nltk():
                theirs.add(gale_church(source, target), gold)
            values += [ours.value, theirs.value]
        for column, value in zip(lists, values):
            column.append(value)
        print(f"| {code} | {len(rows)} | " + " | ".join(f"{v:.4f}" for v in values) + " |")
    print("| mean | | " + " | ".join(f"{sum(c) / len(c):.4f}" for c in lists) + " |")


def run_noise():
    print("| text | clean | with noise | lost |")
    print("|---|---|---|---|")
    generator = random.Random(11)
    english, other = ntrex("eng"), ntrex("vie")
    clean, noise = F1(), F1()
    for start in range(0, 960, 60):
        source, target = english[start : start + 60], other[start : start + 60]
        pairs, _, _ = ALIGNER.align([([source], [target])], "en", "vi")
        clean.add(plain(pairs[0]), {((i,), (i,)) for i in range(60)})
        lines = noisy(source, target, lambda i, j: j == i + 1, generator)
        pairs, _, _ = ALIGNER.align([([source], [[line for line, _ in lines]])], "en", "vi")
        noise.add(plain(pairs[0]), {(tuple(made), (i,)) for i, (_, made) in enumerate(lines) if made})
    print(f"| NTREX, lines 0 to 959, 16 documents of 60 sentences, strict F1 | {clean.value:.4f} | {noise.value:.4f} | "
          f"{100 * (clean.value - noise.value):.1f} points |")
    chapters = [blocks for _, blocks in list(d2l())[1::2]]
    changed = [noisy_blocks(blocks, generator) for blocks in chapters]
    for name, together in (("each for itself", False), ("all in one run, as with --pairs", True)):
        clean, noise = Blocks(), Blocks()
        for score, texts in ((clean, chapters), (noise, changed)):
            documents = [tuple([[line for block in blocks for line in block[side]]] for side in (0, 1))
                         for blocks in texts]
            answers = (
                ALIGNER.align(documents, "en", "vi")[0] if together
                else [ALIGNER.align([document], "en", "vi")[0][0] for document in documents])
            for pairs, blocks in zip(answers, texts):
                score.add(pairs, blocks)
        print(f"| d2l, odd chapters, {name}: boundary F1 | {clean.value:.4f} | {noise.value:.4f} | "
              f"{100 * (clean.value - noise.value):.1f} points |")
        print(f"| d2l, odd chapters, {name}: pairs within their block | {clean.share:.4f} | {noise.share:.4f} | "
              f"{100 * (clean.share - noise.share):.1f} points |")


def run_unrelated():
    print("| documents of NTREX, lines 1000 to 1996, 11 languages | number | score ≥ 0.5 |")
    print("|---|---|---|")
    counts = {}
    for language, related, source, target, _ in news(1000, 1997, seed=3):
        _, scores, _ = ALIGNER.align([([source], [target])], "en", language)
        key = (related, "5 to 8 segments" if len(source) < 11 else "12 and more")
        row = counts.setdefault(key, [0, 0])
        row[0] += 1
        row[1] += scores[0] >= 0.5
    for (related, size), (number, taken) in sorted(counts.items(), reverse=True):
        print(f"| {'translations' if related else 'not translations'}, {size} | {number} | {taken} |")


def run_calibration():
    print("| pairs | confidence ≥ 0.9 | of them right | 0.7 to 0.9 | right | 0.5 to 0.7 | right | below 0.5 | right |")
    print("|---|---|---|---|---|---|---|---|---|")

    def row(name, found):
        cells = []
        for low, high in ((0.9, 2), (0.7, 0.9), (0.5, 0.7), (0, 0.5)):
            inside = [right for confidence, right in found if low <= confidence < high]
            share = f"{100 * sum(inside) / len(inside):.1f}%" if inside else "–"
            cells += [str(len(inside)), share]
        print(f"| {name} | " + " | ".join(cells) + " |")

    def judged(pairs, gold):
        return [(c, (s, t) in gold) for s, t, c, _ in pairs if s and t]

    found = []
    for name in ("dev", "test0", "test1", "test2"):
        source, target, gold = textberg(name)
        pairs, _, _ = ALIGNER.align([([source], [target])], "de", "fr")
        found += judged(pairs[0], gold)
    row("textberg de–fr", found)
    found = []
    for name in sorted(os.listdir(f"{SHARED}/corpora/udhr")):
        code = name[4:-4]
        if name.startswith("eng-") and code != "vie":
            source, target, gold = join_some(udhr_rows(code), 0.2, seed=code)
            pairs, _, _ = ALIGNER.align([([source], [target])], "en", tag(code))
            found += judged(pairs[0], gold)
    row("UDHR, 34 languages, some joined", found)
    found = []
    for language, related, source, target, gold in news(1000, 1997, seed=4):
        if related:
            pairs, _, _ = ALIGNER.align([([source], [target])], "en", language)
            found += judged(pairs[0], gold)
    row("NTREX, lines 1000 to 1996, 11 languages", found)
    found = []
    for language, source, target, gold in rough_news(1000, 1997, seed=5, repeats=1):
        pairs, _, _ = ALIGNER.align([([source], [target])], "en", language)
        found += judged(pairs[0], gold)
    row("the same, made rough", found)
    found = []
    for blocks, answer in chapters(1):
        found += [(pair["confidence"], right) for pair, right in judged_blocks(answer["documents"][0], blocks)]
    row("d2l, odd chapters, where a block has one line on a side", found)


def chapters(part):
    """The blocks of every other chapter, with what the aligner says of its lines."""
    for _, blocks in list(d2l())[part::2]:
        sides = [[line for block in blocks for line in block[side]] for side in (0, 1)]
        yield blocks, ALIGNER.ask([([sides[0]], [sides[1]])], "en", "vi")


def fitted_pairs():
    """What the confidence of pairs is fitted to, with whether each is right: NTREX, lines 0 to 999, made rough, and the
    even chapters of d2l."""
    def known(answer, gold):
        return [
            (p["values"], (tuple(p["source"]), tuple(p["target"])) in gold)
            for p in answer["documents"][0] if p["source"] and p["target"]
        ]

    for language, source, target, gold in rough_news(0, 1000, seed=2, repeats=2):
        yield from known(ALIGNER.ask([([source], [target])], "en", language), gold)
    for blocks, answer in chapters(0):
        for pair, right in judged_blocks(answer["documents"][0], blocks):
            yield pair["values"], right


def run_fit():
    """The numbers of Calibration.swift, and how well they fit."""
    pairs = list(fitted_pairs())
    # A pair that is taken wrongly stays in a memory; one that is doubted wrongly costs a look.
    print("pair:", [round(w, 3) for w in logistic_fit(pairs, [0.0] * len(pairs[0][0]), cost=1.25)], len(pairs))
    documents = []
    for language, related, source, target, gold in news(0, 1000, seed=1, repeats=4):
        evidence = ALIGNER.ask([([source], [target])], "en", language)["evidence"][0]
        documents.append((evidence["isOrdered"], evidence["values"], related))
    # The order is known of short documents only; what is fitted to all others is fitted without it.
    short = [(values, related) for ordered, values, related in documents if ordered]
    every = [(values[:-1], related) for _, values, related in documents]
    for name, rows in (("ordered", short), ("large", every)):
        # To take what is no translation is five times as bad as to refuse one.
        weights = logistic_fit(rows, [0.0] * len(rows[0][0]), cost=5)
        wrong = [(sum(w * v for w, v in zip(weights, values)) > 0) for values, related in rows if not related]
        refused = [(sum(w * v for w, v in zip(weights, values)) <= 0) for values, related in rows if related]
        print(f"{name}:", [round(w, 3) for w in weights], f"{sum(wrong)} of {len(wrong)} taken wrongly,",
              f"{sum(refused)} of {len(refused)} refused wrongly")


def run_speed():
    print("| segments | strict F1 | processor time | most memory |")
    print("|---|---|---|---|")
    for count in (1000, 10000):
        aligner = Aligner()
        source, target, gold = speed_texts(count)
        source, target = source[:count], target[:count]
        pairs, _, seconds = aligner.align([([source], [target])], "en", "vi")
        gold = {(s, t) for s, t in gold if s[-1] < count and t[-1] < count}
        ours = F1()
        ours.add(plain(pairs[0]), gold)
        print(f"| {len(source)} × {len(target)} | {ours.value:.4f} | {seconds:.2f} s | {aligner.memory():.0f} MB |")


for part in PARTS:
    globals()["run_" + part]()
    print(flush=True)
