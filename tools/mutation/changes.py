"""Finds the statements of C++ files laid out by clang-format, and the small changes each could have.

A change is a piece of text put before and one put after a range of the file (or in its place), so
that one build has the statement as it is and as it would be, chosen by stepdown_mutant(number).
"""
import re

token_pattern = re.compile(
    r'(?P<space>\s+|//[^\n]*|/\*.*?\*/|^[ \t]*#(?:[^\n\\]|\\.|\\\n)*)'
    r'|(?P<text>(?:u8|u|U|L)?R"(?P<mark>[^(]*)\(.*?\)(?P=mark)"|"(?:[^"\\\n]|\\.)*"|\'(?:[^\'\\\n]|\\.)+\')'
    r'|(?P<number>(?:0[xX][\da-fA-F\'.]+(?:[pP][+-]?\d+)?|\d[\d\']*\.?\d*(?:[eE][+-]?\d+)?|\.\d+)[uUlLfF]*)'
    r'|(?P<word>[A-Za-z_]\w*)'
    r'|(?P<sign><=>|<<=|>>=|->\*|\.\.\.|::|->|\+\+|--|<<|<=|>=|==|!=|&&|\|\||[-+*/%&|^]=|[^\s\w])',
    re.S | re.M)
closing = {"(": ")", "[": "]", "{": "}"}
binds = {"*": 12, "/": 12, "%": 12, "+": 11, "-": 11, "<<": 10, ">>": 10, "<=>": 9, "<": 8, "<=": 8,
         ">": 8, ">=": 8, "==": 7, "!=": 7, "&": 6, "^": 5, "|": 4, "&&": 3, "||": 2}
assigns = {"=", "+=", "-=", "*=", "/=", "%=", "|=", "&=", "^=", "<<=", ">>="}
swapped = {"<": ("boundary", "<="), "<=": ("boundary", "<"), ">": ("boundary", ">="),
           ">=": ("boundary", ">"), "==": ("equality", "!="), "!=": ("equality", "=="),
           "&&": ("logic", "||"), "||": ("logic", "&&"), "+": ("arithmetic", "-"),
           "-": ("arithmetic", "+"), "*": ("arithmetic", "/"), "/": ("arithmetic", "*"),
           "%": ("arithmetic", "*"), "+=": ("arithmetic", "-="), "-=": ("arithmetic", "+="),
           "*=": ("arithmetic", "/="), "/=": ("arithmetic", "*=")}
opposites = {"min": "max", "max": "min", "floor": "ceil", "ceil": "floor", "any_of": "all_of",
             "all_of": "any_of", "none_of": "any_of", "lower_bound": "upper_bound",
             "upper_bound": "lower_bound"}
# Promises that only a fault of the program itself can break: leaving one out cannot be noticed.
promises = {"expects", "broken", "static_assert"}


class Token:
    def __init__(self, match, spaced):
        self.kind = match.lastgroup if match.lastgroup != "mark" else "text"
        self.text, self.start, self.end = match[0], match.start(), match.end()
        self.spaced, self.mate = spaced, None

    def is_word(self):
        return self.kind == "word"


def tokens_of(text):
    tokens, spaced = [], True
    for match in token_pattern.finditer(text):
        if match["space"] is not None:
            spaced = True
            continue
        tokens.append(Token(match, spaced))
        spaced = False
    open_brackets = []
    for place, token in enumerate(tokens):
        if token.text in closing and token.kind == "sign":
            open_brackets.append(place)
        elif token.text in closing.values() and token.kind == "sign":
            token.mate = open_brackets.pop()
            tokens[token.mate].mate = place
    return tokens


