// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/statetext.h"

#include "models/correctionreplies.h"
#include "models/datetext.h"
#include "models/evidence.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "models/valuetext.h"

#include <QCoreApplication>

namespace madoguchi::models {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(StateText)
};

class Teller {
public:
  Teller(const core::CaseState& state, const References& references)
      : m_state(state), m_references(references),
        m_procedure(references.procedure(state.procedure, state.procedureVersion)) {}

  std::vector<StatePart> parts() const {
    std::vector<StatePart> all{head(),        party(Say::tr("Applicant"), m_state.applicant.party),
                               agent(),       form(),
                               documents(),   findings(),
                               corrections(), decision(),
                               notes()};
    std::vector<StatePart> filled;
    for (StatePart& part : all)
      if (!part.lines.empty()) filled.push_back(std::move(part));
    return filled;
  }

private:
  using Lines = std::vector<std::pair<QString, QString>>;

  static void add(Lines& lines, const QString& title, const QString& value) {
    if (!value.isEmpty()) lines.emplace_back(title, value);
  }

  StatePart head() const {
    StatePart part{Say::tr("Case"), {}};
    add(part.lines, Say::tr("Number"), qtext(m_state.number));
    add(part.lines, Say::tr("Procedure"),
        procedureTitle(m_references, m_state.procedure, m_state.procedureVersion));
    add(part.lines, Say::tr("Status"), label(m_state.status));
    add(part.lines, Say::tr("Office"), officeName(m_references, m_state.office));
    add(part.lines, Say::tr("Holder"),
        m_state.holder.empty() ? Say::tr("nobody") : personName(m_references, m_state.holder));
    QStringList labels;
    for (const std::string& one : m_state.labels)
      labels << labelText(one);
    add(part.lines, Say::tr("Labels"), labels.join(QChar(u' ')));
    add(part.lines, Say::tr("Received"), longDay(m_state.arrivedOn));
    for (const core::Wait& wait : m_state.waits)
      add(part.lines, Say::tr("Clock stopped"),
          Say::tr("%1: %2 – %3")
              .arg(label(wait.reason), longDay(wait.from), wait.to ? longDay(*wait.to) : QString()));
    return part;
  }

  static StatePart party(const QString& title, const core::Party& party) {
    StatePart part{title, {}};
    add(part.lines, Say::tr("Name"), qtext(party.name.display));
    add(part.lines, Say::tr("Kana"), qtext(party.name.kana));
    add(part.lines, Say::tr("Representative"), qtext(party.representative));
    add(part.lines, Say::tr("Address"), addressLine(party.address));
    add(part.lines, Say::tr("Telephone"), qtext(party.phone));
    add(part.lines, Say::tr("E-mail"), qtext(party.email));
    return part;
  }

  StatePart agent() const {
    return m_state.applicant.agent ? party(Say::tr("Agent"), *m_state.applicant.agent) : StatePart{};
  }

  StatePart form() const {
    StatePart part{Say::tr("Application"), {}};
    if (m_procedure == nullptr) return part;
    for (const core::Section& section : m_procedure->layout.sections)
      for (const core::Field& field : section.fields)
        if (const core::json::value* value = core::valueAt(m_state.form, field.pointer))
          add(part.lines, localText(field.title), valueText(m_procedure, field.pointer, *value));
    return part;
  }

  StatePart documents() const {
    StatePart part{Say::tr("Documents"), {}};
    for (const core::CaseDocument& document : m_state.documents)
      if (!document.detached)
        add(part.lines, documentKindTitle(m_procedure, document.kind),
            document.verifiedBy.empty() ? qtext(document.name)
                                        : Say::tr("%1 (verified)").arg(qtext(document.name)));
    return part;
  }

  StatePart findings() const {
    StatePart part{Say::tr("Examination"), {}};
    for (const auto& [id, found] : m_state.findings) {
      QString text = findingTitle(m_procedure, id, found.finding);
      if (!found.fact.empty()) text += Say::tr(": %1").arg(qtext(found.fact));
      for (const core::EvidenceMark& mark : found.marks)
        text += QStringLiteral("\n▣ ") + markText(m_state.documents, mark);
      add(part.lines, criterionTitle(m_procedure, id), text);
    }
    return part;
  }

  StatePart corrections() const {
    StatePart part{Say::tr("Corrections"), {}};
    for (const core::CorrectionRound& round : m_state.rounds) {
      const QStringList replies = replyLines(round.items, round.replies, m_state.documents);
      for (std::size_t i = 0; i < round.items.size(); ++i)
        add(part.lines, Say::tr("asked on %1").arg(longDay(round.sentOn)),
            replies.isEmpty() ? qtext(round.items[i].text) : replies[static_cast<int>(i)]);
    }
    return part;
  }

  StatePart decision() const {
    StatePart part{Say::tr("Decision"), {}};
    if (m_state.draft) {
      add(part.lines, Say::tr("Draft version %1").arg(m_state.draft->version), label(m_state.draft->outcome));
      for (const std::string& condition : m_state.draft->conditions)
        add(part.lines, Say::tr("Condition"), qtext(condition));
      for (const core::Reason& reason : m_state.draft->reasons)
        add(part.lines, criterionTitle(m_procedure, reason.criterion),
            Say::tr("%1 (%2)").arg(qtext(reason.fact), qtext(reason.article)));
      add(part.lines, Say::tr("Remarks"), qtext(m_state.draft->remarks));
    }
    for (const core::RouteStage& stage : m_state.route)
      add(part.lines, Say::tr("%1 (%2)").arg(stageKindLabel(stage.kind), rankLabel(stage.role)),
          stage.by.empty() ? Say::tr("open") : personName(m_references, stage.by));
    if (m_state.decision)
      add(part.lines, Say::tr("Decided"),
          Say::tr("%1, %2 %3")
              .arg(label(m_state.decision->outcome), longDay(m_state.decision->decidedOn),
                   qtext(m_state.decision->documentNumber)));
    return part;
  }

  StatePart notes() const {
    StatePart part{Say::tr("Notes"), {}};
    for (const core::Note& note : m_state.notes)
      add(part.lines, shortMoment(note.at), qtext(note.text));
    return part;
  }

  const core::CaseState& m_state;
  const References& m_references;
  const core::Procedure* m_procedure;
};

} // namespace

std::vector<StatePart> stateText(const core::CaseState& state, const References& references) {
  return Teller(state, references).parts();
}

} // namespace madoguchi::models
