"""SQL as text: which functions it makes, and which it calls."""
import re

QUOTED = re.compile(r"--[^\n]*|/\*.*?\*/|'(?:[^']|'')*'", re.S)
COMMENT = re.compile(r'--[^\n]*|/\*.*?\*/', re.S)
CALL = re.compile(r'(?:\b([a-z_]\w*|"[^"]+"|%\d?\$?I)\s*\.\s*)?\b([a-z_]\w*)\s*\(')
CREATE = re.compile(r'^\s*create\s+(?:or\s+replace\s+)?function\s+([\w.%]+)', re.M)
BODY = re.compile(r'\$(\w*)\$.*?\$\1\$', re.S)


def functions(text):
    """The name of each function that is made, also within quotes, and what is
    said of it outside its body."""
    for match in CREATE.finditer(text):
        rest = BODY.sub('', text[match.end():])
        yield match.group(1), QUOTED.sub('', rest).split(';')[0]


def calls(text):
    """Names that are called, with their schema or none; also in literals, which
    may be SQL to be executed."""
    return [match.groups() for match in CALL.finditer(COMMENT.sub('', text))]
