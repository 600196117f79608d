// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formlines.h"

#include "models/text.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"
#include "ui/forms/choiceline.h"
#include "ui/forms/fieldline.h"
#include "ui/forms/headline.h"

#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace madoguchi::ui {

using Kind = models::FormRow::Kind;

namespace {

// More lines than this are made as they come into view.
constexpr std::size_t kManyLines = 150;
// Made before and after the line with the keyboard.
constexpr std::ptrdiff_t kNeighbours = 12;
// In full-width letters.
constexpr int kTitleColumns = 16;
constexpr int kNarrowColumns = 42;

/// The same for a line that may keep its widget.
std::string keyOf(const models::FormRow& row) {
  std::string key = std::to_string(static_cast<int>(row.kind)) + ' ' + row.section->id + ' ' + row.pointer;
  if (row.kind == Kind::Choice)
    key += ' ' + core::canonicalJson(core::json::value(row.choice->alternatives.size()));
  if (row.kind != Kind::Field) return key;
  key += ' ' + std::to_string(static_cast<int>(row.type)) + (row.required ? '!' : '?') + row.field->widget;
  if (row.readOnly) key += " locked";
  // Which editor fits depends on how many there are; what they are called, the editor learns.
  if (row.options != nullptr) key += ' ' + std::to_string(row.options->size());
  return key;
}

std::string formOf(const core::Procedure& procedure) {
  return procedure.id.value + ' ' + std::to_string(procedure.version);
}

} // namespace

FormLines::FormLines(models::FormModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_layout(new QVBoxLayout(this)) {
  m_layout->setContentsMargins(space::kLarge, 0, space::kLarge, space::kLarge);
  m_layout->setSpacing(0);
  m_layout->addStretch();
}

FieldLine* FormLines::makeField() {
  auto* line = new FieldLine(m_model, this);
  const auto name = [line] { return models::qtext(line->pointer()); };
  connect(line, &FieldLine::draftChanged, this,
          [this, name](const QString& text) { Q_EMIT draftChanged(name(), text); });
  connect(line, &FieldLine::draftDropped, this, [this, name] { Q_EMIT draftDropped(name()); });
  connect(line, &FieldLine::draftSaved, this, [this, name] { Q_EMIT draftSaved(name()); });
  connect(line, &FieldLine::problemChanged, this, &FormLines::problemChanged);
  connect(line, &FieldLine::done, this, &FormLines::fieldDone);
  connect(line, &FieldLine::placePicked, this, [this, line](const core::PostalPlace& place) {
    Q_EMIT placePicked(std::string(line->pointer()), place);
  });
  line->completeFrom(m_postal);
  connect(line, &FieldLine::removeRequested, this, &FormLines::removeRequested);
  connect(line, &FieldLine::moveRequested, this, &FormLines::moveRequested);
  return line;
}

FormLine* FormLines::makeLine(Kind kind) {
  if (kind == Kind::Field) return makeField();
  if (kind == Kind::Add || kind == Kind::AddMember) {
    auto* line = new AddLine(m_model, kind, this);
    connect(line, &AddLine::addRequested, this, &FormLines::addRequested);
    connect(line, &AddLine::addMemberRequested, this, &FormLines::addMemberRequested);
    return line;
  }
  if (kind == Kind::Choice) {
    auto* line = new ChoiceLine(m_model, this);
    connect(line, &ChoiceLine::taken, this, &FormLines::taken);
    return line;
  }
  auto* line = new HeadLine(m_model, kind, this);
  connect(line, &HeadLine::removeRequested, this, &FormLines::removeRequested);
  connect(line, &HeadLine::moveRequested, this, &FormLines::moveRequested);
  connect(line, &HeadLine::clearRequested, this, &FormLines::clearRequested);
  connect(line, &HeadLine::openRequested, this, &FormLines::openRequested);
  return line;
}

void FormLines::drop(FormLine* line) {
  if (auto* field = qobject_cast<FieldLine*>(line)) {
    const bool lost = field->isUnsaved() && !m_model.rows().empty();
    field->forget();
    if (lost) Q_EMIT draftDropped(models::qtext(field->pointer()));
  }
  m_layout->removeWidget(line);
  line->hide();
  // It may be the one whose signal led here.
  line->deleteLater();
}

void FormLines::putAside() {
  if (m_lines.empty()) return;
  for (std::size_t i = 0; i < m_lines.size(); ++i)
    m_aside.emplace(m_keys[i], m_lines[i]);
  m_lines.clear();
  m_keys.clear();
  for (const auto& [key, line] : m_aside)
    if (auto* field = qobject_cast<FieldLine*>(line)) field->forget();
  hide();
}

std::multimap<std::string, FormLine*> FormLines::takeLinesBefore() {
  auto before = std::exchange(m_aside, {});
  for (std::size_t i = 0; i < m_lines.size(); ++i)
    before.emplace(m_keys[i], m_lines[i]);
  m_lines.clear();
  m_keys.clear();
  // Lines that are called alike in two forms may want different editors.
  if (std::string form = formOf(*m_model.procedure()); form != m_form) {
    m_form = std::move(form);
    for (const auto& [key, line] : std::exchange(before, {}))
      drop(line);
  }
  return before;
}

void FormLines::sync() {
  const std::vector<models::FormRow>& rows = m_model.rows();
  // Between two cases. The next one mostly has the same form: made once, its lines only say something else.
  if (rows.empty()) return putAside();
  setUpdatesEnabled(false);
  auto left = takeLinesBefore();
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const std::string key = keyOf(rows[i]);
    const auto kept = left.find(key);
    FormLine* line = kept != left.end() ? kept->second : makeLine(rows[i].kind);
    if (kept != left.end()) left.erase(kept);
    if (m_layout->indexOf(line) != static_cast<int>(i)) m_layout->insertWidget(static_cast<int>(i), line);
    line->setRow(static_cast<int>(i));
    line->setTitleWidth(titleWidth());
    line->setReadOnly(m_readOnly);
    if (rows.size() <= kManyLines) line->build();
    showInSeen(line);
    m_lines.push_back(line);
    m_keys.push_back(key);
  }
  for (const auto& [key, line] : left)
    drop(line);
  if (isHidden()) show();
  setUpdatesEnabled(true);
}

