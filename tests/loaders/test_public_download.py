"""Downloads of public cases are whole or not at all.

No test reaches the cloud. Downloads run against a stand-in for the transfer that writes
files of the number and size the index promises; twice the real idc-index runs, against
a stand-in for the bucket on this machine.
"""

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
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
