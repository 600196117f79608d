// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"
#include "core/procedures/formschema.h"
#include "core/procedures/procedure.h"

#include <QString>
#include <QStringList>

#include <optional>
#include <string>
#include <vector>

/// What a request for correction (補正, APA 7) offers to begin with. All of it goes to the applicant, so the
/// words are Japanese, whatever language the desk speaks.
namespace madoguchi::models {

/// A usual text; its placeholders are those of core::fillCorrection.
struct UsualText {
  enum class Origin { Procedure, Own, General };
  Origin origin = Origin::General;
  QString title; ///< how it is offered, in the user's language
  QString help;  ///< what it says, in the user's language; may be empty
  std::string text;
  core::CorrectionItem about{}; ///< the field or document that it is about; may be neither
};

/// Those of the procedure first, then the user's own, then the general ones. `procedure` may be null.
[[nodiscard]] std::vector<UsualText> usualTexts(const core::Procedure* procedure, const QStringList& own);

/// A usual text for an item; `due`: none yet.
[[nodiscard]] QString filledText(const core::Procedure* procedure, const std::string& text,
                                 const core::CorrectionItem& item, std::optional<core::Date> due);

/// Something that an item can be about, and its name in the user's language.
struct CorrectionTarget {
  QString title;
  core::CorrectionItem item{}; ///< without a text
};

/// The documents of the procedure and the fields of its form: as the layout names them, and where there is
/// none as the schema does, each with the parts around it.
[[nodiscard]] std::vector<CorrectionTarget> correctionTargets(const core::Procedure& procedure);
/// One of them, which may be an entry of a list.
[[nodiscard]] QString targetName(const core::Procedure* procedure, const core::CorrectionItem& item);

/// What a new request begins with: what the last answer left open, what is wrong in the form, and the
/// documents that are missing. `errors`: of the form.
[[nodiscard]] std::vector<core::CorrectionItem> proposedItems(const core::CaseState& state,
                                                              const core::Procedure& procedure,
                                                              const std::vector<core::FormError>& errors);

} // namespace madoguchi::models
