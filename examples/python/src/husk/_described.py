# SPDX-License-Identifier: MIT
"""What the classes of this package have in common: they describe, and an object of the extension does the work."""

from __future__ import annotations

import dataclasses
from functools import cached_property
from typing import Any, Union, cast

import numpy as np
import numpy.typing as npt

#: One side, or (height, width), as arrays have them.
Size = Union[int, tuple[int, int]]
#: An array of NumPy's or a tensor of torch's.
Array = Any
Float32 = npt.NDArray[np.float32]


class Shown:
    """A dataclass whose repr leaves out what has its default, and can be evaluated."""

    def __repr__(self) -> str:
        shown = []
        for f in dataclasses.fields(cast(Any, self)):
            value, factory = getattr(self, f.name), cast(Any, f.default_factory)
            default = f.default if factory is dataclasses.MISSING else factory()
            if value != default:
                shown.append(f"{f.name}={value!r}")
        return f"{type(self).__name__}({', '.join(shown)})"


class Described(Shown):
    """A frozen dataclass, checked when it is made. It can be compared, printed, copied, pickled and sent to other
    processes; what runs it is made again where it is needed."""

    def __post_init__(self) -> None:
        self._native  # throws husk.Error for what cannot be

    @cached_property
    def _native(self) -> Any:
        return None

    def __getstate__(self) -> dict[str, Any]:
        return {f.name: getattr(self, f.name) for f in dataclasses.fields(cast(Any, self))}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__dict__.update(state)
