# Builds an issue of the flagship in a language, and says which of the sentences on
# standard input are in its text: language.sh TAG PERIOD AS_OF
if [[ $1 == ja || $1 == zh || $1 == ko ]] && [ ! -f /usr/share/fonts/opentype/noto/NotoSansCJK-Regular.ttc ]; then
    echo "the package fonts-noto-cjk is not there"
    exit 77
fi
if [[ $1 == ar ]] && [ ! -f /usr/share/fonts/truetype/noto/NotoSansArabic-Regular.ttf ]; then
    echo "the package fonts-noto-core is not there"
    exit 77
fi
scratch=$PWD
cd "$ROOT" || exit 1
# Cairo 1.16 does not free all of a font with CFF outlines.
ASAN_OPTIONS=detect_leaks=0 "$YTTERBY" build templates/rare-earths/briefing.md --lang "$1" \
    --period "$2" --as-of "$3" -o "$scratch" >/dev/null 2>&1 || exit 1
cd "$scratch" || exit 1
pdf=rare-earths-$2-$1.pdf
qpdf --check "$pdf" >/dev/null && echo "sound"
pdffonts "$pdf" | awk 'NR > 2 && !/yes yes yes/ { print "not embedded, subset and mapped:", $0 }'
pdfinfo "$pdf" | grep -E '^(Title|Pages)' | tr -s ' '
qpdf --qdf "$pdf" - | grep -a '/Lang ' | sort -u | tr -s ' '
# Of Arabic the text as it is tagged: poppler turns joined letters around otherwise.
case $1 in
ar) pdfinfo -struct-text "$pdf" | sed -n 's/^ *"\(.*\)"$/\1/p' ;;
*) pdftotext "$pdf" - ;;
esac | tr '\n' ' ' | sed 's/\xc2\xad //g; s/\xc2\xa0\|\xe2\x80\xaf/ /g' | tr -s ' ' >text
while read -r sentence; do
    grep -qF -e "$sentence" text && echo "says: $sentence" || echo "does NOT say: $sentence"
done
