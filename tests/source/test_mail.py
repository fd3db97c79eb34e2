"""Mail: its words in whatever encoding, the plain form before the other, a newsletter's day; Markdown: its words."""

from __future__ import annotations

from email.message import EmailMessage

import pytest

from generator.model.declared import Declaration
from tests.seeds import refused, source

TITLE = "افتتاح رصيف الحاويات"
BODY = "قالت الوزارة إن الرصيف الجديد يستقبل السفن منذ الثلاثاء.\nوأضافت أن العمل لا يزال جاريا.\n"
SENT = "Sun, 12 Mar 2023 23:30:00 +0300"


def mail(body: str = BODY, subject: str = TITLE, **more: str) -> EmailMessage:
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = "صحيفة المرفأ <news@example.org>", subject, SENT
    for name, value in more.items():
        made[name.replace("_", "-")] = value
    made.set_content(body)
    return made


def text(made: EmailMessage | bytes) -> str:
    return source("a.eml", made if isinstance(made, bytes) else made.as_bytes()).text


@pytest.mark.parametrize(
    ("charset", "cte"),
    [("utf-8", "quoted-printable"), ("utf-8", "base64"), ("utf-8", "8bit"), ("cp1256", "base64"), ("cp1256", "8bit")],
)
def test_a_mail_is_read_in_any_encoding_under_its_subject(charset: str, cte: str) -> None:
    made = mail()
    made.set_content(BODY, charset=charset, cte=cte)
    assert text(made) == f"{TITLE}\n\n{BODY}"


@pytest.mark.parametrize("said", ["us-ascii", "iso-8859-1", "utf-8", "x-unknown"])
def test_a_mail_that_tells_its_encoding_wrongly_is_read_as_arabic(said: str) -> None:
    head = f"Subject: {TITLE}\nContent-Type: text/plain; charset={said}\nContent-Transfer-Encoding: 8bit\n\n".encode()
    assert text(head + BODY.encode("cp1256")) == f"{TITLE}\n\n{BODY}"


def test_of_two_forms_the_plain_one_is_read_unless_it_only_points_to_the_other() -> None:
    page = f"<html><head><style>p{{}}</style></head><body><p>{BODY}</p><p>في الصفحة</p></body></html>"
    whole, short = mail(), mail("للقراءة افتح الرسالة في المتصفح")
    for made in (whole, short):
        made.add_alternative(page, subtype="html")
    assert text(whole) == f"{TITLE}\n\n{BODY}"
    assert "يستقبل السفن" in text(short) and "افتح" not in text(short)


def test_rows_that_a_program_parted_are_joined() -> None:
    made = mail()
    made.set_content("قالت الوزارة \nإن الرصيف جاهز.\n-- \nالمكتب\n", params={"format": "flowed"})
    read = source("a.eml", made.as_bytes())
    assert read.text == f"{TITLE}\n\nقالت الوزارة إن الرصيف جاهز.\n-- \nالمكتب\n" and dict(read.repairs) == {
        "joined-lines": 1
    }


def test_a_subject_is_not_written_twice_and_what_sends_it_on_is_taken_off() -> None:
    assert text(mail(f"{TITLE}\n{BODY}")) == f"{TITLE}\n{BODY}"
    assert text(mail(subject=f"Fwd: RE: {TITLE}")).startswith(f"{TITLE}\n\n")


def test_a_newsletter_declares_its_day_and_sender_and_a_person_s_mail_neither() -> None:
    """What one sends on to another may be years old."""
    letter = source("a.eml", mail(List_Unsubscribe="<https://example.org/off>").as_bytes()).declared
    assert letter and letter.date == Declaration("2023-03-12", SENT, "Date")
    assert letter.outlet and letter.outlet.value == "صحيفة المرفأ"
    for made in (mail(), mail(subject=f"Fwd: {TITLE}", List_Id="<x.example.org>")):
        said = source("a.eml", made.as_bytes()).declared
        assert said and said.title and (said.date, said.outlet, said.title.value) == (None, None, TITLE)


def test_a_mail_without_text_is_told_with_what_hangs_on_it() -> None:
    made = mail("")
    assert refused("a.eml", made.as_bytes()).rule == "file-without-text"
    made.add_attachment(b"x", maintype="application", subtype="pdf", filename="بيان.pdf")
    found = refused("a.eml", made.as_bytes())
    assert (found.rule, dict(found.values)) == ("mail-attached", {"files": "بيان.pdf"})
    assert refused("a.eml", b"no mail at all").rule == "file-broken"


def test_a_page_saved_as_one_file_is_read_like_a_mail() -> None:
    made = EmailMessage()
    made["Subject"], made["Snapshot-Content-Location"] = TITLE, "https://example.org/1"
    made.set_content(f"<html><body><h1>{TITLE}</h1><p>{BODY}</p></body></html>", subtype="html")
    made.add_related(b"\x89PNG", maintype="image", subtype="png")
    assert source("a.mhtml", made.as_bytes()).text.count(TITLE) == 1


@pytest.mark.parametrize(
    ("given", "right"),
    [
        (f"# {TITLE} #\n\n{BODY}", f"{TITLE}\n\n{BODY}"),
        (f"{TITLE}\n=====\n{BODY}", f"{TITLE}\n\n{BODY}"),
        ("قال **الوزير** إن *العمل* _جار_ `الآن`", "قال الوزير إن العمل جار الآن"),
        (
            "[الوزارة](https://example.org/a) و[غيرها][1]\n\n[1]: https://example.org",
            "الوزارة وغيرها\n\n",
        ),
        ("![صورة](a.png)\n> قول\n* بند\n1. أول", "\nقول\n• بند\n1. أول"),
        ("| كركوك | 12 |\n|---|---:|\n| ديالى | 8 |", "كركوك\t12\n\nديالى\t8"),
        ('---\ntitle: "**x**"\n---\nنص', '---\ntitle: "**x**"\n---\nنص'),
        ("```\n**x**\n```\n<b>نص</b>\\\n\\*آخر", "\n**x**\n\nنص\n*آخر"),
        ("3 * 4 = 12 و5*2 وملف_باسم_طويل", "3 * 4 = 12 و5*2 وملف_باسم_طويل"),
        ("- بند\n\n***\nقول[^1]\n\n[^1]: حاشية", "- بند\n\n\nقول\n\nحاشية"),
    ],
)
def test_markdown_is_read_as_a_reader_sees_it_line_for_line(given: str, right: str) -> None:
    read = source("a.md", given.encode())
    assert read.text == right and read.text.count("\n") == given.count("\n")
    assert bool(read.repairs) == (given != right)
