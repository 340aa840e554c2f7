#!/usr/bin/env python3
"""Writes the demonstration forms as PDF: forms.py FOLDER. Drawn from nothing but lines and the standard fonts."""
import sys
import zlib

folder = sys.argv[1]


def pdf(name, title, subject, pages, created, with_object_streams=False):
    objects = {1: b"<< /Type /Catalog /Pages 2 0 R >>"}
    kids = []
    number = 5
    for content in pages:
        stream = zlib.compress(content.encode("latin-1"), 9)
        objects[number] = (
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents %d 0 R "
            b"/Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (number + 1)
        )
        objects[number + 1] = b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream)
        kids.append(b"%d 0 R" % number)
        number += 2
    objects[2] = b"<< /Type /Pages /Kids [%s] /Count %d >>" % (b" ".join(kids), len(kids))
    objects[3] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    objects[4] = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>"
    info = number
    objects[info] = b"<< /Title (%s) /Author (ECT Suite demonstration) /Subject (%s) /CreationDate (D:%s) >>" % (
        title.encode(), subject.encode(), created.encode())
    out = bytearray(b"%PDF-1.5\n%\xe2\xe3\xcf\xd3\n")
    places = {}
    for key in sorted(objects):
        places[key] = len(out)
        out += b"%d 0 obj\n%s\nendobj\n" % (key, objects[key])
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (info + 1)
    for key in range(1, info + 1):
        out += b"%010d 00000 n \n" % places[key]
    out += b"trailer\n<< /Size %d /Root 1 0 R /Info %d 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (info + 1, info, start)
    with open(f"{folder}/{name}", "wb") as file:
        file.write(out)


def text(x, y, value, size=9, bold=False):
    escaped = value.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    return f"BT /F{2 if bold else 1} {size} Tf {x} {y} Td ({escaped}) Tj ET\n"


def box(x, y, width, height, label=""):
    return f"0.6 w {x} {y} {width} {height} re S\n" + (text(x + 4, y + height - 10, label, 7) if label else "")


def heading(title, note):
    return text(40, 740, title, 18, True) + text(40, 724, note, 8)


note = "Demonstration form, made for the ECT Suite; not an official publication of any agency."
message = heading("General message (ICS-213 style)", note)
for row, (left, right) in enumerate([("To (name and position)", "Precedence"), ("From (name and position)", "Date"), ("Subject", "Time (UTC)")]):
    message += box(40, 680 - row * 34, 380, 34, left) + box(420, 680 - row * 34, 152, 34, right)
message += box(40, 300, 532, 312, "Message") + box(40, 266, 380, 34, "Approved by") + box(420, 266, 152, 34, "Operator")
message += box(40, 80, 532, 186, "Reply")

log = heading("Communications log (ICS-309 style)", note)
log += box(40, 680, 260, 34, "Incident or net") + box(300, 680, 136, 34, "Operator and callsign") + box(436, 680, 136, 34, "Date (UTC)")
columns = [(40, 60, "Time"), (100, 110, "From"), (210, 110, "To"), (320, 252, "Message")]
for x, width, label in columns:
    log += box(x, 650, width, 24) + text(x + 4, 658, label, 9, True)
    for line in range(22):
        log += box(x, 650 - (line + 1) * 24, width, 24)
second = heading("Communications log, continued", note)
for x, width, label in columns:
    for line in range(26):
        second += box(x, 690 - line * 24, width, 24)

plan = heading("Radio plan (ICS-205 style)", note)
rows = [
    ("Channel", "Function", "Frequency", "Tone", "Mode"),
    ("1", "Command net", "146.940", "100.0", "FM"),
    ("2", "Tactical", "146.520", "-", "FM"),
    ("3", "Resource", "446.000", "-", "FM"),
    ("4", "Digital traffic", "145.050", "-", "Packet"),
]
for line, row in enumerate(rows):
    for column, value in enumerate(row):
        x = 40 + column * 106
        plan += box(x, 676 - line * 26, 106, 26) + text(x + 5, 685 - line * 26, value, 10, line == 0)

pdf("ICS-213 general message.pdf", "General message", "Form for written messages", [message], "20260115120000Z")
pdf("ICS-309 communications log.pdf", "Communications log", "Log sheet for net control", [log, second], "20260116093000+01'00'")
pdf("ICS-205 radio plan.pdf", "Radio plan", "Frequencies of the exercise", [plan], "20260301180000-05'00'")
