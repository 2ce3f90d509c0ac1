"""Scores Lathu's, ICU's and pySBD's sentence boundaries; see the script `segmentation` beside this file.

A boundary is a place between two segments, counted in characters that are not white space, so that it does not
matter to whom the white space goes. The end of a text is none: nobody can miss it.
"""
import json
import subprocess
import sys

SHARED, PROGRAM = sys.argv[1:3]
RULES = sys.argv[3] if len(sys.argv) > 3 else None  # a folder locales/ to take rules from instead
try:
    import pysbd
except ImportError:
    pysbd = None


def lines(path):
    return [json.loads(line) for line in open(f"{SHARED}/{path}", encoding="utf-8")]


def places(segments):
    """Where segments end, as counts of characters that are not white space."""
    ends, count = [], 0
    for segment in segments:
        size = len("".join(segment.split()))
        if size:
            count += size
            ends.append(count)
    return set(ends[:-1])


def run(mode, locale, texts, *more):
    data = "".join(text.replace("\0", " ") + "\0" for text in texts).encode()
    rules = [f"{RULES}/{locale}/segmentation.srx"] if RULES and "icu" not in more else []
    done = subprocess.run([PROGRAM, mode, locale, *more, *rules], input=data, stdout=subprocess.PIPE, check=True)
    return done.stdout.decode()


def cut(locale, texts, how):
    if how == "pysbd":
        # pySBD knows no Vietnamese; its English rules are what one would take.
        segmenter = pysbd.Segmenter(language="en" if locale == "vi" else locale, clean=False)
        return [segmenter.segment(text) for text in texts]
    result = []
    for text, row in zip(texts, run("cut", locale, texts, how).splitlines(), strict=True):
        units = text.replace("\0", " ").encode("utf-16-le")
        ends = [0, *map(int, row.split())]
        result.append([units[2 * a : 2 * b].decode("utf-16-le") for a, b in zip(ends, ends[1:])])
    return result


def score(texts, wanted, found):
    """The F1 of boundaries over all texts, and the number of texts cut exactly right."""
    right = proposed = true = exact = 0
    for want, got in zip(map(places, wanted), map(places, found), strict=True):
        right, proposed, true = right + len(want & got), proposed + len(got), true + len(want)
        exact += want == got
    return 2 * right / (proposed + true), exact


def report(name, locale, cases, half=True):
    """A row of the table; with `half`, also for the texts of even and of odd index alone."""
    texts, wanted = [text for text, _ in cases], [segments for _, segments in cases]
    found = {how: cut(locale, texts, how) for how in ("lathu", "icu")}
    if pysbd:
        found["pysbd"] = cut(locale, texts, "pysbd")
    parts = [(name, slice(None))]
    if half:
        parts += [("– even half", slice(0, None, 2)), ("– odd half", slice(1, None, 2))]
    for title, part in parts:
        cells = []
        for how in ("lathu", "icu", "pysbd"):
            if how in found:
                f1, exact = score(texts[part], wanted[part], found[how][part])
                cells.append(f"{f1:.4f}, {exact}")
            else:
                cells.append("–")
        print(f"| {title} | {len(texts[part])} | " + " | ".join(cells) + " |", flush=True)
    return found["lathu"]


def golden(name, context=None):
    rows = [row for row in lines(f"golden/{name}.jsonl") if context is None or row.get("context") == context]
    return [(row["text"], row["segments"]) for row in rows]


def main():
    print("| set | texts | Lathu | ICU | pySBD |\n|---|---|---|---|---|")
    report("English Golden Rules", "en", golden("pragmatic-english", "Golden Rules"), half=False)
    ewt = lines("en_ewt_dev.paragraphs.jsonl")
    report("`en_ewt_dev`, English", "en", [(row["text"], row["segments"]) for row in ewt])
    d2l = [row for row in lines("d2l-sentences.en-vi.jsonl") if row["clean"]]
    for locale, language in (("en", "English"), ("vi", "Vietnamese")):
        report(f"`d2l` clean, {language}", locale, [(" ".join(row[locale]), row[locale]) for row in d2l])
    languages = [("french", "fr"), ("spanish", "es"), ("deutsch", "de"), ("chinese", "zh"), ("japanese", "ja"),
                 ("arabic", "ar")]
    for language, locale in languages:
        for source in ("pragmatic", "pysbd"):
            report(f"{language}, {source}", locale, golden(f"{source}-{language}"), half=False)
    print("\n| text | MB | ICU, MB/s | Lathu, MB/s | ratio |\n|---|---|---|---|---|")
    for locale in ("en", "vi"):
        texts = [" ".join(row[locale]) for row in d2l]
        print(f"| d2l, {locale} | {sum(len(t.encode()) for t in texts) / 1e6:.1f} | "
              + " | ".join(run("speed", locale, texts).split()) + " |")


main()
