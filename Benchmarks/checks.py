"""Findings of `lathu check` over real translations, and over the same with planted defects; see README.md.

checks.py TABLE LATHU WORK [POFILTER]
"""

import collections
import os
import random
import re
import sys
import unicodedata

import judging
import pofilter
from check_sample import bare, check, read, write

def half(sample, number):
    return [(english, vietnamese) for _, english, vietnamese in sample[number::2]]


# Planted defects: each takes a pair and gives the pair with the defect, or nothing where it has no place for one.

TONES = "\u0300\u0301\u0303\u0309\u0323"
NEGATION = re.compile(r"\b(?:không|chưa|chẳng|đừng)\b ", re.I)
ENGLISH_NEGATION = re.compile(r"\b(?:not|never|no|none|nobody|nothing|without|cannot)\b|n[’']t\b", re.I)


def changed(text, start, end, new):
    return text[:start] + new + text[end:]


def number(english, vietnamese):
    found = [match for match in re.finditer(r"(?<![\w.,/-])\d[\d.,]*\d|(?<![\w.,/-])\d(?![\w])", vietnamese)]
    if not found or not re.search(r"\d", english):
        return None
    match = random.choice(found)
    digits = [place for place in range(match.start(), match.end()) if vietnamese[place].isdigit()]
    place = random.choice(digits)
    digit = str((int(vietnamese[place]) + random.randint(1, 8)) % 10)
    if place == match.start() and digit == "0":
        return None
    return english, changed(vietnamese, place, place + 1, digit)


def month(english, vietnamese):
    match = re.search(r"tháng (\d{1,2})\b", vietnamese)
    if not match or not re.search(r"January|February|April|June|July|August|September|October|November|December", english):
        return None
    other = int(match[1]) % 12 + 1
    return english, changed(vietnamese, match.start(1), match.end(1), str(other))


def code(english, vietnamese):
    left, right = english.split(" "), vietnamese.split(" ")
    if len(left) < 4 or len(right) < 4:
        return None
    left[1], right[1] = f"<1>{left[1]}</1>", f"<1>{right[1]}"
    return " ".join(left), " ".join(right)


def placeholder(english, vietnamese):
    left, right = english.split(" "), vietnamese.split(" ")
    if len(left) < 4 or len(right) < 4 or "%" in english + vietnamese:
        return None
    name = random.choice(["%s", "{name}", "%(count)d", "${x}", "{0}"])
    left.insert(2, name)
    if random.random() < 0.5:
        right.insert(2, name[:-1] + "q" + name[-1] if len(name) > 2 else "%d")
    return " ".join(left), " ".join(right)


def link(english, vietnamese):
    match = re.search(r"https?://[^\s)\"]{6,}", vietnamese)
    if not match or match[0] not in english:
        return None
    place = match.start() + len("https://") + 1
    return english, changed(vietnamese, place, place + 1, "x" if vietnamese[place] != "x" else "y")


def negation(english, vietnamese):
    found = list(NEGATION.finditer(vietnamese))
    if len(found) != 1 or len(ENGLISH_NEGATION.findall(english)) != 1 or "?" in vietnamese:
        return None
    if re.search(r"không (gian|khí|chỉ|những|quân)|hàng không|not only|no longer|not just", english + vietnamese, re.I):
        return None
    return english, changed(vietnamese, found[0].start(), found[0].end(), "")


def ending(english, vietnamese):
    if not (re.search(r"\w[.?!]$", english) and re.search(r"\w{2}[.?!]$", vietnamese)):
        return None
    return english, vietnamese[:-1]


def bracket(english, vietnamese):
    if vietnamese.count("(") != 1 or vietnamese.count(")") != 1 or english.count("(") != english.count(")"):
        return None
    return english, vietnamese.replace(random.choice("()"), "")


def quotation(english, vietnamese):
    signs = [place for place, sign in enumerate(vietnamese) if sign in "\"“”"]
    if len(signs) != 2 or len(re.findall("[\"“”]", english)) % 2:
        return None
    place = random.choice(signs)
    return english, changed(vietnamese, place, place + 1, "")


def repeated(english, vietnamese):
    found = list(re.finditer(r"(?<=\s)(?:của|được|những|các|và|cho|là|bị|với)(?=\s)", vietnamese))
    if not found:
        return None
    match = random.choice(found)
    return english, changed(vietnamese, match.start(), match.end(), f"{match[0]} {match[0]}")


