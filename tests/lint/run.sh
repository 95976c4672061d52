#!/usr/bin/env bash
# Checks what the compiler does not: format, layers, names, sizes, and clang-tidy.
#
#   tests/lint/run.sh LAYERS BUILD_FOLDER COMPILE_COMMAND...
set -u
cd "$(dirname "$0")/../.."

layers=$1 build=$2
shift 2
compile=("$@")
problems=0

problem() {
    echo "lint: $*"
    problems=$((problems + 1))
}

sources=$(git ls-files --cached --others --exclude-standard 'src/*.c')
headers=$(git ls-files --cached --others --exclude-standard 'include/*.h' 'src/*.h' 'tests/*.h')
tests=$(git ls-files --cached --others --exclude-standard 'tests/*.c')

check_format() {
    clang-format --dry-run --Werror $sources $headers $tests 2>&1 | head -n 20
    [ "${PIPESTATUS[0]}" -eq 0 ] || problem "make format lays the sources out"
}

# A layer includes only itself and those before it; and no layer's file includes another
# layer's private header.
check_layers() {
    local below="" layer allowed line
    for layer in $layers; do
        below="$below $layer"
        allowed=$(echo $below | tr ' ' '|')
        while read -r line; do
            [ -n "$line" ] && problem "$line: $layer includes what is above it"
        done < <(grep -nE '^#include "[a-z]+/' src/$layer/*.c include/$layer/*.h 2>/dev/null |
            grep -vE "#include \"($allowed)/")
    done
    grep -nE '#include "(table|series|expression)/' src/scene/*.c include/scene/*.h &&
        problem "scene does not know where numbers come from"
}

# Each library is behind one file; a second one has its reason in that file.
check_libraries() {
    local header users
    for header in csv.h yaml.h md4c.h jansson.h iconv.h zlib.h zstd.h 'cairo.*' 'pango/.*' \
        'hb(-ot)?\.h' hb-subset.h 'qpdf/.*' 'hpdf.*' 'fontconfig/.*' png.h jpeglib.h 'nettle/.*' \
        'gmime/.*' 'curl/.*' sqlite3.h archive.h; do
        users=$(grep -lE "#include <$header>" $sources | sort -u)
        [ "$(echo "$users" | wc -w)" -le 1 ] || problem "<$header> is included by:" $users
    done
}

check_words() {
    local banned='sprintf|vsprintf|strcpy|strcat|strncpy|strncat|strtok|atoi|atol|atof|strtod'
    banned="$banned|sscanf|gets|localtime|gmtime|setlocale|alloca|rand"
    grep -nEw "($banned) *\(" $sources $headers &&
        problem "these functions are banned (see src/README.md)"
    grep -nE '\b(TODO|FIXME|XXX)\b' $sources $headers $tests && problem "an unfinished thought"
    local file
    for file in $sources $headers $tests; do
        head -n 1 "$file" | grep -q 'SPDX-License-Identifier: MIT' ||
            problem "$file: no licence line"
    done
}

# Every header stands alone.
check_headers() {
    local header
    for header in $(git ls-files --cached --others --exclude-standard 'include/*.h'); do
        "${compile[@]}" -Werror -fsyntax-only -MF /dev/null -x c "$header" ||
            problem "$header does not stand alone"
    done
}

check_sizes() {
    local file
    for file in $sources; do
        [ "$(wc -l <"$file")" -le 500 ] || problem "$file has more than 500 lines"
    done
}

check_tidy() {
    local flags
    flags=$(printf '%s\n' "${compile[@]:1}" | grep -E '^-(I|isystem|D|std)|^/' | tr '\n' ' ')
    printf '%s\n' $sources | xargs -P 2 -n 4 sh -c \
        'clang-tidy --quiet "$@" -- '"$flags"' 2>/dev/null' tidy ||
        problem "clang-tidy has found something"
}

check_format
check_layers
check_libraries
check_words
check_headers
check_sizes
check_tidy

if [ "$problems" -gt 0 ]; then
    echo "lint: $problems problem(s)"
    exit 1
fi
echo "lint: clean"
