"""The published contract: JSON that a company's other sites build their cookie and contact pages from."""
