"""A photo drawn anew: upright, of a bearable size, without place, time or camera."""

import io

from PIL import Image, ImageOps

from doithoai.questions.rules.unfit import Unfit

LONGEST_SIDE = 2000
MOST_PIXELS = {"JPEG": 50_000_000, "PNG": 24_000_000, "WEBP": 24_000_000}
"""Of a photo, read small at once; of a drawing, unpacked whole before it is made smaller."""
QUALITY = 85
FORMATS = ("JPEG", "PNG", "WEBP")
BROKEN_PICTURE = "là ảnh hỏng hoặc tải chưa hết. Chọn lại ảnh, hoặc chụp màn hình ảnh đó."
TOO_MANY_PIXELS = "có quá nhiều điểm ảnh. Chụp màn hình ảnh đó rồi chọn ảnh vừa chụp."


def jpeg_anew(data: bytes) -> bytes:
    """A photo as JPEG on white; raises Unfit."""
    return _written(_drawn(data, "RGB"), "JPEG", quality=QUALITY, optimize=True)


def png_anew(data: bytes) -> bytes:
    """A drawing or screenshot as PNG; raises Unfit."""
    return _written(_drawn(data, "RGBA"), "PNG", optimize=False)


def _drawn(data: bytes, mode: str) -> Image.Image:
    try:
        with Image.open(io.BytesIO(data), formats=FORMATS) as sent:
            if sent.width * sent.height > MOST_PIXELS[sent.format or ""]:
                raise Unfit(TOO_MANY_PIXELS)
            sent.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))
            sent.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
            upright = ImageOps.exif_transpose(sent)
            return _on_white(upright) if mode == "RGB" else _bare(upright.convert(mode))
    except Unfit:
        raise
    except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
        raise Unfit(TOO_MANY_PIXELS) from error
    except Exception as error:  # a hostile file makes Pillow raise anything at all
        raise Unfit(BROKEN_PICTURE) from error


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return _bare(picture.convert("RGB"))
    white = Image.new("RGBA", picture.size, "white")
    white.alpha_composite(picture.convert("RGBA"))
    return _bare(white.convert("RGB"))


def _bare(picture: Image.Image) -> Image.Image:
    """The same points and nothing else: profiles, comments, dates stay behind."""
    return Image.frombytes(picture.mode, picture.size, picture.tobytes())


def _written(picture: Image.Image, kind: str, **options: object) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, **options)
    return out.getvalue()
