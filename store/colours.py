"""Colours for labels: readable on both backgrounds and told apart by people of every colour vision.

Hex strings `#rrggbb` in sRGB. Distances are Euclidean in OKLab (B. Ottosson, 2020; white to black is 1.0).
Colour blindness is simulated with the matrices of Machado, Oliveira and Fernandes (2009) at severity 1.0, in
linear RGB. Contrast is that of WCAG 2.2.
"""

from collections.abc import Iterable, Sequence
from functools import cache
from itertools import product
from math import cbrt, cos, dist, radians, sin

Pair = tuple[str, str]
"""One label's colour on the light and on the dark background."""

Triple = tuple[float, float, float]
"""Red, green, blue in linear light 0…1; or L, a, b in OKLab."""

Matrix = tuple[Triple, Triple, Triple]

BACKGROUND_LIGHT = "#fdfdfb"
BACKGROUND_DARK = "#1d1f23"
MINIMUM_CONTRAST = 4.5

MEASURED: tuple[Pair, ...] = (
    ("#267baf", "#628ae6"),
    ("#8c4a17", "#d8661f"),
    ("#0d5646", "#88ffda"),
    ("#b74c92", "#f59cc3"),
    ("#7b7401", "#d0cf89"),
    ("#606a69", "#928690"),
)
"""Searched together for the largest smallest distance: 0.062 on light, 0.103 on dark."""

VISIONS: dict[str, Matrix] = {
    "normal": ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    "protanopia": (
        (0.152286, 1.052583, -0.204868),
        (0.114503, 0.786281, 0.099216),
        (-0.003882, -0.048116, 1.051998),
    ),
    "deuteranopia": (
        (0.367322, 0.860646, -0.227968),
        (0.280085, 0.672501, 0.047413),
        (-0.011820, 0.042940, 0.968881),
    ),
    "tritanopia": (
        (1.255528, -0.076749, -0.178779),
        (-0.078411, 0.930809, 0.147602),
        (0.004733, 0.691367, 0.303900),
    ),
}

_RGB_TO_LMS: Matrix = (
    (0.4122214708, 0.5363325363, 0.0514459929),
    (0.2119034982, 0.6806995451, 0.1073969566),
    (0.0883024619, 0.2817188376, 0.6299787005),
)
_LMS_TO_OKLAB: Matrix = (
    (0.2104542553, 0.7936177850, -0.0040720468),
    (1.9779984951, -2.4285922050, 0.4505937099),
    (0.0259040371, 0.7827717662, -0.8086757660),
)
_OKLAB_TO_LMS: Matrix = (
    (1.0, 0.3963377774, 0.2158037573),
    (1.0, -0.1055613458, -0.0638541728),
    (1.0, -0.0894841775, -1.2914855480),
)
_LMS_TO_RGB: Matrix = (
    (4.0767416621, -3.3077115913, 0.2309699292),
    (-1.2684380046, 2.6097574011, -0.3413193965),
    (-0.0041960863, -0.7034186147, 1.7076147010),
)


_HUE_STEP = 15  # degrees
_HUE_DRIFT = 30  # degrees between a label's two colours, so that it stays "the blue one" in both themes


def contrast(a: str, b: str) -> float:
    """Contrast ratio 1…21 of two colours (WCAG 2.2)."""
    low, high = sorted((_luminance(_linear(a)), _luminance(_linear(b))))
    return (high + 0.05) / (low + 0.05)


def distance(a: str, b: str, vision: str = "normal") -> float:
    """How different two colours look to an eye of one of `VISIONS`."""
    i = list(VISIONS).index(vision)
    return dist(_views(a)[i], _views(b)[i])


def colours(count: int, beside: Sequence[Pair] = ()) -> list[Pair]:
    """`count` colours that differ from each other and from those `beside` them; the same at every call.

    First the measured ones, then greedily, from a grid in OKLCH with enough contrast, the pair whose smallest
    distance to all before it is largest, whatever the eye. Up to 8 labels stay 0.062 apart on light and 0.08
    on dark, 18 stay 0.045 apart: beyond six, colour helps, but the code on the chip tells labels apart.
    """
    found = [pair for pair in MEASURED if pair not in beside][:count]
    if len(found) == count:
        return found
    light = _Shades(BACKGROUND_LIGHT, (pair[0] for pair in (*beside, *found)))
    dark = _Shades(BACKGROUND_DARK, (pair[1] for pair in (*beside, *found)))
    while len(found) < count:
        pair = _farthest(light.best(), dark.best())
        found.append(pair)
        light.keep_away_from(pair[0])
        dark.keep_away_from(pair[1])
    return found


