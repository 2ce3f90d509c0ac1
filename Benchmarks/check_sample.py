"""The real translations that both measurements of checks look at, and the program run over them."""

import collections
import gzip
import json
import os
import random
import re
import subprocess
import sys
import time
import unicodedata

TABLE, LATHU, WORK = sys.argv[1:4]
# How many pairs of each source.
SOURCES = {
    "ntrex128": 1200, "alt-tok-truecased": 1200, "xquad-questions": 400, "xquad-paragraphs": 100,
    "libreoffice-help": 1600, "tella-docs": 500,
}
ESCAPES = {"t": "\t", "n": "\n", "r": "\r", "\\": "\\"}


def unescaped(text):
    return re.sub(r"\\(.)", lambda match: ESCAPES.get(match[1], match[1]), text).strip("\r\n")


def read():
    """The sample with its sources, always the same, and all pairs."""
    rows, every = collections.defaultdict(list), []
    with gzip.open(TABLE, "rt", encoding="utf-8") as file:
        for line in file:
            source, _, english, vietnamese = line.rstrip("\n").split("\t")
            pair = (unescaped(english), unescaped(vietnamese))
            if any(sign in text for text in pair for sign in "\n\t") or not all(text.strip() for text in pair):
                continue
            every.append(pair)
            if source in SOURCES:
                rows[source].append((source, *pair))
    random.seed(6)
    sample = []
    for source, count in SOURCES.items():
        sample += random.sample(rows[source], min(count, len(rows[source])))
    random.shuffle(sample)
    return sample, every


def write(name, pairs):
    path = os.path.join(WORK, name)
    with open(path, "w", encoding="utf-8") as file:
        file.write("en\tvi\n")
        file.writelines(f"{english}\t{vietnamese}\n" for english, vietnamese in pairs)
    return path


def run(*arguments):
    """What the program prints, its seconds, those of its processors, and its peak of memory in MB."""
    start = time.monotonic()
    process = subprocess.Popen([LATHU, *arguments], stdout=subprocess.PIPE, cwd=WORK)
    output = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    wall = time.monotonic() - start
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        sys.exit(f"lathu {arguments[0]} ended with {os.waitstatus_to_exitcode(status)}")
    return output, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def check(path, *options):
    """The findings, the seconds, those of the processors, and the peak of memory in MB."""
    output, *figures = run("check", path, "--json", *options)
    return [json.loads(line) for line in output.splitlines()], *figures


def bare(text):
    letters = (sign for sign in unicodedata.normalize("NFD", text) if not unicodedata.combining(sign))
    return "".join(letters).replace("đ", "d").replace("Đ", "D")
