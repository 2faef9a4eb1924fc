# SPDX-License-Identifier: MIT
"""Draws an experiment's curves and results: plot.py FOLDER_OF_ITS_CSV_FILES PICTURE."""
import collections
import csv
import pathlib
import statistics
import sys

import matplotlib

matplotlib.use("Agg")
from matplotlib import pyplot

METHODS = {"none": "MoCo v2", "patch": "+ patch negatives", "texture": "+ texture negatives"}
COLOURS = {"untrained": "0.7", "none": "tab:gray", "patch": "tab:blue", "texture": "tab:orange"}
SETS = ["clean", "blurred", "grey", "stylised", "edges", "shuffled"]


def rows(file):
    with open(file, newline="") as text:
        return list(csv.DictReader(text))


def over_seeds(table, *by, value):
    """{by: values of all seeds}"""
    groups = collections.defaultdict(list)
    for row in table:
        groups[tuple(row[name] for name in by)].append(float(row[value]))
    return groups


def spread(values):
    return statistics.mean(values), statistics.stdev(values) if len(values) > 1 else 0


def draw_curve(axes, curves, column, title):
    groups = over_seeds(curves, "method", "epoch", value=column)
    for method, name in METHODS.items():
        epochs = sorted({int(row["epoch"]) for row in curves if row["method"] == method})
        points = [spread(groups[method, str(e)]) for e in epochs]
        if not points or (column == "negative_cosine" and method == "none"):
            continue
        mean, deviation = zip(*points)
        axes.plot(epochs, mean, label=name, color=COLOURS[method])
        low = [m - d for m, d in points]
        high = [m + d for m, d in points]
        axes.fill_between(epochs, low, high, color=COLOURS[method], alpha=0.2, linewidth=0)
    axes.set(title=title, xlabel="epoch")


def draw_bars(axes, results, names, measure, title):
    groups = over_seeds((r for r in results if r["measure"] == measure), "method", "set", value="value")
    methods = {"untrained": "untrained", **METHODS}
    width = 0.8 / len(methods)
    for i, method in enumerate(methods):
        points = [spread(groups[method, name]) if groups[method, name] else (0, 0) for name in names]
        axes.bar([x + (i - 1.5) * width for x in range(len(names))], [100 * m for m, _ in points], width,
                 yerr=[100 * d for _, d in points], color=COLOURS[method], label=methods[method],
                 error_kw={"linewidth": 1})
    axes.set_xticks(range(len(names)))
    axes.set_xticklabels(names)
    axes.set(title=title, ylabel="%")


def main(folder, picture):
    folder = pathlib.Path(folder)
    curves, results = rows(folder / "curves.csv"), rows(folder / "evaluation.csv")
    figure, axes = pyplot.subplots(2, 3, figsize=(13, 7), gridspec_kw={"width_ratios": [1, 1, 1]})
    draw_curve(axes[0][0], curves, "loss", "loss")
    draw_curve(axes[0][1], curves, "accuracy", "how often the key wins")
    draw_curve(axes[0][2], curves, "negative_cosine", "cosine of query and its negative")
    axes[0][0].legend(frameon=False)
    for part in axes[1]:
        part.remove()
    draw_bars(figure.add_subplot(2, 3, (4, 5)), results, SETS, "top1", "linear classifier: top-1")
    last = figure.add_subplot(2, 3, 6)
    draw_bars(last, results, ["shuffled", "augmented"], "mistaken", "nearest original is its own")
    last.legend(frameon=False, fontsize="small")
    figure.tight_layout()
    figure.savefig(picture, dpi=100)


if __name__ == "__main__":
    main(*sys.argv[1:])
