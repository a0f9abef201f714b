"""Runs the tools over cases. Each answers with the names of the cases that it reports."""

import json
import os
import shutil
import subprocess
from pathlib import Path

import render

HERE = Path(__file__).parent
MOST_SECONDS = 900

# AWS Config's managed rule ecs-no-environment-secrets looks for the names that it is given. These are
# what Security Hub's control ECS.8 gives it:
# https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html#ecs-8
CONFIG_KEYS = {"AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "ECS_ENGINE_AUTH_DATA"}

TOOLS = [
    "Trivy (Terraform)",
    "Trivy (CloudFormation)",
    "Checkov (Terraform)",
    "Checkov (CloudFormation)",
    "Prowler",
    "AWS Config",
]


def scan(containers, folder):
    """Shows all containers to all tools; the answer has a set of indices for each tool.

    Each container has a file and a resource of its own, so that none hides another.
    """
    names = [f"v{index:05}" for index in range(len(containers))]
    for kind, extension in (("terraform", "tf"), ("cloudformation", "json")):
        (folder / kind).mkdir(parents=True)
        for name, container in zip(names, containers):
            text = getattr(render, kind)(name, container)
            (folder / kind / f"{name}.{extension}").write_text(text, encoding="utf8")
    definitions = folder / "task-definitions.json"
    pairs = zip(names, containers)
    definitions.write_text(json.dumps([render.task_definition(*pair) for pair in pairs]))
    found = {
        "Trivy (Terraform)": _trivy(folder / "terraform", folder),
        "Trivy (CloudFormation)": _trivy(folder / "cloudformation", folder),
        "Checkov (Terraform)": _checkov(folder / "terraform"),
        "Checkov (CloudFormation)": _checkov(folder / "cloudformation"),
        "Prowler": _prowler(definitions, len(containers)),
        "AWS Config": {name for name, one in zip(names, containers) if _config(one)},
    }
    return {tool: {names.index(name) for name in found[tool]} for tool in TOOLS}


def versions():
    """What each tool calls its version."""
    trivy = _run([_find("trivy"), "--version"]).splitlines()[0].split()[-1]
    checkov = _run([_find("checkov"), "--version"]).strip()
    packages = "import importlib.metadata as m; print(m.version('prowler'), m.version('{}'))"
    prowler = _run([_prowler_python(), "-c", packages.format("kingfisher-bin")]).split()
    return {"Trivy": trivy, "Checkov": checkov, "Prowler": prowler[0], "Kingfisher": prowler[1]}


def _trivy(inputs, folder):
    answer = folder / f"trivy-{inputs.name}.json"
    options = ["--quiet", "--skip-check-update", "--skip-version-check", "--disable-telemetry"]
    cache = ["--cache-dir", folder / "trivy-cache"]
    _run([_find("trivy"), "config", *options, *cache, "-f", "json", "-o", answer, inputs])
    return {
        Path(result["Target"]).stem
        for result in json.loads(answer.read_text()).get("Results", [])
        for finding in result.get("Misconfigurations", [])
        if finding["ID"] in ("AWS-0036", "AVD-AWS-0036")
    }


def _checkov(inputs):
    options = ["--framework", "secrets", "--skip-download", "--compact", "--quiet", "-o", "json"]
    # It leaves with 1 where it finds something.
    answer = json.loads(_run([_find("checkov"), "-d", inputs, *options], (0, 1)))
    return {
        Path(finding["file_path"]).stem
        for report in (answer if isinstance(answer, list) else [answer])
        for finding in report.get("results", {}).get("failed_checks", [])
    }


def _prowler(definitions, count):
    output = _run([_prowler_python(), HERE / "prowler_check.py", definitions])
    rows = [json.loads(line) for line in output.splitlines() if line.startswith("{")]
    if len(rows) != count or any(row["status"] not in ("PASS", "FAIL") for row in rows):
        raise SystemExit(f"Prowler judged {len(rows)} of {count}, or its scanner failed")
    return {row["family"] for row in rows if row["status"] == "FAIL"}


def _config(container):
    return any(one["name"] in CONFIG_KEYS for one in container.get("environment", []))


def _prowler_python():
    """The interpreter that Prowler is installed for stands beside its command."""
    return Path(_find("prowler")).resolve().parent / "python"


def _find(command):
    folders = [os.environ.get("COMPARISON_TOOLS", ""), os.environ.get("PATH", "")]
    found = shutil.which(command, path=os.pathsep.join(filter(None, folders)))
    if found is None:
        raise SystemExit(f"{command} is neither in COMPARISON_TOOLS nor on PATH: see README.md")
    return found


def _run(command, expected=(0,)):
    done = subprocess.run(
        [str(part) for part in command], capture_output=True, text=True, timeout=MOST_SECONDS
    )
    if done.returncode not in expected:
        raise SystemExit(f"{command[0]} left with {done.returncode}:\n{done.stderr[-2000:]}")
    return done.stdout
