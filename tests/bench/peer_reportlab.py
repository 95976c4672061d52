# SPDX-License-Identifier: MIT
"""Two A4 pages with four charts, a table and text, drawn by ReportLab."""
import sys

from reportlab.graphics.charts.barcharts import HorizontalBarChart, VerticalBarChart
from reportlab.graphics.charts.linecharts import HorizontalLineChart
from reportlab.graphics.shapes import Drawing
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import getSampleStyleSheet
from reportlab.platypus import PageBreak, Paragraph, SimpleDocTemplate, Table

MONTHS = [4776, 4812, 5150, 5278, 5325, 4915, 4725, 5187, 5187, 6357, 4454, 4454, 2627, 1238,
          3188, 5577, 6146, 5774, 5473]
styles = getSampleStyleSheet()


def chart(kind, values, width=500, height=160):
    drawing = Drawing(width, height)
    plot = kind()
    plot.width, plot.height, plot.x, plot.y = width - 40, height - 30, 30, 20
    plot.data = [values]
    drawing.add(plot)
    return drawing


text = "China shipped 5,473 t of rare-earth magnets in October, down 5.2% on the month. " * 6
rows = [["Destination", "t", "% on month", "% on year"]] + [["Germany", "1,118", "-13.2", "55.9"]] * 8
story = [Paragraph("Magnet exports fell 5.2% in October", styles["Title"]),
         Paragraph(text, styles["BodyText"]), chart(VerticalBarChart, MONTHS),
         chart(VerticalBarChart, [value - 4000 for value in MONTHS]), PageBreak(),
         chart(HorizontalBarChart, MONTHS[:6]), chart(HorizontalLineChart, MONTHS), Table(rows),
         Paragraph(text, styles["BodyText"])]
SimpleDocTemplate(sys.argv[1], pagesize=A4).build(story)
