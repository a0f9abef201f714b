"""Makes the tables of docs/comparison.md."""

OURS = "this pack"


def places(cases, found):
    """What each tool says of each place: the secrets, and what is harmless."""
    secrets = [index for index, case in enumerate(cases) if case["isSecret"]]
    harmless = [index for index, case in enumerate(cases) if not case["isSecret"]]
    return {
        "places": _marks("a secret in", cases, secrets, found, "found", "found"),
        "harmless": _marks("harmless", cases, harmless, found, "alarm", "false alarms"),
    }


def corpus(cases, found):
    """How well each tool tells the variables of a file of the corpus."""
    rows = [_score(tool, cases, hits) for tool, hits in found.items()]
    head = ["tool", "found", "false alarms", "precision", "recall", "F1"]
    return _table([*head, "misleading names flagged", "unnamed secrets found"], rows)


def numbers(tools, without, beside):
    """How many variables are reported without and with numbers beside them."""
    rows = [[tool, str(len(without[tool])), str(len(beside[tool]))] for tool in tools]
    return _table(["tool", "reported", "beside `cpu: 256, memory: 512`"], rows)


def versions(found):
    return _table(["tool", "version"], [[tool, version] for tool, version in found.items()])


def _marks(title, cases, indices, found, mark, total):
    rows = [
        [cases[index]["id"], *(mark if index in hits else "–" for hits in found.values())]
        for index in indices
    ]
    sums = [f"{sum(index in hits for index in indices)}" for hits in found.values()]
    return _table([title, *found], [*rows, [f"{total}, of {len(indices)}", *sums]])


def _score(tool, cases, hits):
    def count(is_secret, is_hard=None):
        chosen = [
            index
            for index, case in enumerate(cases)
            if case["isSecret"] == is_secret and is_hard in (None, case["isHard"])
        ]
        return sum(index in hits for index in chosen), len(chosen)

    found, secrets = count(True)
    alarms, plain = count(False)
    precision = found / (found + alarms) if found + alarms else None
    recall = found / secrets
    f1 = 2 * precision * recall / (precision + recall) if found else 0
    return [
        tool,
        f"{found}/{secrets}",
        f"{alarms}/{plain}",
        "–" if precision is None else f"{precision:.3f}",
        f"{recall:.3f}",
        f"{f1:.3f}",
        "{}/{}".format(*count(False, True)),
        "{}/{}".format(*count(True, True)),
    ]


def _table(head, rows):
    lines = [head, ["-"] * len(head), *rows]
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)