void FormLines::refresh() {
  for (std::size_t i = 0; i < m_lines.size() && i < m_model.rows().size(); ++i)
    m_lines[i]->setRow(static_cast<int>(i));
}

void FormLines::completeFrom(models::PostalSource& source) {
  m_postal = &source;
  for (FieldLine* line : fieldLines())
    line->completeFrom(m_postal);
}

void FormLines::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  for (FormLine* line : m_lines)
    line->setReadOnly(readOnly);
}

std::vector<FieldLine*> FormLines::fieldLines() const {
  std::vector<FieldLine*> out;
  for (FormLine* line : m_lines)
    if (auto* field = qobject_cast<FieldLine*>(line)) out.push_back(field);
  return out;
}

FormLine* FormLines::lineAt(const std::string& pointer) const {
  FormLine* head = nullptr;
  for (FormLine* line : m_lines) {
    if (pointer.empty() || line->pointer() != pointer) continue;
    // A part and the value that stands for it may have one pointer.
    if (qobject_cast<FieldLine*>(line) != nullptr) return line;
    if (head == nullptr) head = line;
  }
  return head;
}

std::string FormLines::entryOf(const QWidget* widget) const {
  const auto found = std::find(m_lines.begin(), m_lines.end(), lineOf(widget));
  if (found == m_lines.end()) return {};
  const std::vector<models::FormRow>& rows = m_model.rows();
  const std::string& pointer = (*found)->pointer();
  for (auto i = static_cast<std::size_t>(found - m_lines.begin()) + 1; i > 0; --i) {
    const models::FormRow& row = rows[i - 1];
    const bool around =
        pointer == row.pointer || pointer.compare(0, row.pointer.size() + 1, row.pointer + "/") == 0;
    if (row.item > 0 && around) return row.pointer;
  }
  return {};
}

FormLine* FormLines::lineOf(const QWidget* widget) const {
  for (; widget != nullptr; widget = widget->parentWidget()) {
    const auto found = std::find(m_lines.begin(), m_lines.end(), widget);
    if (found != m_lines.end()) return *found;
  }
  return nullptr;
}

bool FormLines::build(const QRect& visible) {
  bool any = false;
  for (FormLine* line : m_lines) {
    auto* field = qobject_cast<FieldLine*>(line);
    if (field == nullptr || field->isBuilt() || !line->geometry().intersects(visible)) continue;
    field->build();
    any = true;
  }
  return any;
}

void FormLines::buildAround(const FormLine* line) {
  const auto found = std::find(m_lines.begin(), m_lines.end(), line);
  if (found == m_lines.end()) return;
  const std::ptrdiff_t at = found - m_lines.begin();
  const std::ptrdiff_t end = std::min(at + kNeighbours, static_cast<std::ptrdiff_t>(m_lines.size()));
  for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, at - kNeighbours); i < end; ++i)
    m_lines[static_cast<std::size_t>(i)]->build();
}

int FormLines::titleWidth() const {
  // Of what is to be seen: the lines themselves never get narrower than titles beside their fields let them.
  const QWidget* seen = parentWidget() != nullptr ? parentWidget() : this;
  const int letter = fontMetrics().horizontalAdvance(QChar(u'漢'));
  return seen->width() < kNarrowColumns * letter ? 0 : kTitleColumns * letter;
}

void FormLines::fit() {
  for (FormLine* line : m_lines)
    line->setTitleWidth(titleWidth());
}

void FormLines::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  fit();
}

} // namespace madoguchi::ui
