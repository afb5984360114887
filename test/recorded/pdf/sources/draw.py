"""Draws the receipt with cairo: python3 draw.py OUT WIDTH HEIGHT [TURN], in points and degrees clockwise."""

import math
import sys
import cairo

out, width, height = sys.argv[1], float(sys.argv[2]), float(sys.argv[3])
turn = int(sys.argv[4]) if len(sys.argv) > 4 else 0
surface = cairo.PDFSurface(out, width, height)
page = cairo.Context(surface)
if turn == 90:
    page.translate(width, 0)
elif turn == 180:
    page.translate(width, height)
elif turn == 270:
    page.translate(0, height)
page.rotate(math.radians(turn))
page.select_font_face("Liberation Sans")
page.set_font_size(11)

ROWS = [
    ("KEDAI BUKU CONTOH SDN BHD",),
    ("No. 1, Jalan Contoh, 50000 KL",),
    ("Receipt No: PDF-2042",),
    ("Date: 14/03/2026",),
    ("KAMUS DEWAN", "45.00"),
    ("ATLAS DUNIA", "41.40"),
    ("TOTAL RM", "86.40"),
    ("CASH RM 100.00",),
    ("CHANGE RM 13.60",),
]
for index, row in enumerate(ROWS):
    for column, text in enumerate(row):
        page.move_to(12 + 150 * column, 30 + 18 * index)
        page.show_text(text)
surface.finish()
