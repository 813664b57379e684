"""Code signing, where there is a certificate; without one these say so and do nothing.

Windows: `SIGN_COMMAND` is a command to which the file is appended, for example
`signtool sign /fd sha256 /tr ADDRESS /td sha256 /n NAME`. macOS: `SIGN_IDENTITY` names the certificate in the
keychain, `NOTARY_PROFILE` the credentials that `xcrun notarytool store-credentials` has kept.
"""

import os
import shlex
from pathlib import Path

from project import PACKAGING, run, say


def sign_windows(*files: Path) -> None:
    """Sign programs and the installer; each before what contains it."""
    command = os.environ.get("SIGN_COMMAND")
    if not command:
        say("Not signed: SIGN_COMMAND is not set.")
        return
    for file in files:
        run([*shlex.split(command, posix=False), file])


def sign_app(app: Path) -> None:
    """Sign everything in an .app, inside first, under the hardened runtime."""
    identity = os.environ.get("SIGN_IDENTITY")
    if not identity:
        say("Not signed: SIGN_IDENTITY is not set.")
        return
    entitlements = PACKAGING / "macos" / "entitlements.plist"
    sign = ["codesign", "--force", "--timestamp", "--options", "runtime", "--sign", identity]
    for library in sorted([*app.rglob("*.dylib"), *app.rglob("*.so")]):
        if not library.is_symlink():
            run([*sign, library])
    run([*sign, "--entitlements", entitlements, app])
    run(["codesign", "--verify", "--strict", "--deep", app])


def notarise(image: Path) -> None:
    """Sign the disk image, have Apple look at it, and staple the answer to it."""
    identity, profile = os.environ.get("SIGN_IDENTITY"), os.environ.get("NOTARY_PROFILE")
    if not identity or not profile:
        say("Not notarised: SIGN_IDENTITY or NOTARY_PROFILE is not set.")
        return
    run(["codesign", "--force", "--timestamp", "--sign", identity, image])
    run(["xcrun", "notarytool", "submit", image, "--keychain-profile", profile, "--wait"])
    run(["xcrun", "stapler", "staple", image])
