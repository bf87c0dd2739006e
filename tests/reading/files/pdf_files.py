"""Small PDFs written object by object; every code of their fonts is its Unicode letter."""

import zlib

_RANGES = "\n".join(f"<{high:02x}00> <{high:02x}ff> <{high:02x}00>" for high in range(33))
_CMAP = (
    "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
    "1 begincodespacerange <0000> <ffff> endcodespacerange\n"
    f"33 beginbfrange\n{_RANGES}\nendbfrange\nendcmap end end"
)
SIZE = 14


def pdf_file(*pages, names=("Times", "Times-Bold"), rotate=0, packed=False):
    """A PDF of these content streams; fonts /F0, /F1 … bear the names, all letters half an em."""
    fonts = " ".join(f"/F{n} {4 + 3 * n} 0 R" for n in range(len(names)))
    first = 4 + 3 * len(names)
    kids = " ".join(f"{first + 2 * n} 0 R" for n in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {len(pages)} /Kids [{kids}] >>",
        stream(_CMAP.encode()),
    ]
    for number, name in enumerate(names):
        objects += _font(4 + 3 * number, name)
    for number, content in enumerate(pages):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Rotate {rotate} /Resources "
            f"<< /Font << {fonts} >> >> /Contents {first + 2 * number + 1} 0 R >>"
        )
        objects.append(stream(content.encode("latin-1"), packed=packed))
    return assembled(objects)


def assembled(objects):
    """A PDF of these objects, the first of them the catalogue."""
    body, places = b"%PDF-1.7\n", []
    for number, content in enumerate(objects, 1):
        places.append(len(body))
        held = content if isinstance(content, bytes) else content.encode("latin-1")
        body += b"%d 0 obj\n%s\nendobj\n" % (number, held)
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\n"
    return body + f"{tail}startxref\n{len(body)}\n%%EOF".encode()


def stream(content, *, packed=False):
    """A stream object."""
    held = zlib.compress(content, 9) if packed else content
    said = "/Filter /FlateDecode " if packed else ""
    return b"<< %s/Length %d >> stream\n%s\nendstream" % (said.encode(), len(held), held)


def text(x, y, words, font=0, size=SIZE):
    """Words from x, at height y."""
    return f"BT /F{font} {size} Tf {x} {y} Td <{words.encode('utf-16-be').hex()}> Tj ET\n"


def centred(y, words, font=0, middle=297):
    """Words around the middle of the page."""
    return text(middle - len(words) * SIZE / 4, y, words, font)


def lines(top, *texts, x=85, gap=18):
    """Lines one under another."""
    return "".join(text(x, top - gap * n, words) for n, words in enumerate(texts))


def ruled(xs, ys):
    """The rulings of a full grid, as thin boxes."""
    level = "".join(f"{xs[0]} {y} {xs[-1] - xs[0]} 0.5 re f\n" for y in ys)
    return level + "".join(f"{x} {ys[-1]} 0.5 {ys[0] - ys[-1]} re f\n" for x in xs)


def _font(first, name):
    return [
        f"<< /Type /Font /Subtype /Type0 /BaseFont /{name} /Encoding /Identity-H "
        f"/DescendantFonts [{first + 1} 0 R] /ToUnicode 3 0 R >>",
        f"<< /Type /Font /Subtype /CIDFontType2 /BaseFont /{name} /DW 500 "
        f"/CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> "
        f"/FontDescriptor {first + 2} 0 R >>",
        f"<< /Type /FontDescriptor /FontName /{name} /Flags 4 /FontBBox [0 0 1000 1000] "
        "/ItalicAngle 0 /Ascent 900 /Descent -200 /CapHeight 700 /StemV 80 >>",
    ]