def spaces(english, vietnamese):
    found = [place for place, sign in enumerate(vietnamese) if sign == " "]
    if not found or "  " in english + vietnamese:
        return None
    place = random.choice(found)
    return english, changed(vietnamese, place, place, " ")


def decomposed(english, vietnamese):
    other = unicodedata.normalize("NFD", vietnamese)
    return (english, other) if other != vietnamese else None


def marked_words(vietnamese):
    return [
        match for match in re.finditer(r"[^\W\d_]+", vietnamese)
        if match[0].islower() and any(sign in TONES for sign in unicodedata.normalize("NFD", match[0]))
    ]


def tone_moved(english, vietnamese):
    """The tone of a word with two vowels or more, on another letter."""
    words = [match for match in marked_words(vietnamese) if re.search("(?:ươ|iê|uô|yê)", bare_tone(match[0]))]
    if not words:
        return None
    match = random.choice(words)
    tone = next(sign for sign in unicodedata.normalize("NFD", match[0]) if sign in TONES)
    word = bare_tone(match[0])
    place = re.search("(?:ươ|iê|uô|yê)", word).start() + 1
    return english, changed(
        vietnamese, match.start(), match.end(), unicodedata.normalize("NFC", word[:place] + tone + word[place:]))


def bare_tone(word):
    letters = (sign for sign in unicodedata.normalize("NFD", word) if sign not in TONES)
    return unicodedata.normalize("NFC", "".join(letters))


def unmarked_word(english, vietnamese):
    words = marked_words(vietnamese)
    if not words:
        return None
    match = random.choice(words)
    return english, changed(vietnamese, match.start(), match.end(), bare(match[0]))


def unmarked(english, vietnamese):
    return (english, bare(vietnamese)) if len(marked_words(vietnamese)) >= 5 else None


