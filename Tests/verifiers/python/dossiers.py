"""Dossiers by the JSON Schema that editors use: read by PyYAML, checked by jsonschema."""
import json
import pathlib

import jsonschema
import yaml

from refused import Refused


class Loader(yaml.SafeLoader):
    """YAML as editors read it: dates are words."""


Loader.yaml_implicit_resolvers = {
    sign: [(tag, pattern) for tag, pattern in resolvers if tag != "tag:yaml.org,2002:timestamp"]
    for sign, resolvers in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def check(arguments):
    schema = json.loads(pathlib.Path(arguments.schema).read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    count = 0
    for name in arguments.files:
        records = yaml.load(pathlib.Path(name).read_text(encoding="utf-8"), Loader)
        for error in validator.iter_errors(records):
            # Of the kinds that a record might be, the one that its first word names says what is wrong.
            if not error.path:
                raise Refused(f"{name}: {error.message[:200]}")
            record = records[error.path[0]]
            kind = next(iter(record))
            own = jsonschema.Draft202012Validator({"$defs": schema["$defs"], "$ref": f"#/$defs/kind-{kind}"})
            best = jsonschema.exceptions.best_match(own.iter_errors(record))
            where = "/".join(str(part) for part in best.absolute_path) or kind
            raise Refused(f"{name}: {where}: {best.message[:200]}")
        count += len(records)
    yield f"records: {count}"


def add(subparsers):
    parser = subparsers.add_parser("dossiers", help=__doc__)
    parser.add_argument("schema")
    parser.add_argument("files", nargs="+")
    parser.set_defaults(run=check)
