"""Roots of Merkle trees (RFC 6962): by the recursion of the text on hashlib, and by pymerkle."""
import base64
import hashlib
import pathlib

from pymerkle import InmemoryTree

from refused import Refused


def add(subparsers):
    parser = subparsers.add_parser("root", help="the root of the entries of a file, one a line in hexadecimal digits")
    parser.add_argument("file", type=pathlib.Path)
    parser.set_defaults(run=lambda arguments: [root(read_lines(arguments.file)).hex()])
    parser = subparsers.add_parser("tree", help="the entries of a served log have the root of its checkpoint")
    parser.add_argument("folder", type=pathlib.Path)
    parser.set_defaults(run=lambda arguments: [tree(arguments.folder)])


def read_lines(file):
    return [bytes.fromhex(line) for line in file.read_text().split("\n")[:-1]]


def merkle(leaves, start, end):
    """MTH of RFC 6962 section 2.1."""
    if end - start == 0:
        return hashlib.sha256(b"").digest()
    if end - start == 1:
        return hashlib.sha256(b"\0" + leaves[start]).digest()
    middle = start + (1 << (end - start - 1).bit_length() - 1)
    return hashlib.sha256(b"\1" + merkle(leaves, start, middle) + merkle(leaves, middle, end)).digest()


def root(leaves):
    own = merkle(leaves, 0, len(leaves))
    other = InmemoryTree(algorithm="sha256")
    for leaf in leaves:
        other.append_entry(leaf)
    if other.get_state() != own:
        raise Refused("hashlib and pymerkle disagree")
    return own


def group(index):
    digits = str(index)
    digits = digits.zfill((len(digits) + 2) // 3 * 3)
    parts = [digits[i:i + 3] for i in range(0, len(digits), 3)]
    return "/".join(["x" + part for part in parts[:-1]] + parts[-1:])


def entries(folder, size):
    for index in range((size + 255) // 256):
        width = min(256, size - 256 * index)
        name = group(index) + ("" if width == 256 else f".p/{width}")
        data = (folder / "tile/entries" / name).read_bytes()
        for _ in range(width):
            count = int.from_bytes(data[:2], "big")
            yield data[2:2 + count]
            data = data[2 + count:]
        if data:
            raise Refused(f"bundle {index} goes on after {width} entries")


def tree(folder):
    lines = (folder / "checkpoint").read_text().split("\n")
    size = int(lines[1])
    found = base64.b64encode(root(list(entries(folder, size)))).decode()
    if found != lines[2]:
        raise Refused(f"the entries have the root {found}")
    return f"{size} entries, root {found}"
