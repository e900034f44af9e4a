"""A witness (C2SP tlog-witness) on the standard library and cryptography: what a log asks, and each refusal of the specification."""
import base64
import hashlib
import http.server
import pathlib
import struct
import threading
import time

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

NAME = "witness.example/python"


def add(subparsers):
    parser = subparsers.add_parser("witness", help="serves a witness on loopback until it is ended; writes its address and key")
    parser.add_argument("announcement", type=pathlib.Path, help="where the address and the verifier key are written")
    parser.add_argument("seed", help="the private key in hexadecimal digits")
    parser.add_argument("log", help="the verifier key of the one log that it knows")
    parser.set_defaults(run=serve)


def node(left, right):
    return hashlib.sha256(b"\1" + left + right).digest()


def consistent(old, new, proof, old_root, new_root):
    """RFC 9162 section 2.1.4.2."""
    if old == new:
        return not proof and old_root == new_root
    if old == 0:
        return not proof
    if not proof:
        return False
    proof = list(proof)
    if old & (old - 1) == 0:
        proof.insert(0, old_root)
    fn, sn = old - 1, new - 1
    while fn & 1:
        fn, sn = fn >> 1, sn >> 1
    fr = sr = proof[0]
    for hash_ in proof[1:]:
        if sn == 0:
            return False
        if fn & 1 or fn == sn:
            fr, sr = node(hash_, fr), node(hash_, sr)
            while fn and not fn & 1:
                fn, sn = fn >> 1, sn >> 1
        else:
            sr = node(sr, hash_)
        fn, sn = fn >> 1, sn >> 1
    return fr == old_root and sr == new_root and sn == 0


def key_id(name, kind, public):
    return hashlib.sha256(name.encode() + b"\n" + bytes([kind]) + public).digest()[:4]


class Witness:
    def __init__(self, seed, log):
        self.key = Ed25519PrivateKey.from_private_bytes(seed)
        self.public = self.key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
        self.origin, _, encoded = log.split("+", 2)
        self.log = base64.b64decode(encoded)[1:]
        self.size, self.root = 0, b""
        self.lock = threading.Lock()

    def vkey(self):
        body = base64.b64encode(b"\4" + self.public).decode()
        return f"{NAME}+{key_id(NAME, 4, self.public).hex()}+{body}"

    def add(self, body):
        """The status, the type and the body of the answer."""
        head, _, note = body.partition(b"\n\n")
        lines = head.decode().split("\n")
        if not lines[0].startswith("old "):
            return 400, None, b""
        old = int(lines[0][4:])
        proof = [base64.b64decode(line) for line in lines[1:]]
        text, _, signatures = note.rpartition(b"\n\n")
        text += b"\n"
        origin, size, root = text.decode().split("\n")[:3]
        size, root = int(size), base64.b64decode(root)
        if origin != self.origin:
            return 404, None, b""
        if not self.signed(text, signatures.decode()):
            return 403, None, b""
        if old > size:
            return 400, None, b""
        with self.lock:
            if old != self.size:
                return 409, "text/x.tlog.size", f"{self.size}\n".encode()
            if not consistent(old, size, proof, self.root, root):
                return 422, None, b""
            self.size, self.root = size, root
        now = int(time.time())
        message = b"cosignature/v1\n" + f"time {now}\n".encode() + text
        signature = struct.pack(">Q", now) + self.key.sign(message)
        line = base64.b64encode(key_id(NAME, 4, self.public) + signature).decode()
        return 200, "text/plain; charset=utf-8", f"— {NAME} {line}\n".encode()

    def signed(self, text, signatures):
        for line in signatures.split("\n"):
            if line.startswith(f"— {self.origin} "):
                try:
                    Ed25519PublicKey.from_public_bytes(self.log).verify(base64.b64decode(line.split(" ")[2])[4:], text)
                    return True
                except InvalidSignature:
                    return False
        return False


def serve(arguments):
    witness = Witness(bytes.fromhex(arguments.seed), arguments.log)

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self):
            body = self.rfile.read(int(self.headers["content-length"]))
            status, kind, answer = witness.add(body) if self.path == "/add-checkpoint" else (404, None, b"")
            self.send_response(status)
            if kind:
                self.send_header("content-type", kind)
            self.send_header("content-length", str(len(answer)))
            self.end_headers()
            self.wfile.write(answer)

        def log_message(self, *_):
            pass

    server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    text = f"http://127.0.0.1:{server.server_port} {witness.vkey()}\n"
    draft = arguments.announcement.with_suffix(".part")
    draft.write_text(text)
    draft.rename(arguments.announcement)
    server.serve_forever()
    return []
