"""Runs whole processes over files of other tools and prints what they took; called by Benchmarks/interchange."""

import datetime
import os
import subprocess
import sys
import threading
import time

lathu, reader, work = sys.argv[1:4]


def path(name):
    return os.path.join(work, name)


def run(*arguments):
    """Exit status, seconds of the clock and of the processor, peak of resident memory in megabytes, output."""
    with open(path("out"), "wb") as out:
        start = time.monotonic()
        process = subprocess.Popen(arguments, stdout=out, stderr=subprocess.STDOUT)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    with open(path("out"), encoding="utf-8", errors="replace") as out:
        text = out.read(10_000)
    code = os.waitstatus_to_exitcode(status)
    return code, wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6, text


commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
size = os.path.getsize(path("units.tmx")) / 1e6
print(f"### Interchange: {datetime.date.today()}, {commit}, {os.cpu_count()} cores")
print()
print(f"A TMX of {size:.0f} MB. Seconds of the processor, the better of two runs each; peak of resident memory.")
print()
print("| what | processor | to xmllint | peak |")
print("|---|---|---|---|")
checks = {
    "`xmllint --stream --noout`": ("xmllint", "--stream", "--noout", path("units.tmx")),
    "`lathu validate` (to reach: 2.5 times, 60 MB)": (lathu, "validate", path("units.tmx")),
}
figures = {what: [] for what in checks}
for _ in range(2):
    for what, arguments in checks.items():
        code, _, processor, peak, text = run(*arguments)
        assert code == 0, text
        figures[what].append((processor, peak))
base = None
for what, found in figures.items():
    processor, peak = min(found)
    base = base or processor
    print(f"| {what} | {processor:.2f} s | {processor / base:.2f} | {peak:.0f} MB |", flush=True)
code, _, processor, peak, text = run(lathu, "validate", path("tenth.tmx"))
print(f"| `lathu validate` of its first tenth, cut off | {processor:.2f} s | – | {peak:.0f} MB |", flush=True)
code, _, processor, peak, text = run(reader, path("units.tmx"))
assert code == 0, text
units, variants, rate = (int(word) for word in text.split())
print(f"| reading {units:,} units ({rate:,} a second) | {processor:.2f} s | {processor / base:.2f} | {peak:.0f} MB |")
arguments = ("memory", "import", path("units.tmx"), "--from", "en", "--to", "vi", "--memory", path("import.sqlite"))
code, wall, processor, peak, text = run(lathu, *arguments)
assert code == 0, text
print(f"| importing them, stored and indexed | {processor:.2f} s | {processor / base:.2f} | {peak:.0f} MB |")
print()
print(f"The import took {wall:.1f} s of the clock: {units / wall:,.0f} units a second (to reach: 30,000 on 2 cores).")

laughs = '<!ENTITY e0 "ha ha ha ">' + "".join(
    f'<!ENTITY e{level} "{f"&e{level - 1};" * 10}">' for level in range(1, 10)
)
long = f'<!ENTITY e9 "{"ha" * 50_000}">'
starts = {
    "tmx": '<tmx version="1.4"><header/><body>',
    "xlf": '<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" version="2.1" srcLang="en"><file id="f">',
    "tbx": '<tbx type="TBX-Basic" style="dct" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2"><tbxHeader/><text><body>',
    "srx": '<srx xmlns="http://www.lisa.org/srx20" version="2.0"><header/><body>',
}


def pieces(start, piece, total):
    yield start.encode()
    block = piece.encode() * (1 << 20 >> len(piece).bit_length())
    given = 0
    while given < total:
        yield block
        given += len(block)


def hostile(kind):
    start = starts[kind]
    root = start[1 : start.index(" ")]

    def declared(declarations, content):
        return [f"<!DOCTYPE {root} [{declarations}]>{start}{content}".encode()]

    # Only what stays within the bounds of a document is read to its end: as small elements as there are.
    unit = {
        "tmx": '<tu><tuv xml:lang="en"><seg/></tuv></tu>',
        "tbx": '<conceptEntry><langSec xml:lang="en"><termSec><term/></termSec></langSec></conceptEntry>',
    }.get(kind, '<unit id="u"><segment><source/></segment></unit>')
    return {
        "billion laughs": declared(laughs, "<note>&e9;</note>"),
        "quadratic blow-up": declared(long, f"<note>{'&e9;' * 20_000}</note>"),
        "quadratic blow-up in an attribute": declared(long, f'<note a="{"&e9;" * 20_000}"/>'),
        "external entity": declared('<!ENTITY e SYSTEM "file:///etc/passwd">', "<note>&e;</note>"),
        "10 million elements deep": pieces(start, "<note>", 60_000_000),
        "an attribute of 1 GB": pieces(start + '<note a="', "x", 1_000_000_000),
        "a comment of 1 GB": pieces(start + "<!--", "x", 1_000_000_000),
        "a text of 1 GB": pieces(start + "<note>", "x", 1_000_000_000),
        "70 MB of the smallest elements": pieces(start, "<a/>", 70_000_000),
        "70 MB of small units": pieces(start, unit, 70_000_000),
        "many attributes": pieces(start + "<note", ' a="" b=""', 60_000_000),
        "1 GB of NULs": pieces("", "\0", 1_000_000_000),
        "not UTF-8": [start.encode() + b"\xff\xfe"],
        "not UTF-16": [b"\xff\xfe<\0x\xd8\0\xd8"],
    }


def stream(name, parts):
    """Writes a named pipe until its reader has had enough."""
    try:
        with open(name, "wb", buffering=0) as pipe:
            for part in parts:
                while part:
                    part = part[pipe.write(part) :]
    except BrokenPipeError:
        pass


print()
print("Files made to harm, each from a pipe: the time of the clock and the memory that the answer takes (to reach: 2 s,")
print("200 MB). Status 65 is “bad data”; what does not stand in the way of reading ends when the bounds of a file are")
print("reached, or for TMX, which is never held, when the file does.")
print()
print("| file | " + " | ".join(f"{kind}: status, time, peak" for kind in starts) + " |")
print("|---|" + "---|" * len(starts))
rows = {}
for kind in starts:
    for what, parts in hostile(kind).items():
        name = path(f"hostile.{kind}")
        os.mkfifo(name)
        writer = threading.Thread(target=stream, args=(name, parts))
        writer.start()
        code, wall, _, peak, text = run(lathu, "validate", name)
        # A program that never opened the pipe would leave its writer waiting.
        os.close(os.open(name, os.O_RDONLY | os.O_NONBLOCK))
        writer.join()
        os.unlink(name)
        rows.setdefault(what, []).append(f"{code}, {wall:.2f} s, {peak:.0f} MB")
for what, cells in rows.items():
    print(f"| {what} | " + " | ".join(cells) + " |", flush=True)
