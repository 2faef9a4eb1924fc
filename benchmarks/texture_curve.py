#!/usr/bin/env python3
# SPDX-License-Identifier: MIT
"""texture_curve.py TABLE PICTURE.png: draws what husk_texture_curve printed."""
import collections
import csv
import sys

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot  # noqa: E402

MEASURES = (
    ("seam", "seam ratio (lower is quieter)"),
    ("distance", "sliced Wasserstein distance (lower is closer)"),
    ("shown", "exemplars' pixels shown"),
)


def main():
    with open(sys.argv[1], encoding="utf-8") as text:
        rows = list(csv.DictReader(text, delimiter="\t"))
    families = collections.OrderedDict()
    for row in rows:
        families.setdefault(row["family"], []).append(row)
    figure, axes = pyplot.subplots(1, len(MEASURES), figsize=(15, 4.5))
    for axis, (measure, title) in zip(axes, MEASURES):
        for family, members in families.items():
            x = [float(m["us"]) / 1000 for m in members]
            y = [float(m[measure]) for m in members]
            axis.plot(x, y, marker="o", markersize=4, linewidth=1, label=family)
            for member, at in zip(members, zip(x, y)):
                axis.annotate(member["label"], at, fontsize=6, xytext=(3, 3), textcoords="offset points")
        axis.set_xscale("log")
        axis.set_xlabel("ms for 224x224, one core")
        axis.set_title(title, fontsize=10)
        axis.grid(alpha=0.3)
    axes[0].legend(fontsize=7)
    figure.tight_layout()
    figure.savefig(sys.argv[2], dpi=90)


if __name__ == "__main__":
    main()
