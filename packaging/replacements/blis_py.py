"""`blis.py` as thinc uses it (one function, on 32-bit floats), on numpy's own multiplication.

The original is an extension of 17 MiB, most of which is a second copy of the library that `blis.cy` holds.
"""

import numpy as np


def gemm(x, y, *, out=None, trans1=False, trans2=False, beta=1.0):
    """`x @ y + beta * out`, with either matrix transposed; written into `out` where that is given."""
    product = np.dot(x.T if trans1 else x, y.T if trans2 else y)
    if out is None:
        return product
    out[...] = product if beta == 0.0 else product + beta * out
    return out
