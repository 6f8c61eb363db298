"""Exchange: two folders change places in one step of the system, so that a reader never finds neither."""

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100
"""`AT_FDCWD` of Linux: paths begin at the working folder."""

_EXCHANGE = 2
"""`RENAME_EXCHANGE` of Linux, and by chance `RENAME_SWAP` of macOS."""

_NOT_OFFERED = {errno.ENOSYS, errno.EINVAL, errno.ENOTSUP, errno.EOPNOTSUPP, errno.EPERM}
"""What an older kernel, another file system, or a container that forbids the call answers."""


def exchanged(one: Path, other: Path) -> bool:
    """Let two folders of one file system change places in one step; False where the system cannot.

    OSError, naming both, where it can and fails.
    """
    library = ctypes.CDLL(None, use_errno=True)
    paths = os.fsencode(one), os.fsencode(other)
    try:
        if sys.platform == "darwin":
            failed = library.renamex_np(*paths, ctypes.c_uint(_EXCHANGE))
        else:
            failed = library.renameat2(_HERE, paths[0], _HERE, paths[1], ctypes.c_uint(_EXCHANGE))
    except AttributeError:  # a library of the system that is older than the call
        return False
    if not failed:
        return True
    number = ctypes.get_errno()
    if number in _NOT_OFFERED:
        return False
    raise OSError(number, os.strerror(number), str(one), None, str(other))
