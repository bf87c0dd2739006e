"""The shipped phrases leave the directory: `matching` knows them; an official's own ones stay."""

import json
from hashlib import sha256

from django.db import migrations

SHIPPED = {
    "ban-chi-huy-bo-doi-bien-phong": "f9cc187e55aa",
    "ban-dan-toc": "4c699fd92f3d",
    "ban-quan-ly-khu-cong-nghiep": "6104081dc274",
    "ban-tiep-cong-dan": "dd1ab72f3028",
    "bao-hiem-xa-hoi-khu-vuc": "db304c1d4f42",
    "bao-hiem-xa-hoi-tinh": "db304c1d4f42",
    "bao-hiem-xa-hoi-tinh-2025": "db304c1d4f42",
    "bo-chi-huy-quan-su": "e4c3bebf59be",
    "bo-doi-bien-phong": "f9cc187e55aa",
    "chi-cuc-hai-quan-khu-vuc": "bbc4aeb96500",
    "chi-cuc-thue-khu-vuc": "6a1492e42d0a",
    "cong-an-tinh": "79e9e25584fb",
    "cong-an-tinh-2025": "043271b22dc2",
    "cong-ty-dien-luc": "2d2419710c70",
    "cuc-hai-quan": "bbc4aeb96500",
    "cuc-quan-ly-thi-truong": "87880a2407ac",
    "cuc-thi-hanh-an-dan-su": "9068919e9869",
    "cuc-thong-ke": "9292587063dc",
    "cuc-thue-tinh": "6a1492e42d0a",
    "hoi-cuu-chien-binh": "a9bd75783fbb",
    "hoi-lien-hiep-phu-nu": "1895191f653b",
    "hoi-nong-dan": "7c08a73533e3",
    "kho-bac-nha-nuoc": "78a219e12e98",
    "kho-bac-nha-nuoc-khu-vuc": "78a219e12e98",
    "lien-doan-lao-dong": "c79e41cb50c7",
    "lien-minh-hop-tac-xa": "e56d8fa88480",
    "ngan-hang-chinh-sach-xa-hoi": "2cbfd2480e77",
    "ngan-hang-nha-nuoc": "2557a768e813",
    "ngan-hang-nha-nuoc-khu-vuc": "2557a768e813",
    "so-cong-thuong": "1f10004a5b77",
    "so-cong-thuong-2025": "702c2f46ff6d",
    "so-dan-toc-va-ton-giao": "1ee14b5ed721",
    "so-giao-duc-va-dao-tao": "43291bb0f371",
    "so-giao-duc-va-dao-tao-2025": "6da24e5b8b11",
    "so-giao-thong-van-tai": "1b3d8b4fefab",
    "so-ke-hoach-va-dau-tu": "87dc8cd1d26d",
    "so-khoa-hoc-va-cong-nghe": "ff88d2e074cf",
    "so-khoa-hoc-va-cong-nghe-2025": "344734237f4b",
    "so-lao-dong-thuong-binh-va-xa-hoi": "9b55f89f195d",
    "so-ngoai-vu": "a5856cd3d9b7",
    "so-noi-vu": "fe06f34d514f",
    "so-noi-vu-2025": "750e4b91ce4d",
    "so-nong-nghiep-va-moi-truong": "5f3aaa54519d",
    "so-nong-nghiep-va-ptnt": "8864e3f73f15",
    "so-tai-chinh": "ba3eb96878ca",
    "so-tai-chinh-2025": "3a77a3c6690e",
    "so-tai-nguyen-va-moi-truong": "3591a31c4d57",
    "so-thong-tin-va-truyen-thong": "15221a8960d3",
    "so-tu-phap": "e71d17e6ea93",
    "so-tu-phap-2025": "a5a6a14f764d",
    "so-van-hoa-the-thao-va-du-lich": "46a964226844",
    "so-van-hoa-the-thao-va-du-lich-2025": "9f5846a6de40",
    "so-xay-dung": "53fbc4e7b3dc",
    "so-xay-dung-2025": "c14252680bee",
    "so-y-te": "622a39dafb4d",
    "so-y-te-2025": "3277328973c6",
    "thanh-tra-tinh": "2f8ff8c9eff5",
    "thi-hanh-an-dan-su-tinh": "9068919e9869",
    "thong-ke-tinh": "9292587063dc",
    "thue-tinh": "6a1492e42d0a",
    "tinh-doan": "575f2d674a03",
    "toa-an-nhan-dan": "1c381ae9acdb",
    "trung-tam-phuc-vu-hanh-chinh-cong": "198fe18254dd",
    "ubnd-cap-huyen": "1de8797894d2",
    "ubnd-cap-xa": "165a79fa7496",
    "ubnd-cap-xa-2025": "a7548458961c",
    "uy-ban-mttq": "3b510a7b7f95",
    "van-phong-ubnd-tinh": "198fe18254dd",
    "vien-kiem-sat-nhan-dan": "830732f99222",
}
"""What each agency's phrases were when they shipped with it: the first 12 digits of their hash."""


def digest(phrases):
    """A list of phrases by its hash, however the database keeps it."""
    kept = json.dumps(phrases, ensure_ascii=False, sort_keys=True)
    return sha256(kept.encode()).hexdigest()[:12]


def forget_shipped(apps, schema_editor):
    """Empty the phrases of agencies on which nobody changed them."""
    agencies = apps.get_model("directory", "Agency")
    for agency in agencies.objects.filter(key__in=SHIPPED).iterator():
        if digest(agency.phrases) == SHIPPED[agency.key]:
            agency.phrases = []
            agency.save(update_fields=["phrases"])


class Migration(migrations.Migration):
    """Going back brings no shipped phrases back; what was typed stays either way."""

    dependencies = [("directory", "0001_initial")]

    operations = [migrations.RunPython(forget_shipped, migrations.RunPython.noop)]
