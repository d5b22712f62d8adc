"""The first hour: seven steps from an empty installation to a working office.

Each step is done when the data say so, never by a tick, and gives one printable sheet at once.
"""
