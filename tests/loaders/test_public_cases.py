"""Public cases: what the real index holds, and downloads that are whole or not at all.

No test reaches the cloud. Downloads run against a stand-in for the transfer that writes
files of the number and size the index promises; twice the real idc-index runs, against
a stand-in for the bucket on this machine.
"""

import json
import re
import sys
import tarfile
import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from html import unescape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from types import MappingProxyType, SimpleNamespace
from typing import ClassVar
from urllib.parse import parse_qs, urlsplit

import pandas as pd
import pytest

from lesion_toolkit.errors import InputRefused, UsageRefused
from lesion_toolkit.loaders import public_cases as cases
from lesion_toolkit.loaders import public_download as download
from lesion_toolkit.loaders.public_cases import (
    PublicCase,
    PublicCollection,
    PublicSeries,
    Terms,
    public_case,
    public_collection,
    public_collections,
)
from lesion_toolkit.loaders.public_download import (
    TERMS_FILE,
    case_folder,
    download_case,
    missing_series,
    series_folder,
)

MOAWAD = Terms("10.7937/tcia.5fna-0924", "CC BY 4.0")
OTHERS = Terms("10.0000/not-in-the-registry", "CC BY 3.0")
CASE = PublicCase(
    PublicCollection("liver", "liver", "LIVER", "three series"),
    "P_1",
    (
        PublicSeries("1.1", "2001-02-03", "CT", "ART", 3, 3_000, MOAWAD),
        PublicSeries("1.2", "2001-02-03", "SEG", "tumor", 1, 77, OTHERS),
        PublicSeries("2.1", "2001-05-06", "CT", "ART", 2, 2_001, MOAWAD),
    ),
    "25.0.5",
)
every_collection = pytest.mark.parametrize(
    "collection", public_collections(), ids=lambda one: one.name
)


@pytest.fixture(scope="module")
def index() -> Path:
    """Parquet file of the index as ``idc-index`` ships it."""
    shipped = pytest.importorskip(
        "idc_index_data", reason="needs the extra `public` (the idc-index package)"
    )
    return shipped.IDC_INDEX_PARQUET_FILEPATH


def sizes(files: int, total: int) -> list[int]:
    each, rest = divmod(total, files)
    return [each + rest, *[each] * (files - 1)]


class StandInTransfer:
    """Stand-in for the cloud: writes empty bytes of the right number and size."""

    def __init__(self, case: PublicCase) -> None:
        self._series = {one.uid: one for one in case.series}
        self.asked: list[str] = []

    def __call__(self, uids: Sequence[str], folder: Path) -> None:
        self.asked.extend(uids)
        for uid in uids:
            self.bring(self._series[uid], folder / uid)

    def bring(self, series: PublicSeries, folder: Path) -> None:
        folder.mkdir()
        for number, size in enumerate(sizes(series.files, series.size_bytes)):
            (folder / f"{number}.dcm").write_bytes(bytes(size))


class OneFileShort(StandInTransfer):
    def bring(self, series: PublicSeries, folder: Path) -> None:
        super().bring(series, folder)
        if series.uid == "2.1":
            (folder / "1.dcm").unlink()


class OneByteShort(StandInTransfer):
    def bring(self, series: PublicSeries, folder: Path) -> None:
        super().bring(series, folder)
        if series.uid == "1.1":
            (folder / "2.dcm").write_bytes(bytes(999))


class OneSeriesShort(StandInTransfer):
    def bring(self, series: PublicSeries, folder: Path) -> None:
        if series.uid != "1.2":
            super().bring(series, folder)


class Breaks(StandInTransfer):
    """Brings the first series, then ``fault`` happens."""

    def __init__(self, case: PublicCase, fault: BaseException) -> None:
        super().__init__(case)
        self._fault = fault

    def bring(self, series: PublicSeries, folder: Path) -> None:
        if series.uid != "1.1":
            raise self._fault
        super().bring(series, folder)


def below(folder: Path) -> set[str]:
    return {str(one.relative_to(folder)) for one in folder.rglob("*") if one.is_file()}


# --- what the registry and the real index say


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


def test_the_largest_share_is_cited_first() -> None:
    assert CASE.terms == (MOAWAD, OTHERS)
    larger = replace(CASE.series[1], size_bytes=9_000)
    assert replace(CASE, series=(CASE.series[0], larger)).terms == (OTHERS, MOAWAD)


def test_a_publication_without_a_known_citation_is_named_by_its_address() -> None:
    assert cases.citation(OTHERS.doi) == f"https://doi.org/{OTHERS.doi}"


# --- downloads, with a stand-in for the transfer


