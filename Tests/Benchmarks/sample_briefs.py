"""Made-up briefs, the same on every run, and a feed with the same text."""

import html
import os
import random

PLACES = ["Meridian Bay", "Upper Tarn", "Saltmouth", "Port Anselm", "Great Wending", "Cold Ferry"]
THINGS = ["harbour", "grid", "library", "tramway", "reservoir", "observatory", "market", "archive"]
VERBS = ["reopens", "warns", "votes", "waits", "delays its budget", "counts its losses", "expands"]
OUTLETS = ["Courier", "Ledger", "Gazette", "Observer", "Standard", "Tribune", "Record", "Herald"]
WORDS = (
    "the council said on Monday that a second report would follow before winter and that nobody "
    "had asked for the older figures which were kept in a cellar until the flood of last year "
    "while engineers measured again and found the wall to be sound but shorter than was drawn"
).split()


def sentence(dice, words):
    text = " ".join(dice.choice(WORDS) for _ in range(words))
    return text[0].upper() + text[1:]


def brief(number):
    """One brief in Markdown: five sections with two or three citations each, and their list."""
    dice = random.Random(number)
    place, thing = dice.choice(PLACES), dice.choice(THINGS)
    title = f"No. {number:03d}: {place} {thing} {dice.choice(VERBS)}"
    day = f"2024/{1 + number // 28 % 12:02d}/{1 + number % 28:02d}"
    lines, sources = [f"# {title}", "", sentence(dice, 40) + ".", ""], []
    for section in range(5):
        lines += [f"## {sentence(dice, 3)}", ""]
        for _ in range(2):
            outlet = dice.choice(OUTLETS)
            address = f"https://{outlet.lower()}.example/{day}/{thing}-{section}-{len(sources)}"
            sources.append((outlet, address))
            lines += [f"{sentence(dice, 45)}. [{outlet}]({address}) reports that "
                      f"{sentence(dice, 25).lower()}. {sentence(dice, 40)}.", ""]
    lines += ["## Information Sources", ""]
    lines += [f"* **{outlet}:** [{address}]({address})" for outlet, address in sources]
    return title, "\n".join(lines) + "\n"


def write_briefs(folder, count):
    """Writes the briefs and returns how their titles begin, oldest first."""
    os.makedirs(folder)
    for number in range(count):
        _, text = brief(number)
        with open(os.path.join(folder, f"{number:03d}.md"), "w") as file:
            file.write(text)
    return [f"No. {number:03d}" for number in range(count)]


def write_feed(path, count):
    items = []
    for number in range(count):
        title, text = brief(number)
        body = html.escape("".join(f"<p>{html.escape(line)}</p>" for line in text.split("\n") if line))
        items.append(f"<item><title>{html.escape(title)}</title><guid>{number}</guid>"
                     f"<link>https://feed.example/{number}</link>"
                     f"<description>{body}</description></item>")
    with open(path, "w") as file:
        file.write('<?xml version="1.0"?><rss version="2.0"><channel><title>Meridian Bay</title>'
                   "<link>https://feed.example/</link><description>x</description>"
                   + "".join(items) + "</channel></rss>")
