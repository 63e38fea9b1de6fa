"""The same acts without a window: `kohkol new`, `import`, `report`, `check` …"""

from app.cli.main import main

__all__ = ["main"]
