#!/usr/bin/env python3
"""Puts EXIF data into a JPEG file: exif.py PHOTO THUMBNAIL OUT "YYYY-MM-DD HH:MM:SS" OFFSET LAT LON CAPTION ORIENTATION"""
import struct
import sys

photo, thumbnail, out, when, offset, latitude, longitude, caption, orientation = sys.argv[1:]
ASCII, SHORT, LONG, RATIONAL = 2, 3, 4, 5


def text(value):
    return ASCII, value.encode("ascii") + b"\0"


def number(kind, value):
    return kind, struct.pack(">H" if kind == SHORT else ">I", value)


def degrees(value):
    value = abs(value)
    whole, minutes = int(value), value % 1 * 60
    return RATIONAL, struct.pack(">6I", whole, 1, int(minutes), 1, round(minutes % 1 * 60 * 1000), 1000)


SIZES = {ASCII: 1, SHORT: 2, LONG: 4, RATIONAL: 8}


def directory(entries, start, following):
    """An IFD at an offset; values that do not fit stand behind it."""
    table, extra = b"", b""
    behind = start + 2 + 12 * len(entries) + 4
    for tag in sorted(entries):
        kind, value = entries[tag]
        count = len(value) // SIZES[kind]
        if len(value) <= 4:
            field = value.ljust(4, b"\0")
        else:
            field = struct.pack(">I", behind + len(extra))
            extra += value + b"\0" * (len(value) % 2)
        table += struct.pack(">HHI", tag, kind, count) + field
    return struct.pack(">H", len(entries)) + table + struct.pack(">I", following) + extra


local = when.replace("-", ":")
camera = {0x9000: (7, b"0232"), 0x9003: text(local), 0x9011: text(offset)}
SIZES[7] = 1
lat, lon = float(latitude), float(longitude)
gps = {
    1: text("N" if lat >= 0 else "S"),
    2: degrees(lat),
    3: text("E" if lon >= 0 else "W"),
    4: degrees(lon),
}
small = open(thumbnail, "rb").read()


def main(camera_at, gps_at):
    return {
        0x010E: text(caption),
        0x010F: text("ECT"),
        0x0110: text("Demonstration camera"),
        0x0112: number(SHORT, int(orientation)),
        0x8769: number(LONG, camera_at),
        0x8825: number(LONG, gps_at),
    }


first = 8
camera_at = first + len(directory(main(0, 0), first, 0))
gps_at = camera_at + len(directory(camera, camera_at, 0))
thumb_ifd = gps_at + len(directory(gps, gps_at, 0))
thumb = {0x0103: number(SHORT, 6), 0x0201: number(LONG, 0), 0x0202: number(LONG, len(small))}
thumb_at = thumb_ifd + len(directory(thumb, thumb_ifd, 0))
thumb[0x0201] = number(LONG, thumb_at)
tiff = (
    b"MM\0*\0\0\0\x08"
    + directory(main(camera_at, gps_at), first, thumb_ifd)
    + directory(camera, camera_at, 0)
    + directory(gps, gps_at, 0)
    + directory(thumb, thumb_ifd, 0)
    + small
)
body = b"Exif\0\0" + tiff
jpeg = open(photo, "rb").read()
# Behind the start marker, in place of the encoder's own header and comment.
position = 2
while jpeg[position + 1] in (0xE0, 0xFE):
    position += 2 + struct.unpack(">H", jpeg[position + 2 : position + 4])[0]
with open(out, "wb") as file:
    file.write(jpeg[:2] + b"\xff\xe1" + struct.pack(">H", len(body) + 2) + body + jpeg[position:])
