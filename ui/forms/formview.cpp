// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/formview.h"

#include "models/addressfields.h"
#include "models/formerrortext.h"
#include "models/text.h"
#include "ui/forms/errorlist.h"
#include "ui/forms/fieldline.h"
#include "ui/forms/formdrafts.h"
#include "ui/forms/formlines.h"

#include <QApplication>
#include <QFocusEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QShortcut>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

using models::FormModel;
using models::qtext;

FormView::FormView(FormModel& model, QWidget* parent)
    : QWidget(parent), m_model(model), m_errors(new ErrorList(this)), m_scroll(new QScrollArea(this)),
      m_lines(new FormLines(model, nullptr)) {
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(0);
  layout->addWidget(m_errors);
  layout->addWidget(m_scroll, 1);
  m_scroll->setWidget(m_lines);
  m_scroll->setWidgetResizable(true);
  m_scroll->setFrameShape(QFrame::NoFrame);
  m_scroll->setFocusPolicy(Qt::NoFocus);
  connect(m_scroll->verticalScrollBar(), &QScrollBar::valueChanged, this, &FormView::buildVisible);
  connect(&model, &QAbstractItemModel::modelReset, this, &FormView::sync);
  connect(&model, &QAbstractItemModel::dataChanged, this, &FormView::refresh);
  connect(m_errors, &ErrorList::chosen, this, &FormView::jumpTo);
  connect(m_lines, &FormLines::draftChanged, this, [this](const QString& pointer, const QString& text) {
    m_drafts.insert(pointer, text);
    Q_EMIT draftChanged(pointer, text);
  });
  connect(m_lines, &FormLines::draftDropped, this, [this](const QString& pointer) {
    m_drafts.remove(pointer);
    Q_EMIT draftDropped(pointer);
  });
  connect(m_lines, &FormLines::draftSaved, this, [this](const QString& pointer) {
    if (m_drafts.contains(pointer)) m_saved.insert(pointer, m_drafts.take(pointer));
  });
  connect(m_lines, &FormLines::problemChanged, this, &FormView::refreshErrors);
  connect(m_lines, &FormLines::fieldDone, this, [this] { focusNextPrevChild(true); });
  connectLists();
  connect(qApp, &QApplication::focusChanged, this, &FormView::onFocusChanged);
  sync();
}

void FormView::connectLists() {
  connect(m_lines, &FormLines::addRequested, this, &FormView::addItem);
  connect(m_lines, &FormLines::addMemberRequested, this, &FormView::addMember);
  connect(m_lines, &FormLines::removeRequested, this, &FormView::removeItem);
  connect(m_lines, &FormLines::moveRequested, this, &FormView::moveItem);
  connect(m_lines, &FormLines::clearRequested, this, &FormView::clearPart);
  connect(m_lines, &FormLines::taken, this, &FormView::take);
  connect(m_lines, &FormLines::placePicked, this, &FormView::fillPlace);
  connect(m_lines, &FormLines::openRequested, this, [this](const std::string& part, bool open) {
    commit();
    m_model.setOpen(part, open);
    restoreDrafts(m_drafts);
  });
  const auto moves = [this](const QKeySequence& keys, int by) {
    auto* shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, [this, by] { moveEntryWithKeyboard(by); });
  };
  moves(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Up), -1);
  moves(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Down), 1);
}

FormView::~FormView() {
  // Widgets that lose the focus as they go have nothing to save any more.
  disconnect(qApp, nullptr, this, nullptr);
}

void FormView::sync() {
  m_lines->sync();
  if (m_model.rows().empty()) {
    m_drafts.clear();
    m_saved.clear();
  }
  setAccessibleName(tr("Form"));
  m_scroll->setAccessibleName(tr("Form"));
  m_lines->setAccessibleName(tr("Form"));
  refreshErrors();
  // Where the lines stand is known only after the layout.
  QTimer::singleShot(0, this, &FormView::buildVisible);
}

void FormView::refresh() {
  m_lines->refresh();
  refreshErrors();
}

void FormView::refreshErrors() {
  std::vector<ErrorList::Entry> entries;
  const auto add = [&](const std::string& pointer, const QString& text) {
    const FormLine* line = nearest(pointer);
    const QString title =
        line == nullptr ? qtext(pointer) : m_model.index(line->row()).data(FormModel::TitleRole).toString();
    entries.push_back({qtext(pointer), title, text});
  };
  for (const FieldLine* line : m_lines->fieldLines())
    if (!line->problem().isEmpty()) add(line->pointer(), line->problem());
  for (const core::FormError& error : m_model.errors()) {
    const auto* line = qobject_cast<FieldLine*>(m_lines->lineAt(error.pointer));
    if (line == nullptr || line->problem().isEmpty()) add(error.pointer, models::formErrorText(error));
  }
  const auto place = [this](const ErrorList::Entry& entry) {
    const FormLine* line = nearest(entry.pointer.toStdString());
    return line == nullptr ? m_model.rowCount() : line->row();
  };
  std::stable_sort(entries.begin(), entries.end(),
                   [&](const auto& a, const auto& b) { return place(a) < place(b); });
  m_errors->setEntries(entries);
}

