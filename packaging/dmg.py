"""The macOS disk image: Lesart.app beside a link to Applications."""

import shutil
from pathlib import Path

from project import BUNDLE, FROZEN, NAME, OUT, WORK, run
from signing import notarise, sign_app


def build() -> Path:
    """`dist/lesart-….dmg`."""
    app = FROZEN / "Lesart.app"
    shutil.copytree(BUNDLE / "licences", app / "Contents" / "Resources" / "licences", dirs_exist_ok=True)
    if not (app / "Contents" / "_CodeSignature").exists():
        run(["codesign", "--force", "--deep", "--sign", "-", app])  # Apple's processors run nothing unsigned
    sign_app(app)
    folder = WORK / "dmg"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    run(["ditto", app, folder / app.name])
    (folder / "Applications").symlink_to("/Applications")
    out = OUT / f"{NAME}.dmg"
    run(["hdiutil", "create", "-volname", "Lesart", "-srcfolder", folder, "-format", "ULMO", "-ov", out])
    notarise(out)
    return out