def cut(english, vietnamese):
    """The translation ends after its first third."""
    words = vietnamese.split(" ")
    return (english, " ".join(words[: len(words) // 3])) if len(words) >= 24 else None


def small(english, vietnamese):
    if not (english[0].isupper() and vietnamese[0].isupper() and vietnamese[1:2].islower()):
        return None
    if vietnamese.split(" ")[0].lower() in (word.lower() for word in re.findall(r"[^\W\d_]+", english)):
        return None
    return english, vietnamese[0].lower() + vietnamese[1:]


def copied(english, vietnamese):
    words = english.split(" ")
    return (english, english) if sum(word.isalpha() and word.islower() for word in words) * 2 > len(words) > 4 else None


DEFECTS = [
    ("a digit of a number changed", number, ("number", "date"), True),
    ("another month", month, ("date", "number"), True),
    ("a closing code lost", code, ("inline-code",), True),
    ("a placeholder lost or changed", placeholder, ("placeholder",), True),
    ("a web address changed", link, ("link",), True),
    ("the only negation dropped", negation, ("negation",), True),
    ("the mark at the end dropped", ending, ("end-punctuation",), True),
    ("a bracket dropped", bracket, ("bracket",), True),
    ("a quotation mark dropped", quotation, ("quotation",), True),
    ("a word doubled", repeated, ("repeated-word",), True),
    ("a space doubled", spaces, ("space",), True),
    ("NFD instead of NFC", decomposed, ("unicode",), True),
    ("a tone on the wrong letter", tone_moved, ("syllable",), True),
    ("all marks of the segment dropped", unmarked, ("unmarked",), True),
    ("two thirds of the text missing", cut, ("length",), True),
    ("a small letter at the start", small, ("capital",), True),
    ("the source copied", copied, ("untranslated",), True),
    ("all marks of one word dropped", unmarked_word, ("unmarked", "syllable"), False),
]


PLANTED = 8000


def plant(pairs, found):
    """For each defect so many pairs that have nothing to do with its rules so far, PLANTED in all: what some defects lack in
    places for them, the others have more."""
    random.seed(8)
    places = []
    for _, make, rules, _ in DEFECTS:
        order = [index for index in range(len(pairs)) if not found[index] & set(rules)]
        random.shuffle(order)
        made = (make(*pairs[index]) for index in order)
        places.append([pair for pair, index in zip(made, order) if pair and pair != pairs[index]])
    shares = range(1, len(pairs))
    share = next((n for n in shares if sum(min(n, len(made)) for made in places) >= PLANTED), len(pairs))
    return [(place, pair) for place, made in enumerate(places) for pair in made[:share]]


def by_segment(findings, count, isLocal=True):
    found = [set() for _ in range(count)]
    for finding in findings:
        if finding.get("segment"):
            found[finding["segment"] - 1].add(finding["rule"])
    return found


def table(head, rows):
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    print()


def main():
    sample, every = read()
    every = every[:100_000]
    tune, report = half(sample, 0), half(sample, 1)
    findings, *_ = check(write("report.tsv", report))
    both = [check(write("tune.tsv", tune))[0], findings]
    counts = [collections.Counter((item["rule"], item["severity"]) for item in side) for side in both]
    print(f"Findings over {len(report)} pairs, and over the {len(tune)} that the rules were tuned on:\n")
    rows = [(rule, severity, counts[1][rule, severity], counts[0][rule, severity])
            for rule, severity in sorted(set(counts[0]) | set(counts[1]))]
    table(("rule", "severity", "findings", "tuned on"), rows)

    print("Findings over all 5,000 pairs judged by reading (`checks-judged.tsv`):\n")
    rows = ours = judging.judged(both)
    table(("rule", "severity", "findings", "judged", "right", "precision"), rows)
    print("\n".join(judging.totals(rows)) + "\n")
    found = by_segment(findings, len(report))
    planted = plant(report, found)
    result, *_ = check(write("planted.tsv", [pair for _, pair in planted]))
    caught = by_segment(result, len(planted))
    serious = by_segment([item for item in result if item["severity"] != "info"], len(planted))
    other = None
    if pofilter.POFILTER:
        other, *_ = pofilter.pofilter([pair for _, pair in planted], "planted")
        clean, *_ = pofilter.pofilter(report, "report")
    rows = []
    for place, (name, _, rules, _) in enumerate(DEFECTS):
        own = [index for index, (defect, _) in enumerate(planted) if defect == place]
        hits = sum(bool(caught[index] & set(rules)) for index in own)
        seen = sum(bool(serious[index] & set(rules)) for index in own)
        row = [name, ", ".join(rules), len(own)]
        row += [f"{100 * count / max(1, len(own)):.1f}%" for count in (hits, seen)]
        row.append(f"{100 * sum(bool(other[index]) for index in own) / max(1, len(own)):.1f}%" if other else "")
        rows.append(row)
        if os.environ.get("LATHU_MISSES"):
            for index in [index for index in own if not caught[index] & set(rules)][: int(os.environ["LATHU_MISSES"])]:
                print(f"missed: {name}: {planted[index][1]}", file=sys.stderr)
    print(f"{len(planted)} planted defects; of pofilter any finding counts:\n")
    table(("defect", "rules", "planted", "caught", "as more than an info", "pofilter"), rows)

    if pofilter.POFILTER:
        tests = collections.Counter(test for tests in clean for test in tests)
        print(f"pofilter on the same {len(report)} pairs: {sum(tests.values())} findings in "
              f"{sum(map(bool, clean))} pairs; lathu: {len(findings)} in {sum(map(bool, found))}, errors and warnings "
              f"in {len({item['segment'] for item in findings if item['severity'] != 'info'})}.\n")
        table(("pofilter's test", "findings"), tests.most_common())
        print("pofilter's tests that have a counterpart, over all 5,000 pairs, judged by reading "
              "(`pofilter-judged.tsv`), and our rule, of all severities:\n")
        sides = [(tune, pofilter.pofilter(tune, "tune")[0]), (report, clean)]
        table(("pofilter's test", "findings", "judged", "right", "precision", "our rule", "findings", "judged", "right",
               "precision"), pofilter.judged(sides, ours))

    big = write("big.tsv", every)
    items, wall, cpu, memory = check(big)
    print(f"Speed: {len(every)} pairs, all rules, {os.cpu_count()} cores: {wall:.1f} s, {cpu:.1f} s of processor time, "
          f"{memory:.0f} MB, {len(items)} findings.")
    if pofilter.POFILTER:
        part = every[:10000]
        _, wall, cpu = pofilter.pofilter(part, "speed")
        print(f"pofilter: {len(part)} pairs: {wall:.1f} s, {cpu:.1f} s of processor time.")


main()