class _Shades:
    """What can be chosen for one background, and how far each is from what was chosen."""

    def __init__(self, background: str, known: Iterable[str]) -> None:
        self._hues = _grid(background)
        self._nearest = dict.fromkeys(self._hues, 2.0)
        for colour in known:
            self.keep_away_from(colour)

    def keep_away_from(self, colour: str) -> None:
        views = _views(colour)
        for other, nearest in self._nearest.items():
            smallest = min(map(dist, views, _views(other)))
            if smallest < nearest:
                self._nearest[other] = smallest

    def best(self) -> dict[int, tuple[float, str]]:
        """For each hue its farthest shade, with the distance (rounded: all machines shall choose alike)."""
        result: dict[int, tuple[float, str]] = {}
        for colour, hue in self._hues.items():
            candidate = (round(self._nearest[colour], 6), colour)
            result[hue] = max(result.get(hue, candidate), candidate)
        return result


def _farthest(light: dict[int, tuple[float, str]], dark: dict[int, tuple[float, str]]) -> Pair:
    """Of all pairs of about the same hue the one whose worse half is farthest from what was chosen."""

    def near(a: int, b: int) -> bool:
        return min((a - b) % 360, (b - a) % 360) <= _HUE_DRIFT

    hues = [(a, b) for a, b in product(light, dark) if near(a, b)]
    a, b = max(hues, key=lambda pair: sorted((light[pair[0]][0], dark[pair[1]][0])))
    return light[a][1], dark[b][1]


@cache
def _grid(background: str) -> dict[str, int]:
    """Colours with enough contrast, and their hues; none as dark as text or as light as paper."""
    grid = product(range(0, 360, _HUE_STEP), range(36, 93, 4), range(4, 29, 4))
    shades = ((_hex(lightness / 100, chroma / 100, hue), hue) for hue, lightness, chroma in grid)
    return {
        colour: hue for colour, hue in shades if colour and contrast(colour, background) >= MINIMUM_CONTRAST
    }


@cache
def _views(colour: str) -> list[Triple]:
    """A colour in OKLab as each of `VISIONS` sees it."""
    rgb = _linear(colour)
    seen = (_times(matrix, rgb) for matrix in VISIONS.values())
    return [_oklab((_unit(r), _unit(g), _unit(b))) for r, g, b in seen]


def _linear(colour: str) -> Triple:
    r, g, b = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    return _decoded(r), _decoded(g), _decoded(b)


def _decoded(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4


def _encoded(value: float) -> float:
    return value * 12.92 if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055


def _hex(lightness: float, chroma: float, hue: float) -> str | None:
    """An OKLCH colour (hue in degrees), or None where no screen shows it."""
    lab = lightness, chroma * cos(radians(hue)), chroma * sin(radians(hue))
    long, medium, short = _times(_OKLAB_TO_LMS, lab)
    rgb = _times(_LMS_TO_RGB, (long**3, medium**3, short**3))
    if not all(-0.0001 <= value <= 1.0001 for value in rgb):
        return None
    return "#" + "".join(f"{round(255 * _encoded(_unit(value))):02x}" for value in rgb)


def _oklab(rgb: Triple) -> Triple:
    long, medium, short = _times(_RGB_TO_LMS, rgb)
    return _times(_LMS_TO_OKLAB, (cbrt(long), cbrt(medium), cbrt(short)))


def _luminance(rgb: Triple) -> float:
    r, g, b = rgb
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _times(matrix: Matrix, vector: Triple) -> Triple:
    x, y, z = vector
    (a, b, c), (d, e, f), (g, h, i) = matrix
    return a * x + b * y + c * z, d * x + e * y + f * z, g * x + h * y + i * z


def _unit(value: float) -> float:
    return min(1.0, max(0.0, value))
