"""Runs AWS's own command many times in one process: for each line of JSON that comes in, one that goes out.

Every command gets an environment, a session and a driver of its own, as a process would give it, because a session keeps
the credentials and the region that it has read. What stays is what commands only read, and what a process spends nearly
all its time on: Python's modules and the descriptions of AWS's services.
"""

import contextlib
import io
import json
import os
import sys
from unittest import mock

from awscli import clidriver

descriptions = None
sys.argv = ["aws"]


def run(arguments):
    global descriptions
    driver = clidriver.create_clidriver()
    descriptions = descriptions or driver.session.get_component("data_loader")
    driver.session.register_component("data_loader", descriptions)
    # Version 2 has a room before the driver's, in which it makes exit codes of what was thrown.
    entry = getattr(clidriver, "AWSCLIEntryPoint", None)
    return (entry(driver) if entry else driver).main(arguments)


for line in sys.stdin:
    asked = json.loads(line)
    said = io.TextIOWrapper(io.BytesIO(), encoding="utf-8", write_through=True)
    with mock.patch.dict(os.environ, asked["environment"]):
        with contextlib.redirect_stdout(said), contextlib.redirect_stderr(said):
            try:
                code = run(asked["arguments"])
            except SystemExit as exit:
                code = exit.code
    print(json.dumps({"code": code, "text": said.buffer.getvalue().decode("utf-8")}), flush=True)
