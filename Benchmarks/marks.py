"""Makes locales/vi/marks.tsv: how often Vietnamese syllables stand with their marks and without, and beside what.

marks.py TABLE OUTPUT

TABLE is the table of pairs of `checks` (LATHU_SHARED, corpora/en-vi.tsv.gz). Only texts under CC BY, CC BY-SA, MIT or MPL
are counted, and none of the 5,000 pairs that `checks` measures with. What is written are syllables and numbers.
"""

import collections
import gzip
import math
import re
import sys
import unicodedata

TABLE, OUTPUT = sys.argv[1:3]
sys.argv = ["checks.py", TABLE, "", ""]
SOURCE = open(__file__.replace("marks.py", "checks.py"), encoding="utf-8").read()
exec(SOURCE.removesuffix("\n\nmain()\n"))  # The sample, and unescaped().

OPEN = {
    "alt-tok-truecased", "ntrex128", "xquad-paragraphs", "xquad-questions", "d2l-paragraphs", "d2l-lines-1to1",
    "tella-docs", "ms-d365-projectops", "blender-manual", "libreoffice-help", "libreoffice-ui", "firefox-ui",
    "thunderbird-ui",
}
WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*|\d[\d.,]*|[^\w\s]")
LONGEST = 7
FEWEST, WEAKEST, LARGEST = 4, 1.25, 9


def tokens(text):
    """Words; 0 for a number, a mark by its kind, w for what is too long for a syllable, ^ and $ for the ends."""
    found = ["^"]
    for match in WORD.finditer(unicodedata.normalize("NFC", text)):
        word = match[0].lower()
        if word[0].isdigit():
            word = "0"
        elif not word[0].isalpha():
            word = "." if word in ".!?:;…" else "," if word == "," else '"'
        elif len(word) > LONGEST:
            word = "w"
        found.append(word)
    return found + ["$"]


def is_marked(word):
    return not word.isascii()


def counted():
    sample, _ = read()
    english = {pair[1] for pair in sample}
    vietnamese = {pair[2] for pair in sample}
    words, before, after = collections.Counter(), collections.Counter(), collections.Counter()
    seen = set()
    with gzip.open(TABLE, "rt", encoding="utf-8") as file:
        for line in file:
            source, _, left, right = line.rstrip("\n").split("\t")
            left, right = unescaped(left), unescaped(right)
            if source not in OPEN or left in english or right in vietnamese or right in seen:
                continue
            seen.add(right)
            found = tokens(right)
            real = [word for word in found if word[0].isalpha()]
            if sum(map(is_marked, real)) * 3 < len(real):
                continue
            foreign = set(tokens(left))
            for place in range(1, len(found) - 1):
                word = found[place]
                if not word[0].isalpha() or word == "w" or not is_marked(word) and word != "a" and word in foreign:
                    continue
                key = bare(word), is_marked(word)
                words[key] += 1
                before[found[place - 1], *key] += 1
                after[found[place + 1], *key] += 1
    return words, before, after


def main():
    words, before, after = counted()
    total = sum(words.values())

    def evidence(table):
        """For each syllable its neighbours by the logarithm of how much likelier they are beside marks."""
        neighbours = collections.Counter()
        for (other, _, _), count in table.items():
            neighbours[other] += count
        found = collections.defaultdict(lambda: collections.defaultdict(list))
        for other, word in {(other, word) for other, word, _ in table}:
            with_marks, without = table[other, word, True], table[other, word, False]
            if with_marks + without < FEWEST or not words[word, True] or not words[word, False] or other == "w":
                continue
            share = 3 * (neighbours[other] + 0.5) / (total + 10000)
            weight = math.log((with_marks + share) / (words[word, True] + 3)) - math.log(
                (without + share) / (words[word, False] + 3))
            if abs(weight) >= WEAKEST:
                found[word][max(-LARGEST, min(LARGEST, round(weight)))].append(other)
        return found

    left, right = evidence(before), evidence(after)
    with open(OUTPUT, "w", encoding="utf-8") as file:
        file.write(HEAD)
        for word in sorted({word for word, _ in words}):
            if not (word.isascii() and word.isalpha() and len(word) <= LONGEST) or not words[word, True]:
                continue
            if words[word, True] + words[word, False] < FEWEST:
                continue
            prior = round(math.log((words[word, True] + 0.5) / (words[word, False] + 0.5)) * 2) / 2
            sides = [
                " ".join(f"{weight} {' '.join(sorted(side[word][weight]))}" for weight in sorted(side[word]))
                for side in (left, right)
            ]
            file.write(f"{word}\t{prior:g}\t{sides[0]}\t{sides[1]}\n")


HEAD = """\
# Vietnamese syllables without their marks. Columns: the syllable; the logarithm of how much more often it stands with
# marks than without; what stands before it, and what stands after it: a number and the neighbours to which it belongs,
# the logarithm of how much likelier they are beside the syllable with marks. ^ and $ are the ends of a text, 0 a number,
# the others marks of that kind.
# Made by Benchmarks/marks.py: counts over the Asian Language Treebank (CC BY 4.0), NTREX, XQuAD, Dive into Deep Learning
# and the Blender manual (CC BY-SA 4.0), Dynamics 365 (CC BY 4.0), Tella (MIT), LibreOffice, Firefox and Thunderbird
# (MPL-2.0). No text of them stands here.
"""

main()
