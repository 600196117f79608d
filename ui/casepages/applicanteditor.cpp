// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/applicanteditor.h"

#include "core/cases/casecodec.h"
#include "core/codes/municipality.h"
#include "core/codes/postalcode.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "models/valuetext.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QComboBox>
#include <QCompleter>
#include <QFormLayout>
#include <QLineEdit>

namespace madoguchi::ui {

namespace {

const std::string kMunicipality = "/party/address/municipality";
const std::string kPostalCode = "/party/address/postalCode";

core::json::value textValue(const std::string& text) {
  return text.empty() ? core::json::value() : core::json::value(core::json::string(text));
}

// A municipality is shown by name and stored by code.
QString shown(const std::string& pointer, const std::string& stored) {
  if (pointer == kMunicipality)
    if (const core::Municipality* known = core::tokyoMunicipality(stored)) return models::qtext(known->ja);
  return models::qtext(stored);
}

std::string stored(const std::string& pointer, const QString& text) {
  std::string written = text.trimmed().toStdString();
  if (pointer == kMunicipality)
    for (const core::Municipality& known : core::tokyoMunicipalities())
      if (written == known.ja || written == known.en) return std::string(known.code);
  if (pointer == kPostalCode)
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
  connect(m_kind, &QComboBox::activated, this, [this](int index) {
    const char* names[] = {"Person", "Organisation"};
    const int before = m_applicant.party.kind == core::PartyKind::Person ? 0 : 1;
    if (index == before) return;
    // A person is the default, which canonical records leave out.
    const auto value = [&](int kind) { return kind == 0 ? core::json::value() : textValue(names[kind]); };
    m_applicant.party.kind = index == 0 ? core::PartyKind::Person : core::PartyKind::Organisation;
    Q_EMIT edited(core::FieldEdit{"/party/kind", value(before), value(index)});
  });
}

void ApplicantEditor::addLine(const std::string& pointer, const QString& title) {
  Line line{pointer, new QLineEdit(this), mutedLabel({}, this)};
  line.edit->setObjectName(QStringLiteral("applicant:") + models::qtext(pointer));
  line.edit->setAccessibleName(title);
  line.original->hide();
  if (pointer == kMunicipality) {
    QStringList names;
    for (const core::Municipality& known : core::tokyoMunicipalities())
      names << models::qtext(known.ja);
    auto* completer = new QCompleter(names, line.edit);
    completer->setFilterMode(Qt::MatchContains);
    line.edit->setCompleter(completer);
  }
  auto* box = new QVBoxLayout;
  box->setContentsMargins({});
  box->setSpacing(0);
  box->addWidget(line.edit);
  box->addWidget(line.original);
  m_layout->addRow(title, box);
  m_lines.push_back(line);
  connect(line.edit, &QLineEdit::editingFinished, this, [this, line] { leave(line); });
}

void ApplicantEditor::show(const core::Applicant& applicant,
                           const std::map<std::string, core::OfficeValue>& corrected, bool editable) {
  m_filling = true;
  m_applicant = applicant;
  const core::json::value document = core::toJson(applicant);
  m_kind->setCurrentIndex(applicant.party.kind == core::PartyKind::Person ? 0 : 1);
  m_kind->setEnabled(editable);
  for (const Line& line : m_lines) {
    const core::json::value* value = core::valueAt(document, line.pointer);
    const std::string text =
        value != nullptr && value->is_string() ? std::string(value->get_string()) : std::string();
    // What is being typed stays.
    if (!line.edit->hasFocus() || !line.edit->isModified()) line.edit->setText(shown(line.pointer, text));
    line.edit->setReadOnly(!editable);
    const auto original = corrected.find("/applicant" + line.pointer);
    line.original->setVisible(original != corrected.end());
    if (original != corrected.end())
      line.original->setText(
          tr("As written by the applicant: %1").arg(models::valueText(original->second.original)));
  }
  m_filling = false;
}

void ApplicantEditor::leave(const Line& line) {
  if (m_filling || line.edit->isReadOnly()) return;
  core::json::value document = core::toJson(m_applicant);
  const core::json::value* now = core::valueAt(document, line.pointer);
  const core::json::value before = now == nullptr ? core::json::value() : *now;
  const core::json::value after = textValue(stored(line.pointer, line.edit->text()));
  line.edit->setModified(false);
  if (before == after) return;
  if (!core::setValueAt(document, line.pointer, after)) return;
  if (auto changed = core::applicantFrom(document)) m_applicant = *changed;
  Q_EMIT edited(core::FieldEdit{line.pointer, before, after});
}

core::Applicant ApplicantEditor::applicant() const {
  core::json::value document = core::toJson(m_applicant);
  for (const Line& line : m_lines)
    if (!core::setValueAt(document, line.pointer, textValue(stored(line.pointer, line.edit->text()))))
      return m_applicant;
  auto read = core::applicantFrom(document);
  return read ? *read : m_applicant;
}

void ApplicantEditor::focusFirst() {
  m_lines.front().edit->setFocus(Qt::ShortcutFocusReason);
}

} // namespace madoguchi::ui
