"""A file server on a free port of this machine, which it prints: the files of FOLDER, and two that misbehave.

/cut-off/NAME promises the whole file and breaks off in the middle; /slow/NAME sends it a piece every 50 ms.
"""

import functools
import http.server
import pathlib
import sys
import time

folder = pathlib.Path(sys.argv[1])


class Handler(http.server.SimpleHTTPRequestHandler):
    def do_GET(self):
        _, _, rest = self.path.partition("/cut-off/")
        _, _, slow = self.path.partition("/slow/")
        if not (rest or slow):
            super().do_GET()
            return
        body = (folder / (rest or slow)).read_bytes()
        self.send_response(200)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if rest:
            self.wfile.write(body[: len(body) // 2])
            self.close_connection = True
            return
        for at in range(0, len(body), len(body) // 20 + 1):
            self.wfile.write(body[at : at + len(body) // 20 + 1])
            time.sleep(0.05)

    def log_message(self, *arguments):
        pass


server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))
print(server.server_address[1], flush=True)
server.serve_forever()
