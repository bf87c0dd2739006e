"""Addresses of papers: the list, a preview, its files, its issue, the register."""

from doithoai.documents.models import IssuedDocument, PaperKind
from tests.builders_documents import an_issued
from tests.web.scene import Scene

# address                     key        anon host offi odec chai lead supp depa else read door admi
PAGES = """
documents:papers              conference in   200  200  200  200  200  200  200  404  200  200  404
documents:paper               plan_paper in   200  200  200  200  200  200  200  404  200  200  404
documents:file                paper_file in   200  200  200  200  404  404  404  404  200  200  404
documents:issue               to_lead    in   403  200  200  403  403  403  403  404  403  403  404
documents:register            conference in   200  200  200  200  200  200  200  404  200  200  404
documents:issued_file         kept_paper in   200  200  200  200  200  404  404  404  200  200  404
"""

DEEDS = """
documents:issue               to_lead    in   403  go   go   403  403  403  403  404  403  403  404
"""


def lay(scene: Scene) -> None:
    """The letter to the leading department is issued."""
    leading = str(scene.people["leading"].agency_id)
    document = an_issued(
        scene.conference,
        PaperKind.REFERRAL,
        by=scene.people["office"],
        subject=leading,
        symbol="VPUB-KGVX",
    )
    slug = {"slug": scene.conference.slug}
    scene.more_keys["plan_paper"] = {**slug, "kind": "ke-hoach"}
    scene.more_keys["paper_file"] = {**slug, "kind": "tong-hop-y-kien", "ending": "pdf"}
    scene.more_keys["to_lead"] = {**slug, "kind": "cong-van-chuyen-cau-hoi"}
    scene.more_keys["kept_paper"] = {**slug, "pk": document.pk, "ending": "pdf"}


def sent(scene: Scene, deed: str) -> dict[str, dict[str, object]]:
    """What the form of issuing sends."""
    number = {"number": IssuedDocument.objects.count() + 12, "symbol": "VPUB-KGVX"}
    return {"documents:issue": {**number, "issued_on": "7/10/2024", "signer": "Lê Văn Tám"}}
