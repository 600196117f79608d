// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/procedures/correctiontext.h"

#include "core/procedures/placeholders.h"

#include <algorithm>
#include <set>

namespace madoguchi::core {

namespace {

constexpr const char* kFile = "corrections.json";
constexpr std::string_view kField = "field:";
constexpr std::string_view kDocument = "document:";

bool names(std::string_view name, std::string_view kind) {
  return name.size() > kind.size() && name.substr(0, kind.size()) == kind;
}

bool isKnown(std::string_view name) {
  return name == "target" || name == "due" || names(name, kField) || names(name, kDocument);
}

bool hasField(const std::vector<FormField>& fields, std::string_view pointer) {
  return std::any_of(fields.begin(), fields.end(),
                     [&](const FormField& known) { return known.pointer == pointer; });
}

/// Null where the procedure has nothing of this name, or no layout that gives it a title.
const LocalText* titleOf(const Procedure& procedure, std::string_view name) {
  if (names(name, kDocument)) {
    const DocumentKind* kind = documentKind(procedure, name.substr(kDocument.size()));
    return kind == nullptr ? nullptr : &kind->title;
  }
  const Field* known = names(name, kField) ? field(procedure, name.substr(kField.size())) : nullptr;
  return known == nullptr ? nullptr : &known->title;
}

} // namespace

std::string fillCorrection(const Procedure& procedure, std::string_view text, const CorrectionWords& words,
                           NoticeLanguage language) {
  const auto pieces = piecesOf(text, isKnown);
  if (!pieces) return std::string(text);
  std::string out;
  for (const TextPiece& piece : *pieces) {
    std::string filled = piece.text == "target" ? words.target : piece.text == "due" ? words.due : "";
    if (const LocalText* title = piece.placeholder ? titleOf(procedure, piece.text) : nullptr)
      filled = language == NoticeLanguage::Japanese ? title->ja : title->en;
    if (!piece.placeholder)
      out.append(piece.text);
    else
      out.append(filled.empty() ? "{" + piece.text + "}" : filled);
  }
  return out;
}

void checkCorrections(const Procedure& procedure, const std::vector<FormField>& fields,
                      PackageProblem& problem) {
  for (std::size_t i = 0; i < procedure.corrections.size(); ++i) {
    const CorrectionTemplate& item = procedure.corrections[i];
    const std::string place = "/" + std::to_string(i);
    if (!item.pointer.empty() && !hasField(fields, item.pointer))
      problem.add(kFile, place + "/field", "no field " + item.pointer + " in the form");
    if (!item.documentKind.empty() && documentKind(procedure, item.documentKind) == nullptr)
      problem.add(kFile, place + "/document", "no document " + item.documentKind);
    if (!item.pointer.empty() && !item.documentKind.empty())
      problem.add(kFile, place, "is about a field or a document, not both");
    const auto japanese = piecesOf(item.text.ja, isKnown);
    const auto english = piecesOf(item.text.en, isKnown);
    if (!japanese) problem.add(kFile, place + "/text/ja", japanese.error().detail);
    if (!english) problem.add(kFile, place + "/text/en", english.error().detail);
    if (!japanese || !english) continue;
    const std::vector<std::string> wanted = namesIn(*japanese);
    const std::vector<std::string> told = namesIn(*english);
    if (std::set<std::string>(wanted.begin(), wanted.end()) !=
        std::set<std::string>(told.begin(), told.end()))
      problem.add(kFile, place + "/text/en", "has other placeholders than the Japanese text");
    for (const std::string& name : wanted) {
      if (names(name, kField) && !hasField(fields, name.substr(kField.size())))
        problem.add(kFile, place + "/text/ja", "no field " + name.substr(kField.size()) + " in the form");
      if (names(name, kDocument) && titleOf(procedure, name) == nullptr)
        problem.add(kFile, place + "/text/ja", "no document " + name.substr(kDocument.size()));
    }
  }
}

} // namespace madoguchi::core
