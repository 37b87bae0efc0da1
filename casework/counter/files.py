"""Files in a form: checked and stored while the form is read; a file already taken survives a failed form."""

from typing import Any

from flask import current_app
from itsdangerous import BadSignature, URLSafeSerializer
from werkzeug.datastructures import FileStorage
from wtforms import MultipleFileField, ValidationError

from casework.base.phrases import phrase
from casework.counter.session import evidence_store
from casework.records.evidence_store import FileRefused, StoredFile


class Files(MultipleFileField):
    """Files handed in. The data is a tuple of StoredFile; a refused file is a message with its name."""

    data: tuple[StoredFile, ...]

    def process_formdata(self, valuelist: list[Any]) -> None:
        self.refused: list[str] = []
        self.data = ()
        for each in valuelist:
            self.data += self._kept(each) if isinstance(each, str) else self._taken(each)

    def pre_validate(self, form: Any) -> None:
        """Tell every refused file by name."""
        if getattr(self, "refused", None):
            raise ValidationError(" ".join(self.refused))

    def tokens(self) -> list[tuple[str, str]]:
        """(token, name) of the files taken already, to travel in hidden inputs."""
        return [(_signer().dumps([f.name, f.sha256, f.size, f.media_type]), f.name) for f in self.data or ()]

    def _taken(self, upload: FileStorage) -> tuple[StoredFile, ...]:
        if not upload.filename and not upload.content_length:
            return ()
        try:
            return (evidence_store().take(upload.filename or "", upload.stream),)
        except FileRefused as refused:
            self.refused.append(phrase(f"counter.file_{refused.code}", name=refused.name))
            return ()

    def _kept(self, token: str) -> tuple[StoredFile, ...]:
        try:
            return (StoredFile(*_signer().loads(token)),) if token else ()
        except (BadSignature, TypeError):
            self.refused.append(phrase("counter.file_unknown"))
            return ()


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(current_app.secret_key or "", salt="kept-file")
