"""Signed statements: the envelope by securesystemslib, the statement by in-toto-attestation, canonical JSON by rfc8785, the seal by
hashlib and pymerkle."""
import base64
import hashlib
import json
import pathlib

import rfc8785
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat
from google.protobuf import json_format
from in_toto_attestation.v1 import statement_pb2
from in_toto_attestation.v1.statement import Statement
from securesystemslib.dsse import Envelope

import trees
from refused import Refused

TYPE = "application/vnd.in-toto+json"


def add(subparsers):
    parser = subparsers.add_parser("statements", help="each statement of a file holds, and is signed by this key")
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("key", help="the public key in base64")
    parser.set_defaults(run=lambda arguments: statements(arguments.file, base64.b64decode(arguments.key)))
    parser = subparsers.add_parser("sign", help="makes a file of one signed statement out of a head and a body in JSON")
    parser.add_argument("file", type=pathlib.Path)
    parser.add_argument("seed", help="the private key in hexadecimal digits")
    parser.set_defaults(run=lambda arguments: [sign(json.loads(arguments.file.read_text()), bytes.fromhex(arguments.seed))])


def statements(file, key):
    whole = json.loads(file.read_bytes())
    for entry in whole["statements"]:
        yield statement(entry, key)


def statement(entry, key):
    envelope = Envelope.from_dict(entry["envelope"])
    if envelope.payload_type != TYPE:
        raise Refused(f"the payload is {envelope.payload_type}")
    # Envelope.verify wants keys of its own kind; what it signs is what matters.
    signatures = [bytes.fromhex(s.signature) for s in envelope.signatures.values()]
    if len(signatures) != 1:
        raise Refused("not one signature")
    try:
        Ed25519PublicKey.from_public_bytes(key).verify(signatures[0], envelope.pae())
    except Exception as error:
        raise Refused(f"the signature does not hold: {error!r}") from error
    if list(envelope.signatures) != [hashlib.sha256(key).hexdigest()]:
        raise Refused("the key is named otherwise")
    payload = json.loads(envelope.payload)
    if rfc8785.dumps(payload) != envelope.payload:
        raise Refused("the payload is not canonical")
    read = json_format.ParseDict(payload, statement_pb2.Statement())
    Statement.copy_from_pb(read).validate()
    head = payload["predicate"]["head"]
    digest = payload["subject"][0]["digest"]
    if "ecluse-id" in digest and digest["ecluse-id"] != hashlib.sha256(head["id"].encode()).hexdigest():
        raise Refused("the subject is not the thing")
    seal(entry, bytes.fromhex(payload["predicate"]["seal"]))
    return f"{head['id']} {head['revision']} {len(entry.get('openings', []))}"


def seal(entry, root):
    if "commitments" not in entry:
        if entry.get("openings"):
            raise Refused("openings without commitments")
        return
    commitments = sorted(entry["commitments"], key=lambda pair: pair[0].encode())
    if trees.root([rfc8785.dumps(pair) for pair in commitments]) != root:
        raise Refused("the seal is not the root of the commitments")
    known = {field: digest for field, digest in commitments}
    for opening in entry.get("openings", []):
        if hashlib.sha256(rfc8785.dumps(opening)).hexdigest() != known.get(opening[1]):
            raise Refused(f"the opening of {opening[1]} is not that of its commitment")


def sign(asked, seed):
    key = Ed25519PrivateKey.from_private_bytes(seed)
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    openings = [[hashlib.sha256(field.encode()).hexdigest(), field, value] for field, value in asked["body"].items()]
    commitments = sorted(
        ([opening[1], hashlib.sha256(rfc8785.dumps(opening)).hexdigest()] for opening in openings),
        key=lambda pair: pair[0].encode())
    head = asked["head"]
    payload = rfc8785.dumps({
        "_type": "https://in-toto.io/Statement/v1",
        "predicateType": f"urn:ecluse:record:{head['kind']}:v{head['version']}",
        "subject": [{"name": head["id"], "digest": {"ecluse-id": hashlib.sha256(head["id"].encode()).hexdigest()}}],
        "predicate": {"head": head, "seal": trees.root([rfc8785.dumps(pair) for pair in commitments]).hex()},
    })
    envelope = Envelope(payload=payload, payload_type=TYPE, signatures={})
    made = envelope.to_dict()
    made["signatures"] = [{
        "keyid": hashlib.sha256(public).hexdigest(), "sig": base64.b64encode(key.sign(envelope.pae())).decode()}]
    return json.dumps({
        "ecluse-statements": 1,
        "statements": [{"envelope": made, "commitments": commitments, "openings": openings}]})
