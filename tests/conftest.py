"""What several tests share: the place of the reports and gold sets that are not ours to ship."""

from pathlib import Path

import pytest

SHARED = Path(__file__).parent.parent.parent / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """The folder of real reports and gold sets; the test is skipped where it is not there."""
    if not (SHARED / "corpus").is_dir():
        pytest.skip(f"the real reports are not here ({SHARED.name}/corpus beside the project)")
    return SHARED
