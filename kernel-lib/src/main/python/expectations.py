"""What a cell must show: metadata.advsys.expect against its outputs. The vocabulary is in CONTRIBUTING.md."""
import re

from pictures import BadPicture, size_of_png

ANSI = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")
RULE = re.compile(r"^[\s─━═=|+┼┬┴╪-]*[─━═=-]{3}[\s─━═=|+┼┬┴╪-]*$")
PNG = "image/png"
PREDICTION = "application/vnd.advsys.prediction+json"


def text_of(value):
    return "".join(value) if isinstance(value, list) else str(value)


def as_list(value):
    return value if isinstance(value, list) else [value]


def shown_text(outputs):
    """Everything readable, in order, without colours: standard output and the plain form of every display."""
    pieces = []
    for output in outputs:
        if output["output_type"] == "stream" and output["name"] == "stdout":
            pieces.append(text_of(output["text"]))
        elif "data" in output:
            pieces.append(text_of(output["data"].get("text/plain", "")) + "\n")
    return ANSI.sub("", "".join(pieces))


def table_rows(text):
    """How many rows the text tables have: the lines after a rule, up to an empty line or the next rule."""
    rows, inside = 0, False
    for line in text.splitlines():
        if RULE.match(line) and line.strip():
            inside = True
        elif not line.strip():
            inside = False
        elif inside:
            rows += 1
    return rows


def wrong_count(what, actual, wanted):
    if isinstance(wanted, dict):
        least, most = wanted.get("min", 0), wanted.get("max", float("inf"))
        if not least <= actual <= most:
            return [f"{actual} {what}, expected {' '.join(f'{k} {v}' for k, v in sorted(wanted.items()))}"]
        return []
    return [] if actual == wanted else [f"{actual} {what}, expected {wanted}"]


def wrong_pictures(outputs, expect):
    problems, pictures = [], 0
    for output in outputs:
        for mime, data in output.get("data", {}).items():
            if not mime.startswith("image/"):
                continue
            pictures += 1
            if mime == PNG:
                try:
                    size_of_png(text_of(data))
                except BadPicture as problem:
                    problems.append(str(problem))
            elif not text_of(data).strip():
                problems.append(f"the {mime} is empty")
    if "images" in expect:
        problems += wrong_count("images", pictures, expect["images"])
    return problems


def wrong_progress(outputs, expect):
    """Every progress display that is shown must have finished; `progress: true` demands that there is one."""
    states = [output["metadata"].get("advsys", {}).get("progress") for output in outputs if "data" in output]
    states = [state for state in states if state]
    problems = [f"the progress display is '{state}', not finished" for state in states if state != "finished"]
    if expect.get("progress") and not states:
        problems.append("no progress was shown")
    return problems


def wrong_errors(outputs, expect, may_fail):
    errors = [f"{o['ename']}: {ANSI.sub('', o['evalue'])}" for o in outputs if o["output_type"] == "error"]
    if not may_fail:
        return [f"error {error}" for error in errors]
    problems = [] if errors else ["no error, though the cell declares one"]
    for pattern in as_list(expect.get("error", [])):
        if errors and not any(re.search(pattern, error, re.MULTILINE) for error in errors):
            problems.append(f"the error is '{errors[0]}', expected /{pattern}/")
    return problems


def wrong_streams(outputs, expect):
    err = "".join(text_of(o["text"]) for o in outputs if o["output_type"] == "stream" and o["name"] == "stderr")
    if "stderr" not in expect:
        return [f"something on stderr: {err.strip().splitlines()[0][:200]}"] if err.strip() else []
    return [f"stderr does not match /{p}/: {err.strip()[:200]!r}" for p in as_list(expect["stderr"])
            if not re.search(p, err, re.MULTILINE)]


def wrong_text(outputs, expect):
    text = shown_text(outputs)
    problems = [f"text does not match /{p}/: {text.strip()[:300]!r}" for p in as_list(expect.get("text", []))
                if not re.search(p, text, re.MULTILINE)]
    problems += [f"text must not match /{p}/: {text.strip()[:300]!r}" for p in as_list(expect.get("absent", []))
                 if re.search(p, text, re.MULTILINE)]
    if "rows" in expect:
        problems += wrong_count("rows", table_rows(text), expect["rows"])
    return problems


def problems(cell):
    """What is wrong with the outputs of an executed cell, in plain sentences; empty when all is as expected."""
    outputs = cell["outputs"]
    expect = cell["metadata"].get("advsys", {}).get("expect")
    if expect is None:  # what the reader predicts is shown as it is said
        outputs = [output for output in outputs if PREDICTION not in output.get("data", {})]
    may_fail = "raises-exception" in cell["metadata"].get("tags", [])
    if expect is None and not may_fail and any(o["output_type"] != "error" for o in outputs):
        first = shown_text(outputs).strip()[:200]
        return [f"it shows something, and nothing says what must be seen: {first!r}"] + wrong_errors(outputs, {}, False)
    expect = expect or {}
    found = wrong_errors(outputs, expect, may_fail)
    if found and not may_fail:
        return found + wrong_streams(outputs, expect)  # the rest would only follow from the error
    mimes = {mime for output in outputs for mime in output.get("data", {})}
    found += [f"no {mime} among {sorted(mimes)}" for mime in as_list(expect.get("mime", [])) if mime not in mimes]
    return (found + wrong_pictures(outputs, expect) + wrong_progress(outputs, expect)
            + wrong_streams(outputs, expect) + wrong_text(outputs, expect))
