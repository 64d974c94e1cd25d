"""A page as PDF, for an archive or a printer."""

from lesion_toolkit.errors import UsageRefused


def pdf_of(page: str) -> bytes:
    """Set an HTML page as PDF; nothing but what is inside the page is read.

    Raises
    ------
    UsageRefused
        WeasyPrint, or the libraries it needs, are not installed.
    """
    try:
        from weasyprint import HTML
        from weasyprint.urls import URLFetcher
    except (ImportError, OSError):  # OSError: Pango is missing
        raise UsageRefused(
            "PDF needs WeasyPrint, which is not installed; install it with: "
            'pip install "lesion-toolkit[report]"'
        ) from None
    inside = URLFetcher(allowed_protocols=("data",))
    content: bytes = HTML(string=page, url_fetcher=inside).write_pdf()
    return content
