"""Trains the embedded models and writes them as spaCy folders with their model cards.

    ./run train de en        or, in an environment that has the training extra:
    python -m desktop.nlp.training de --data ../shared/ner-data --out resources/models

What is drawn at random comes from fixed seeds: the result is the same each time on the same machine. On
another one CRFs come out the same, byte for byte, and networks differ in the last digits of what they add
up, since numpy's kernels do (German then had F1 80.05 and not 80.15). German takes 45 minutes of CPU time,
half of it in five processes at a time.
"""

import argparse
import sys
from pathlib import Path

from desktop.nlp.training import building, language_table, model_card, rules
from desktop.nlp.training.recipes import MODELS

DATA = Path("../shared/ner-data")
OUT = Path("resources/models")
LANGUAGES = "languages"
"""No model: the table by which languages are told apart. It lies beside the folder of the models."""


def main() -> int:
    """The command above; 1 where the data are not there."""
    known = {model.folder: model for model in MODELS}
    parser = argparse.ArgumentParser(prog="run train", description="Train embedded models.")
    names = [*known, rules.LANGUAGE, LANGUAGES]
    parser.add_argument("models", nargs="+", choices=names, metavar="MODEL", help=", ".join(names))
    parser.add_argument("--data", type=Path, default=DATA, help="folder with LANGUAGE/*.jsonl.gz")
    parser.add_argument("--out", type=Path, default=OUT, help="folder to write the model folders to")
    arguments = parser.parse_args()
    if not arguments.data.is_dir():
        sys.stderr.write(f"There is no folder {arguments.data}; see --data.\n")
        return 1
    arguments.out.mkdir(parents=True, exist_ok=True)
    for name in arguments.models:
        if name == LANGUAGES:
            language_table.write(arguments.out.parent / name)
            continue
        if name == rules.LANGUAGE:
            rules.write(arguments.out / name)
            continue
        built = building.build(known[name], arguments.data)
        building.write(known[name], built, data=arguments.data, out=arguments.out / name)
        for measured, figures in built.figures.items():
            sys.stdout.write(f"\n{name}: {measured}\n\n{model_card.table(figures)}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
