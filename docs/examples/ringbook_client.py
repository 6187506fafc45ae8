#!/usr/bin/env python3
# SPDX-License-Identifier: Apache-2.0
"""A small desk: logs in to Ringbook, enters one limit order, prints the answers, logs out.

It needs Python 3.9 and the package flatbuffers (pip install flatbuffers), nothing else. The
protocol is docs/PROTOCOL_ORDER_ENTRY.md; numbers in brackets are its sections.

    ringbook_client.py HOST:PORT KEY_FILE ACCOUNT SYMBOL BUY|SELL QUANTITY PRICE

KEY_FILE is one that `bin/ringbook keygen` wrote. The Ed25519 here is for learning: it is neither
fast nor safe against those who measure its time. A real desk takes a library.
"""

import base64
import hashlib
import os
import socket
import struct
import sys
from decimal import Decimal

import flatbuffers
from flatbuffers.table import Table

LOGIN, LOGOUT, HEARTBEAT, NEW_ORDER = 1, 2, 3, 16
GREETING, LOGIN_ACCEPTED, LOGIN_REJECTED, REPLAY_COMPLETE = 63, 64, 65, 66
END_OF_SESSION, INSTRUMENT, ACCOUNT = 68, 69, 70
REJECTS = {81: "OrderRejected", 89: "CancelRejected", 90: "ReplaceRejected"}
REPORTS = {
    80: "OrderAccepted",
    82: "OrderExecuted",
    83: "OrderReplaced",
    84: "OrderReduced",
    85: "OrderCanceled",
    86: "OrderExpired",
    88: "OrderRestated",
    **REJECTS,
}
SCHEMA_VERSION = 1
REPLAY = 1
HEADER = struct.Struct("<IBBHQ")
LOGIN_BODY = struct.Struct("<QQqqBBHI64s")
LOGOUT_BODY = struct.Struct("<BBHI")
MARK = struct.Struct("<Q")
NEW_ORDER_BODY = struct.Struct("<IIII24sqqqqqqBBBBBBHQ")
GREETING_BODY = struct.Struct("<32sqqHHI")
LOGIN_ACCEPTED_BODY = struct.Struct("<IBBHQQQqqqqqqqQ")
LOGIN_REJECTED_BODY = struct.Struct("<BBHIQQ")
INSTRUMENT_BODY = struct.Struct("<IBBBBqqqqQqqQ")
ACCOUNT_BODY = struct.Struct("<IIQ")
ORDER_REPORT = struct.Struct("<Q24sIIBBBBIQqqqqqq")
SIDES = {"BUY": 1, "SELL": 2}
LIMIT, DAY = 1, 1


class Refused(Exception):
    """What the server, or this program, has to say against it."""


# Ed25519, RFC 8032, section 5.1

P = 2**255 - 19
L = 2**252 + 27742317777372353535851937790883648493
D = -121665 * pow(121666, P - 2, P) % P
BASE_Y = 4 * pow(5, P - 2, P) % P


