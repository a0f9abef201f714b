"""Serves moto on a free port of this machine, for as long as standard input stays open.

The process that starts this holds the other end: when it ends, however it ends, so does the server.
"""

import os
import sys
import threading

# AWS's managed policies are there to be attached; read when moto is imported.
os.environ["MOTO_IAM_LOAD_MANAGED_POLICIES"] = "true"

from moto.core.config import default_user_config  # noqa: E402
from moto.server import main  # noqa: E402

# No container is started for a function, and definitions of state machines are parsed.
default_user_config["lambda"] = {"use_docker": False}
default_user_config["stepfunctions"] = {"execute_state_machine": True}


def end_with_the_parent() -> None:
    sys.stdin.buffer.read()
    os._exit(0)


threading.Thread(target=end_with_the_parent, daemon=True).start()
main(["-H", "127.0.0.1", "-p", "0"])
