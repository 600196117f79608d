#!/usr/bin/env bash
# Madoguchi - reads the texts of the sources into the translation files. New ones come out unfinished;
# English needs its plural forms only.
# SPDX-License-Identifier: GPL-3.0-or-later
set -euo pipefail
cd "$(dirname "$0")/.."
tools=/usr/lib/qt6/bin
"$tools/lupdate" -no-obsolete -locations none -I . models ui app -ts translations/madoguchi_ja.ts
"$tools/lupdate" -no-obsolete -locations none -I . -pluralonly models ui app -ts translations/madoguchi_en.ts
