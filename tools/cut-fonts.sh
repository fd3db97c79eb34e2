#!/bin/sh
# Cuts the site's four faces from the fontsource packages into docs/assets/fonts/.
# A developer's tool: the result is committed, so no build needs it, node or fontTools.
#
#   npm install @fontsource/noto-naskh-arabic@5.3.0 @fontsource/ibm-plex-sans-arabic@5.3.0
#   pip install fonttools==4.68.0 brotli==1.2.1
#   tools/cut-fonts.sh node_modules/@fontsource
#
# Layout features stay (joining, marks, ligatures); TrueType hinting goes: it is a quarter of
# Plex's weight, and today's rasterisers ignore most of it.
set -eu

packages=$1
fonts=$(dirname "$0")/../docs/assets/fonts

# Letters of Arabic-script news. In order: space; comma, semicolon, Arabic letter mark, question mark;
# hamza to ghain; tatweel to yeh and the marks; Arabic digits with percent, decimal and thousands signs
# and the five-pointed star; superscript alef, alef wasla; then what Farsi, Kurdish, Urdu, Pashto and the
# Maghreb add in names; Eastern digits; joiners and bidi controls; ornate parentheses; the salla ligature.
arabic=U+0020,U+060C,U+061B-061C,U+061F
arabic=$arabic,U+0621-063A,U+0640-0655,U+0660-066D,U+0670-0671
arabic=$arabic,U+0679,U+067C,U+067E,U+0681,U+0685-0689,U+0691,U+0693,U+0695-0696,U+0698,U+069A
arabic=$arabic,U+06A4-06A5,U+06A8-06A9,U+06AB,U+06AD,U+06AF,U+06B5,U+06BA,U+06BC,U+06BE
arabic=$arabic,U+06C0-06C3,U+06C6-06C7,U+06CA-06CE,U+06D0,U+06D2-06D5,U+06F0-06F9,U+0763
arabic=$arabic,U+200C-200F,U+2066-2069,U+FD3E-FD3F,U+FDFA

# ASCII, no-break spaces, guillemets, dashes, quotation marks, ellipsis and the few signs news uses.
latin=U+0020-007E,U+00A0,U+00A9,U+00AB,U+00AD,U+00B0,U+00B1,U+00B7,U+00BB,U+00D7
latin=$latin,U+2010-2015,U+2018-201A,U+201C-201E,U+2020,U+2022,U+2026,U+202F,U+2030
latin=$latin,U+2032-2033,U+2039-203A,U+20AC,U+2212

cut() { # family, script, weight, letters
    pyftsubset "$packages/$1/files/$1-$2-$3-normal.woff2" --unicodes="$4" \
        --layout-features='*' --no-hinting --flavor=woff2 --output-file="$fonts/$1-$2-$3.woff2"
}

for weight in 400 700; do
    cut noto-naskh-arabic arabic $weight "$arabic"
    cut noto-naskh-arabic latin $weight "$latin"
done
for weight in 400 600; do
    cut ibm-plex-sans-arabic arabic $weight "$arabic"
    cut ibm-plex-sans-arabic latin $weight "$latin"
done
cp "$packages/noto-naskh-arabic/LICENSE" "$fonts/noto-naskh-arabic-OFL.txt"
cp "$packages/ibm-plex-sans-arabic/LICENSE" "$fonts/ibm-plex-sans-arabic-OFL.txt"
