#!/usr/bin/env python3
"""Records what Python says of the expressions in python-cases.txt, with their trees, for the tests
of the interpreter: conformance/record-python.py > .../python-cases.jsonl
"""
import ast
import base64
import datetime
import decimal
import functools
import json
import operator
import pathlib
import uuid
import zoneinfo

NAMES = {
    "D": decimal.Decimal, "Decimal": decimal.Decimal, "date": datetime.date, "time": datetime.time,
    "datetime": datetime.datetime, "timedelta": datetime.timedelta, "UTC": datetime.timezone.utc,
    "ZoneInfo": zoneinfo.ZoneInfo, "UUID": uuid.UUID, "reduce": functools.reduce,
    "operator": operator,
}


def tree(node):
    if isinstance(node, list):
        return [tree(one) for one in node]
    if isinstance(node, ast.Constant):
        return {"node": "Constant", "value": value(node.value)}
    if isinstance(node, ast.AST):
        skipped = ("ctx", "kind", "type_comment", "type_params", "type_ignores")
        fields = {name: tree(one) for name, one in ast.iter_fields(node) if name not in skipped}
        return {"node": type(node).__name__, **fields}
    return node


def value(one):
    match one:
        case None | bool() | int() | float() | str():
            return one
        case bytes():
            return {"$bytes": base64.b64encode(one).decode()}
        case decimal.Decimal():
            return {"$decimal": str(one)}
        case uuid.UUID():
            return {"$uuid": str(one)}
        case datetime.datetime():
            return {"$datetime": one.isoformat()}
        case datetime.date():
            return {"$date": one.isoformat()}
        case datetime.time():
            return {"$time": one.isoformat()}
        case datetime.timedelta():
            return {"$timedelta": one.total_seconds()}
        case tuple():
            return {"$tuple": [value(each) for each in one]}
        case set() | frozenset():
            return {"$set": sorted(value(each) for each in one)}
        case dict() if all(isinstance(key, str) for key in one):
            return {key: value(each) for key, each in one.items()}
        case dict():
            return {"$dict": [[value(key), value(each)] for key, each in one.items()]}
        case _:
            return [value(each) for each in one]


def answer(source):
    names = dict(NAMES)
    body = ast.parse(source).body
    try:
        if len(body) > 1:
            exec(compile(ast.Module(body[:-1], []), "case", "exec"), names)
        return {"result": value(eval(compile(ast.Expression(body[-1].value), "case", "eval"), names))}
    except Exception as error:
        return {"error": type(error).__name__, "message": str(error)}


here = pathlib.Path(__file__).parent / "src/test/resources/dev/quintet/conformance/python"
for source in (here / "python-cases.txt").read_text().split("\n---\n"):
    source = source.strip("\n")
    print(json.dumps({"python": source, "ast": tree(ast.parse(source).body), **answer(source)}))
