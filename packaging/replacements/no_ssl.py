"""Stands for `ssl`: Python's TLS is not inside, and psycopg imports it at its start without using it.

What psycopg wants of it is only that Python sets up OpenSSL before libpq does; the driver has an OpenSSL of
its own, which sets itself up. asyncio, which psycopg imports too, names these errors where it finds `ssl`.
"""


class SSLWantReadError(OSError):
    """Never raised."""


class SSLSyscallError(OSError):
    """Never raised."""
