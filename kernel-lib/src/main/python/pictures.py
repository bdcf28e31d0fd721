"""Does a PNG decode, and is there something on it? Without an image library, so that the workbook needs none."""
import base64
import binascii
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
CHANNELS = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}  # by colour type: grey, RGB, palette, grey + alpha, RGBA

# A picture of one colour has at most a handful of different rows, whatever filters its encoder chose for them;
# a chart, with axes and letters, has dozens.
BLANK_ROWS = 6


class BadPicture(ValueError):
    """The data is no picture that can be shown, or there is nothing on it."""


def chunks(data):
    at = len(SIGNATURE)
    while at < len(data):
        if at + 12 > len(data):
            raise BadPicture("the PNG is cut off")
        length, kind = struct.unpack(">I4s", data[at:at + 8])
        body = data[at + 8:at + 8 + length]
        check = data[at + 8 + length:at + 12 + length]
        if len(check) < 4:
            raise BadPicture("the PNG is cut off")
        if struct.unpack(">I", check)[0] != zlib.crc32(kind + body):
            raise BadPicture("the PNG is damaged: wrong check sum")
        yield kind, body
        at += 12 + length


def size_of_png(text):
    """(width, height) of a base64 PNG; raises BadPicture when it does not decode or is blank."""
    try:
        data = base64.b64decode("".join(text.split()), validate=True)
    except (binascii.Error, ValueError) as problem:
        raise BadPicture("the picture is not base64") from problem
    if not data.startswith(SIGNATURE):
        raise BadPicture("the picture is not a PNG")
    header, pixels, ended = None, b"", False
    for kind, body in chunks(data):
        if kind == b"IHDR":
            header = struct.unpack(">IIBBBBB", body)
        elif kind == b"IDAT":
            pixels += body
        elif kind == b"IEND":
            ended = True
    if header is None or not ended:
        raise BadPicture("the PNG is cut off")
    width, height, depth, colour = header[:4]
    if width == 0 or height == 0 or colour not in CHANNELS:
        raise BadPicture(f"the PNG has {width} x {height} pixels")
    try:
        raw = zlib.decompress(pixels)
    except zlib.error as problem:
        raise BadPicture("the PNG's pixels do not decode") from problem
    if header[6] == 0:  # interlaced pictures have rows of many lengths: only their decoding is checked
        row = 1 + (width * CHANNELS[colour] * depth + 7) // 8
        if len(raw) != row * height:
            raise BadPicture("the PNG's pixels are not all there")
        if len({raw[i:i + row] for i in range(0, len(raw), row)}) <= min(BLANK_ROWS, height // 2):
            raise BadPicture("the picture is blank")
    return width, height
