"""Public cases: what the registry says agrees with what the real index holds."""

import json
import re
import sys
import tarfile
from html import unescape
from pathlib import Path

import pandas as pd
import pytest

from lesion_toolkit.errors import UsageRefused
from lesion_toolkit.loaders import public_cases as cases
from lesion_toolkit.loaders.public_cases import (
    PublicCollection,
    public_case,
    public_collection,
    public_collections,
)

every_collection = pytest.mark.parametrize(
    "collection", public_collections(), ids=lambda one: one.name
)


def test_names_of_collections_are_unique_and_say_what_they_show() -> None:
    known = public_collections()
    assert len({one.name for one in known}) == len(known) >= 4
    assert all(one.shows for one in known)
    assert {"hcc-tace-seg", "tcga-lihc"} <= {one.name for one in known}


@every_collection
def test_a_collection_has_the_patients_with_ct_or_mr_of_the_index(
    index: Path, collection: PublicCollection
) -> None:
    imaged = pd.read_parquet(
        index,
        columns=["PatientID"],
        filters=[
            ("collection_id", "==", collection.collection_id),
            ("Modality", "in", ["CT", "MR"]),
        ],
    )
    held = cases.public_cases(collection)
    assert {one.patient for one in held} == set(imaged["PatientID"])
    assert len({one.patient for one in held}) == len(held) > 0


@every_collection
def test_a_case_holds_all_that_can_be_read_and_nothing_else(
    index: Path, collection: PublicCollection
) -> None:
    columns = ["StudyInstanceUID", "SeriesInstanceUID", "Modality"]
    rows = pd.read_parquet(
        index,
        columns=[*columns, "instanceCount", "series_size_MB"],
        filters=[("collection_id", "==", collection.collection_id)],
    )
    images = rows[rows["Modality"].isin(["CT", "MR"])]
    outlines = rows[
        rows["Modality"].isin(["SEG", "RTSTRUCT"])
        & rows["StudyInstanceUID"].isin(images["StudyInstanceUID"])
    ]
    wanted = pd.concat([images, outlines])
    series = [one for case in cases.public_cases(collection) for one in case.series]
    assert {one.uid for one in series} == set(wanted["SeriesInstanceUID"])
    assert len(series) == len(wanted)
    assert sum(one.files for one in series) == wanted["instanceCount"].sum()
    total_mb = sum(one.size_bytes for one in series) / 1e6
    assert total_mb == pytest.approx(wanted["series_size_MB"].sum(), rel=1e-12)


@every_collection
def test_names_and_days_are_safe_folder_names(
    index: Path, collection: PublicCollection
) -> None:
    for case in cases.public_cases(collection):
        assert re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]*", case.patient)
        for one in case.series:
            assert re.fullmatch(r"\d{4}-\d\d-\d\d", one.study_date)
            assert re.fullmatch(r"[0-9.]+", one.uid)


@every_collection
def test_every_source_is_cited_as_the_index_cites_it(
    index: Path, collection: PublicCollection
) -> None:
    published = pd.read_parquet(index.with_name("collections_index.parquet"))
    sources = {
        source["source_doi"]: source
        for source in published.set_index("collection_id")["sources"][
            collection.collection_id
        ]
    }
    series = [one for case in cases.public_cases(collection) for one in case.series]
    for terms in cases.terms_of(series):
        source = sources[terms.doi]
        plain = unescape(re.sub(r"<[^>]+>", "", source["citation"]))
        assert cases.citation(terms.doi) == " ".join(plain.split())
        license_ = source["license"]
        assert terms.license == license_["license_short_name"]
        text = cases.terms_text([terms])
        assert license_["license_long_name"] in text
        assert license_["license_url"] in text


def test_hcc_tace_seg_has_an_exam_before_and_after_treatment(index: Path) -> None:
    held = cases.public_cases(public_collection("hcc-tace-seg"))
    for case in held:
        images = {one.study_date for one in case.series if one.modality == "CT"}
        assert len(images) == 2
        expert = [one for one in case.series if one.description == "Segmentation"]
        assert [one.study_date for one in expert] == [min(images)]


def test_tcga_lihc_comes_without_slides_and_what_was_drawn_on_them(index: Path) -> None:
    held = cases.public_cases(public_collection("tcga-lihc"))
    assert {kind for case in held for kind in case.modalities} == {"CT", "MR", "SEG"}
    dois = {one.terms.doi for case in held for one in case.series}
    assert "10.5281/zenodo.12690002" not in dois  # slides
    assert "10.5281/zenodo.16966285" not in dois  # lymphocytes on slides


