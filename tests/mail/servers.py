# SPDX-License-Identifier: MIT
"""Mail servers on loopback for the tests: smtp-sink, Exim, and one that does as it is told.

Each is a context manager with a `port`; ports are free ones that the system chooses.
"""
import atexit
import glob
import os
import pwd
import shutil
import signal
import socket
import socketserver
import ssl
import subprocess
import tempfile
import threading
import time


def is_open(folder):
    """Whether everybody can reach it: a home of root is closed."""
    while os.stat(folder).st_mode & 0o001:
        if folder == "/":
            return True
        folder = os.path.dirname(folder)
    return False


def reachable(folder):
    """The servers, which do not run as root, where they can be read."""
    folder = os.path.realpath(folder)
    if not os.path.exists(folder + "/complete") or is_open(folder):
        return folder
    copy = tempfile.mkdtemp(prefix="ytterby-servers-")
    atexit.register(shutil.rmtree, copy, True)
    os.chmod(copy, 0o755)
    return shutil.copytree(folder, copy + "/mail-servers", symlinks=True)


ROOT = os.environ.get("ROOT", os.getcwd())
SERVERS = reachable(os.environ.get("MAIL_SERVERS", ROOT + "/out/build/mail-servers"))


def have_servers():
    return os.path.exists(SERVERS + "/complete")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


PATIENCE = 60  # seconds; a machine may be busy with other things


def unprivileged():
    """How a server is run: not as root, and it ends with us, however we end."""
    who = ["--reuid=nobody", "--regid=nogroup", "--clear-groups"] if os.getuid() == 0 else []
    return ["setpriv", "--pdeathsig=TERM", *who]


class Process:
    def start(self, command, environment=None):
        """`command` makes the command line from a port, which someone may take before us."""
        for _ in range(5):
            self.port = free_port()
            self.process = subprocess.Popen(
                unprivileged() + command(self.port), stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, env=environment,
                start_new_session=True)
            if self.listens():
                return self
            complaint = self.stop()
        raise RuntimeError("the server does not listen: " + complaint)

    def listens(self):
        deadline = time.monotonic() + PATIENCE
        while self.process.poll() is None and time.monotonic() < deadline:
            try:
                socket.create_connection(("127.0.0.1", self.port), 1).close()
                return True
            except OSError:
                time.sleep(0.02)
        return False

    def stop(self):
        try:
            os.killpg(self.process.pid, signal.SIGTERM)
        except ProcessLookupError:
            pass
        _, complaint = self.process.communicate()
        return complaint.decode()

    def __exit__(self, *_):
        self.stop()


class Sink(Process):
    """Postfix's smtp-sink, with its own options; each message is a file of `folder`, if any."""

    def __init__(self, folder, *options):
        self.options = list(options)
        self.folder = folder

    def __enter__(self):
        keep = []
        if self.folder:
            os.makedirs(self.folder, exist_ok=True)
            os.chmod(self.folder, 0o777)
            keep = ["-d", self.folder + "/%M."]
        return self.start(
            lambda port: [SERVERS + "/root/usr/sbin/smtp-sink", *keep, *self.options,
                          "127.0.0.1:%d" % port, "100"],
            dict(os.environ, LD_LIBRARY_PATH=SERVERS + "/root/usr/lib/postfix"))

    def messages(self):
        texts = []
        for path in glob.glob(self.folder + "/*"):
            with open(path, "rb") as file:
                texts.append(file.read())
        return texts


EXIM = """
primary_hostname = localhost
spool_directory = {folder}/spool
log_file_path = {folder}/log/%slog
pid_file_path = {folder}/exim.pid
exim_user = {user}
exim_group = {group}
deliver_drop_privilege = true
keep_environment =
tls_advertise_hosts = *
tls_certificate = {folder}/cert.pem
tls_privatekey = {folder}/key.pem
auth_advertise_hosts = ${{if eq{{$tls_in_cipher}}{{}}{{}}{{*}}}}
acl_smtp_rcpt = check
message_size_limit = 50M
smtp_accept_max = 100
begin acl
check:
  deny message = authentication required
       !authenticated = *
  deny message = relay not permitted
       !domains = example.org
  deny message = unknown user
       local_parts = nobody
  accept
begin routers
all:
  driver = accept
  local_parts = a : b
  transport = mailbox
begin transports
mailbox:
  driver = appendfile
  directory = {folder}/mail/$local_part_data
  maildir_format
  create_directory
  return_path_add
begin retry
begin rewrite
begin authenticators
PLAIN:
  driver = plaintext
  server_prompts = :
  server_condition = ${{if and{{{{eq{{$auth2}}{{desk}}}}{{eq{{$auth3}}{{s3cret pass}}}}}}}}
  server_set_id = $auth2
LOGIN:
  driver = plaintext
  server_prompts = Username:: : Password::
  server_condition = ${{if and{{{{eq{{$auth1}}{{desk}}}}{{eq{{$auth2}}{{s3cret pass}}}}}}}}
  server_set_id = $auth1
"""


