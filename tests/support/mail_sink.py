#!/usr/bin/python3
# SPDX-License-Identifier: Apache-2.0
"""mail_sink.py DIR PORT [--login USER PASSWORD] [--tls starttls|smtps CERTIFICATE KEY]: a mail server on 127.0.0.1 that keeps what it is sent.

PORT 0: any; DIR/port tells which. Each mail becomes DIR/N.json as Python's own parser reads it, each command a line in DIR/commands.
DIR/behave.json makes it misbehave: {"at": "MAIL"|"RCPT"|"DATA"|"END", "times": N, and one or more of "reply": "450 …", "drop": true (closes the
connection without an answer), "keep": true (at END: keeps the mail all the same), "delay": seconds}.
"""
import argparse
import asyncio
import email
import email.policy
import hashlib
import json
import logging
import pathlib
import ssl

from aiosmtpd.smtp import SMTP, AuthResult

arguments = argparse.ArgumentParser()
arguments.add_argument("dir", type=pathlib.Path)
arguments.add_argument("port", type=int)
arguments.add_argument("--login", nargs=2)
arguments.add_argument("--tls", nargs=3)
given = arguments.parse_args()
logging.getLogger("mail.log").setLevel(logging.CRITICAL)  # faults are what the tests are about


def fault_at(step):
    """What is to go wrong now, used up by one."""
    file = given.dir / "behave.json"
    try:
        fault = json.loads(file.read_text())
    except FileNotFoundError:
        return None
    if fault["at"] != step or fault["times"] == 0:
        return None
    fault["times"] -= 1
    whole = file.with_suffix(".new")
    whole.write_text(json.dumps(fault))
    whole.rename(file)
    return fault


def note(command):
    with (given.dir / "commands").open("a") as file:
        file.write(command + "\n")


def described(envelope):
    message = email.message_from_bytes(envelope.original_content, policy=email.policy.default)
    files = []
    for part in message.iter_attachments():
        content = part.get_payload(decode=True)
        files.append({"name": part.get_filename(), "type": part.get_content_type(), "size": len(content), "sha256": hashlib.sha256(content).hexdigest()})
    body = message.get_body(preferencelist=("plain",))
    return {
        "from": envelope.mail_from,
        "to": envelope.rcpt_tos,
        "headers": {name: str(value) for name, value in message.items()},
        "names": message.keys(),
        "text": body.get_content().replace("\r\n", "\n") if body else "",
        "files": files,
        "longest": max(len(line) for line in envelope.original_content.splitlines()),
    }


class Sink(SMTP):
    async def goes_on(self, step):
        """Whether the command is to be carried out as usual."""
        note(step)
        fault = fault_at(step)
        if fault is None:
            return True
        await asyncio.sleep(fault.get("delay", 0))
        if fault.get("drop"):
            self.transport.abort()
            return False
        if "reply" in fault:
            await self.push(fault["reply"])
            return False
        return True

    async def smtp_MAIL(self, arg):
        if await self.goes_on("MAIL"):
            await super().smtp_MAIL(arg)

    async def smtp_RCPT(self, arg):
        if await self.goes_on("RCPT"):
            await super().smtp_RCPT(arg)

    async def smtp_DATA(self, arg):
        if await self.goes_on("DATA"):
            await super().smtp_DATA(arg)


class Handler:
    kept = 0

    async def handle_DATA(self, server, session, envelope):
        note("END")
        fault = fault_at("END") or {}
        if not fault or fault.get("keep"):
            Handler.kept += 1
            whole = given.dir / "mail.new"
            whole.write_text(json.dumps(described(envelope)))
            whole.rename(given.dir / f"{Handler.kept}.json")
        await asyncio.sleep(fault.get("delay", 0))
        if fault.get("drop"):
            server.transport.abort()
        return fault.get("reply", "250 2.0.0 kept")


def authenticate(server, session, envelope, mechanism, data):
    note("AUTH")
    right = [data.login.decode(), data.password.decode()] == given.login
    return AuthResult(success=right, handled=False)


async def serve():
    context = None
    if given.tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(given.tls[1], given.tls[2])
    how = given.tls[0] if given.tls else ""

    def session():
        return Sink(
            Handler(),
            hostname="sink.example",
            authenticator=authenticate if given.login else None,
            auth_required=bool(given.login),
            auth_require_tls=False,
            tls_context=context if how == "starttls" else None,
            require_starttls=how == "starttls",
        )

    server = await asyncio.get_running_loop().create_server(session, "127.0.0.1", given.port, ssl=context if how == "smtps" else None)
    whole = given.dir / "port.new"
    whole.write_text(str(server.sockets[0].getsockname()[1]))
    whole.rename(given.dir / "port")
    await server.serve_forever()


asyncio.run(serve())
