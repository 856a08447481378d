"""What the OpenAPI document says holds for whatever is sent: schemathesis asks, with all its checks."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

CONFIGURATION = Path(__file__).parent / "schemathesis.toml"
SEED = "20261124"


def asked(site: str, folder: Path, *options: str, seconds: int) -> int:
    """Let schemathesis ask the service; return with how many cases it found nothing."""
    command = [Path(sys.executable).parent / "schemathesis", "--config-file", CONFIGURATION, "run", "--no-color"]
    command += [f"{site}/openapi.json", "--checks", "all", "--seed", SEED, "--request-timeout", "30", *options]
    command += ["--continue-on-failure", "--suppress-health-check", "all"]
    done = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=seconds, check=False)
    assert done.returncode == 0, done.stdout[-20_000:] + done.stderr[-2_000:]
    (cases,) = re.findall(r"([\d,]+) generated", done.stdout)
    return int(cases.replace(",", ""))


@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_service_answers_as_its_description_says(site: str, tmp_path: Path) -> None:
    """More than a hundred requests, right and wrong: statuses, media types, forms of answers, methods, no failure."""
    assert asked(site, tmp_path, "--phases", "examples,fuzzing", "--max-examples", "3", seconds=580) > 100


@pytest.mark.soak
@pytest.mark.timeout(2 * 3600)
def test_ten_thousand_requests_are_answered_as_the_description_says(site: str, tmp_path: Path) -> None:
    """In all of its phases: what stands at every bound of every parameter, what comes after what."""
    cases = asked(site, tmp_path, "--max-examples", "120", seconds=2 * 3600 - 60)
    sys.stdout.write(f"{cases:,} cases, no failure\n")
    assert cases >= 10_000
