"""Findings of the rules on terms over real translations and over planted defects, and their speed; see README.md.

term_checks.py TABLE LATHU WORK GLOSSARY
"""

import collections
import csv
import io
import json
import os
import random
import re
import sys

import judging
from check_sample import WORK, bare, check, read, run, write

GLOSSARY = sys.argv[4]
RULES = ["term", "term-status", "name", "name-spelling", "do-not-translate", "acronym", "acronym-expansion",
         "unknown-acronym", "term-consistency"]


def concepts():
    """The concepts of the glossary: for each its terms of a language with status and kind."""
    text = run("terms", "export", "-", "--format", "csv", "--glossary", GLOSSARY)[0].decode()
    found = collections.defaultdict(lambda: collections.defaultdict(list))
    for row in csv.DictReader(io.StringIO(text)):
        found[row["concept"]][row["locale"]].append((row["term"], row["status"], row["kind"], row.get("translate")))
    return found


def sentences(glossary, every):
    """Pairs that hold an approved term of several words on both sides, with the concept and the term."""
    terms = {}
    for name, languages in glossary.items():
        for english, status, kind, _ in languages["en"]:
            if status in ("preferred", "admitted") and kind != "acronym" and " " in english:
                terms[english.lower()] = name
    longest = sorted(terms, key=len, reverse=True)
    pattern = re.compile(r"\b(?:" + "|".join(map(re.escape, longest)) + r")\b", re.I)
    found = collections.defaultdict(list)
    for pair in every:
        for match in pattern.findall(pair[0]):
            name = terms[match.lower()]
            if len(found[name]) >= 6:
                continue
            own = [term for term, status, kind, _ in glossary[name]["vi"]
                   if status in ("preferred", "admitted") and kind != "acronym" and " " in term]
            held = [term for term in own if re.search(rf"\b{re.escape(term)}\b", pair[1], re.I)]
            if held:
                found[name].append((pair, max(held, key=len)))
    return found


def replaced(text, term, new):
    match = re.search(rf"\b{re.escape(term)}\b", text, re.I)
    return text[: match.start()] + new(match[0]) + text[match.end():]


def other_tone(term):
    """One mark of the last word that has any changed or dropped, the letters staying."""
    words = term.split(" ")
    for place in reversed(range(len(words))):
        if bare(words[place]) != words[place]:
            words[place] = bare(words[place])
            return " ".join(words)
    return term


def planted(glossary, every):
    found = sentences(glossary, every)
    defects = collections.defaultdict(list)
    for name, places in found.items():
        isName = any(kind == "name" for _, _, kind, _ in glossary[name]["vi"])
        allowed = {term.lower() for term, status, _, _ in glossary[name]["vi"] if status in ("preferred", "admitted")}
        for pair, term in places:
            # Of “Russian Federation” and “Russia” one is a full form, the other a name.
            rules = ("name", "term") if isName else ("term",)
            if other_tone(term).lower() not in allowed:
                defects["the marks of one word of a term dropped", rules].append(
                    (pair[0], replaced(pair[1], term, other_tone)))
            if bare(term).lower() not in allowed:
                defects["all marks of a term dropped", rules].append((pair[0], replaced(pair[1], term, bare)))
            # Where the concept stands a second time, nothing is missing.
            without = replaced(pair[1], term, lambda _: "điều này")
            if not any(re.search(rf"\b{re.escape(other)}\b", without, re.I) for other in allowed):
                defects["a term taken away", rules].append((pair[0], without))
            for wrong, status, kind, _ in glossary[name]["vi"]:
                if status in ("deprecated", "forbidden") and kind != "acronym":
                    defects["a term that should not be used", ("term-status",)].append(
                        (pair[0], replaced(pair[1], term, lambda _: wrong)))
    names = [term for languages in glossary.values() for term, _, _, translate in languages["en"] if translate == "no"]
    for name in names:
        for pair in random.sample(every, 8):
            defects["a name that stays as it is changed", ("do-not-translate",)].append(
                (f"{name}: {pair[0]}", f"{name.lower().title() if name.isupper() else name.lower()}: {pair[1]}"))
    return defects


