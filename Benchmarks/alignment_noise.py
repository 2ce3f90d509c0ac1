"""Texts made worse, with the gold: lines joined, cut, lost, and the clutter of web pages."""

import random


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