FormLine* FormView::nearest(const std::string& pointer) const {
  if (FormLine* line = m_lines->lineAt(pointer)) return line;
  // A part of the form that is missing as a whole: its first field.
  for (FormLine* line : m_lines->lines())
    if (line->pointer().compare(0, pointer.size() + 1, pointer + "/") == 0) return line;
  const std::size_t slash = pointer.rfind('/');
  return slash == std::string::npos || slash == 0 ? nullptr : nearest(pointer.substr(0, slash));
}

bool FormView::give(FormLine* line) {
  if (line == nullptr) return false;
  m_lines->buildAround(line);
  // A heading has nothing for the keyboard: the next line has.
  const std::vector<FormLine*>& lines = m_lines->lines();
  const auto target = std::find_if(std::find(lines.begin(), lines.end(), line), lines.end(),
                                   [](const FormLine* next) { return !next->inputs().isEmpty(); });
  if (target != lines.end()) (*target)->inputs().constFirst()->setFocus(Qt::ShortcutFocusReason);
  // A line made just now has no place yet.
  QTimer::singleShot(0, line,
                     [this, line] { m_scroll->ensureWidgetVisible(line, 0, m_scroll->height() / 4); });
  return true;
}

bool FormView::jumpTo(const QString& pointer) {
  const std::string place = pointer.toStdString();
  m_model.reveal(place);
  return give(nearest(place));
}

bool FormView::jumpToNextError() {
  const std::vector<ErrorList::Entry>& entries = m_errors->entries();
  if (entries.empty()) return false;
  const FormLine* here = m_lines->lineOf(QApplication::focusWidget());
  const auto next = std::find_if(entries.begin(), entries.end(), [&](const ErrorList::Entry& entry) {
    const FormLine* line = nearest(entry.pointer.toStdString());
    return line != nullptr && (here == nullptr || line->row() > here->row());
  });
  return jumpTo(next == entries.end() ? entries.front().pointer : next->pointer);
}

void FormView::setReadOnly(bool readOnly) {
  if (readOnly == m_readOnly) return;
  m_readOnly = readOnly;
  m_lines->setReadOnly(readOnly);
  refreshErrors();
}

bool FormView::commit() {
  bool all = true;
  for (FieldLine* line : m_lines->fieldLines())
    all = line->commit() && all;
  return all;
}

void FormView::onFocusChanged(const QWidget* old, const QWidget* now) {
  // Another window in front, or none, is no leaving; a list of choices belongs to its field.
  auto* left = qobject_cast<FieldLine*>(m_lines->lineOf(old));
  FormLine* entered = m_lines->lineOf(now);
  if (left != nullptr && now != nullptr && left != entered) left->commit();
}

bool FormView::focusNextPrevChild(bool next) {
  // Saved before the keyboard moves on: the field that appears by the answer is the next one.
  if (auto* line = qobject_cast<FieldLine*>(m_lines->lineOf(QApplication::focusWidget()))) {
    line->commit();
    m_lines->buildAround(line);
  }
  return QWidget::focusNextPrevChild(next);
}

void FormView::focusInEvent(QFocusEvent* event) {
  const std::vector<FormLine*>& lines = m_lines->lines();
  const auto first = std::find_if(lines.begin(), lines.end(),
                                  [](const FormLine* line) { return !line->inputs().isEmpty(); });
  if (first != lines.end()) (*first)->inputs().constFirst()->setFocus(event->reason());
}

void FormView::addItem(const std::string& table) {
  commit();
  m_model.addItem(table);
  const core::json::value* items = m_model.valueAt(table);
  if (items == nullptr || !items->is_array() || items->get_array().empty()) return;
  const std::string entry = table + "/" + std::to_string(items->get_array().size() - 1);
  for (FieldLine* line : m_lines->fieldLines())
    if (line->pointer() == entry || line->pointer().compare(0, entry.size() + 1, entry + "/") == 0) {
      give(line);
      return;
    }
}

void FormView::completeFrom(models::PostalSource& source) {
  m_lines->completeFrom(source);
}

