#!/usr/bin/env python3
"""Makes a library of briefs to measure with: generate.py FOLDER COUNT [SEED]

Briefs have 1 to 60 KB, 5 to 120 citations, and one in twenty is Chinese. Words are made up and as
frequent as those of a language (Zipf's law); sources are shared as news are: most by a few briefs
of neighbouring days, some by many. The same seed makes the same files.
"""

import itertools
import os
import random
import sys

SYLLABLES = [a + b for a in "bcdfghjklmnprstvwz" for b in ("a", "e", "i", "o", "u", "an", "er")]
HAN = [chr(c) for c in range(0x4E00, 0x4E00 + 3000)]
OUTLETS = 800
VOCABULARY = 60_000
PER_DAY = 60


class Language:
    """Words with the weights of Zipf's law, drawn from a long stream of them, which is made once:
    the frequencies of words are what an index meets, and drawing each anew takes ten times as long.
    """

    STREAM = 1_000_000

    def __init__(self, chance, words, joint, end):
        self.joint, self.end, self.chance = joint, end, chance
        weights = list(itertools.accumulate(1 / (n + 3) for n in range(len(words))))
        self.stream = chance.choices(words, cum_weights=weights, k=self.STREAM)

    def draw(self, count):
        start = int(self.chance.random() * (self.STREAM - count))
        return self.stream[start:start + count]

    def sentence(self):
        words = self.draw(self.chance.randint(8, 26))
        return self.joint.join(words).capitalize()


def vocabulary(chance):
    words = set()
    while len(words) < VOCABULARY:
        words.add("".join(chance.choices(SYLLABLES, k=chance.choice((1, 2, 2, 3, 3, 4)))))
    return sorted(words, key=lambda word: (len(word), chance.random()))


def address(chance, brief):
    """One in twelve is of the few that many cite; the others belong to the brief's days."""
    if chance.random() < 1 / 12:
        number = int(chance.paretovariate(1.1))
        outlet = number % OUTLETS
    else:
        number = 10_000 + brief // 4 * 30 + chance.randrange(120)
        outlet = number * 7919 % OUTLETS
    return f"https://www.outlet{outlet}.example/2026/story-{number}"


def brief(chance, language, number, day):
    size = min(60_000, max(1_000, int(chance.lognormvariate(9.2, 0.8))))
    sections = max(1, min(20, size // 1_800))
    citations = min(120, max(5, size // 350))
    title = language.joint.join(language.draw(7)).capitalize()
    parts = [f"# {title}\n\n{day}\n\n{language.sentence()}{language.end}\n"]
    length = len(parts[0].encode())
    for section in range(sections):
        parts.append(f"\n## {language.joint.join(language.draw(4)).capitalize()}\n\n")
        share = citations // sections + (section < citations % sections)
        end = size * (section + 1) // sections
        while length < end or share > 0:
            text = language.sentence()
            if share > 0:
                url = address(chance, number)
                text += f" [Outlet {url[18:url.index('.example')]}]({url})"
                share -= 1
            text += language.end + ("\n\n" if chance.random() < 0.25 else " ")
            parts.append(text)
            length += len(text.encode())
    return "".join(parts)


def main():
    folder, count = sys.argv[1], int(sys.argv[2])
    chance = random.Random(int(sys.argv[3]) if len(sys.argv) > 3 else 1)
    latin = Language(chance, vocabulary(chance), " ", ".")
    han = Language(chance, ["".join(chance.choices(HAN[:1200], k=2)) for _ in range(20_000)], "", "。")
    total = 0
    for number in range(count):
        days = (count - 1 - number) // PER_DAY
        year, rest = divmod(2026 * 336 - days, 336)
        day = f"{year}-{rest // 28 + 1:02}-{rest % 28 + 1:02}"
        place = os.path.join(folder, day[:7])
        os.makedirs(place, exist_ok=True)
        text = brief(chance, han if chance.random() < 0.05 else latin, number, day)
        with open(os.path.join(place, f"{day}-{number}.md"), "w", encoding="utf-8") as file:
            total += file.write(text)
    print(f"{count} briefs, {total} characters", file=sys.stderr)


if __name__ == "__main__":
    main()
