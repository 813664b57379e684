"""Typed errors of models, beside those of the store: a code and what fills its sentence."""

from store.errors import LesartError


class ModelMissing(LesartError):
    """name."""

    code = "M001"


class ModelBroken(LesartError):
    """name, reason."""

    code = "M002"


class WorkerDied(LesartError):
    """The model worker ended while it read an article: article."""

    code = "M003"


class ModelCarriesCode(LesartError):
    """A model folder that would run code of its own: path, files."""

    code = "M004"


class ModelCannotLearn(LesartError):
    """A model that this program can run but not train: name."""

    code = "M005"


class TooLittleToLearn(LesartError):
    """Too few begun articles in the model's language: count, needed."""

    code = "M006"
