#!/usr/bin/env python3
"""Independent verifiers on packages of others. Each subcommand is a module beside this file with `add(subparsers)`; its function
returns the lines to print, or raises Refused."""
import argparse
import sys

import documents
import dossiers
import notes
import statements
import trees
import witness
from refused import Refused

MODULES = [documents, dossiers, notes, statements, trees, witness]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    for module in MODULES:
        module.add(subparsers)
    arguments = parser.parse_args()
    try:
        for line in arguments.run(arguments):
            print(line)
    except Refused as refusal:
        print(f"refused: {refusal}", file=sys.stderr)
        sys.exit(1)


main()
