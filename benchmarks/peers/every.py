"""Every generator that is on this machine."""

from __future__ import annotations

from benchmarks.peers.eleventy import eleventy
from benchmarks.peers.healthsite import healthsite
from benchmarks.peers.hugo import hugo
from benchmarks.peers.peer import Peer
from benchmarks.peers.pelican import pelican


def every_peer() -> tuple[Peer, ...]:
    """Ours first, then the others that are installed."""
    found = (healthsite(), hugo(related=True), hugo(related=False), eleventy(), pelican())
    return tuple(peer for peer in found if peer is not None)
