#!/bin/sh
# Cuts the site's four faces from Google's builds of the two families into docs/assets/fonts/, and that of previews.
# A developer's tool: the result is committed, so no build needs it, node or fontTools.
#
#   npm install @expo-google-fonts/noto-naskh-arabic@0.4.5 @expo-google-fonts/ibm-plex-sans-arabic@0.4.2
#   pip install fonttools==4.68.0 brotli==1.2.1
#   tools/cut-fonts.sh node_modules/@expo-google-fonts
#
# Each face is two files: what Arabic news is written with, digits and signs among it, so that one request brings a
# whole page; and what a few pages need besides (Latin letters, letters of other languages), which only they ask for.
# The features that join and place letters stay; those that a reader would have to switch on go, and hinting too: it is
# a quarter of the sans' weight, and today's rasterisers ignore most of it. The sans gets another name: its licence
# reserves «Plex» for the whole font.
set -eu

packages=$1
fonts=$(dirname "$0")/../docs/assets/fonts
naskh=$packages/noto-naskh-arabic
sans=$packages/ibm-plex-sans-arabic

# Comma, semicolon, Arabic letter mark, question mark; hamza to ghain; tatweel to yeh and the marks; Arabic digits with
# percent, decimal and thousands signs; superscript alef, alef wasla; peh, tcheh, jeh, veh, keheh, gaf, Farsi yeh;
# Eastern digits; joiners and bidi controls; then ASCII without letters, guillemets, dashes, quotation marks and the
# signs that news uses.
most=U+060C,U+061B-061C,U+061F,U+0621-063A,U+0640-0652,U+0654-0655,U+0660-066C,U+0670-0671
most=$most,U+067E,U+0686,U+0698,U+06A4,U+06A9,U+06AF,U+06CC,U+06F0-06F9,U+200C-200F,U+2066-2069
most=$most,U+0020-0040,U+005B-0060,U+007B-007E,U+00A0,U+00AB,U+00B0,U+00B7,U+00BB,U+00D7
most=$most,U+2010-2015,U+2018-201A,U+201C-201E,U+2022,U+2026,U+202F,U+2030,U+2039-203A,U+2212

# Latin letters and signs; what Farsi, Kurdish, Urdu, Pashto and the Maghreb add in names; ornate parentheses; salla.
more=U+0041-005A,U+0061-007A,U+00A9,U+00AD,U+00B1,U+00C0-00D6,U+00D8-00FF,U+2020,U+2032-2033,U+20AC
more=$more,U+0653,U+066D,U+0679,U+067C,U+0681,U+0685,U+0687-0689,U+0691,U+0693,U+0695-0696,U+069A,U+06A5,U+06A8
more=$more,U+06AB,U+06AD,U+06B5,U+06BA,U+06BC,U+06BE,U+06C0-06C3,U+06C6-06C7,U+06CA-06CB,U+06CD-06CE
more=$more,U+06D0,U+06D2-06D5,U+0763,U+FD3E-FD3F,U+FDFA

named() { # file, name
    python3 -c 'import sys
from fontTools.ttLib import TTFont
path, name = sys.argv[1:]
font = TTFont(path, recalcTimestamp=False)
font["name"].names = [record for record in font["name"].names if record.nameID in (1, 4, 6)]
for record in font["name"].names:
    record.string = name.replace(" ", "") if record.nameID == 6 else name
font.save(path, reorderTables=None)' "$1" "$2"
}

cut() { # source, target, name, letters
    pyftsubset "$1" --unicodes="$4" --layout-features=ccmp,locl,isol,init,medi,fina,rlig,liga,calt,kern,mark,mkmk \
        --name-IDs=1,2,4,6 --no-hinting --flavor=woff2 --output-file="$fonts/$2"
    named "$fonts/$2" "$3"
}

face() { # source, target, name
    cut "$1" "$2.woff2" "$3" "$most"
    cut "$1" "$2-more.woff2" "$3" "$more"
}

face "$naskh/400Regular/NotoNaskhArabic_400Regular.ttf" naskh-400 "Mujaz Naskh"
face "$naskh/700Bold/NotoNaskhArabic_700Bold.ttf" naskh-700 "Mujaz Naskh"
face "$sans/400Regular/IBMPlexSansArabic_400Regular.ttf" sans-400 "Mujaz Sans"
face "$sans/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf" sans-600 "Mujaz Sans"
cp "$naskh/LICENSE_FONT" "$fonts/naskh-OFL.txt"
cp "$sans/LICENSE_FONT" "$fonts/sans-OFL.txt"

# All of it once more in one file, as TrueType: the library that draws pictures for previews reads one face for a line.
pictures=$(dirname "$0")/../generator/data/pictures
pyftsubset "$sans/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf" --unicodes="$most,$more" --no-hinting \
    --name-IDs=1,2,4,6 --output-file="$pictures/sans-600.ttf"
named "$pictures/sans-600.ttf" "Mujaz Sans"
cp "$sans/LICENSE_FONT" "$pictures/sans-OFL.txt"