void FormView::fillPlace(const std::string& field, const core::PostalPlace& place) {
  using models::AddressPart;
  // The fields of one address stand in one part of the form, each known by its widget or its name.
  const std::string part = field.substr(0, field.rfind('/') + 1);
  std::vector<std::pair<std::string, AddressPart>> fields;
  bool hasPrefecture = false;
  for (FieldLine* line : m_lines->fieldLines()) {
    const models::FormRow& row = m_model.rows()[static_cast<std::size_t>(line->row())];
    if (row.pointer.compare(0, part.size(), part) != 0 ||
        row.pointer.find('/', part.size()) != std::string::npos)
      continue;
    fields.emplace_back(row.pointer, models::addressPart(row));
    hasPrefecture = hasPrefecture || fields.back().second == AddressPart::Prefecture;
  }
  const auto [prefecture, rest] = models::prefectureAndRest(place.municipality);
  for (const auto& [pointer, what] : fields) {
    // What is written may change which lines there are.
    auto* line = dynamic_cast<FieldLine*>(nearest(pointer));
    if (line == nullptr || line->pointer() != pointer) continue;
    const core::json::value* now = m_model.valueAt(pointer);
    const bool empty = now == nullptr || now->is_null() || (now->is_string() && now->get_string().empty());
    if (what == AddressPart::PostalCode) {
      line->putText(qtext(place.code.substr(0, 3) + "-" + place.code.substr(3)));
      // A form of another house may want the digits alone.
      if (!m_model.errorAt(pointer).isEmpty()) line->putText(qtext(place.code));
    }
    if (what == AddressPart::Prefecture) line->putText(qtext(prefecture));
    if (what == AddressPart::Municipality) line->putText(qtext(hasPrefecture ? rest : place.municipality));
    if (what == AddressPart::Town) line->putText(qtext(place.town));
    // An address that is written already has its house number.
    if (what == AddressPart::Whole && (pointer == field || empty))
      line->putText(qtext(place.municipality + place.town));
  }
}

void FormView::addMember(const std::string& part, const QString& name) {
  commit();
  if (m_model.addMember(part, name)) jumpTo(qtext(core::appendedPointer(part, name.toStdString())));
}

void FormView::take(const std::string& part, const core::SchemaChoice* choice, std::size_t alternative) {
  commit();
  m_model.take(part, *choice, alternative);
}

void FormView::clearPart(const std::string& part) {
  for (FieldLine* line : m_lines->fieldLines())
    if (line->isUnsaved() && line->pointer().compare(0, part.size() + 1, part + "/") == 0) line->forget();
  QMap<QString, QString> left = m_drafts;
  for (const QString& pointer : m_drafts.keys())
    if (pointer.startsWith(qtext(part) + QChar(u'/'))) left.remove(pointer);
  m_model.setValue(part, core::json::value());
  replaceDrafts(left);
  give(nearest(part));
}

void FormView::moveItem(const std::string& item, int by) {
  commit();
  const QMap<QString, QString> moved = draftsMoved(item, by, m_drafts);
  const std::size_t slash = item.rfind('/') + 1;
  const std::string target = item.substr(0, slash) + std::to_string(std::stoi(item.substr(slash)) + by);
  for (FieldLine* line : m_lines->fieldLines())
    if (line->isUnsaved()) line->forget();
  const bool done = m_model.moveItem(item, by);
  replaceDrafts(done ? moved : m_drafts);
  if (done) give(m_lines->lineAt(target));
}

void FormView::moveEntryWithKeyboard(int by) {
  const std::string item = m_lines->entryOf(QApplication::focusWidget());
  if (!item.empty() && !m_readOnly) moveItem(item, by);
}

void FormView::removeItem(const std::string& item) {
  commit();
  const QMap<QString, QString> shifted = draftsWithout(item, m_drafts);
  for (FieldLine* line : m_lines->fieldLines())
    if (line->isUnsaved()) line->forget();
  m_model.removeItem(item);
  replaceDrafts(shifted);
  jumpTo(qtext(item));
}

void FormView::replaceDrafts(const QMap<QString, QString>& drafts) {
  const QMap<QString, QString> before = m_drafts;
  m_drafts = drafts;
  for (auto draft = before.cbegin(); draft != before.cend(); ++draft)
    if (!drafts.contains(draft.key())) Q_EMIT draftDropped(draft.key());
  for (FieldLine* line : m_lines->fieldLines()) {
    const QString pointer = qtext(line->pointer());
    if (!drafts.contains(pointer)) continue;
    line->setDraft(drafts.value(pointer));
    if (before.value(pointer) != drafts.value(pointer)) Q_EMIT draftChanged(pointer, drafts.value(pointer));
  }
}

void FormView::restoreDrafts(const QMap<QString, QString>& drafts) {
  for (FieldLine* line : m_lines->fieldLines()) {
    const QString pointer = qtext(line->pointer());
    if (!drafts.contains(pointer)) continue;
    m_drafts.insert(pointer, drafts.value(pointer));
    line->setDraft(drafts.value(pointer));
  }
}

void FormView::buildVisible() {
  // The next case is read from its beginning; the same one, which is there again at once, from where it was.
  if (m_model.rows().empty()) return m_scroll->verticalScrollBar()->setValue(0);
  const int height = m_scroll->viewport()->height();
  const QRect visible(0, m_scroll->verticalScrollBar()->value() - height, m_lines->width(), 3 * height);
  // What is made now is higher than its place holder: the lines below have moved.
  if (m_lines->build(visible)) QTimer::singleShot(0, this, &FormView::buildVisible);
}

void FormView::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  // The place in which the lines are seen gets its width only when this is through.
  QTimer::singleShot(0, this, [this] {
    m_lines->fit();
    buildVisible();
  });
}

void FormView::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange) sync();
}

} // namespace madoguchi::ui
