# shellcheck shell=bash
# Madoguchi - reads the machine's own apt entries; to be sourced.
# SPDX-License-Identifier: GPL-3.0-or-later

# Prints "URI<TAB>signed-by" of the first active entry that offers main of the suite $1; fails without one.
debian_entry() {
  local found
  found=$(deb822_entry "$1" | head -n 1)
  if [ -z "$found" ]; then found=$(one_line_entry "$1" | head -n 1); fi
  if [ -z "$found" ]; then return 1; fi
  printf '%s\n' "$found"
}

# *.sources: stanzas of "Field: value"; a field may go on in indented lines; comments are no fields.
deb822_entry() {
  local file
  for file in /etc/apt/sources.list.d/*.sources; do
    if [ ! -r "$file" ]; then continue; fi
    sed '/^#/d' "$file" | awk -v suite="$1" -v RS='' '
      function words(text) { gsub(/[ \t]+/, " ", text); return " " text " " }
      {
        delete field; name = ""
        n = split($0, line, "\n")
        for (i = 1; i <= n; i++) {
          if (line[i] ~ /^[ \t]/) { field[name] = field[name] " " line[i]; continue }
          p = index(line[i], ":")
          name = tolower(substr(line[i], 1, p - 1))
          field[name] = substr(line[i], p + 1)
        }
        if (words(field["types"]) !~ / deb / || words(field["components"]) !~ / main /) next
        if (!index(words(field["suites"]), " " suite " ") || tolower(field["enabled"]) ~ /no/) next
        split(field["uris"], uri, " ")
        key = field["signed-by"]; gsub(/^[ \t]+|[ \t]+$/, "", key)
        print uri[1] "\t" key
      }'
  done
}

# *.list: deb [options] URI suite components
one_line_entry() {
  local file
  for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list; do
    if [ ! -r "$file" ]; then continue; fi
    sed 's/#.*//' "$file" | awk -v suite="$1" '
      $1 == "deb" {
        key = ""; i = 2
        if ($2 ~ /^\[/) {
          while (i < NF && $i !~ /\]$/) i++
          i++
          if (match($0, /signed-by=[^] ]+/)) key = substr($0, RSTART + 10, RLENGTH - 10)
        }
        if ($(i + 1) != suite) next
        for (j = i + 2; j <= NF; j++) if ($j == "main") print $i "\t" key
      }'
  done
}
