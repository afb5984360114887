#!/bin/sh
# Makes every PDF of this folder again: sh sources/make.sh (README.md says with which programs).
set -e
cd "$(dirname "$0")"
out=..
tmp=$(mktemp -d)
trap 'rm -r "$tmp"' EXIT

node --disable-warning=ExperimentalWarning make.ts "$out"

# Two paper sizes of one document.
sed 's/21.001cm/21.59cm/; s/14.801cm/27.94cm/; s/landscape/portrait/' receipt.fodt > "$tmp"/libreoffice-letter.fodt
cp receipt.fodt "$tmp"/libreoffice-a5-landscape.fodt
soffice -env:UserInstallation=file://"$tmp"/profile --headless --convert-to pdf --outdir "$out" \
  "$tmp"/libreoffice-letter.fodt "$tmp"/libreoffice-a5-landscape.fodt > /dev/null

python3 draw.py "$out"/cairo-roll-80mm.pdf 226.772 2267.717
python3 draw.py "$out"/cairo-sideways.pdf 595.276 841.89 90
rsvg-convert --format pdf --output "$out"/rsvg-a5.pdf receipt.svg

gs -q -dNOPAUSE -dBATCH -sDEVICE=pdfwrite -sOutputFile="$out"/ghostscript-rotate.pdf receipt.ps

set_page() {
  python3 set-page.py "$1" "$2" > "$tmp"/update.json
  qpdf --deterministic-id --update-from-json="$tmp"/update.json "$1" "$3"
}
set_page "$out"/pdfkit-a4.pdf '{"/CropBox": [-20, 540.5, 330.25, 900]}' "$out"/qpdf-cropbox.pdf
set_page "$out"/pdfkit-b6.pdf '{"/UserUnit": 2.5}' "$out"/qpdf-userunit.pdf
rm "$out"/pdfkit-b6.pdf

for turn in 90 180 270; do
  python3 draw.py "$tmp"/turned.pdf 419.53 595.28 $((360 - turn))
  qpdf --deterministic-id --rotate=+$turn "$tmp"/turned.pdf "$out"/qpdf-rotate-$turn.pdf
done
qpdf --deterministic-id --rotate=+90 "$out"/rsvg-a5.pdf "$out"/qpdf-shown-sideways.pdf
qpdf --deterministic-id --object-streams=generate --linearize "$out"/libreoffice-letter.pdf "$out"/qpdf-object-streams.pdf
qpdf --encrypt "" owner 256 -- "$out"/pdfkit-letter.pdf "$out"/qpdf-owner-password.pdf
qpdf --encrypt user owner 256 -- "$out"/pdfkit-letter.pdf "$out"/qpdf-user-password.pdf
qpdf --deterministic-id --empty --pages "$out"/pdfkit-a4.pdf "$out"/cairo-roll-80mm.pdf "$out"/pdfkit-letter.pdf -- \
  "$out"/qpdf-mixed-sizes.pdf
