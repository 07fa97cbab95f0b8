"""A terminal's screen as a picture in SVG."""

import collections
import itertools
from xml.sax.saxutils import escape

import pyte

# A cell and the border, in user units; the font's size gives common monospaced fonts this width.
WIDTH, HEIGHT, FONT, BORDER = 8, 17, 13.3, 12

# The colours of a terminal itself: its paper, its ink, and the first sixteen.
DARK = {"paper": "#14161a", "ink": "#d4d7dc"}
LIGHT = {"paper": "#fbfbf8", "ink": "#22262c"}
SIXTEEN = {
    "black": "#000000", "red": "#cc3a34", "green": "#3f9a3c", "brown": "#b08a00",
    "blue": "#3c72c4", "magenta": "#a44aa4", "cyan": "#2f9c9c", "white": "#c8c8c8",
    "brightblack": "#6c7078", "brightred": "#f0685f", "brightgreen": "#6cc968",
    "brightbrown": "#e0c04a", "brightblue": "#78a6f0", "brightmagenta": "#d480d4",
    "brightcyan": "#6cd0d0", "brightwhite": "#ffffff",
}

# Where the lines in a cell go from its middle.
LINES = {
    "─": "lr", "│": "ud", "┌": "dr", "┐": "dl", "└": "ur", "┘": "ul", "├": "udr", "┤": "udl",
    "┬": "dlr", "┴": "ulr", "┼": "udlr",
}
# The part of a cell that a block fills: left, top, width, height.
BLOCKS = {"▌": (0, 0, 0.5, 1), "█": (0, 0, 1, 1)}
BLOCKS |= {block: (0, 1 - n / 8, 1, n / 8) for n, block in enumerate("▁▂▃▄▅▆▇", 1)}


class DimScreen(pyte.Screen):
    """A screen that knows dim text, which pyte does not; it is kept as blinking, which the reader
    never sends."""

    def select_graphic_rendition(self, *parameters):
        changed, rest = [], list(parameters)
        while rest:
            parameter = rest.pop(0)
            changed.append(5 if parameter == 2 else parameter)
            if parameter == 22:
                changed.append(25)
            if parameter in (38, 48) and rest:
                count = {5: 2, 2: 4}.get(rest[0], 1)
                changed, rest = changed + rest[:count], rest[count:]
        super().select_graphic_rendition(*changed)