# Words that no term begins or ends with.
STOP = set("""a an the of in on at to for from by with and or but not is are was were be been has have had will would can
could may this that these those it its he his she her they their we our you your i as if than when which who what all
more most one two also only other such no so do does did""".split())


def phrases(text, lengths):
    words = re.findall(r"[^\W\d_]+", text.lower())
    return {" ".join(words[start:start + length]) for length in lengths for start in range(len(words) - length + 1)}


def termbase(every, count):
    """The phrases of two and three words that stand most often in the sources, each with the phrase of the translations
    that stands with it most of all by Dice's coefficient."""
    part = every[:20_000]
    places = collections.defaultdict(list)
    targets = collections.Counter()
    for number, (english, vietnamese) in enumerate(part):
        for phrase in phrases(english, (2, 3)):
            if not STOP & {phrase.split(" ")[0], phrase.split(" ")[-1]}:
                places[phrase].append(number)
        targets.update(phrases(vietnamese, (2, 3)))
    best = sorted(places, key=lambda phrase: (-len(places[phrase]), phrase))
    path = os.path.join(WORK, "large.csv")
    with open(path, "w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(["concept", "locale", "term", "kind", "status"])
        index = 0
        for phrase in best:
            own = collections.Counter()
            for number in places[phrase][:40]:
                own.update(phrases(part[number][1], (2, 3)))
            if not own:
                continue  # Translations too short for a phrase.
            target = max(own, key=lambda text: (own[text] / (min(40, len(places[phrase])) + targets[text]), text))
            rows.writerow([f"c{index}", "en", phrase, "full", "preferred"])
            rows.writerow([f"c{index}", "vi", target, "full", "preferred"])
            index += 1
            if index == count:
                break
    return path


def table(head, rows):
    print("| " + " | ".join(head) + " |\n|" + "---|" * len(head))
    for row in rows:
        print("| " + " | ".join(str(cell) for cell in row) + " |")
    print()


def main():
    sample, every = read()
    glossary = concepts()
    options = [part for rule in RULES for part in ("--rule", rule)]
    sample = [pair for _, *pair in sample]
    findings, *_ = check(write("sample.tsv", sample), "--glossary", GLOSSARY, *options)
    print(f"Findings over {len(sample)} pairs with {len(glossary)} concepts:\n")
    rows = judging.judged([findings])
    table(("rule", "severity", "findings", "judged", "right", "precision"), rows)
    print("\n".join(judging.totals(rows)) + "\n")
    if os.environ.get("LATHU_FINDINGS"):
        with open(os.environ["LATHU_FINDINGS"], "w", encoding="utf-8") as file:
            for item in findings:
                file.write(json.dumps(item, ensure_ascii=False) + "\n")

    random.seed(8)
    rows = []
    for (name, rules), pairs in planted(glossary, every).items():
        pairs = random.sample(pairs, min(112, len(pairs)))
        found, *_ = check(write("planted.tsv", pairs), "--glossary", GLOSSARY, *options)
        caught = {item["segment"] for item in found if item["rule"] in rules}
        rows.append((name, ", ".join(rules), len(pairs), f"{100 * len(caught) / max(1, len(pairs)):.1f}%"))
        for index in [n for n in range(len(pairs)) if n + 1 not in caught][: int(os.environ.get("LATHU_MISSES", 0))]:
            print(f"missed: {name}: {pairs[index]}", file=sys.stderr)
    print("Planted defects:\n")
    rows.sort()
    table(("defect", "rules", "planted", "caught"), rows)

    every = every[:100_000]
    big = write("big.tsv", every)
    rows = []
    for name, *given in [("no termbase",), ("sample glossary", "--glossary", GLOSSARY),
                         ("10,000 concepts", "--glossary", termbase(every, 10_000))]:
        output, wall, cpu, memory = run("check", big, "--json", *given)
        rows.append((name, f"{wall:.1f}", f"{cpu:.1f}", f"{memory:.0f}", output.count(b"\n")))
    print(f"All rules over {len(every)} pairs on {os.cpu_count()} cores:\n")
    table(("termbase", "seconds", "of processors", "MB", "findings"), rows)


main()