def test_the_public_copy_of_a_patient_is_the_indexed_one_byte_for_byte(
    index: Path, shared: Path
) -> None:
    found: dict[str, list[int]] = {}
    with tarfile.open(shared / "data" / "liver_ct" / "HCC_007.tar.xz") as archive:
        for member in archive:
            if member.name.endswith(".dcm"):
                found.setdefault(str(Path(member.name).parent), []).append(member.size)
    images = [
        one
        for one in public_case("hcc-tace-seg/HCC_007").series
        if one.modality == "CT"
    ]
    promised = sorted((one.files, one.size_bytes) for one in images)
    assert sorted((len(sizes), sum(sizes)) for sizes in found.values()) == promised


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("hcc-tace-seg/HCC_7", r"is not among the \d+ patients"),
        ("hcc-tace-seg", "has 105 patients; name one"),
        ("tcga-lihc/", "has 97 patients; name one"),
    ],
)
def test_an_unknown_patient_is_refused_with_a_name_that_exists(
    index: Path, name: str, said: str
) -> None:
    with pytest.raises(UsageRefused, match=said) as refusal:
        public_case(name)
    example = re.search(r"(?:first one is|for example) (\S+?)\. ", str(refusal.value))
    assert example
    assert public_case(example[1]).name == example[1]


@pytest.mark.parametrize("name", ["HCC-TACE-Seg/HCC_007", "TCGA-LIHC/TCGA-BC-4073"])
def test_collections_may_be_written_as_they_were_published(
    index: Path, name: str
) -> None:
    collection, patient = name.split("/")
    assert public_case(name).name == f"{collection.lower()}/{patient}"


def test_an_unknown_collection_is_refused_and_the_known_ones_are_named() -> None:
    with pytest.raises(UsageRefused, match="'hcc-tace-seg', 'tcga-lihc'"):
        public_case("no-such-collection/P_1")


# --- terms


# --- the command that lists them


def test_list_public_tells_patients_license_and_citation(command, index) -> None:
    rows = json.loads(command("samples", "list", "--public", "--json").out)
    text = command("samples", "list", "--public").out
    for row, one in zip(rows, public_collections(), strict=True):
        held = cases.public_cases(one)
        assert row["patients"] == len(held)
        assert row["size_bytes"] == sum(case.size_bytes for case in held)
        assert (
            f"{one.name}  {len(held)} patients, {', '.join(row['modalities'])}" in text
        )
        for source in row["sources"]:
            assert f"{source['license']}: {source['citation']}" in text


def test_list_public_with_a_collection_names_its_patients(command, index) -> None:
    rows = json.loads(command("samples", "list", "tcga-lihc", "--public", "--json").out)
    held = cases.public_cases(public_collection("tcga-lihc"))
    assert [row["name"] for row in rows] == [case.name for case in held]
    lines = command("samples", "list", "tcga-lihc", "--public").out.splitlines()
    assert [line.split()[0] for line in lines] == [case.name for case in held]


@pytest.mark.parametrize(
    "words",
    [("list", "--public"), ("get", "hcc-tace-seg/HCC_007"), ("get", "hcc-tace-seg")],
)
def test_without_the_extra_public_cases_are_refused_by_its_name(
    command, monkeypatch, words
) -> None:
    cases._index_rows.cache_clear()
    monkeypatch.setitem(sys.modules, "idc_index_data", None)
    refused = command("samples", *words)
    assert refused.exit_code == 2
    assert "lesion-toolkit[public]" in refused.err


def test_shipped_cases_need_no_extra(command, monkeypatch, tmp_path) -> None:
    monkeypatch.setitem(sys.modules, "idc_index_data", None)
    assert "two-visit" in command("samples", "list").out
    dry = command("samples", "get", "two-visit", tmp_path, "--dry-run")
    assert dry.exit_code == 0
    assert list(tmp_path.iterdir()) == []
    assert command("samples", "get", "two-visit", tmp_path).exit_code == 0
    assert (tmp_path / "two-visit" / "expected.json").is_file()


def test_patients_are_listed_only_of_public_collections(command) -> None:
    refused = command("samples", "list", "tcga-lihc")
    assert refused.exit_code == 2
    assert "--public" in refused.err