def mixed(color, other):
    """The colour between two."""
    parts = [(int(color[i:i + 2], 16) * 6 + int(other[i:i + 2], 16) * 4) // 10 for i in (1, 3, 5)]
    return "#" + "".join(f"{part:02x}" for part in parts)


class Drawing:
    def __init__(self, screen, title, colors=DARK):
        self.screen, self.title, self.colors = screen, title, colors
        self.classes, self.shapes, self.texts = {}, [], []
        # A theme's own page is the paper of the picture, its border included.
        papers = collections.Counter(
            self.color(cell.bg, "paper") for row in screen.buffer.values() for cell in row.values())
        if papers:
            self.colors = dict(colors, paper=papers.most_common(1)[0][0])

    def svg(self):
        for row in range(self.screen.lines):
            self.draw(row)
        width = self.screen.columns * WIDTH + 2 * BORDER
        height = self.screen.lines * HEIGHT + 2 * BORDER
        styles = [f".{name} {{ {style} }}" for style, name in self.classes.items()]
        return "\n".join([
            f'<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" '
            f'viewBox="0 0 {width} {height}" xml:space="preserve" role="img">',
            f"<title>{escape(self.title)}</title>",
            "<style>",
            "text { font-family: ui-monospace, 'DejaVu Sans Mono', Menlo, Consolas, monospace; "
            f"font-size: {FONT}px; white-space: pre; fill: {self.colors['ink']}; }}",
            *styles,
            "</style>",
            f'<rect width="{width}" height="{height}" rx="6" fill="{self.colors["paper"]}"/>',
            f'<g transform="translate({BORDER} {BORDER})">', *self.shapes, *self.texts, "</g>",
            "</svg>", ""])

    def draw(self, row):
        """Backgrounds, then runs of cells of one look; what is no letter stands by itself."""
        cells = [self.screen.buffer[row][column] for column in range(self.screen.columns)]
        looks = [self.look(cell) for cell in cells]
        for paper, run in itertools.groupby(range(len(cells)), lambda n: looks[n][1]):
            run = list(run)
            if paper != self.colors["paper"]:
                self.fill(run[0], row, len(run), 1, paper)
        spans = []
        for look, run in itertools.groupby(range(len(cells)), lambda n: looks[n]):
            run = list(run)
            spans += self.runs(row, cells, run[0], run[-1] + 1, look)
        if spans:
            base = row * HEIGHT + round(HEIGHT * 0.75)
            self.texts.append(f'<text y="{base}">{"".join(spans)}</text>')

    def runs(self, row, cells, start, end, look):
        ink, _, style = look
        spans, column = [], start
        while column < end:
            data = cells[column].data
            if data in LINES:
                self.cross(column, row, LINES[data], ink)
            elif data in BLOCKS:
                left, top, width, height = BLOCKS[data]
                self.fill(column + left, row + top, width, height, ink)
            elif data and not (data == " " and not style):
                stop = column + 1
                while data.isascii() and stop < end and cells[stop].data.isascii() \
                        and cells[stop].data:
                    stop += 1
                text = "".join(cell.data for cell in cells[column:stop])
                if not style:
                    text = text.rstrip(" ")
                wide = stop < len(cells) and not cells[stop].data and stop == column + 1
                spans.append(self.span(text, column, 2 if wide else len(text), ink, style))
                column = stop
                continue
            column += 1
        return spans

    def span(self, text, column, width, ink, style):
        css = ([f"fill: {ink}"] if ink != self.colors["ink"] else []) + list(style)
        name = f' class="{self.class_name("; ".join(css))}"' if css else ""
        # A single letter keeps its shape; a longer run is given the width of its cells.
        fit = f' textLength="{width * WIDTH}"' if len(text) > 1 and text.isascii() else ""
        return f'<tspan x="{column * WIDTH}"{fit}{name}>{escape(text)}</tspan>'

    def class_name(self, css):
        return self.classes.setdefault(css, f"c{len(self.classes)}")

    def fill(self, column, row, width, height, color):
        self.shapes.append(
            f'<rect x="{column * WIDTH:g}" y="{row * HEIGHT:g}" width="{width * WIDTH:g}" '
            f'height="{height * HEIGHT:g}" fill="{color}"/>')

    def cross(self, column, row, ways, color):
        x, y = column * WIDTH + WIDTH // 2, row * HEIGHT + HEIGHT // 2
        path = {"u": f"V{row * HEIGHT}", "d": f"V{(row + 1) * HEIGHT}",
                "l": f"H{column * WIDTH}", "r": f"H{(column + 1) * WIDTH}"}
        if ways == "lr":
            previous = self.shapes[-1] if self.shapes else ""
            before = f'H{column * WIDTH}" stroke="{color}"/>'
            if previous.startswith("<path") and f" {y}H" in previous and previous.endswith(before):
                self.shapes[-1] = previous[:-len(before)] \
                    + f'H{(column + 1) * WIDTH}" stroke="{color}"/>'
                return
            drawn = f"M{column * WIDTH} {y}H{(column + 1) * WIDTH}"
        else:
            drawn = "".join(f"M{x} {y}{path[way]}" for way in ways)
        self.shapes.append(f'<path d="{drawn}" stroke="{color}"/>')

    def look(self, cell):
        """The ink, the paper and further style of a cell."""
        ink = self.color(cell.fg, "ink")
        paper = self.color(cell.bg, "paper")
        if cell.reverse:
            ink, paper = paper, ink
        if cell.blink:
            ink = mixed(ink, paper)
        style = [css for has, css in (
            (cell.bold, "font-weight: bold"), (cell.italics, "font-style: italic"),
            (cell.underscore, "text-decoration: underline"),
            (cell.strikethrough, "text-decoration: line-through")) if has]
        return ink, paper, tuple(style)

    def color(self, name, default):
        if name == "default":
            return self.colors[default]
        return SIXTEEN.get(name) or "#" + name
