"""Runs whole processes and prints what they took, as Markdown; called by Benchmarks/memory."""

import datetime
import os
import subprocess
import sys
import time

lathu, work = sys.argv[1:3]


def run(*arguments):
    """Seconds of the clock and of the processor, and the peak of resident memory in megabytes (10^6 bytes)."""
    with open(os.path.join(work, "out"), "wb") as out:
        start = time.monotonic()
        process = subprocess.Popen([lathu, *arguments], stdout=out, stderr=subprocess.DEVNULL)
        _, status, usage = os.wait4(process.pid, 0)
        wall = time.monotonic() - start
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 1), (arguments, code)
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024 / 1e6


def path(name):
    return os.path.join(work, name)


def size(folder):
    return sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder)) / 1e6


def row(what, goal, figures):
    wall, processor, peak = figures
    print(f"| {what} | {goal} | {wall:.2f} s | {processor:.2f} s | {peak:.0f} MB |", flush=True)


def median(*arguments, times=21):
    figures = sorted(run(*arguments) for _ in range(times))
    return figures[len(figures) // 2]


def cold(what, goal, *arguments):
    wall, processor, peak = median(*arguments)
    print(f"| {what} | {goal} | {1000 * wall:.1f} ms | {1000 * processor:.1f} ms | {peak:.0f} MB |", flush=True)
    return wall


commit = subprocess.run(["git", "rev-parse", "--short", "HEAD"], capture_output=True, text=True).stdout.strip()
print(f"### Memory: whole processes, {datetime.date.today()}, {commit}, {os.cpu_count()} cores")
print()
print("Clock, processor (all threads) and peak of resident memory.")
print()
print("| what | to reach | clock | processor | memory |")
print("|---|---|---|---|---|")
pair = ["--from", "en", "--to", "vi", "--memory"]
small, large = path("small.sqlite"), path("large.sqlite")
row("import of 194,148 pairs, index included", "–", run("memory", "import", path("pairs.tsv"), "--escaped", *pair, small))
row("the same again (nothing new)", "–", run("memory", "import", path("pairs.tsv"), "--escaped", *pair, small))
row("import of 1,516,693 lines, index included", "40 s, 1 GB", run("memory", "import", path("lines.tsv"), *pair, large))
row("the same, the line as its own translation", "40 s, 1 GB", run("memory", "import", path("double.tsv"), *pair, path("double.sqlite")))
one = path("one.tsv")
with open(one, "w", encoding="utf-8") as file:
    file.write("A sentence that nobody has said in that place before.\tMột câu chưa ai nói ở đó.\n")
row("import of one more unit", "–", run("memory", "import", one, *pair, large))
query = "We call on all States to respect human rights and the rule of law."
search = ["search", *pair, large]
with open(path("queries.txt"), encoding="utf-8") as file:
    queries = sum(1 for _ in file)
row(f"{queries} searches at 0.7, one thread", "400 MB", run(*search, "--input", path("queries.txt"), "--threads", "1", "--json"))
row(f"{queries} searches at 0.7, all cores", "–", run(*search, "--input", path("queries.txt"), "--json"))
cold("one search in 1,516,694 units", "30 ms", *search, query, "--json")
start = cold("lathu --version, for comparison", "–", "--version")
phrases = ["human rights", "of the", "rule of law and human rights", "climate emergency", "of and"]
took = [cold(f"concordance “{phrase}”", "–", "concordance", phrase, *pair, large) for phrase in phrases]
print()
least, most = (1000 * (wall - start) for wall in (min(took), max(took)))
print(f"Less the start of the program, a phrase takes {least:.1f} to {most:.1f} ms (to reach: 20).")
print()
print(f"The index of the lines is {size(large + '.index'):.0f} MB on disk (to reach: 300), the memory {os.path.getsize(large) / 1e6:.0f} MB.")
