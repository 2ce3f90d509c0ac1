"""Real lines, and queries made of them."""

import random
import re
import unicodedata

ESCAPES = {"\\t": "\t", "\\n": "\n", "\\r": "\r", "\\\\": "\\"}


def lines(path, escaped):
    """The distinct lines in NFC, in order; those with a tab or a line end in them are left out."""
    result = {}
    for line in path.read_text(encoding="utf-8").split("\n"):
        if escaped:
            line = re.sub(r"\\[tnr\\]", lambda match: ESCAPES[match.group()], line)
        line = unicodedata.normalize("NFC", line).strip()
        if line and not any(unicodedata.category(scalar) in ("Cc", "Zl", "Zp") for scalar in line):
            result[line] = None
    return list(result)


def perturbed(lines, count, seed):
    """Lines with 5 to 30% of their words replaced, deleted or inserted; words are as frequent as in the lines."""
    generator = random.Random(seed)

    def word():
        return generator.choice(generator.choice(lines).split())

    result = []
    while len(result) < count:
        words = generator.choice(lines).split()
        for _ in range(max(1, round(len(words) * generator.uniform(0.05, 0.3)))):
            place = generator.randrange(len(words) or 1)
            kind = generator.randrange(3)
            if kind == 0:
                words[place : place + 1] = [word()]
            elif kind == 1:
                del words[place : place + 1]
            else:
                words.insert(place, word())
        if words:
            result.append(" ".join(words))
    return result


def without_marks(text):
    """As it is typed on a keyboard without Vietnamese."""
    bare = text.replace("đ", "d").replace("Đ", "D")
    return "".join(
        scalar for scalar in unicodedata.normalize("NFD", bare) if not unicodedata.combining(scalar)
    )
