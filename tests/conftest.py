"""What every test has at hand."""

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def shared() -> Path:
    """Reference data that lies beside the checkout and is never committed."""
    if not SHARED.is_dir():
        pytest.skip("the reference data folder is not beside this checkout")
    return SHARED
