// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/correctionitems.h"

#include "models/text.h"
#include "ui/basics/livecells.h"
#include "ui/basics/theme.h"
#include "ui/basics/toldchoice.h"
#include "ui/basics/widgets.h"
#include "ui/dialogs/askedcommand.h"

#include <QComboBox>
#include <QHeaderView>

#include <algorithm>
#include <utility>

namespace madoguchi::ui {

namespace {

enum Column { kAbout, kText };

// What an item is about travels as "field:<pointer>" or "document:<kind>".
const QString kField = QStringLiteral("field:");
const QString kDocument = QStringLiteral("document:");

// Of the cell of a text: the usual text that it came from, and how that was filled.
constexpr int kUsualRole = Qt::UserRole + 1;
constexpr int kFilledRole = Qt::UserRole + 2;

QString nameOf(const core::CorrectionItem& item) {
  if (!item.documentKind.empty()) return kDocument + models::qtext(item.documentKind);
  return item.pointer.empty() ? QString() : kField + models::qtext(item.pointer);
}

core::CorrectionItem itemOf(const QString& name) {
  core::CorrectionItem item;
  if (name.startsWith(kField)) item.pointer = name.mid(kField.size()).toStdString();
  if (name.startsWith(kDocument)) item.documentKind = name.mid(kDocument.size()).toStdString();
  return item;
}

} // namespace

CorrectionItems::CorrectionItems(const models::OpenCase& opened, QWidget* parent)
    : QTableWidget(0, 2, parent), m_opened(opened) {
  if (opened.procedure() != nullptr) m_targets = models::correctionTargets(*opened.procedure());
  setObjectName(QStringLiteral("correctionItems"));
  setAccessibleName(tr("What is to be corrected"));
  setHorizontalHeaderLabels({tr("Field or document"), tr("What is to be corrected")});
  verticalHeader()->hide();
  horizontalHeader()->setSectionResizeMode(QHeaderView::Stretch);
  setEditTriggers(AllEditTriggers);
  setTabKeyNavigation(false);
  setItemDelegate(new LiveCells(this));
  connect(this, &QTableWidget::cellChanged, this, [this](int, int column) {
    if (!m_filling && column == kText) Q_EMIT changed();
  });
}

QComboBox* CorrectionItems::makeBox() {
  auto* box = new QComboBox;
  box->setAccessibleName(tr("Field or document"));
  box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
  box->addItem(models::targetName(m_opened.procedure(), {}), QString());
  for (const models::CorrectionTarget& target : m_targets)
    box->addItem(target.title, nameOf(target.item));
  return box;
}

void CorrectionItems::add(const core::CorrectionItem& item) {
  // A row that is half there is nothing to look at.
  const bool filling = std::exchange(m_filling, true);
  const int row = rowCount();
  insertRow(row);
  QComboBox* box = makeBox();
  putChoice(this, row, kAbout, box);
  setItem(row, kText, new QTableWidgetItem(models::qtext(item.text)));
  setAbout(row, item);
  // A narrow column cuts it off.
  box->setToolTip(box->currentText());
  connect(box, &QComboBox::currentTextChanged, box, &QWidget::setToolTip);
  connect(box, &QComboBox::currentIndexChanged, this, [this, box] { onAboutChanged(box); });
  setRowHeight(row, box->sizeHint().height() + space::kTight);
  m_filling = filling;
  if (!m_filling) Q_EMIT changed();
}

void CorrectionItems::addEmpty() {
  add({});
  setCurrentCell(rowCount() - 1, kText);
  editItem(item(rowCount() - 1, kText));
}

core::CorrectionItem CorrectionItems::about(int row) const {
  const auto* box = qobject_cast<QComboBox*>(cellWidget(row, kAbout));
  return box == nullptr ? core::CorrectionItem() : itemOf(box->currentData().toString());
}

void CorrectionItems::setAbout(int row, const core::CorrectionItem& item) {
  auto* box = qobject_cast<QComboBox*>(cellWidget(row, kAbout));
  const QString name = nameOf(item);
  int index = box->findData(name);
  if (index < 0) {
    // A place in a list has a number where the form has all of its entries.
    box->addItem(models::targetName(m_opened.procedure(), item), name);
    index = box->count() - 1;
  }
  box->setCurrentIndex(index);
}

void CorrectionItems::onAboutChanged(const QComboBox* box) {
  for (int row = 0; row < rowCount(); ++row)
    if (cellWidget(row, kAbout) == box) refill(row);
  if (!m_filling) Q_EMIT changed();
}

void CorrectionItems::use(const models::UsualText& usual) {
  const bool isTied = !usual.about.pointer.empty() || !usual.about.documentKind.empty();
  int row = qMax(0, currentRow());
  if (row < rowCount() && isTied) {
    const core::CorrectionItem now = about(row);
    const bool isFree = item(row, kText)->text().trimmed().isEmpty();
    if (!isFree && (now.pointer != usual.about.pointer || now.documentKind != usual.about.documentKind))
      row = rowCount();
  }
  if (row >= rowCount()) {
    row = rowCount();
    add({});
  }
  const bool filling = std::exchange(m_filling, true);
  if (isTied) setAbout(row, usual.about);
  fill(row, usual.text);
  m_filling = filling;
  setCurrentCell(row, kText);
  Q_EMIT changed();
}

void CorrectionItems::fill(int row, const std::string& usual) {
  const QString text = models::filledText(m_opened.procedure(), usual, about(row), m_due);
  QTableWidgetItem* cell = item(row, kText);
  const bool filling = std::exchange(m_filling, true);
  cell->setData(kUsualRole, models::qtext(usual));
  cell->setData(kFilledRole, text);
  cell->setText(text);
  cell->setToolTip(text);
  m_filling = filling;
}

void CorrectionItems::refill(int row) {
  const QTableWidgetItem* cell = item(row, kText);
  const QString usual = cell == nullptr ? QString() : cell->data(kUsualRole).toString();
  if (!usual.isEmpty() && cell->text() == cell->data(kFilledRole).toString()) fill(row, usual.toStdString());
}

void CorrectionItems::setDue(std::optional<core::Date> due) {
  if (!due || due == m_due) return;
  m_due = due;
  for (int row = 0; row < rowCount(); ++row)
    refill(row);
}

QString CorrectionItems::currentText() const {
  const QTableWidgetItem* cell = item(qMax(0, currentRow()), kText);
  if (cell == nullptr) return {};
  const QString usual = cell->data(kUsualRole).toString();
  const bool asItCame = !usual.isEmpty() && cell->text() == cell->data(kFilledRole).toString();
  return asItCame ? usual : cell->text().trimmed();
}

std::vector<core::CorrectionItem> CorrectionItems::items() const {
  std::vector<core::CorrectionItem> all;
  for (int row = 0; row < rowCount(); ++row) {
    const QTableWidgetItem* cell = item(row, kText);
    if (cell == nullptr) continue;
    core::CorrectionItem asked = about(row);
    asked.text = cell->text().trimmed().toStdString();
    all.push_back(std::move(asked));
  }
  return all;
}

bool CorrectionItems::isComplete() const {
  const std::vector<core::CorrectionItem> all = items();
  return !all.empty() && std::none_of(all.begin(), all.end(),
                                      [](const core::CorrectionItem& asked) { return asked.text.empty(); });
}

core::json::array CorrectionItems::written() const {
  core::json::array all;
  for (int row = 0; row < rowCount(); ++row) {
    const QTableWidgetItem* cell = item(row, kText);
    if (cell == nullptr) continue;
    core::json::object one{{"target", core::json::string(nameOf(about(row)).toStdString())},
                           {"text", keepable(cell->text())}};
    const QString usual = cell->data(kUsualRole).toString();
    if (!usual.isEmpty() && cell->text() == cell->data(kFilledRole).toString())
      one["usual"] = core::json::string(usual.toStdString());
    all.emplace_back(std::move(one));
  }
  return all;
}

void CorrectionItems::restore(const core::json::array& written) {
  const bool filling = std::exchange(m_filling, true);
  clearItems();
  for (const core::json::value& value : written) {
    const auto* one = value.if_object();
    if (one == nullptr) continue;
    core::CorrectionItem asked = itemOf(keptText(*one, "target"));
    asked.text = keptText(*one, "text").toStdString();
    add(asked);
    if (const QString usual = keptText(*one, "usual"); !usual.isEmpty())
      fill(rowCount() - 1, usual.toStdString());
  }
  m_filling = filling;
}

} // namespace madoguchi::ui