def test_a_download_lies_by_day_of_exam_beside_its_license(tmp_path: Path) -> None:
    stand_in = StandInTransfer(CASE)
    folder = download_case(CASE, tmp_path / "new", stand_in)
    assert folder == tmp_path / "new" / "liver" / "P_1"
    assert stand_in.asked == ["1.1", "1.2", "2.1"]
    assert below(tmp_path / "new") == {
        "liver/P_1/2001-02-03/CT_1.1/0.dcm",
        "liver/P_1/2001-02-03/CT_1.1/1.dcm",
        "liver/P_1/2001-02-03/CT_1.1/2.dcm",
        "liver/P_1/2001-02-03/SEG_1.2/0.dcm",
        "liver/P_1/2001-05-06/CT_2.1/0.dcm",
        "liver/P_1/2001-05-06/CT_2.1/1.dcm",
        f"liver/P_1/{TERMS_FILE}",
    }
    assert missing_series(CASE, folder) == ()
    page = (folder / TERMS_FILE).read_text(encoding="utf-8")
    assert "Moawad, A. W." in page
    assert "CC BY 4.0, Creative Commons Attribution 4.0 International" in page
    assert OTHERS.doi in page
    assert "index 25.0.5" in page


@pytest.mark.parametrize(
    ("short", "found"),
    [
        (OneFileShort, r"5 files.*1 of 3 series incomplete"),
        (OneByteShort, r"6 files.*1 of 3 series incomplete"),
        (OneSeriesShort, r"5 files.*1 of 3 series incomplete"),
    ],
)
def test_a_transfer_that_says_done_but_is_not_is_refused_and_leaves_nothing(
    tmp_path: Path, short: type[StandInTransfer], found: str
) -> None:
    with pytest.raises(InputRefused, match=found) as refusal:
        download_case(CASE, tmp_path, short(CASE))
    assert refusal.value.needed.startswith("6 files")
    assert "try again" in refusal.value.next_step
    assert list(tmp_path.iterdir()) == []


def test_a_failing_transfer_is_a_clear_error_and_leaves_nothing(tmp_path: Path) -> None:
    fault = ConnectionError("the bucket did not answer")
    with pytest.raises(InputRefused, match="the bucket did not answer") as refusal:
        download_case(CASE, tmp_path, Breaks(CASE, fault))
    assert refusal.value.__cause__ is fault
    assert refusal.value.needed.startswith("6 files")
    assert list(tmp_path.iterdir()) == []


def test_an_interrupted_download_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyboardInterrupt):
        download_case(CASE, tmp_path, Breaks(CASE, KeyboardInterrupt()))
    assert list(tmp_path.iterdir()) == []


def test_nothing_has_the_final_name_while_files_arrive(tmp_path: Path) -> None:
    seen = []

    class Looks(StandInTransfer):
        def bring(self, series: PublicSeries, folder: Path) -> None:
            super().bring(series, folder)
            seen.append(case_folder(CASE, tmp_path).exists())

    assert download_case(CASE, tmp_path, Looks(CASE)).exists()
    assert seen == [False, False, False]


def test_a_case_that_is_there_is_not_downloaded_over(tmp_path: Path) -> None:
    download_case(CASE, tmp_path, StandInTransfer(CASE))
    again = StandInTransfer(CASE)
    with pytest.raises(UsageRefused, match="is there already"):
        download_case(CASE, tmp_path, again)
    assert again.asked == []


def test_a_full_disk_is_refused_before_the_transfer(tmp_path, monkeypatch) -> None:
    free = CASE.size_bytes - 1
    monkeypatch.setattr("shutil.disk_usage", lambda _: SimpleNamespace(free=free))
    stand_in = StandInTransfer(CASE)
    with pytest.raises(InputRefused, match="free some space"):
        download_case(CASE, tmp_path / "not" / "yet", stand_in)
    assert stand_in.asked == []
    assert list(tmp_path.iterdir()) == []


def test_a_damaged_copy_is_noticed_series_by_series(tmp_path: Path) -> None:
    folder = download_case(CASE, tmp_path, StandInTransfer(CASE))
    (series_folder(CASE.series[2], folder) / "1.dcm").write_bytes(b"")
    assert missing_series(CASE, folder) == (CASE.series[2],)


class StandInBucket(BaseHTTPRequestHandler):
    """Stand-in for the public bucket, on this machine: lists and serves its objects."""

    objects: ClassVar[dict[str, bytes]] = {}

    def do_GET(self) -> None:
        """Answer as S3 does for a bucket, a listing, an object or a part of one."""
        address = urlsplit(self.path)
        prefix = parse_qs(address.query).get("prefix", [None])[0]
        _, _, key = address.path.lstrip("/").partition("/")
        if prefix is not None:
            self._answer(200, self._listing(prefix))
        elif not key:
            self._answer(200, b"")
        elif key in self.objects:
            whole = self.objects[key]
            first, _, last = self.headers["Range"].removeprefix("bytes=").partition("-")
            part = whole[int(first) : int(last) + 1]
            span = f"bytes {first}-{int(first) + len(part) - 1}/{len(whole)}"
            self._answer(206, part, {"Content-Range": span})
        else:
            self._answer(404, b"")

    do_HEAD = do_GET

    def log_message(self, *_: object) -> None:
        """Keep quiet."""

    def _listing(self, prefix: str) -> bytes:
        held = "".join(
            f"<Contents><Key>{key}</Key><Size>{len(content)}</Size>"
            "<LastModified>2021-01-01T00:00:00.000Z</LastModified></Contents>"
            for key, content in self.objects.items()
            if key.startswith(prefix)
        )
        return f"<ListBucketResult>{held}</ListBucketResult>".encode()

    def _answer(
        self, code: int, body: bytes, more: Mapping[str, str] = MappingProxyType({})
    ) -> None:
        self.send_response(code)
        for name, said in {"Content-Length": str(len(body)), **more}.items():
            self.send_header(name, said)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)


