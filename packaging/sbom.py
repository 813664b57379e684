"""The list of parts for machines: CycloneDX 1.6 as JSON, the same bytes for the same parts."""

from collections.abc import Sequence
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.factory.license import LicenseFactory
from cyclonedx.model.bom import Bom, BomMetaData
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL
from parts import Part
from project import VERSION


def document(parts: Sequence[Part], *, at: int) -> str:
    """The whole document. `at`: seconds since 1970."""
    licences = LicenseFactory()
    program = Component(
        type=ComponentType.APPLICATION,
        name="lesart",
        version=VERSION,
        bom_ref="lesart",
        licenses=[licences.make_from_string("Apache-2.0")],
    )
    components = [
        Component(
            type=ComponentType.LIBRARY,
            name=part.name,
            version=part.version,
            bom_ref=part.purl,
            purl=PackageURL.from_string(part.purl),
            licenses=[licences.make_from_string(part.licence)],
        )
        for part in parts
    ]
    bom = Bom(components=components, metadata=BomMetaData(component=program))
    bom.metadata.timestamp = datetime.fromtimestamp(at, UTC)
    bom.serial_number = uuid5(NAMESPACE_URL, " ".join([VERSION, *(part.purl for part in parts)]))
    bom.register_dependency(program, components)
    return JsonV1Dot6(bom).output_as_string(indent=2) + "\n"
