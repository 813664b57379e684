"""A screen that nobody sees, and on it what a window manager would do: the newest window gets the keys."""

import ctypes
from contextlib import ExitStack
from typing import Self

from tests.x_server import x_server

VIEWABLE, REVERT_TO_POINTER = 2, 1


class _Attributes(ctypes.Structure):
    """XWindowAttributes of Xlib.h."""

    _fields_ = (
        *((name, ctypes.c_int) for name in ("x", "y", "width", "height", "border", "depth")),
        ("visual", ctypes.c_void_p),
        ("root", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("kind", "bit_gravity", "win_gravity", "backing_store")),
        *((name, ctypes.c_ulong) for name in ("backing_planes", "backing_pixel")),
        ("save_under", ctypes.c_int),
        ("colormap", ctypes.c_ulong),
        *((name, ctypes.c_int) for name in ("map_installed", "map_state")),
        *((name, ctypes.c_long) for name in ("all_events", "your_events", "do_not_propagate")),
        ("override_redirect", ctypes.c_int),
        ("screen", ctypes.c_void_p),
    )


class Screen:
    """An X server of its own, for as long as it is entered; `name` is its DISPLAY."""

    def __enter__(self) -> Self:
        with ExitStack() as stack:
            self.name = stack.enter_context(x_server())
            self._x = _library()
            self._display = self._x.XOpenDisplay(self.name.encode())
            assert self._display, f"no X server at {self.name}"
            stack.callback(self._x.XCloseDisplay, self._display)
            self._open = stack.pop_all()
        return self

    def __exit__(self, *_: object) -> None:
        self._open.close()

    def give_focus(self) -> None:
        """The newest window that is no menu gets the keys."""
        root = self._x.XDefaultRootWindow(self._display)
        windows = [window for window in self._children(root) if self._is_window(window)]
        if windows:
            self._x.XSetInputFocus(self._display, windows[-1], REVERT_TO_POINTER, 0)
            self._x.XSync(self._display, False)

    def _children(self, window: int) -> list[int]:
        """Those of a window, the lowest first."""
        root, parent, count = ctypes.c_ulong(), ctypes.c_ulong(), ctypes.c_uint()
        found = ctypes.POINTER(ctypes.c_ulong)()
        outs = (ctypes.byref(it) for it in (root, parent, found, count))
        self._x.XQueryTree(self._display, window, *outs)
        children = found[: count.value]
        if found:
            self._x.XFree(found)
        return children

    def _is_window(self, window: int) -> bool:
        it = _Attributes()
        known = self._x.XGetWindowAttributes(self._display, window, ctypes.byref(it))
        return bool(known) and it.map_state == VIEWABLE and not it.override_redirect and it.width > 1


_Handler = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_void_p, ctypes.c_void_p)
_go_on = _Handler(lambda _display, _event: 0)
"""A window that has gone meanwhile is no reason to end this process, as Xlib would."""


def _library() -> ctypes.CDLL:
    x = ctypes.CDLL("libX11.so.6")
    x.XOpenDisplay.restype = ctypes.c_void_p
    x.XOpenDisplay.argtypes = [ctypes.c_char_p]
    x.XDefaultRootWindow.restype = ctypes.c_ulong
    x.XFree.argtypes = [ctypes.c_void_p]
    pointer, window = ctypes.c_void_p, ctypes.c_ulong
    for name, arguments in (
        ("XDefaultRootWindow", [pointer]),
        ("XQueryTree", [pointer, window, *[pointer] * 4]),
        ("XGetWindowAttributes", [pointer, window, pointer]),
        ("XSetInputFocus", [pointer, window, ctypes.c_int, ctypes.c_ulong]),
        ("XSync", [pointer, ctypes.c_int]),
        ("XCloseDisplay", [pointer]),
    ):
        getattr(x, name).argtypes = arguments
    x.XSetErrorHandler(_go_on)
    return x
