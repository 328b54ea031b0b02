"""Keeps compiled templates on the disk: compiling those of one page takes as long as rendering a hundred.

They are code, so they are not kept in the cache of a site, which may come from elsewhere, but where Jinja keeps them:
in a folder of the temporary ones that belongs to this user and to nobody else.
"""

from __future__ import annotations

from contextlib import suppress

from jinja2 import BytecodeCache, FileSystemBytecodeCache
from jinja2.bccache import Bucket

from healthsite.digest import digest_of


def compiled_templates(options: object) -> BytecodeCache | None:
    """What keeps templates that were compiled with those *options*; ``None`` where there is no safe place for them."""
    try:
        return _Compiled(pattern=f"healthsite-{digest_of(options)[:12]}-%s")
    except (OSError, RuntimeError):
        return None


class _Compiled(FileSystemBytecodeCache):
    """Passes over what cannot be read or written: templates are then compiled once more."""

    def load_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError, ValueError):
            super().load_bytecode(bucket)

    def dump_bytecode(self, bucket: Bucket) -> None:
        with suppress(OSError):
            super().dump_bytecode(bucket)
