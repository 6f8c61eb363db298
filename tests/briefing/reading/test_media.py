"""Pictures, drawings, sound, film and frames: shown where the data is there, else named, never in silence."""

import base64

import pytest

from analysis.briefing.document.blocks import Omission, Paragraph, Picture, Quote, Recording
from analysis.briefing.document.citations import References, plain
from analysis.briefing.reading.html import Origin, html_blocks
from tests.briefing.notebooks import PIXEL

ADDRESS = f"data:image/png;base64,{PIXEL}"
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><title>A dot</title><circle r="3"/></svg>'
SOUND = base64.b64encode(b"RIFF....WAVE").decode()


def read(html, attachments=None):
    """The blocks of HTML in an output."""
    return html_blocks(html, Origin("cell 1", "Output of cell 1", References(), attachments or {}))


def test_pictures_and_drawings_have_an_alternative_text():
    html = f'<img src="{ADDRESS}" alt="a map"><img src="{ADDRESS}" alt=" ">{SQUARE}'
    html += '<svg viewBox="0 0 9 9"><g/></svg>'
    unnamed = "Picture without a description, Output of cell 1"
    pictures = read(html)
    assert [picture.alt for picture in pictures] == ["a map", unnamed, "A dot", unnamed]
    assert len({picture.anchor for picture in pictures}) == 4


def test_a_picture_in_a_line_stands_below_it():
    line, picture = read(f'See <img src="{ADDRESS}" alt="m"> here.')
    assert plain(line.runs) == "See here."
    assert isinstance(picture, Picture)


@pytest.mark.parametrize(
    ("html", "size"),
    [
        (f'<img src="{ADDRESS}" width="40" height="20">', (40, 20)),
        (f'<img src="{ADDRESS}" style="border:0;width:40px">', (40, 0)),
        (f'<img src="{ADDRESS}" width="50%">', (0, 0)),
    ],
)
def test_pictures_keep_the_size_they_ask_for(html, size):
    (picture,) = read(html)
    assert (picture.width, picture.height) == size


def test_pictures_in_addresses_and_attachments_are_shown():
    svg = base64.b64encode(SQUARE.encode()).decode()
    (drawn,) = read(f'<img src="data:image/svg+xml;base64,{svg}" alt="d">')
    assert drawn.drawing is not None
    (attached,) = read('<img src="attachment:m.png" alt="m">', {"m.png": {"image/png": PIXEL}})
    assert attached.content.startswith(b"\x89PNG")


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<img src="front.png" alt="Map">', "Left out: picture front.png (Map); this page loads nothing."),
        ('<img src="data:image/png;base64,bm8=" alt="n">', "Left out: picture data:image/png;base64 (n)"),
        ("<img>", "Left out: a picture."),
        ('<iframe src="https://e.org/v">no frames</iframe>', "Left out: a frame (https://e.org/v)."),
        ('<embed src="a.pdf">', "Left out: a frame (a.pdf)."),
        ('<object data="a.pdf">no objects</object>', "Left out: a frame (a.pdf)."),
        ('<video><source src="a.mp4">no film</video>', "Left out: a film (a.mp4)."),
        ('<audio src="a.wav">no sound</audio>', "Left out: a sound (a.wav)."),
        ("<canvas>no canvas</canvas>", "Left out: a picture that a program draws."),
    ],
)
def test_what_is_not_there_is_named_and_its_fallback_is_not_printed(html, said):
    (omission,) = read(html)
    assert isinstance(omission, Omission)
    assert omission.text.startswith(said)


@pytest.mark.parametrize("tag", ["object data", "embed src"])
def test_pictures_that_an_object_holds_are_shown(tag):
    (picture,) = read(f'<{tag}="{ADDRESS}">')
    assert picture.content.startswith(b"\x89PNG")


def test_sound_that_is_there_can_be_played():
    (sound,) = read(f'<audio controls><source src="data:audio/wav;base64,{SOUND}">no</audio>')
    assert isinstance(sound, Recording)
    assert (sound.media, sound.mime, sound.content) == ("audio", "audio/wav", b"RIFF....WAVE")


def test_a_frame_that_brings_its_text_tells_it():
    html = "<div><span>Make this Notebook Trusted to load map: File -&gt; Trust Notebook</span>"
    omission, words = read(
        f'{html}<iframe srcdoc="&lt;p&gt;map&lt;/p&gt;&lt;script&gt;x&lt;/script&gt;"></iframe></div>'
    )
    assert omission == Omission("Left out: a frame.")
    assert isinstance(words, Quote)
    assert [plain(block.runs) for block in words.blocks] == ["map"]


def test_frames_within_frames_come_to_an_end():
    html = "x"
    for _ in range(12):
        html = f'<iframe srcdoc="{html.replace("&", "&amp;").replace(chr(34), "&quot;")}"></iframe>'
    assert isinstance(read(html)[0], Omission)


def test_a_table_around_a_frame_is_no_empty_place():
    (grid,) = read('<table><tr><td><iframe src="a"></iframe></td></tr></table>')
    assert not isinstance(grid, Paragraph)
    assert isinstance(grid.rows[0][0].blocks[0], Omission)


INSIDE = '<svg viewBox="0 0 9 9"><circle r="3"/>{}</svg>'


@pytest.mark.parametrize(
    ("inside", "lost"),
    [
        ("<foreignObject><div>12 dead</div></foreignObject>", True),
        ('<image href="http://e.org/map.png"/>', True),
        ("<image xlink:href='map.png'/>", True),
        (f'<image href="{ADDRESS}"/><text>t</text>', False),
    ],
)
def test_a_drawing_that_loses_a_part_says_so(inside, lost):
    said = [block.text for block in read(INSIDE.format(inside)) if isinstance(block, Omission)]
    assert said == ["Left out: a part of a drawing (HTML in it, or a picture from elsewhere)."] * lost
