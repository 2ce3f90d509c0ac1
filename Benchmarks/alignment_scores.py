"""What the aligner found, held against gold; Gale–Church of NLTK; a fit for confidences."""

import math


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
