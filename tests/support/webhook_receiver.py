#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""webhook_receiver.py DIR PORT SECRET [--tls CERTIFICATE KEY]: a receiver of "Standard Webhooks" on 127.0.0.1, as somebody else would write one.

PORT 0: any; DIR/port tells which. It refuses a signature that is wrong or older than five minutes (401), keeps a document under its webhook-id as
a line of DIR/kept, and drops one whose id it has. Each request is a line of DIR/requests. DIR/behave.json makes it misbehave:
{"times": N, "status": 503, "headers": {…}, "keep": true (keeps the document all the same), "delay": seconds, "body": bytes of the answer}.
"""
import argparse
import base64
import hashlib
import hmac
import http.server
import json
import pathlib
import ssl
import threading
import time

arguments = argparse.ArgumentParser()
arguments.add_argument("dir", type=pathlib.Path)
arguments.add_argument("port", type=int)
arguments.add_argument("secret")
arguments.add_argument("--tls", nargs=2)
given = arguments.parse_args()
key = base64.b64decode(given.secret.removeprefix("whsec_"))
kept = set()
one_by_one = threading.Lock()


def fault_now():
    file = given.dir / "behave.json"
    try:
        fault = json.loads(file.read_text())
    except FileNotFoundError:
        return None
    if fault["times"] == 0:
        return None
    fault["times"] -= 1
    whole = file.with_suffix(".new")
    whole.write_text(json.dumps(fault))
    whole.rename(file)
    return fault


def append(name, value):
    with (given.dir / name).open("a") as file:
        file.write(json.dumps(value) + "\n")


class Receiver(http.server.BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def genuine(self, body):
        signed = self.headers["webhook-id"].encode() + b"." + self.headers["webhook-timestamp"].encode() + b"." + body
        right = "v1," + base64.b64encode(hmac.new(key, signed, hashlib.sha256).digest()).decode()
        fresh = abs(time.time() - int(self.headers["webhook-timestamp"])) < 300
        return fresh and any(hmac.compare_digest(right, one) for one in self.headers["webhook-signature"].split(" "))

    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        with one_by_one:
            genuine = self.genuine(body)
            append("requests", {"path": self.path, "id": self.headers["webhook-id"], "genuine": genuine, "headers": dict(self.headers.items())})
            fault = fault_now()
            if genuine and (fault is None or fault.get("keep")) and self.headers["webhook-id"] not in kept:
                kept.add(self.headers["webhook-id"])
                append("kept", {"id": self.headers["webhook-id"], "body": body.decode()})
        fault = fault or {}
        time.sleep(fault.get("delay", 0))
        answer = b"x" * fault.get("body", 0)
        self.send_response(fault.get("status", 200) if genuine else 401)
        for name, value in fault.get("headers", {}).items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


class Server(http.server.ThreadingHTTPServer):
    def handle_error(self, *_):
        pass  # a client that has gone, as one does that has waited long enough


server = Server(("127.0.0.1", given.port), Receiver)
if given.tls:
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(*given.tls)
    server.socket = context.wrap_socket(server.socket, server_side=True)
whole = given.dir / "port.new"
whole.write_text(str(server.server_address[1]))
whole.rename(given.dir / "port")
server.serve_forever()
