// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/applicanteditor.h"

#include "core/calendar/date.h"
#include "core/cases/casecodec.h"
#include "core/codes/places.h"
#include "core/codes/postalcode.h"
#include "models/datetext.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "models/valuetext.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"
#include "ui/casepages/partychecks.h"
#include "ui/forms/notelabel.h"
#include "ui/forms/postalcompleter.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLineEdit>

#include <algorithm>
#include <utility>

namespace madoguchi::ui {

namespace {

const std::string kMunicipality = "/party/address/municipality";
const std::string kPostalCode = "/party/address/postalCode";
const std::string kTown = "/party/address/town";
const std::string kAgent = "/agent";
const std::string kAgentName = "/agent/name/display";

bool isAgents(const std::string& pointer) {
  return pointer.rfind("/agent/", 0) == 0;
}

// The agent has the same fields as the party.
std::string ofParty(const std::string& pointer) {
  return isAgents(pointer) ? "/party" + pointer.substr(kAgent.size()) : pointer;
}

core::json::value textValue(const std::string& text) {
  return text.empty() ? core::json::value() : core::json::value(core::json::string(text));
}

// A municipality is shown by name and stored by code.
QString shown(const std::string& pointer, const std::string& stored) {
  if (ofParty(pointer) == kMunicipality)
    if (const core::Municipality* known = core::knownPlace(stored)) return models::qtext(known->ja);
  return models::qtext(stored);
}

std::string stored(const std::string& pointer, const QString& text) {
  std::string written = text.trimmed().toStdString();
  if (ofParty(pointer) == kMunicipality)
    if (const core::Municipality* known = core::placeNamed(written)) return std::string(known->code);
  if (ofParty(pointer) == kPostalCode)
    if (auto code = core::normalisePostalCode(written)) {
      code->erase(std::remove(code->begin(), code->end(), '-'), code->end());
      return *code;
    }
  return written;
}

} // namespace

ApplicantEditor::ApplicantEditor(QWidget* parent)
    : QWidget(parent), m_layout(new QFormLayout(this)), m_kind(new QComboBox(this)) {
  m_layout->setContentsMargins({});
  m_layout->setRowWrapPolicy(QFormLayout::WrapLongRows);
  m_kind->setObjectName(QStringLiteral("applicant:/party/kind"));
  m_kind->addItem(models::label(core::PartyKind::Person));
  m_kind->addItem(models::label(core::PartyKind::Organisation));
  m_layout->addRow(models::fieldTitle(nullptr, "/applicant/party/kind"), m_kind);
  for (const char* pointer :
       {"/party/name/display", "/party/name/kana", "/party/representative", "/party/address/postalCode",
        "/party/address/municipality", "/party/address/town", "/party/address/rest",
        "/party/address/building", "/party/phone", "/party/email"})
    addLine(pointer, models::fieldTitle(nullptr, std::string("/applicant") + pointer));
  m_layout->addRow(titleLabel(models::fieldTitle(nullptr, "/applicant/agent"), this));
  for (const char* part :
       {"/name/display", "/name/kana", "/representative", "/address/postalCode", "/address/municipality",
        "/address/town", "/address/rest", "/address/building", "/phone", "/email"})
    addLine(kAgent + part, models::fieldTitle(nullptr, std::string("/applicant/party") + part));
  for (const Line& line : m_lines)
    if (line.pointer == kAgentName) {
      line.edit->setPlaceholderText(tr("None. A name here adds an agent."));
      connect(line.edit, &QLineEdit::textChanged, this, &ApplicantEditor::refreshAgent);
    }
  refreshAgent();
  connect(m_kind, &QComboBox::activated, this, [this](int index) {
    const char* names[] = {"Person", "Organisation"};
    const int before = m_applicant.party.kind == core::PartyKind::Person ? 0 : 1;
    if (index == before) return;
    const auto value = [&](int kind) { return textValue(names[kind]); };
    m_applicant.party.kind = index == 0 ? core::PartyKind::Person : core::PartyKind::Organisation;
    Q_EMIT edited(core::FieldEdit{"/party/kind", value(before), value(index)}, {});
  });
}

void ApplicantEditor::addLine(const std::string& pointer, const QString& title) {
  Line line{pointer, new QLineEdit(this), new QHBoxLayout, new QVBoxLayout};
  line.edit->setObjectName(QStringLiteral("applicant:") + models::qtext(pointer));
  line.edit->setAccessibleName(isAgents(pointer) ? models::fieldTitle(nullptr, "/applicant" + pointer)
                                                 : title);
  if (ofParty(pointer) == kMunicipality) {
    QStringList names;
    for (const core::Municipality& known : core::tokyoMunicipalities())
      names << models::qtext(known.ja);
    auto* completer = new QCompleter(names, line.edit);
    completer->setFilterMode(Qt::MatchContains);
    line.edit->setCompleter(completer);
  }
  line.pair->setSpacing(space::kMedium);
  line.pair->addWidget(line.edit, 3);
  line.box->setContentsMargins({});
  line.box->setSpacing(0);
  line.box->addLayout(line.pair);
  m_layout->addRow(title, line.box);
  if (auto* label = qobject_cast<QLabel*>(m_layout->labelForField(line.box))) label->setBuddy(line.edit);
  const std::size_t at = m_lines.size();
  connect(line.edit, &QLineEdit::textChanged, this, [this, at](const QString& text) {
    if (!m_filling) keep(m_lines[at], text);
  });
  connect(line.edit, &QLineEdit::editingFinished, this, [this, at] { leave(m_lines[at]); });
  line.edit->installEventFilter(this);
  m_lines.push_back(line);
}

void ApplicantEditor::showProblem(Line& line, const FieldProblem& problem) {
  if (line.problem == nullptr) {
    line.problem = new NoteLabel(QStringLiteral("attention"), NoteLabel::Tone::Error, this);
    line.better = linkButton({}, line.problem);
    line.problem->addButton(line.better);
    line.box->addWidget(line.problem);
    const auto at = static_cast<std::size_t>(&line - m_lines.data());
    connect(line.better, &QPushButton::clicked, this, [this, at] {
      Line& mended = m_lines[at];
      mended.edit->setText(mended.better->property("text to use").toString());
      leave(mended);
    });
  }
  line.problem->setNote(tr("Error"), problem.text);
  line.better->setText(tr("Use %1").arg(problem.better));
  line.better->setProperty("text to use", problem.better);
  line.better->setVisible(!problem.better.isEmpty());
  line.problem->show();
}

void ApplicantEditor::showOriginal(Line& line, const core::OfficeValue* corrected) {
  if (corrected != nullptr && line.original == nullptr) {
    line.original = mutedLabel({}, this);
    line.pair->addWidget(line.original, 2);
  }
  if (line.original == nullptr) return;
  if (corrected != nullptr) line.original->setText(originalText(*corrected));
  line.original->setVisible(corrected != nullptr);
}

void ApplicantEditor::show(const core::Applicant& applicant,
                           const std::map<std::string, core::OfficeValue>& corrected, bool editable) {
  m_filling = true;
  m_editable = editable;
  m_applicant = applicant;
  const core::json::value document = core::toJson(applicant);
  m_kind->setCurrentIndex(applicant.party.kind == core::PartyKind::Person ? 0 : 1);
  m_kind->setEnabled(editable);
  for (Line& line : m_lines) {
    // So a line is told that its typing is over.
    if (!line.edit->isModified()) drop(line);
    fill(line, document);
    line.edit->setReadOnly(!editable);
    const auto original = corrected.find("/applicant" + line.pointer);
    showOriginal(line, original == corrected.end() ? nullptr : &original->second);
    showUnsaved(line);
  }
  m_filling = false;
  refreshAgent();
}

void ApplicantEditor::fill(Line& line, const core::json::value& applicant) {
  const core::json::value* value = core::valueAt(applicant, line.pointer);
  const std::string text =
      value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
  // What is typed and not saved stays. The cursor would go to the end even where nothing changes.
  const QString wanted = line.draft && m_editable ? *line.draft : shown(line.pointer, text);
  const bool before = std::exchange(m_filling, true);
  if (line.edit->text() != wanted) line.edit->setText(wanted);
  line.edit->setModified(line.draft.has_value());
  m_filling = before;
  if (line.problem == nullptr || line.draft) return;
  line.problem->hide();
  setStyleProperty(line.edit, "wrong", false);
  line.edit->setAccessibleDescription({});
}

QString ApplicantEditor::originalText(const core::OfficeValue& value) const {
  const QString who = m_names ? m_names(value.by) : models::qtext(value.by.value);
  return tr("As written by the applicant: %1").arg(models::valueText(value.original)) + QChar(u'\n') +
         tr("Corrected by %1, %2").arg(who, models::bothCalendars(core::dayInJapan(value.at)));
}

void ApplicantEditor::completeFrom(models::PostalSource& source) {
  for (const Line& line : m_lines) {
    const std::string field = ofParty(line.pointer);
    if (field != kPostalCode && field != kTown && field != kMunicipality) continue;
    // The source knows all of Japan's.
    if (field == kMunicipality) line.edit->setCompleter(nullptr);
    auto* completer = new PostalCompleter(line.edit, source,
                                          field == kMunicipality ? PostalCompleter::Of::Municipalities
                                                                 : PostalCompleter::Of::CodesAndTowns);
    const std::string party = isAgents(line.pointer) ? kAgent : std::string("/party");
    connect(completer, &PostalCompleter::picked, this,
            [this, party](const core::PostalPlace& place) { fillPlace(party, place); });
  }
}

void ApplicantEditor::fillPlace(const std::string& party, const core::PostalPlace& place) {
  const auto [known, rest] = core::codedPlace(place.municipality);
  if (known != nullptr) put(party + "/address/municipality", models::qtext(known->ja));
  // What the code does not say of the municipality's name stands with the town.
  if (place.code.empty()) {
    const QString town = written(party + "/address/town");
    const QString before = models::qtext(rest);
    if (!town.startsWith(before)) put(party + "/address/town", before + town);
    return;
  }
  put(party + "/address/postalCode", models::qtext(place.code));
  put(party + "/address/town", models::qtext(rest + place.town));
}

QString ApplicantEditor::written(const std::string& pointer) const {
  const auto found = std::find_if(m_lines.begin(), m_lines.end(),
                                  [&pointer](const Line& line) { return line.pointer == pointer; });
  return found == m_lines.end() ? QString() : found->edit->text().trimmed();
}

void ApplicantEditor::put(const std::string& pointer, const QString& text) {
  for (Line& line : m_lines)
    if (line.pointer == pointer) {
      line.edit->setText(text);
      leave(line);
    }
}

bool ApplicantEditor::check(Line& line) {
  const auto problem = partyProblem(line.pointer, line.edit->text());
  line.edit->setAccessibleDescription(problem ? problem->text : QString());
  setStyleProperty(line.edit, "wrong", problem.has_value());
  if (!problem) return true;
  showProblem(line, *problem);
  return false;
}

bool ApplicantEditor::hasAgentName() const {
  return std::any_of(m_lines.begin(), m_lines.end(), [](const Line& line) {
    return line.pointer == kAgentName && !line.edit->text().trimmed().isEmpty();
  });
}

void ApplicantEditor::refreshAgent() {
  const bool named = hasAgentName();
  for (const Line& line : m_lines)
    if (isAgents(line.pointer) && line.pointer != kAgentName) line.edit->setEnabled(named);
}

void ApplicantEditor::leaveAgentName(Line& line) {
  const std::string name = line.edit->text().trimmed().toStdString();
  core::json::value document = core::toJson(m_applicant);
  const core::json::value* now = core::valueAt(document, kAgent);
  const core::json::value before = now == nullptr ? core::json::value() : *now;
  core::json::value after;
  if (!name.empty()) {
    core::Party agent;
    agent.name.display = name;
    core::Applicant with;
    with.agent = agent;
    after = *core::valueAt(core::toJson(with), kAgent);
  }
  m_applicant.agent.reset();
  if (!name.empty() && core::setValueAt(document, kAgent, after))
    if (auto changed = core::applicantFrom(document)) m_applicant = *changed;
  models::Drafts saved;
  // Whatever else was typed of the agent goes with the name.
  for (Line& other : m_lines)
    if (&other == &line || (isAgents(other.pointer) && !m_applicant.agent)) save(other, saved);
  Q_EMIT edited(core::FieldEdit{kAgent, before, after}, saved);
}

void ApplicantEditor::leave(Line& line) {
  if (m_filling || line.edit->isReadOnly()) return;
  if (line.pointer == kAgentName && hasAgentName() != m_applicant.agent.has_value())
    return leaveAgentName(line);
  if (isAgents(line.pointer) && !m_applicant.agent) return;
  // What came so is the applicant's own; what is typed here must be right.
  const std::string text = stored(line.pointer, line.edit->text());
  const core::json::value known = core::toJson(m_applicant);
  const core::json::value* kept = core::valueAt(known, line.pointer);
  const bool same = kept == nullptr ? text.empty() : *kept == textValue(text);
  if (!same && !check(line)) return;
  if (line.problem != nullptr) line.problem->hide();
  core::json::value document = core::toJson(m_applicant);
  const core::json::value* now = core::valueAt(document, line.pointer);
  const core::json::value before = now == nullptr ? core::json::value() : *now;
  const core::json::value after = textValue(stored(line.pointer, line.edit->text()));
  if (before == after) return drop(line);
  if (!core::setValueAt(document, line.pointer, after)) return;
  if (auto changed = core::applicantFrom(document)) m_applicant = *changed;
  models::Drafts saved;
  save(line, saved);
  Q_EMIT edited(core::FieldEdit{line.pointer, before, after}, saved);
}

core::Applicant ApplicantEditor::applicant() const {
  core::json::value document = core::toJson(m_applicant);
  const bool agent = hasAgentName();
  for (const Line& line : m_lines)
    if (isAgents(line.pointer) && !agent)
      continue;
    else if (!core::setValueAt(document, line.pointer, textValue(stored(line.pointer, line.edit->text()))))
      return m_applicant;
  auto read = core::applicantFrom(document);
  return read ? *read : m_applicant;
}

void ApplicantEditor::focusFirst() {
  m_lines.front().edit->setFocus(Qt::ShortcutFocusReason);
}

} // namespace madoguchi::ui
