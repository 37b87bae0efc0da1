"""The page that checks proofs: one file with the public key inside, works when saved, without server or network."""

import base64
import json
from importlib.resources import files
from string import Template

from casework.base.phrases import phrase
from casework.documents.proof import key_id, public_key

TEXTS = ("title", "intro", "text_label", "paper_label", "files_label", "check", "key_label")
SAID = (
    "right",
    "forged",
    "old_browser",
    "number",
    "kind",
    "at",
    "code",
    "sha256",
    "all_files",
    "together",
    "file_known",
    "file_unknown",
)


def proof_page() -> str:
    """The page as HTML, in the reader's language. Raises LookupError where no proof key is set."""
    public = public_key()
    words = {name: phrase(f"documents.check.{name}") for name in (*TEXTS, *SAID)}
    page = Template(files("casework.documents").joinpath("data", "check.html").read_text("utf-8"))
    return page.substitute(
        {name: words[name] for name in TEXTS},
        public_key=base64.urlsafe_b64encode(public).decode(),
        key_id=key_id(public),
        phrases=json.dumps({name: words[name] for name in SAID}, ensure_ascii=False),
    )
