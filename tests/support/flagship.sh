# Builds an issue of the flagship, judges the file, and says which of the sentences on
# standard input are in its text: flagship.sh PERIOD AS_OF
scratch=$PWD
cd "$ROOT" || exit 1
"$YTTERBY" build templates/rare-earths/briefing.md --period "$1" --as-of "$2" \
    -o "$scratch" >/dev/null 2>&1 || exit 1
cd "$scratch" || exit 1
pdf=rare-earths-$1.pdf
qpdf --check "$pdf" >/dev/null && echo "sound"
pdffonts "$pdf" | awk 'NR > 2 && !/yes yes yes/ { print "not embedded, subset and mapped:", $0 }'
pdfimages -list "$pdf" | awk 'NR > 2 { print "a raster image:", $0 }'
[ "$(wc -c <"$pdf")" -lt 150000 ] && echo "under 150 kB"
pdfinfo "$pdf" | grep -E '^(Title|Pages|Tagged|Page size)' | tr -s ' '
# Words that are divided at the end of a line are whole again: U+00AD is their hyphen.
pdftotext "$pdf" - 2>&1 | tr '\n' ' ' | sed 's/\xc2\xad //g' | tr '\302\240' '  ' | tr -s ' ' >text
while read -r sentence; do
    grep -qF -e "$sentence" text && echo "says: $sentence" || echo "does NOT say: $sentence"
done
