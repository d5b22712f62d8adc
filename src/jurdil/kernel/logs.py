"""Logs as JSON lines, with sixteen-digit numbers struck out."""

import json
import logging
import re
from datetime import UTC, datetime

_IDENTITY = re.compile(r"(?<!\d)\d{16}(?!\d)")


class JsonFormatter(logging.Formatter):
    """One JSON object a line: time, level, logger, message, and the trace when there is one."""

    def format(self, record: logging.LogRecord) -> str:
        line = {
            "at": datetime.fromtimestamp(record.created, UTC).isoformat(timespec="milliseconds"),
            "level": record.levelname,
            "logger": record.name,
            "message": _strike(record.getMessage()),
        }
        if record.exc_info:
            line["trace"] = _strike(self.formatException(record.exc_info))
        return json.dumps(line, ensure_ascii=False)


def _strike(text: str) -> str:
    return _IDENTITY.sub("[nomor identitas]", text)
