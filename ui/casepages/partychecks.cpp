// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/partychecks.h"

#include "core/codes/places.h"
#include "core/codes/postalcode.h"
#include "core/text/kana.h"
#include "models/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace madoguchi::ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(PartyChecks)
};

bool endsWith(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

std::optional<FieldProblem> kanaProblem(const std::string& kana) {
  if (core::isFullWidthKana(kana)) return std::nullopt;
  const std::string wide = core::toFullWidthKana(kana);
  return FieldProblem{Say::tr("Write the reading in full-width kana."),
                      core::isFullWidthKana(wide) ? models::qtext(wide) : QString()};
}

/// By name where the name is known; any other by its code.
std::optional<FieldProblem> municipalityProblem(const std::string& written) {
  if (core::placeNamed(written) != nullptr) return std::nullopt;
  if (core::isMunicipalityCode(written)) return std::nullopt;
  constexpr std::size_t kWithoutCheck = 5;
  const auto digit = written.size() >= kWithoutCheck
                         ? core::municipalityCheckDigit(written.substr(0, kWithoutCheck))
                         : std::nullopt;
  if (!digit || written.size() > kWithoutCheck + 1)
    return FieldProblem{Say::tr("Write a city by its name, or any municipality's code of six digits."), {}};
  if (core::prefectureOf(written) == nullptr)
    return FieldProblem{Say::tr("The first two digits are those of a prefecture, 01 to 47."), {}};
  return FieldProblem{Say::tr("The check digit of this code does not fit."),
                      models::qtext(written.substr(0, kWithoutCheck) + *digit)};
}

} // namespace

std::optional<FieldProblem> partyProblem(const std::string& pointer, const QString& text) {
  const std::string written = text.trimmed().toStdString();
  if (written.empty()) return std::nullopt;
  if (endsWith(pointer, "/name/kana")) return kanaProblem(written);
  if (endsWith(pointer, "/address/municipality"))
    return municipalityProblem(text.trimmed().normalized(QString::NormalizationForm_KC).toStdString());
  if (endsWith(pointer, "/address/postalCode") && !core::normalisePostalCode(written))
    return FieldProblem{Say::tr("A postal code has seven digits."), {}};
  return std::nullopt;
}

} // namespace madoguchi::ui