class Exim(Process):
    """A full mail server: STARTTLS, a login, and Maildirs of a and b at example.org."""

    def __init__(self, folder, certificate):
        self.folder = folder
        self.certificate = certificate

    def __enter__(self):
        who = pwd.getpwnam("nobody") if os.getuid() == 0 else pwd.getpwuid(os.getuid())
        for name in ("spool", "log", "mail"):
            os.makedirs(self.folder + "/" + name)
        shutil.copy(self.certificate.path, self.folder + "/cert.pem")
        shutil.copy(self.certificate.key, self.folder + "/key.pem")
        with open(self.folder + "/exim.conf", "w") as file:
            file.write(EXIM.format(folder=self.folder, user=who.pw_uid, group=who.pw_gid))
        with open("/etc/passwd") as known, open(self.folder + "/passwd", "w") as file:
            file.write("".join(line for line in known if not line.startswith("Debian-exim")))
            file.write("Debian-exim:x:65533:65533::/:/bin/false\n")
        with open("/etc/group") as known, open(self.folder + "/group", "w") as file:
            file.write("".join(line for line in known if not line.startswith("Debian-exim")))
            file.write("Debian-exim:x:65533:\n")
        for path, _, files in os.walk(self.folder):
            for name in [path] + [path + "/" + name for name in files]:
                os.chown(name, who.pw_uid, who.pw_gid)
        wrapper = glob.glob(SERVERS + "/root/usr/lib/*/libnss_wrapper.so")[0]
        return self.start(
            lambda port: [
                "env", "LD_PRELOAD=" + wrapper, "NSS_WRAPPER_PASSWD=" + self.folder + "/passwd",
                "NSS_WRAPPER_GROUP=" + self.folder + "/group",
                SERVERS + "/root/usr/sbin/exim4", "-C", self.folder + "/exim.conf", "-bdf",
                "-oX", "127.0.0.1.%d" % port])

    def mailbox(self, name, wanted=1):
        """The messages of a mailbox: delivery follows the reply by a moment."""
        deadline = time.monotonic() + PATIENCE
        while True:
            paths = glob.glob("%s/mail/%s/new/*" % (self.folder, name))
            if len(paths) >= wanted or time.monotonic() > deadline:
                break
            time.sleep(0.02)
        messages = []
        for path in paths:
            with open(path, "rb") as file:
                messages.append(file.read())
        return messages


NEW_KEY = ("-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256")


class Authority:
    """A certificate authority of our own, made for one run of the tests."""

    def __init__(self, folder):
        self.folder = folder
        self.path = folder + "/ca.pem"
        self.key = folder + "/ca.key"
        run("openssl", "req", "-x509", *NEW_KEY, "-nodes", "-days", "2",
            "-subj", "/CN=Test authority", "-keyout", self.key, "-out", self.path)

    def certificate(self, host, days=2):
        made = Certificate()
        made.path = "%s/%s.pem" % (self.folder, host)
        made.key = "%s/%s.key" % (self.folder, host)
        request, names = made.path + ".request", made.path + ".names"
        with open(names, "w") as file:
            file.write("subjectAltName=DNS:%s\n" % host)
        run("openssl", "req", *NEW_KEY, "-nodes", "-subj", "/CN=" + host,
            "-keyout", made.key, "-out", request)
        run("openssl", "x509", "-req", "-in", request, "-CA", self.path, "-CAkey", self.key,
            "-CAcreateserial", "-days", str(days), "-extfile", names, "-out", made.path)
        return made


class Certificate:
    path = key = None


def run(*command):
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


DROP = object()


