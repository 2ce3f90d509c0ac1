"""Translate Toolkit's pofilter on the same pairs: what it finds, and how many of those judged by reading are right.

Verdicts are kept by number, without text, in pofilter-judged.tsv; LATHU_JUDGE=N prints N findings of each test that has
a counterpart among our rules and that have no verdict yet.
"""

import collections
import hashlib
import os
import random
import re
import resource
import subprocess
import sys
import time

from check_sample import WORK

POFILTER = sys.argv[4] if len(sys.argv) > 4 else None
JUDGED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "pofilter-judged.tsv")
# Its tests that look for what one of our rules looks for.
COUNTERPARTS = {
    "acronyms": "acronym", "brackets": "bracket", "doublequoting": "quotation", "doublespacing": "space",
    "doublewords": "repeated-word", "endpunc": "end-punctuation", "endwhitespace": "space", "long": "length",
    "numbers": "number", "puncspacing": "space", "pythonbraceformat": "placeholder", "short": "length",
    "simplecaps": "capital", "singlequoting": "quotation", "startcaps": "capital", "startwhitespace": "space",
    "unchanged": "untranslated", "urls": "link", "xmltags": "inline-code",
}


def pofilter(pairs, name):
    """The tests that each pair fails, with the seconds and those of the processors."""
    path = os.path.join(WORK, f"{name}.po")

    def quoted(text):
        return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'

    with open(path, "w", encoding="utf-8") as file:
        file.write('msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\nLanguage: vi\\n"\n\n')
        for index, (english, vietnamese) in enumerate(pairs):
            file.write(f"msgctxt {quoted(str(index))}\nmsgid {quoted(english)}\nmsgstr {quoted(vietnamese)}\n\n")
    output = os.path.join(WORK, f"{name}.filtered.po")
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    start = time.monotonic()
    subprocess.run([POFILTER, "--language=vi", "--progress=none", path, output], check=True)
    wall = time.monotonic() - start
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = [set() for _ in pairs]
    with open(output, encoding="utf-8") as file:
        for block in file.read().split("\n\n"):
            context = re.search(r'^msgctxt "(\d+)"', block, re.M)
            if context:
                found[int(context[1])] |= set(re.findall(r"\(pofilter\) (\w+):", block.replace("\n# ", " ")))
    return found, wall, after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def key(test, english, vietnamese):
    """A finding by number; a test speaks once of a pair."""
    return hashlib.sha256("\t".join(("pofilter", test, english, vietnamese)).encode()).hexdigest()[:12]


def verdicts():
    if not os.path.exists(JUDGED):
        return {}
    with open(JUDGED, encoding="utf-8") as file:
        return dict(line.rstrip("\n").split("\t")[:2] for line in file if not line.startswith("#"))


def judged(sides, ours):
    """Rows of a test, its findings, those judged, those right and its precision, and the same of our rule.

    sides: pairs of a half and the tests that each fails. ours: rows of rule, severity, findings, judged, right."""
    known = verdicts()
    groups = collections.defaultdict(list)
    for pairs, found in sides:
        for pair, tests in zip(pairs, found):
            for test in sorted(tests & set(COUNTERPARTS)):
                groups[test].append(pair)
    wanted = int(os.environ.get("LATHU_JUDGE", "0"))
    rows = []
    for test, pairs in sorted(groups.items(), key=lambda group: (COUNTERPARTS[group[0]], group[0])):
        found = [known.get(key(test, *pair)) for pair in pairs]
        rule = COUNTERPARTS[test]
        own = [row for row in ours if row[0] == rule]
        rows.append((
            test, len(pairs), *share(found.count("right"), found.count("wrong")), rule, sum(row[2] for row in own),
            *share(sum(row[4] for row in own), sum(row[3] - row[4] for row in own))))
        random.Random(6).shuffle(pairs)
        for pair in pairs[:wanted]:
            if key(test, *pair) not in known:
                print("\t".join([key(test, *pair), test, *pair]), file=sys.stderr)
    return rows


def share(right, wrong):
    return right + wrong, right, f"{right / (right + wrong):.2f}" if right + wrong else ""
