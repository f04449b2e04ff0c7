"""Text sources that travel with the package."""