class Source:
    """One file: its statements, and the changes of each."""

    def __init__(self, text):
        self.text = text
        self.tokens = tokens_of(text)
        self.statements = []  # (first token, one after the last, kind, inside a constexpr function)
        self.read_scope(0, len(self.tokens))

    # Where code stands.

    def read_scope(self, at, end):
        """A namespace or class: looks for bodies of functions."""
        start = at
        while at < end:
            token = self.tokens[at]
            if token.text == ";" or token.text in ("public", "private", "protected"):
                if token.text == ";":
                    self.constant(start, at)
                start = at + 1
            elif token.text == "{" and token.kind == "sign":
                head = self.tokens[start:at]
                words = {each.text for each in head if each.is_word()}
                if words & {"namespace", "class", "struct", "union"} and \
                        not any(each.text == "(" for each in head):
                    self.read_scope(at + 1, token.mate)
                    start = token.mate + 1
                elif "enum" not in words and self.is_function(start, at):
                    self.read_block(at + 1, token.mate, "constexpr" in words or "consteval" in words)
                    start = token.mate + 1
                at = token.mate
            elif token.mate is not None and token.mate > at:
                at = token.mate
            at += 1

    def is_function(self, start, brace):
        """`name(...) const -> Type {`, and not `name = {` or a member's braces in a constructor."""
        outer, at = [], start
        while at < brace:
            outer.append(self.tokens[at])
            at = self.tokens[at].mate + 1 if self.tokens[at].mate else at + 1
        if not any(token.text == "(" for token in outer) or any(token.text == "=" for token in outer):
            return False
        before = self.tokens[brace - 1]
        return before.text in (")", "}", "const", "noexcept", "override", "final", ">") or \
            any(token.text == "->" for token in outer)

    def constant(self, start, end):
        """`constexpr double most = 0.6;` between functions of a file."""
        words = [token.text for token in self.tokens[start:end]]
        if "=" in words and words[0] in ("constexpr", "const") and "(" not in words \
                and not {"[", "static", "using", "operator"} & set(words) and len(words) < 16:
            self.statements.append((start, end, "constant", False))

    def read_block(self, at, end, fixed):
        """Statements between the braces of code."""
        while at < end:
            token = self.tokens[at]
            if token.text in ("if", "while", "for", "switch", "catch"):
                opened = at + 1
                while self.tokens[opened].text != "(":
                    opened += 1
                closed = self.tokens[opened].mate
                if token.text in ("if", "while", "for") and self.tokens[at + 1].text == "(":
                    self.statements.append((opened, closed + 1, token.text, fixed))
                    self.read_lambdas(opened, closed, fixed)
                at = closed + 1
            elif token.text in ("else", "do", "try", ";", "}"):
                at += 1
            elif token.text in ("case", "default"):
                while self.tokens[at].text != ":":
                    at += 1
                at += 1
            elif token.text == "{":
                self.read_block(at + 1, token.mate, fixed)
                at = token.mate + 1
            elif token.text == "struct":
                while self.tokens[at].text != ";":
                    at = self.tokens[at].mate + 1 if self.tokens[at].mate else at + 1
                at += 1
            else:
                start = at
                while at < end and self.tokens[at].text != ";":
                    at = self.tokens[at].mate + 1 if self.tokens[at].mate else at + 1
                self.statements.append((start, at, "plain", fixed))
                self.read_lambdas(start, at, fixed)
                at += 1

    def read_lambdas(self, start, end, fixed):
        at = start
        while at < end:
            body = self.lambda_body(at)
            if body:
                self.read_block(body + 1, self.tokens[body].mate, fixed)
                at = self.tokens[body].mate
            at += 1

    def lambda_body(self, at):
        token = self.tokens[at]
        before = self.tokens[at - 1]
        if token.text != "[" or not token.mate or before.text in (")", "]", "[") or \
                (before.is_word() and before.text != "return"):
            return None
        next_at = token.mate + 1
        if self.tokens[next_at].text == "(":
            next_at = self.tokens[next_at].mate + 1
        while self.tokens[next_at].text not in ("{", ";", ",", ")"):
            next_at += 1
        return next_at if self.tokens[next_at].text == "{" else None

    # What could be changed.

    def own(self, start, end):
        """Places of a statement's tokens, without those of functions written within it."""
        at = start
        while at < end:
            body = self.lambda_body(at)
            if body and body < end:
                at = self.tokens[body].mate + 1
            else:
                yield at
                at += 1

    def is_binary(self, at):
        token, after = self.tokens[at], self.tokens[at + 1]
        return token.kind == "sign" and token.text in binds and token.spaced and after.spaced \
            and self.tokens[at - 1].text not in ("(", ",", "=", "return", "[")

    def extent(self, at, start, end):
        """From where to where the operands of a binary operator or of `?` reach."""
        strength = binds.get(self.tokens[at].text, 1.5)
        stops = assigns | {",", ";", "?", ":", "return", "(", "[", "{", ")", "]", "}", "throw"}

        left = at
        while left - 1 >= start:
            before = self.tokens[left - 1]
            if before.mate is not None and before.mate < left - 1:
                left = before.mate
                continue
            if before.text in stops or (self.is_binary(left - 1) and binds[before.text] < strength):
                break
            left -= 1
        right = at + 1
        while right < end:
            after = self.tokens[right]
            if after.mate is not None and after.mate > right:
                right = after.mate + 1
                continue
            if after.text in stops or (self.is_binary(right) and binds[after.text] <= strength):
                break
            right += 1
        return left, right

    def span(self, left, right):
        return self.tokens[left].start, self.tokens[right - 1].end

    def changes(self, statement):
        """(kind, start, end, both, other): `both` is the text in place of that range, with `@` for the
        switch, and `other` is what stands there when it is on; None for all of the statement."""
        start, end, kind, _ = statement
        if self.tokens[start].text in promises:
            return
        yield from self.changes_of_whole(start, end, kind)
        if kind == "plain" and self.tokens[start].text in ("using", "throw", "typedef"):
            return
        for at in self.own(start, end):
            token = self.tokens[at]
            around = self.tokens[at - 1].text, self.tokens[at + 1].text
            if token.kind == "number":
                other = self.other_number(token.text)
                if other and around[0] not in ("<", "case") and "_" not in token.text:
                    yield ("constant", token.start, token.end, f"(@ ? {other} : {token.text})", other)
            elif token.text in ("true", "false") and around[0] != "<":
                yield ("constant", token.start, token.end, f"(@ != {token.text})",
                       "false" if token.text == "true" else "true")
            elif token.text in opposites and around[1] == "(" \
                    and around[0] == "::":
                first = at
                while self.tokens[first - 1].text == "::" and not self.tokens[first - 1].spaced:
                    first -= 2
                closed = self.tokens[at + 1].mate
                if len(self.tokens[first:at]) >= 2 and not self.has_function(at, closed):
                    was = self.text[slice(*self.span(first, closed + 1))]
                    name = self.text[self.tokens[first].start:token.end]
                    other = name[:-len(token.text)] + opposites[token.text]
                    yield ("opposite", *self.span(first, closed + 1),
                           f"(@ ? {other}{was[len(name):]} : {was})", other + was[len(name):])
            elif token.text == "!" and not self.tokens[at + 1].spaced and around[1] != "=":
                yield ("logic", token.start, token.end, "@ != !", "")
            elif token.text in swapped and self.is_binary(at):
                yield from self.swap(at, start, end)
            elif token.text == "?" and token.spaced:
                left, _ = self.extent(at, start, end)
                was = self.text[slice(*self.span(left, at))]
                yield ("condition", *self.span(left, at), f"(@ != bool({was}))", f"!({was})")

    def has_function(self, start, end):
        return any(self.lambda_body(at) for at in range(start, end))

    def swap(self, at, start, end):
        left, right = self.extent(at, start, end)
        if left == at or right == at + 1 or self.has_function(left, right):
            return
        sides = self.tokens[left:right]
        kind, other = swapped[self.tokens[at].text]
        if kind == "arithmetic" and any(token.kind == "text" for token in sides):
            return
        first, last = self.span(left, right)
        token = self.tokens[at]
        was = self.text[first:last]
        changed = self.text[first:token.start] + other + self.text[token.end:last]
        yield (kind, first, last, f"(@ ? ({changed}) : ({was}))", changed)

    def changes_of_whole(self, start, end, kind):
        first, last = self.span(start, end)
        was = self.text[first:last]
        outer, at = [], start
        while at < end:
            outer.append(self.tokens[at])
            at = self.tokens[at].mate + 1 if self.tokens[at].mate else at + 1
        if kind in ("if", "while"):
            inside = self.tokens[start + 1:end - 1]
            declares = any(a.is_word() and b.is_word() or (a.text in ("*", "&", ">") and not a.spaced
                                                           and b.is_word() and b.spaced)
                           for a, b in zip(inside, inside[1:]))
            if not declares and ";" not in (token.text for token in inside) \
                    and not self.has_function(start, end):
                yield ("condition", first, last, f"(@ != bool({was[1:-1]}))", f"(!{was})")
        if kind == "for":
            halves = [place for place in range(start + 1, end)
                      if self.tokens[place].text == ";"]
            if len(halves) == 2 and halves[1] - halves[0] > 1:
                left, right = self.span(halves[0] + 1, halves[1])
                yield ("condition", left, right, f"(!@ && ({self.text[left:right]}))", "false")
        if kind != "plain":
            return
        head = self.tokens[start].text
        if head == "return" and end - start > 1:
            yield ("empty answer", first, first + len("return"), "if (@) { return {}; } return", None)
        elif head in ("return", "continue", "break", "throw"):
            if head != "break":
                yield ("removed statement", first, first, "if (!@) ", None)
        elif self.is_action(outer):
            for token in outer:
                step = {"++": "--", "--": "++"}.get(token.text)
                other = step or (swapped[token.text][1] if token.text in assigns & set(swapped) else None)
                if other:
                    changed = self.text[first:token.start] + other + self.text[token.end:last]
                    yield ("arithmetic", first, last,
                           f"if (@) {{ {changed}; }} else {{ {was}; }}", changed)
                    break
            yield ("removed statement", first, first, "if (!@) ", None)

    def is_action(self, outer):
        """A call or an assignment, and not a declaration."""
        for before, after in zip(outer, outer[1:]):
            if after.is_word() and after.spaced and (before.is_word() or before.text in (">", "&", "*", "]")
                                                    and not before.spaced):
                return False
            if before.text in assigns:
                break
        return bool(outer) and outer[0].text not in ("const", "auto", "constexpr", "static", "using",
                                                      "throw", "goto", "typename", "std")

    @staticmethod
    def other_number(text):
        match = re.fullmatch(r"(\d+)([uUlL]*)", text)
        if match:
            return str(int(match[1]) + 1) + match[2]
        match = re.fullmatch(r"(\d+\.\d*)(f?F?)", text)
        if match:
            value = float(match[1])
            return ("1.0" if value == 0 else repr(2 * value)) + match[2]
        return None