class Scripted(socketserver.ThreadingTCPServer):
    """Does at each step what `script(step, recipient)` says: None as usual, a reply, DROP, or
    a number of seconds to wait first. Steps: greeting, EHLO, STARTTLS, MAIL, RCPT, DATA, dot
    (after the end of the message, before it is taken), taken (the reply is due).

    `taken` has (recipient, sender, bytes) of each message; `lines` all that was said.
    """
    allow_reuse_address = True
    daemon_threads = True
    request_queue_size = 64

    def __init__(self, script=None, certificate=None, offers=("8BITMIME", "SIZE 52428800"),
                 keep=True):
        super().__init__(("127.0.0.1", 0), Conversation)
        self.port = self.server_address[1]
        self.script = script or (lambda step, recipient: None)
        self.offers = list(offers)
        self.context = None
        self.keep = keep
        self.taken, self.lines = [], []
        self.lock = threading.Lock()
        if certificate:
            self.context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self.context.load_cert_chain(certificate.path, certificate.key)

    def __enter__(self):
        threading.Thread(target=self.serve_forever, kwargs={"poll_interval": 0.05},
                         daemon=True).start()
        return self

    def __exit__(self, *_):
        self.shutdown()
        self.server_close()

    def handle_error(self, request, address):
        pass  # clients that are killed are what the tests are about

    def recipients(self):
        with self.lock:
            return [recipient for recipient, _, _ in self.taken]


class Dropped(Exception):
    pass


class Conversation(socketserver.StreamRequestHandler):
    rbufsize = 1 << 16
    disable_nagle_algorithm = True

    def say(self, text):
        self.wfile.write(text.encode() + b"\r\n")

    def step(self, name, usual):
        """True if the step went as usual."""
        action = self.server.script(name, self.recipient)
        if isinstance(action, (int, float)):
            time.sleep(action)
            action = None
        if action is DROP:
            raise Dropped
        if action is not None:
            self.say(action)
            if action.startswith("421"):
                raise Dropped
            return False
        if usual:
            self.say(usual)
        return True

    def handle(self):
        self.sender = self.recipient = None
        try:
            if self.step("greeting", "220 test"):
                while self.command():
                    pass
        except (Dropped, OSError, ssl.SSLError):
            pass

    def command(self):
        line = self.rfile.readline()
        if not line:
            return False
        text = line.decode("latin-1").rstrip("\r\n")
        self.server.lines.append(text)
        word = text.upper().split(" ")[0]
        if word == "EHLO":
            offers = list(self.server.offers)
            if self.server.context and not isinstance(self.connection, ssl.SSLSocket):
                offers.append("STARTTLS")
            replies = ["test"] + offers
            usual = "\r\n".join("250%s%s" % (" " if i == len(replies) - 1 else "-", reply)
                                for i, reply in enumerate(replies))
            self.step("EHLO", usual)
        elif word == "STARTTLS":
            if self.step("STARTTLS", "220 go ahead"):
                self.connection = self.server.context.wrap_socket(self.connection,
                                                                  server_side=True)
                self.setup()
        elif word == "AUTH":
            if len(text.split(" ")) == 2:
                self.say("334 ")
                self.server.lines.append(self.rfile.readline().decode().strip())
            self.step("AUTH", "235 2.7.0 welcome")
        elif word == "MAIL":
            self.sender = text[text.index("<") + 1:text.index(">")]
            self.step("MAIL", "250 2.1.0 Ok")
        elif word == "RCPT":
            self.recipient = text[text.index("<") + 1:text.index(">")]
            self.step("RCPT", "250 2.1.5 Ok")
        elif word == "DATA":
            if self.step("DATA", "354 go ahead"):
                self.message()
        elif word == "QUIT":
            self.say("221 bye")
            return False
        else:
            self.say("250 Ok")
        return True

    def setup(self):
        self.request = getattr(self, "connection", None) or self.request
        super().setup()

    def message(self):
        lines = []
        while True:
            line = self.rfile.readline()
            if not line:
                raise Dropped
            if line == b".\r\n":
                break
            lines.append(line[1:] if line.startswith(b".") else line)
        if not self.step("dot", None):
            return
        with self.server.lock:
            self.server.taken.append((self.recipient, self.sender,
                                      b"".join(lines) if self.server.keep else b""))
        self.step("taken", "250 2.0.0 Ok: queued as %d" % len(self.server.taken))
