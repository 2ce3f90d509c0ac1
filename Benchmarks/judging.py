"""Verdicts on findings of `lathu check`: which were judged by reading, and how many of those are right.

The findings are kept by number, without their text; LATHU_JUDGE=N prints N of each rule that have no verdict yet.
"""

import collections
import hashlib
import os
import random
import re
import sys

JUDGED = os.path.join(os.path.dirname(os.path.abspath(__file__)), "checks-judged.tsv")


def finding_key(finding):
    """A finding by number, so that what was judged can be kept without its text."""
    # How often a variant comes depends on what else is looked at.
    message = re.sub(r" in \d+ of \d+ places$", "", finding["message"])
    parts = (finding["rule"], finding["source"], finding["target"], message)
    return hashlib.sha256("\t".join(parts).encode()).hexdigest()[:12]


def verdicts():
    if not os.path.exists(JUDGED):
        return {}
    with open(JUDGED, encoding="utf-8") as file:
        return dict(line.rstrip("\n").split("\t")[:2] for line in file if not line.startswith("#"))


def judged(sides):
    """Rows of rule, severity, findings, judged, right and precision. The verdict on a finding counts once for each
    place in one pair that is told in the same words."""
    known = verdicts()
    groups = collections.defaultdict(list)
    for number, side in enumerate(sides):
        for finding in side:
            groups[finding["rule"], finding["severity"]].append((number, finding))
    wanted = int(os.environ.get("LATHU_JUDGE", "0"))
    rows = []
    for (rule, severity), findings in sorted(groups.items()):
        found = [known.get(finding_key(finding)) for _, finding in findings]
        right, wrong = found.count("right"), found.count("wrong")
        rows.append((rule, severity, len(findings), right + wrong, right,
                     f"{right / (right + wrong):.2f}" if right + wrong else ""))
        random.Random(6).shuffle(findings)
        for number, finding in findings[:wanted]:
            if finding_key(finding) not in known:
                print("\t".join([finding_key(finding), rule, severity, "tuned" if number == 0 else "report",
                                 finding["message"], finding["source"], finding["target"]]), file=sys.stderr)
    return rows


def totals(rows):
    """The same by severity, as sentences."""
    for severity in ("error", "warning", "info"):
        own = [row for row in rows if row[1] == severity]
        count, right = sum(row[3] for row in own), sum(row[4] for row in own)
        if count:
            yield f"{severity}: {count} judged of {sum(row[2] for row in own)}, {right / count:.2f} right."
