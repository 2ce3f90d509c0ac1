"""Measures the aligner against gold: see README.md. Prints Markdown tables.

usage: alignment.py PROGRAM SHARED [PART...]

parts: d2l textberg udhr noise unrelated calibration speed, and fit, which prints the numbers of Calibration.swift
"""
import ast
import gzip
import json
import math
import os
import random
import resource
import subprocess
import sys
import time

PROGRAM, SHARED = sys.argv[1:3]
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

# --- material ---------------------------------------------------------------------------------------------------


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


# --- scores -----------------------------------------------------------------------------------------------------


class F1:
    def __init__(self):
        self.right = self.found = self.gold = 0

    def add(self, found, gold):
        """Pairs with something on both sides that are exactly those of the gold."""
        found = {(s, t) for s, t in found if s and t}
        gold = {(s, t) for s, t in gold if s and t}
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    @property
    def precision(self):
        return self.right / max(1, self.found)

    @property
    def recall(self):
        return self.right / max(1, self.gold)

    @property
    def value(self):
        return 2 * self.right / max(1, self.found + self.gold)


class Blocks:
    """Pairs that stay within their block, and block boundaries that are recovered."""

    def __init__(self):
        self.within = self.pairs = self.right = self.touched = self.gold = 0

    def add(self, pairs, blocks):
        """Pairs as the aligner gives them; those that it says have moved take no part in the boundaries."""
        source_of, target_of, ends = [], [], set()
        for number, (source, target) in enumerate(blocks):
            source_of += [number] * len(source)
            target_of += [number] * len(target)
            ends.add((len(source_of), len(target_of)))
        # Both ends of a chapter are known; what lies beside a block of one language cannot be told from it.
        ends.discard((len(source_of), len(target_of)))
        source_ends, target_ends = {s for s, _ in ends}, {t for _, t in ends}
        # Between two pairs, segments without a counterpart may stand on either side of a boundary.
        before = (0, 0)
        found = in_order(pairs)
        for source, target, _, moved in pairs:
            if moved:
                self.pairs += 1
                self.within += source_of[source[0]] == target_of[target[0]]
        for source, target in [p for p in found if p[0] and p[1]] + [((len(source_of),), (len(target_of),))]:
            if source[0] < len(source_of):
                self.pairs += 1
                self.within += len({source_of[i] for i in source} | {target_of[i] for i in target}) == 1
            if source[0] < before[0] or target[0] < before[1]:
                # Moved to another place: neither this pair nor a boundary before it is in order.
                continue
            # What was put before and after the text has its boundaries before the first pair and after the last.
            sources = range(before[0], source[0] + 1)
            targets = range(before[1], target[0] + 1)
            self.right += any(s in sources and t in targets for s, t in ends)
            self.touched += any(s in source_ends for s in sources) or any(t in target_ends for t in targets)
            before = (source[-1] + 1, target[-1] + 1)
        self.gold += len(ends)

    @property
    def share(self):
        return self.within / max(1, self.pairs)

    @property
    def value(self):
        return 2 * self.right / max(1, self.touched + self.gold)


# --- peers ------------------------------------------------------------------------------------------------------


def gale_church(source, target):
    """NLTK's Gale and Church over lengths in characters, as pairs of index tuples."""
    from nltk.translate import gale_church as nltk_gale_church

    def lengths(lines):
        return [max(1, len(line)) for line in lines]

    links = nltk_gale_church.align_blocks(lengths(source), lengths(target))
    # Its links join single segments; those that share one are a pair.
    groups, by_source, by_target = [], {}, {}
    for s, t in links:
        group = by_source.get(s) or by_target.get(t)
        if group is None:
            group = (set(), set())
            groups.append(group)
        group[0].add(s)
        group[1].add(t)
        by_source[s] = by_target[t] = group
    return [(tuple(sorted(s)), tuple(sorted(t))) for s, t in groups]


def plain(pairs):
    return [(s, t) for s, t, _, _ in pairs]


def in_order(pairs):
    """The pairs that stand where their neighbours do."""
    return [(s, t) for s, t, _, moved in pairs if not moved]


def has_nltk():
    try:
        import nltk.translate.gale_church  # noqa: F401
        return True
    except ImportError:
        return False


# --- parts ------------------------------------------------------------------------------------------------------


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


def join_some(rows, chance, seed):
    """Rows of two texts as two lists in which some neighbours are one on one side, with the gold."""
    generator = random.Random(seed)
    source, target, gold, at = [], [], set(), 0
    while at < len(rows):
        taken = 2 if at + 1 < len(rows) and generator.random() < chance else 1
        left = [s for s, _ in rows[at : at + taken]]
        right = [t for _, t in rows[at : at + taken]]
        if taken == 2 and generator.random() < 0.5:
            left = [" ".join(left)]
        elif taken == 2:
            right = [" ".join(right)]
        gold.add(
            (
                tuple(range(len(source), len(source) + len(left))),
                tuple(range(len(target), len(target) + len(right))),
            )
        )
        source += left
        target += right
        at += taken
    return source, target, gold


def vietnamese_gold(gold):
    """The Vietnamese preamble begins with words of their own (Với nhận thức rằng:), and “Now, therefore,” and “The General
    Assembly” are one row of it: the rows of the file, paired by their numbers, are off by one between these places."""
    rows = {((i,), (i,)) for i in range(9)}
    moved = {((i,), (i + 1,)) for i in range(1, 7)}
    return (gold - rows) | moved | {((0,), (0, 1)), ((7, 8), (8,))}


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


CLUTTER = [
    "Trang chủ", "Giới thiệu", "Tin tức", "Liên hệ", "Chia sẻ trên Facebook", "In trang này", "Bài viết liên quan",
    "Đăng ký nhận bản tin hằng tuần của chúng tôi", "Bản quyền thuộc về ban biên tập", "Xem thêm", "Lên đầu trang",
]


