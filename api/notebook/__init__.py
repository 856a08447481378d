"""The interface for notebooks: `from api import Trama`."""
