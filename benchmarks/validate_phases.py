"""Precision and recall of contrast phases from words, against a labelled table.

    python benchmarks/validate_phases.py TABLE.csv

TABLE has the columns series_description, modality and phase.
"""

import argparse
import csv
from collections import Counter
from pathlib import Path

from lesion_toolkit.loaders.phases import label_phase


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("table", type=Path)
    rows = list(
        csv.DictReader(parser.parse_args().table.read_text("utf-8").splitlines())
    )
    hit: Counter[str] = Counter()
    said: Counter[str] = Counter()
    true: Counter[str] = Counter()
    for row in rows:
        phase = label_phase(row["series_description"], row["modality"]).phase.value
        said[phase] += 1
        true[row["phase"]] += 1
        hit[phase] += phase == row["phase"]
    print("| phase | labelled | precision | recall |\n|---|---|---|---|")
    for phase, count in true.most_common():
        precision = hit[phase] / said[phase] if said[phase] else 0.0
        print(f"| {phase} | {count} | {precision:.3f} | {hit[phase] / count:.3f} |")
    print(
        f"\nAccuracy {sum(hit.values()) / len(rows):.3f} over {len(rows)} descriptions."
    )


if __name__ == "__main__":
    main()