def recover_x(y):
    square = (y * y - 1) * pow(D * y * y + 1, P - 2, P) % P
    x = pow(square, (P + 3) // 8, P)
    if (x * x - square) % P != 0:
        x = x * pow(2, (P - 1) // 4, P) % P
    return x if x % 2 == 0 else P - x


BASE_X = recover_x(BASE_Y)
BASE = (BASE_X, BASE_Y, 1, BASE_X * BASE_Y % P)


def add(a, b):
    """Adds two points in extended coordinates (X, Y, Z, T)."""
    e = (a[1] - a[0]) * (b[1] - b[0]) % P
    f = (a[1] + a[0]) * (b[1] + b[0]) % P
    g = 2 * a[3] * b[3] * D % P
    h = 2 * a[2] * b[2] % P
    e, f, g, h = f - e, h - g, h + g, f + e
    return e * f % P, g * h % P, f * g % P, e * h % P


def multiply(scalar, point):
    result = (0, 1, 1, 0)
    while scalar > 0:
        if scalar & 1:
            result = add(result, point)
        point = add(point, point)
        scalar >>= 1
    return result


def compress(point):
    inverse = pow(point[2], P - 2, P)
    x, y = point[0] * inverse % P, point[1] * inverse % P
    return (y | (x & 1) << 255).to_bytes(32, "little")


def sha512(*parts):
    return hashlib.sha512(b"".join(parts)).digest()


def sign(seed, message):
    """The 64 bytes of the signature of a message with a key of 32 bytes."""
    digest = sha512(seed)
    scalar = int.from_bytes(digest[:32], "little") & ((1 << 254) - 8) | (1 << 254)
    public = compress(multiply(scalar, BASE))
    r = int.from_bytes(sha512(digest[32:], message), "little") % L
    point = compress(multiply(r, BASE))
    k = int.from_bytes(sha512(point, public, message), "little") % L
    return point + ((r + k * scalar) % L).to_bytes(32, "little")


# Messages [1]


def encode(message_type, sequence, body, *texts):
    """A frame: header, then a FlatBuffers table of a struct and texts, then zeros."""
    builder = flatbuffers.Builder(1024)
    offsets = [builder.CreateString(text) for text in texts]
    builder.StartObject(1 + len(texts))
    for index, offset in enumerate(offsets):
        builder.PrependUOffsetTRelativeSlot(1 + index, offset, 0)
    builder.Prep(8, len(body))
    for byte in reversed(body):
        builder.Place(byte, flatbuffers.number_types.Uint8Flags)
    builder.PrependStructSlot(0, builder.Offset(), 0)
    builder.Finish(builder.EndObject())
    payload = bytes(builder.Output())
    payload += bytes(-len(payload) % 8)
    length = HEADER.size + len(payload)
    return HEADER.pack(length, message_type, 0, SCHEMA_VERSION, sequence) + payload


class Message:
    """A frame that the server sent."""

    def __init__(self, header, payload):
        _, self.type, self.flags, _, self.sequence = HEADER.unpack(header)
        root = struct.unpack_from("<I", payload)[0]
        self.table = Table(bytearray(payload), root)

    def body(self, layout):
        return layout.unpack_from(self.table.Bytes, self.table.Pos + self.table.Offset(4))

    def text(self, field):
        return self.table.String(self.table.Pos + self.table.Offset(4 + 2 * field)).decode()


# The session


class Desk:
    def __init__(self, address, key_file):
        self.firm, self.session, self.seed = read_key(key_file)
        self.instruments = {}
        self.accounts = {}
        self.next_client_sequence = 1
        self.last_seen = 0
        host, _, port = address.rpartition(":")
        self.socket = socket.create_connection((host, int(port)), timeout=10)

    def login(self):
        greeting = self.receive()
        if greeting.type != GREETING:
            raise Refused("whoever listens there does not greet like Ringbook")
        nonce = greeting.body(GREETING_BODY)[0]
        # The signature covers the nonce and the frame with zeros in its place [3].
        signature = sign(self.seed, nonce + self.login_frame(bytes(64)))
        self.socket.sendall(self.login_frame(signature))
        accepted = self.receive()
        if accepted.type == LOGIN_REJECTED:
            raise Refused(f"login refused: {accepted.text(1)}")
        self.next_client_sequence = accepted.body(LOGIN_ACCEPTED_BODY)[5] + 1
        message = self.receive()
        while message.type != REPLAY_COMPLETE:
            self.take(message)
            message = self.receive()

    def login_frame(self, signature):
        # From 1: this program keeps nothing, so it is told the whole day again.
        body = LOGIN_BODY.pack(1, 0, 0, 0, 0, 0, 0, 0, signature)
        return encode(LOGIN, 0, body, self.firm, self.session)

    def enter(self, account, symbol, side, quantity, price):
        """Enters a limit order for the day; prints answers until it is decided."""
        if symbol not in self.instruments:
            raise Refused(f"there is no instrument {symbol}")
        if account not in self.accounts:
            raise Refused(f"the firm has no account {account}")
        instrument, price_decimals, quantity_decimals = self.instruments[symbol]
        order_id = f"PY{os.getpid()}-{self.next_client_sequence}"[:20]
        body = NEW_ORDER_BODY.pack(
            0,
            self.accounts[account],
            instrument,
            0,
            order_id.encode().ljust(24, b"\0"),
            mantissa(quantity, quantity_decimals),
            mantissa(price, price_decimals),
            *(0, 0, 0, 0),
            *(SIDES[side], LIMIT, DAY, 0, 0, 0, 0, 0),
        )
        self.socket.sendall(encode(NEW_ORDER, self.next_client_sequence, body))
        self.next_client_sequence += 1
        message = self.receive()
        while message.type not in REPORTS:
            self.take(message)
            message = self.receive()
        self.take(message)

    def logout(self):
        self.socket.sendall(encode(LOGOUT, 0, LOGOUT_BODY.pack(0, 0, 0, 0), ""))
        message = self.receive()
        while message.type != LOGOUT:
            self.take(message)
            message = self.receive()
        print(f"Logout: {message.text(1)}")
        self.socket.close()

    def take(self, message):
        """Notes or prints what the server says."""
        if message.type == INSTRUMENT:
            body = message.body(INSTRUMENT_BODY)
            self.instruments[message.text(1)] = body[:3]
        elif message.type == ACCOUNT:
            self.accounts[message.text(1)] = message.body(ACCOUNT_BODY)[0]
        elif message.type == HEARTBEAT:
            self.socket.sendall(encode(HEARTBEAT, 0, MARK.pack(self.last_seen)))
        elif message.type in REPORTS:
            self.last_seen = max(self.last_seen, message.sequence)
            print(describe(message))
        elif message.type in (LOGOUT, END_OF_SESSION):
            text = message.text(1) if message.type == LOGOUT else "the trading day is over"
            raise Refused(f"the server ended the session: {text}")

    def receive(self):
        header = self.read(HEADER.size)
        return Message(header, self.read(HEADER.unpack(header)[0] - HEADER.size))

    def read(self, length):
        data = b""
        while len(data) < length:
            part = self.socket.recv(length - len(data))
            if not part:
                raise Refused("the server closed the connection")
            data += part
        return data


def describe(message):
    report = message.body(ORDER_REPORT)
    order_id, client_order_id = report[0], report[1].rstrip(b"\0").decode()
    price, quantity, leaves, cum = report[11:15]
    line = "replay " if message.flags & REPLAY else ""
    line += f"{message.sequence} {REPORTS[message.type]} {client_order_id} order={order_id}"
    line += f" quantity={quantity} price={price} leaves={leaves} cum={cum}"
    if message.type in REJECTS:
        line += f": {message.text(1)}"
    return line


def mantissa(text, decimals):
    """585.30 at two decimals is 58530."""
    scaled = Decimal(text).scaleb(decimals)
    if scaled != scaled.to_integral_value():
        raise Refused(f"{text} has more than {decimals} decimals")
    return int(scaled)


def read_key(path):
    """Firm, session and the 32 bytes of the key, from a file that keygen wrote."""
    with open(path, encoding="ascii") as file:
        lines = file.read().splitlines()
    names = dict(line.split(": ", 1) for line in lines if ": " in line)
    begin = lines.index("-----BEGIN PRIVATE KEY-----")
    end = lines.index("-----END PRIVATE KEY-----")
    encoded = base64.b64decode("".join(lines[begin + 1 : end]))
    return names["firm"], names["session"], encoded[-32:]


def main(arguments):
    if len(arguments) != 7 or arguments[4] not in SIDES:
        print(__doc__, file=sys.stderr)
        return 2
    try:
        desk = Desk(arguments[0], arguments[1])
        desk.login()
        desk.enter(*arguments[2:])
        desk.logout()
    except (Refused, OSError) as fault:
        print(f"ringbook_client: {fault}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
