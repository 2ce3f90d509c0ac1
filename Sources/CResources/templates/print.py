# Prints pages as PDF with WeasyPrint, many in one run: page N.html of the folder becomes N.pdf, or N.error
# says why not. Nothing is loaded from anywhere but data: addresses.
import inspect
import os
import re
import sys

import weasyprint
from weasyprint import HTML, draw

# The characters of a page that no typeface has.
missing = set()


def fetch(url, *arguments, **options):
    if url.startswith('data:'):
        return weasyprint.default_url_fetcher(url)
    raise ValueError('nothing is loaded: ' + url.split(':')[0])


# A Thai or Lao vowel that is drawn as two glyphs, the first of them below a tone.
AM = re.compile('([\u0e34-\u0e37\u0e47-\u0e4e]*)\u0e33')
LAO_AM = re.compile('([\u0eb4-\u0eb9\u0ec8-\u0ecd]*)\u0eb3')


def share(text, count):
    """The text of each of some glyphs that stand for a text together."""
    if count > 1:
        parts = AM.sub('\u0e4d\\1\u0e32', LAO_AM.sub('\u0ecd\\1\u0eb2', text))
        if parts != text and len(parts) == count:
            return list(parts)
    return [text] + [''] * (count - 1)


def mend_text_of_glyphs():
    """Let the text of every glyph be that of its own cluster.

    WeasyPrint up to 60 takes it that glyphs come in the order of their text, which is not so from right to
    left: what is shaped well cannot be searched or copied.
    """
    from weasyprint.text.ffi import ffi, pango
    original = draw.draw_first_line

    def draw_first_line(stream, textbox, *arguments, **options):
        line, _ = textbox.pango_layout.get_first_line()
        text = textbox.pango_layout.text.encode()
        run = line.runs[0]
        while run != ffi.NULL:
            item = run.data
            run = run.next
            count = item.glyphs.num_glyphs
            clusters = [item.glyphs.log_clusters[i] for i in range(count)]
            starts = sorted(set(clusters)) + [item.item.length]
            ends = dict(zip(starts, starts[1:]))
            font = stream.add_font(item.item.analysis.font)
            order = range(count) if not item.item.analysis.level % 2 else range(count - 1, -1, -1)
            shares = {
                start: share(text[item.item.offset + start:item.item.offset + ends[start]].decode(), clusters.count(start))
                for start in set(clusters)}
            for i in order:
                glyph = item.glyphs.glyphs[i].glyph
                own = shares[clusters[i]].pop(0)
                if glyph == pango.PANGO_GLYPH_EMPTY:
                    continue
                if glyph & pango.PANGO_GLYPH_UNKNOWN_FLAG:
                    # The rest of it is the character.
                    missing.add(chr(glyph & ~pango.PANGO_GLYPH_UNKNOWN_FLAG & 0xffffffff))
                else:
                    font.cmap.setdefault(glyph, own)
        return original(stream, textbox, *arguments, **options)

    draw.draw_first_line = draw_first_line


def options():
    known = inspect.signature(HTML.write_pdf).parameters
    if 'variant' in known:
        return {'variant': 'pdf/ua-1'}
    return {'pdf_variant': 'pdf/ua-1'}


version = int(weasyprint.VERSION.split('.')[0])
if 53 <= version < 60:
    mend_text_of_glyphs()
for number in range(int(sys.argv[1])):
    try:
        with open(f'{number}.html', encoding='utf-8') as file:
            page = HTML(string=file.read(), url_fetcher=fetch, base_url=None)
        missing.clear()
        page.write_pdf(f'{number}.part', **options())
        if missing:
            with open(f'{number}.missing', 'w', encoding='utf-8') as file:
                file.write(''.join(sorted(missing)))
            continue
        os.rename(f'{number}.part', f'{number}.pdf')
    except Exception as error:
        with open(f'{number}.error', 'w', encoding='utf-8') as file:
            file.write(f'{type(error).__name__}: {error}')
