"""An SMTP server on loopback that keeps the exact octets it is given."""

import socketserver
import threading


class Sink:
    def __init__(self):
        self.raw = []  # as they came over the wire, without the final dot
        self._lock = threading.Lock()
        sink = self

        class Session(socketserver.StreamRequestHandler):
            def say(self, line):
                self.wfile.write(line.encode("ascii") + b"\r\n")

            def handle(self):
                self.say("220 sink.example ESMTP")
                while line := self.rfile.readline():
                    verb = line[:4].upper()
                    if verb == b"DATA":
                        self.say("354 go on")
                        sink.keep(self.data())
                        self.say("250 2.0.0 kept")
                    elif verb == b"QUIT":
                        self.say("221 2.0.0 bye")
                        return
                    elif verb == b"EHLO":
                        self.say("250-sink.example")
                        self.say("250 8BITMIME")
                    else:
                        self.say("250 2.0.0 fine")

            def data(self):
                lines = []
                while (line := self.rfile.readline()) != b".\r\n":
                    if not line:
                        raise EOFError("the connection was lost within DATA")
                    lines.append(line)
                return b"".join(lines)

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True

        self._server = Server(("127.0.0.1", 0), Session)
        self.port = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def keep(self, octets):
        with self._lock:
            self.raw.append(octets)

    def take(self):
        """The mails since the last call, dots unstuffed."""
        with self._lock:
            raw, self.raw = self.raw, []
        return [unstuffed(mail) for mail in raw]


def unstuffed(raw):
    return b"\r\n".join(line[1:] if line.startswith(b".") else line for line in raw.split(b"\r\n"))
