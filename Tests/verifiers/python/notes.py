"""Signed notes and cosignatures (C2SP signed-note, tlog-cosignature), with Ed25519 of `cryptography`."""
import base64
import hashlib
import pathlib

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from refused import Refused


def add(subparsers):
    parser = subparsers.add_parser("note", help="every key must have signed the note")
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("vkey", nargs="+")
    parser.set_defaults(run=lambda arguments: verify(arguments.file.read_bytes(), arguments.vkey))
    parser = subparsers.add_parser(
        "ed25519", help="of each line, key, signature and message in hexadecimal digits, whether it holds")
    parser.add_argument("file", type=pathlib.Path)
    parser.set_defaults(run=lambda arguments: map(holds, arguments.file.read_text().splitlines()))


def holds(line):
    key, signature, message = (bytes.fromhex(part) for part in line.split(" "))
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signature, message)
    except InvalidSignature:
        return "false"
    return "true"


def read_key(vkey):
    """The name, the identifier, the type and the public key."""
    parts = vkey.split("+", 2)
    if len(parts) != 3:
        raise Refused(f"{vkey!r} is not a key")
    name, identifier, text = parts[0], bytes.fromhex(parts[1]), base64.b64decode(parts[2], validate=True)
    if hashlib.sha256(name.encode() + b"\n" + text).digest()[:4] != identifier:
        raise Refused(f"{name}: another identifier than the key has")
    return name, identifier, text[0], text[1:]


def split(note):
    """The text and the signatures by name and identifier."""
    text, separator, lines = note.rpartition(b"\n\n")
    if not separator or not lines.endswith(b"\n"):
        raise Refused("this is not a note")
    signatures = {}
    for line in lines.decode().splitlines():
        dash, name, encoded = line.split(" ")
        if dash != "—":
            raise Refused("a signature line begins with a dash")
        signature = base64.b64decode(encoded, validate=True)
        signatures.setdefault((name, signature[:4]), []).append(signature[4:])
    return text + b"\n", signatures


def verify(note, vkeys):
    text, signatures = split(note)
    for vkey in vkeys:
        name, identifier, kind, public = read_key(vkey)
        found = signatures.get((name, identifier))
        if not found:
            raise Refused(f"{name} did not sign it")
        for signature in found:
            message, time = text, ""
            if kind == 4:
                seconds = int.from_bytes(signature[:8], "big")
                message, time = f"cosignature/v1\ntime {seconds}\n".encode() + text, f" at {seconds}"
                signature = signature[8:]
            elif kind != 1:
                raise Refused(f"{name}: keys of type {kind} are not verified here")
            try:
                Ed25519PublicKey.from_public_bytes(public).verify(signature, message)
            except InvalidSignature:
                raise Refused(f"the signature of {name} does not hold") from None
            yield f"signed by {name}{time}"
