// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"
#include "core/procedures/formschema.h"
#include "core/procedures/noticetext.h"
#include "models/ports/referencesource.h"

#include <QString>

namespace madoguchi::models {

/// The letter that asks the applicant for a correction (行政手続法7条), in Japanese: what is to be corrected,
/// numbered and tied to its field or document, and until which day. It holds no address.
[[nodiscard]] core::NoticeText correctionLetter(const core::CaseState& state, const References& references,
                                                const core::CorrectionRound& round);
/// The same as the text of an e-mail: subject, an empty line, the text.
[[nodiscard]] QString emailText(const core::NoticeText& letter);
/// What an item is about: the title of its field or document in Japanese; may be empty.
[[nodiscard]] std::string targetTitle(const core::Procedure* procedure, const core::CorrectionItem& item);

/// What an item says of a fault of the form or of a document that is missing: words to the applicant, so they
/// are Japanese too.
[[nodiscard]] QString correctionText(const core::FormError& error);
[[nodiscard]] QString missingDocumentText();

} // namespace madoguchi::models