def noisy(source, target, owner, generator):
    """Deletes a tenth of the target's lines, joins some neighbours of the same owner, and puts clutter at both ends;
    answers with what each line of the target consists of."""
    lines = [[(line, i)] for i, line in enumerate(target) if generator.random() >= 0.1]
    joined = []
    for line in lines:
        if joined and len(joined[-1]) == 1 and generator.random() < 0.05 and owner(joined[-1][-1][1], line[0][1]):
            joined[-1] += line
        else:
            joined.append(line)
    middle = [(" ".join(text for text, _ in line), [i for _, i in line]) for line in joined]
    head = [(line, []) for line in generator.sample(CLUTTER, 6)]
    tail = [(line, []) for line in generator.sample(CLUTTER, 6)]
    return head + middle + tail


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


def noisy_blocks(blocks, generator):
    """The blocks of a chapter with noise; clutter at either end is a block of its own."""
    target = [line for _, t in blocks for line in t]
    block_of = [number for number, (_, t) in enumerate(blocks) for _ in t]
    lines = noisy(None, target, lambda i, j: block_of[i] == block_of[j], generator)
    changed = [[s, []] for s, _ in blocks]
    head, tail = [[], []], [[], []]
    for number, (line, made) in enumerate(lines):
        place = changed[block_of[made[0]]] if made else head if number < 6 else tail
        place[1].append(line)
    # A boundary beside a block that is gone from one side cannot be told from its neighbour.
    kept = [head]
    for s, t in changed:
        if s and t:
            kept.append([list(s), list(t)])
        else:
            kept[-1][0] += s
            kept[-1][1] += t
    return [(s, t) for s, t in kept + [tail]]


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


def cut(text):
    """A sentence in two, at the space that is nearest to its middle."""
    middle = len(text) // 2
    spaces = [i for i, c in enumerate(text) if c == " "]
    at = min(spaces, key=lambda i: abs(i - middle)) if spaces else middle
    return [text[:at].strip(), text[at:].strip()]


def roughen(rows, generator):
    """Two texts as translators leave them, with the gold: sentences joined and cut on one side, borders between sentences
    that lie elsewhere, lines that are missing on either side; how many of all this differs from text to text."""
    rate, lost = generator.uniform(0, 0.5), generator.uniform(0, 0.12)
    lists, beads, at = ([], []), [], 0
    while at < len(rows):
        kind = generator.choice(("join", "join", "join three", "cut", "shift")) if generator.random() < rate else ""
        size = min(len(rows) - at, {"join": 2, "shift": 2, "join three": 3}.get(kind, 1))
        sides = [[row[side] for row in rows[at : at + size]] for side in (0, 1)]
        changed = generator.randrange(2)
        if kind.startswith("join"):
            sides[changed] = [" ".join(sides[changed])]
        elif kind == "cut" and len(sides[changed][0]) > 12:
            sides[changed] = cut(sides[changed][0])
        elif kind == "shift" and size == 2 and len(sides[changed][1]) > 12:
            first, second = cut(sides[changed][1])
            sides[changed] = [sides[changed][0] + " " + first, second]
        bead = ([], [])
        for side in (0, 1):
            for line in sides[side]:
                if generator.random() >= lost:
                    bead[side].append(len(lists[side]))
                    lists[side].append(line)
        beads.append((tuple(bead[0]), tuple(bead[1])))
        at += size
    return lists[0], lists[1], set(beads)


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


def judged_blocks(pairs, blocks):
    """Pairs of a chapter's lines, by what can be known of them: one that crosses a boundary is wrong, and a block of
    which a side is one line is one pair."""
    owners = [[number for number, block in enumerate(blocks) for _ in block[side]] for side in (0, 1)]
    firsts = [[], []]
    for side in (0, 1):
        at = 0
        for block in blocks:
            firsts[side].append(at)
            at += len(block[side])
    for pair in pairs:
        source, target = pair["source"], pair["target"]
        if not source or not target or pair["moved"]:
            continue
        touched = {owners[0][i] for i in source} | {owners[1][i] for i in target}
        if len(touched) > 1:
            yield pair, False
            continue
        number = touched.pop()
        sizes = [len(blocks[number][side]) for side in (0, 1)]
        if 1 in sizes:
            yield pair, (len(source), len(target)) == tuple(sizes)


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


def logistic_fit(rows, weights, cost=1):
    """Newton's method for a logistic regression; rows of (features, right), the first feature 1. A row that is not right
    counts so many times."""
    size = len(weights)
    for _ in range(30):
        gradient = [-1e-2 * w for w in weights]
        hessian = [[1e-2 * (i == j) for j in range(size)] for i in range(size)]
        for features, right in rows:
            value = 1 / (1 + math.exp(-max(-30, min(30, sum(w * f for w, f in zip(weights, features))))))
            count = 1 if right else cost
            for i in range(size):
                gradient[i] += count * (right - value) * features[i]
                for j in range(size):
                    hessian[i][j] += count * value * (1 - value) * features[i] * features[j]
    # Gaussian elimination.
        matrix = [row + [g] for row, g in zip(hessian, gradient)]
        for i in range(size):
            pivot = max(range(i, size), key=lambda r: abs(matrix[r][i]))
            matrix[i], matrix[pivot] = matrix[pivot], matrix[i]
            for r in range(size):
                if r != i:
                    factor = matrix[r][i] / matrix[i][i]
                    matrix[r] = [a - factor * b for a, b in zip(matrix[r], matrix[i])]
        weights = [w + matrix[i][size] / matrix[i][i] for i, w in enumerate(weights)]
    return weights


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
