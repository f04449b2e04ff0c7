"""Which links are files, and where they lead by their text alone."""

import pytest

from zi_excel.folder_bukti.links import Target, on_own_computer, targets_of


@pytest.mark.parametrize(
    "link",
    [
        "https://drive.google.com/x/SK.pdf",
        "HTTP://a.id/SK.pdf",
        "ftp://a.id/SK.pdf",
        "mailto:a@b.id",
        "javascript:alert(1)",
        "ms-excel:ofe|u|https://a.id/x.xlsx",
        "www.kpu.go.id/SK.pdf",
        "bit.ly/abc",
        "jdih.kpu.go.id/SK.pdf",
        "#'Rencana Aksi'!A1",
        "",
        "  ",
    ],
)
def test_no_file(link):
    """Addresses on the web, schemes of programs and places in the workbook are never looked for on a disk."""
    assert targets_of(link) == ()


@pytest.mark.parametrize(
    ("link", "root", "parts"),
    [
        ("SK.pdf", "", "SK.pdf"),
        ("I.1.a/SK Tim.pdf", "", "I.1.a/SK Tim.pdf"),
        (".\\I.1.a\\\\SK.pdf", "", "I.1.a/SK.pdf"),
        ("../../etc/passwd", "", "../../etc/passwd"),
        ("/etc/passwd", "/", "etc/passwd"),
        ("c:\\Users\\x.pdf", "C:", "Users/x.pdf"),
        ("C:x.pdf", "C:", "x.pdf"),
        ("\\\\server\\bagi\\x.pdf", "//server", "bagi/x.pdf"),
        ("//server/bagi/x.pdf", "//server", "bagi/x.pdf"),
        ("\\\\?\\C:\\x.pdf", "//?", "C:/x.pdf"),
        ("file:///etc/passwd", "/", "etc/passwd"),
        ("file:///C:/a%20b/x.pdf", "C:", "a b/x.pdf"),
        ("FILE://C:/x.pdf", "C:", "x.pdf"),
        ("file://localhost/etc/x", "/", "etc/x"),
        ("file://server/bagi/x.pdf", "//server", "bagi/x.pdf"),
        ("file:////server/bagi/x.pdf", "//server", "bagi/x.pdf"),
        ("file:///%2e%2e/x.pdf", "/", "../x.pdf"),
        ("file:bukti/x.pdf", "", "bukti/x.pdf"),
    ],
)
def test_where_a_file_link_leads(link, root, parts):
    """Slashes of both kinds, drives, shares, file: addresses; what is encoded is undone before it is judged."""
    assert targets_of(link) == (Target(root, tuple(parts.split("/"))),)


def test_what_a_link_may_mean():
    """A relative link of Excel's is encoded, one that was typed is not; "#" may begin a page or be part of the name."""
    assert [each.parts for each in targets_of("a%2Fb%20c.pdf#hal=2")] == [
        ("a%2Fb%20c.pdf#hal=2",),
        ("a", "b c.pdf#hal=2"),
        ("a%2Fb%20c.pdf",),
        ("a", "b c.pdf"),
    ]


@pytest.mark.parametrize(
    "link",
    [
        r"\\server\bukti\SK.pdf", r"file:///\\server\bukti\SK%20Tim.pdf", "file:///%5C%5Cserver%5Cbukti%5CSK.pdf",
        "%5C%5Cserver%5Cbukti%5CSK.pdf", "file:////server/bukti/SK.pdf", "file://///server/bukti/SK.pdf",
        "file://server/bukti/SK.pdf", r"file:\\server\bukti\SK.pdf", "//server/bukti/SK.pdf",
        "%2F%2Fserver%2Fbukti%2FSK.pdf",
        "file:///%255C%255Cserver%255Cbukti", r"\\?\UNC\server\bukti\SK.pdf", "FILE://SERVER/C$/SK.pdf",
        r"\\10.1.2.3\d\SK.pdf",
        r"\\server@SSL\DavWWWRoot\SK.pdf", "smb://server/bukti/SK.pdf", "https://a.id/C:/SK.pdf", "bukti/I.1.a/SK.pdf",
        "/bukti/SK.pdf", "#Lembar2!A1", "=HYPERLINK(N5)", "mailto:a@b.id", "ab:/c", "",
    ],
)  # fmt: skip
def test_a_share_is_no_disk_of_the_computers_own(link):
    """However its address is encoded; nor is a relative path, the web, or a place in the workbook."""
    assert not on_own_computer(link)


@pytest.mark.parametrize(
    "link",
    [
        r"C:\Users\Sri\SK.pdf", "c:/SK.pdf", "C%3A%5CUsers%5CSK.pdf", "file:///C:/SK.pdf", "file:///C%3A/SK.pdf",
        "file://C:/SK.pdf", "file:/C:/SK.pdf", "file:C:/SK.pdf", "file:///C|/SK.pdf", r"file:///D:\bukti\SK.pdf",
        "file://localhost/C:/SK.pdf", r"\\localhost\C$\SK.pdf", "//127.0.0.1/d/SK.pdf", r"\\?\C:\SK.pdf",
        "file:///home/sri/SK.pdf", "file:/Users/sri/SK.pdf", "file:///Users/sri/SK.pdf",
    ],
)  # fmt: skip
def test_a_disk_of_the_computers_own(link):
    """Nobody else can open what lies there."""
    assert on_own_computer(link)
