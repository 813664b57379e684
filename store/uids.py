"""UUIDv7: what must be recognised in another store, in the order of making."""

import os
import time
import uuid


def new_uid() -> str:
    """A UUID of version 7 (RFC 9562, 5.7): 48 bits of Unix milliseconds, then random bits."""
    milliseconds = (time.time_ns() // 1_000_000).to_bytes(6, "big")
    value = int.from_bytes(milliseconds + os.urandom(10), "big")
    value = (value & ~(0xF << 76)) | (0x7 << 76)
    value = (value & ~(0x3 << 62)) | (0x2 << 62)
    return str(uuid.UUID(int=value))
