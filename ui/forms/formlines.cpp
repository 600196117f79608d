// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formlines.h"

#include "models/text.h"
#include "ui/basics/theme.h"
#include "ui/forms/fieldline.h"
#include "ui/forms/headline.h"

#include <QVBoxLayout>

#include <algorithm>
#include <map>

namespace madoguchi::ui {

using Kind = models::FormRow::Kind;

namespace {

// More lines than this are made as they come into view.
constexpr std::size_t kManyLines = 150;
// Made before and after the line with the keyboard.
constexpr std::ptrdiff_t kNeighbours = 12;
// In full-width letters.
constexpr int kTitleColumns = 16;
constexpr int kNarrowColumns = 36;

std::string keyOf(const models::FormRow& row) {
  std::string key = std::to_string(static_cast<int>(row.kind)) + ' ' + row.section->id + ' ' + row.pointer;
  if (row.kind != Kind::Field) return key;
  key += ' ' + std::to_string(static_cast<int>(row.type)) + (row.required ? '!' : '?') + row.field->widget;
  for (const std::string& choice : row.choices)
    key += ' ' + choice;
  return key;
}

bool isInside(const models::FormRow& row, const std::string& table) {
  return row.pointer.size() > table.size() && row.pointer.compare(0, table.size(), table) == 0 &&
         row.pointer[table.size()] == '/';
}

} // namespace

FormLines::FormLines(models::FormModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_layout(new QVBoxLayout(this)) {
  m_layout->setContentsMargins(space::kLarge, 0, space::kLarge, space::kLarge);
  m_layout->setSpacing(0);
  m_layout->addStretch();
}

std::vector<FormLines::Wanted> FormLines::wanted() const {
  const std::vector<models::FormRow>& rows = m_model.rows();
  std::vector<Wanted> out;
  int table = -1;
  for (std::size_t i = 0; i <= rows.size(); ++i) {
    const bool ended = i == rows.size();
    if (table >= 0 && (ended || !isInside(rows[i], rows[static_cast<std::size_t>(table)].pointer))) {
      out.push_back({"add " + rows[static_cast<std::size_t>(table)].pointer, table, true});
      table = -1;
    }
    if (ended) break;
    out.push_back({keyOf(rows[i]), static_cast<int>(i), false});
    if (rows[i].kind == Kind::Table) table = static_cast<int>(i);
  }
  return out;
}

FieldLine* FormLines::makeField() {
  auto* line = new FieldLine(m_model, this);
  const auto name = [line] { return models::qtext(line->pointer()); };
  connect(line, &FieldLine::draftChanged, this,
          [this, name](const QString& text) { Q_EMIT draftChanged(name(), text); });
  connect(line, &FieldLine::draftDropped, this, [this, name] { Q_EMIT draftDropped(name()); });
  connect(line, &FieldLine::problemChanged, this, &FormLines::problemChanged);
  connect(line, &FieldLine::done, this, &FormLines::fieldDone);
  return line;
}

FormLine* FormLines::makeLine(const Wanted& wanted) {
  if (wanted.adds) {
    auto* line = new AddLine(m_model, this);
    connect(line, &AddLine::addRequested, this, &FormLines::addRequested);
    return line;
  }
  const Kind kind = m_model.rows()[static_cast<std::size_t>(wanted.row)].kind;
  if (kind == Kind::Field) return makeField();
  auto* line = new HeadLine(m_model, kind, this);
  connect(line, &HeadLine::removeRequested, this, &FormLines::removeRequested);
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

void FormLines::sync() {
  setUpdatesEnabled(false);
  std::map<std::string, FormLine*> left;
  for (std::size_t i = 0; i < m_lines.size(); ++i)
    left.emplace(m_keys[i], m_lines[i]);
  const std::vector<Wanted> all = wanted();
  m_lines.clear();
  m_keys.clear();
  for (const Wanted& next : all) {
    const auto kept = left.find(next.key);
    FormLine* line = kept != left.end() ? kept->second : makeLine(next);
    if (kept != left.end())
      left.erase(kept);
    else
      line->show(); // the layout would do it later, and Tab would pass over it
    const int at = static_cast<int>(m_lines.size());
    if (m_layout->indexOf(line) != at) m_layout->insertWidget(at, line);
    line->setTitleWidth(titleWidth());
    line->setReadOnly(m_readOnly);
    line->setRow(next.row);
    if (all.size() <= kManyLines) line->build();
    m_lines.push_back(line);
    m_keys.push_back(next.key);
  }
  for (const auto& [key, line] : left)
    drop(line);
  orderTabs();
  setUpdatesEnabled(true);
}

void FormLines::refresh() {
  const std::vector<Wanted> all = wanted();
  for (std::size_t i = 0; i < m_lines.size() && i < all.size(); ++i)
    m_lines[i]->setRow(all[i].row);
}

void FormLines::setReadOnly(bool readOnly) {
  m_readOnly = readOnly;
  for (FormLine* line : m_lines)
    line->setReadOnly(readOnly);
  orderTabs();
}

std::vector<FieldLine*> FormLines::fieldLines() const {
  std::vector<FieldLine*> out;
  for (FormLine* line : m_lines)
    if (auto* field = qobject_cast<FieldLine*>(line)) out.push_back(field);
  return out;
}

FormLine* FormLines::lineAt(const std::string& pointer) const {
  const auto found = std::find_if(m_lines.begin(), m_lines.end(), [&](const FormLine* line) {
    return line->pointer() == pointer && !pointer.empty();
  });
  return found == m_lines.end() ? nullptr : *found;
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
  if (any) orderTabs();
  return any;
}

void FormLines::buildAround(const FormLine* line) {
  const auto found = std::find(m_lines.begin(), m_lines.end(), line);
  if (found == m_lines.end()) return;
  const std::ptrdiff_t at = found - m_lines.begin();
  const std::ptrdiff_t end = std::min(at + kNeighbours, static_cast<std::ptrdiff_t>(m_lines.size()));
  for (std::ptrdiff_t i = std::max<std::ptrdiff_t>(0, at - kNeighbours); i < end; ++i)
    m_lines[static_cast<std::size_t>(i)]->build();
  orderTabs();
}

void FormLines::orderTabs() {
  QWidget* before = nullptr;
  for (const FormLine* line : m_lines)
    for (QWidget* input : line->inputs()) {
      if (before != nullptr) setTabOrder(before, input);
      before = input;
    }
}

int FormLines::titleWidth() const {
  const int letter = fontMetrics().horizontalAdvance(QChar(u'漢'));
  return width() < kNarrowColumns * letter ? 0 : kTitleColumns * letter;
}

void FormLines::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  for (FormLine* line : m_lines)
    line->setTitleWidth(titleWidth());
}

} // namespace madoguchi::ui