@pytest.fixture
def bucket(index, tmp_path, monkeypatch) -> Iterator[dict[str, bytes]]:
    """The real idc-index, with one patient in its index, before a stand-in bucket."""
    public_case("colorectal-liver-metastases/CRLM-CT-1001")  # from the whole index
    rows = pd.read_parquet(index, filters=[("PatientID", "==", "CRLM-CT-1001")])
    rows.to_parquet(tmp_path / "index.parquet")
    prior = index.with_name("prior_versions_index.parquet")
    pd.read_parquet(prior, filters=[("PatientID", "==", "CRLM-CT-1001")]).to_parquet(
        tmp_path / "prior.parquet"
    )
    monkeypatch.setattr(
        "idc_index_data.IDC_INDEX_PARQUET_FILEPATH", tmp_path / "index.parquet"
    )
    monkeypatch.setattr(
        "idc_index_data.PRIOR_VERSIONS_INDEX_PARQUET_FILEPATH",
        tmp_path / "prior.parquet",
    )
    objects = {
        f"{row.crdc_series_uuid}/{number}.dcm": bytes(size)
        for row in rows.itertuples()
        for number, size in enumerate(
            sizes(row.instanceCount, round(row.series_size_MB * 1e6))
        )
    }
    monkeypatch.setattr(StandInBucket, "objects", objects)
    with ThreadingHTTPServer(("127.0.0.1", 0), StandInBucket) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        address = f"http://127.0.0.1:{server.server_port}"
        monkeypatch.setattr("idc_index.index.aws_endpoint_url", address)
        yield objects
        server.shutdown()


def test_the_real_idc_index_fetches_every_file_from_a_local_bucket(
    bucket, tmp_path
) -> None:
    case = public_case("colorectal-liver-metastases/CRLM-CT-1001")
    folder = download_case(case, tmp_path / "a folder 'quoted'")
    assert missing_series(case, folder) == ()
    assert len(list(folder.rglob("*.dcm"))) == len(bucket) == case.files


def test_a_file_missing_in_the_bucket_is_noticed_though_idc_index_says_nothing(
    bucket, tmp_path
) -> None:
    case = public_case("colorectal-liver-metastases/CRLM-CT-1001")
    bucket.popitem()
    with pytest.raises(InputRefused, match=r"1 of 3 series incomplete"):
        download_case(case, tmp_path / "cases")
    assert list((tmp_path / "cases").iterdir()) == []


# --- the command


@pytest.fixture
def stand_in(index, monkeypatch) -> StandInTransfer:
    """Stand-in for the cloud behind the command, for one small real patient."""
    transfer = StandInTransfer(public_case("colorectal-liver-metastases/CRLM-CT-1001"))
    monkeypatch.setattr(download, "from_imaging_data_commons", transfer)
    return transfer


def test_get_prints_the_terms_downloads_once_and_then_says_so(
    command, stand_in, tmp_path
) -> None:
    words = ("samples", "get", "colorectal-liver-metastases/CRLM-CT-1001", tmp_path)
    first = command(*words)
    assert first.exit_code == 0
    folder = tmp_path / "colorectal-liver-metastases" / "CRLM-CT-1001"
    assert first.out.index("CC BY 4.0") < first.out.index(str(folder))
    assert "https://doi.org/10.7937/QXK2-QG03" in first.out
    assert (folder / TERMS_FILE).is_file()
    asked = len(stand_in.asked)
    again = command(*words)
    assert (again.exit_code, len(stand_in.asked)) == (0, asked)
    assert "is there already and complete; nothing was downloaded" in again.out
    next(folder.rglob("*.dcm")).unlink()
    damaged = command(*words)
    assert damaged.exit_code == 2
    assert "1 of its" in damaged.err


def test_a_dry_run_shows_what_would_come_and_fetches_nothing(
    command, stand_in, tmp_path
) -> None:
    case = public_case("hcc-tace-seg/HCC_007")
    shown = command("samples", "get", case.name, tmp_path, "--dry-run")
    assert shown.exit_code == 0
    assert f"{case.files:,} files" in shown.out
    assert "Moawad" in shown.out
    for one in case.series:
        assert one.description in shown.out
    assert " 1 file " in shown.out
    assert " 1 files" not in shown.out
    assert stand_in.asked == []
    assert list(tmp_path.iterdir()) == []


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
