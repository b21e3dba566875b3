#!/usr/bin/env python3
"""Compares what the regression tests print with lc_messages in Swedish with what is
expected of them in English, line by line: a test does the same in both languages.

    swedish.py left CATALOGUE TESTS EXPECTED RESULTS      prints where something is
                                                          told that is not the Swedish
                                                          of the catalogue
    swedish.py shown CATALOGUE TESTS EXPECTED RESULTS     prints each message that is
                                                          told once, in English and in
                                                          Swedish
    swedish.py misplaced CATALOGUE                        prints translations that take
                                                          other values than their
                                                          message

What is stored is English in both: what a test itself says, and rows without the status
of an explanation that name a rule (deviations, and what is due).
"""
import glob
import os
import re
import sys

# What a message takes; SQL's format has %I and %L too.
VALUE = re.compile(r'%(?:(\d+)\$)?(lld|[dsucILn%])')

STATUS = {'met', 'broken', 'pending', 'not applicable'}

# English in what is told in Swedish; codes, and what SQL calls things, are not among these
ENGLISH = re.compile(r'\b(the|is|was|were|are|has|have|and|which|who|not|cannot|of|by|be|been|its|their|nobody|from)\b')


def catalogue(path):
    entries = []
    for entry in open(path, encoding='utf-8').read().split('\n\n')[1:]:
        texts = dict(re.findall(r'^(msg\w+(?:\[\d\])?) "(.*)"$', entry, re.M))
        texts = {name: re.sub(r'\\(.)', r'\1', text) for name, text in texts.items()}
        for english, swedish in (('msgid', 'msgstr'), ('msgid', 'msgstr[0]'), ('msgid_plural', 'msgstr[1]')):
            if english in texts and swedish in texts:
                entries.append((texts[english], texts[swedish]))
    return entries


def values(text):
    """What a format takes, in the order of the arguments."""
    found = VALUE.findall(text)
    if any(place for place, _ in found):
        found.sort(key=lambda value: int(value[0]))
    return [kind for _, kind in found if kind != '%']


def misplaced(path):
    for english, swedish in catalogue(path):
        if values(english) != values(swedish):
            yield '%s: %s' % (english, swedish)


class Format:
    """A message, found in what is printed."""
    def __init__(self, text):
        literals = VALUE.split(text)[::3]
        self.words = sum(len(re.findall('[A-Za-zÅÄÖåäö]{2,}', part)) for part in literals)
        self.longest = max(literals, key=len)
        self.regex = re.compile(r'(?<!\w)' + '([^|│]+?)'.join(map(re.escape, literals)) + r'(?!\w)')

    def find(self, line):
        match = self.longest in line and self.regex.search(line)
        return match and match.group(0)


def plain(line):
    line = re.sub(r'\s+', ' ', line.rstrip('\n'))
    return re.sub(r' ?[+↵]$', '', line.strip()).strip()


def lines(path):
    found = [plain(line) for line in open(path, encoding='utf-8', errors='replace')]
    return [line for line in found if line.strip('-+─┼ ')]


class Comparison:
    def __init__(self, catalogue_path, tests, expected, results):
        self.messages = [(english, Format(english), Format(swedish))
                         for english, swedish in catalogue(catalogue_path)]
        # what is not made of three words can be anything
        self.messages = [message for message in self.messages if message[1].words >= 3]
        self.messages.sort(key=lambda message: -len(message[0]))
        self.tests, self.expected, self.results = tests, expected, results

    def read(self):
        """(test, lines in English, lines in Swedish)"""
        for name in sorted(os.listdir(self.results)):
            test = name[:-len('.out')]
            swedish = lines(os.path.join(self.results, name))
            variants = [lines(os.path.join(self.expected, variant)) for variant in (name, test + '_1.out')
                        if os.path.exists(os.path.join(self.expected, variant))]
            english = next((v for v in variants if len(v) == len(swedish)), variants[0])
            # the database has a name of its own
            yield test, english, [re.sub(r'(on database )swedish\b', r'\1regression', line) for line in swedish]

    def said(self, test):
        """What the test says itself, or the story that it tells."""
        paths = glob.glob(os.path.join(self.tests, test + '.sql'))
        if test.startswith('story_'):
            paths += glob.glob(os.path.join(self.tests, '../../demo/*.sql'))
        return plain(' '.join(open(path, encoding='utf-8').read() for path in paths))

    def is_stored(self, line):
        cells = {cell.strip() for cell in re.split('[|│]', line)}
        return len(cells) > 1 and not cells & STATUS and any(re.match(r'[a-z]+(_[a-z]+)+(,|$)', c) for c in cells)

    def found(self, line):
        """The messages in a line; not what is part of a longer one."""
        matches = []
        for english, told, translation in self.messages:
            match = told.find(line)
            if match and not any(match in longer for longer in matches):
                matches.append(match)
                yield english, match, translation

    def left(self):
        for test, english, swedish in self.read():
            said = self.said(test)
            aligned = len(english) == len(swedish)
            # the stories break what is too long for a line
            if not aligned and not test.startswith('story_'):
                yield '%s: %d lines in English, %d in Swedish' % (test, len(english), len(swedish))
            seen = set()
            for n, (e, s) in enumerate(zip(english, swedish) if aligned else ((line, line) for line in swedish)):
                if (e, s) in seen or e == s and self.is_stored(s):
                    continue
                seen.add((e, s))
                for message, match, translation in self.found(e):
                    if match in said:
                        continue
                    if e == s:
                        yield '%s: is in English: %s' % (test, s)
                    elif not any(translation.find(line) for line in swedish[max(n - 2, 0):n + 3]):
                        yield '%s: is not the Swedish of "%s": %s' % (test, message, s)
                if e != s:
                    for cell in set(re.split('[|│]', s)) - set(re.split('[|│]', e)):
                        cell = re.sub(r'"[^"]*"', '', cell.split(': ', 1)[-1] if test not in cell else cell)
                        if ENGLISH.search(cell) and not self.is_stored(s):
                            yield '%s: in two languages: %s' % (test, s)

    def shown(self):
        told = {}

        def cell_of(line, match):
            cell = next(cell for cell in re.split('[|│]', line) if match in cell or cell in match)
            # what a regulation says is the same in both
            return re.sub(r'"[^"]{60,}"', '"..."', cell.strip())
        for test, english, swedish in self.read():
            if len(english) == len(swedish):
                for e, s in zip(english, swedish):
                    if e != s:
                        for message, match, translation in self.found(e):
                            if message not in told and translation.find(s):
                                told[message] = (cell_of(e, match), cell_of(s, translation.find(s)))
        for message in sorted(told):
            yield '%s\n    %s' % told[message]


def main(what, *paths):
    for text in misplaced(*paths) if what == 'misplaced' else getattr(Comparison(*paths), what)():
        print(text)


if __name__ == '__main__':
    main(*sys.argv[1:])
