// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/errorlist.h"

#include "ui/basics/icons.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QEvent>
#include <QListWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace madoguchi::ui {

namespace {

constexpr int kMostLines = 4;

} // namespace

ErrorList::ErrorList(QWidget* parent)
    : QWidget(parent), m_head(new QToolButton(this)), m_list(new QListWidget(this)) {
  setObjectName(QStringLiteral("formErrors"));
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::kLarge, space::kSmall, space::kLarge, space::kSmall);
  layout->setSpacing(space::kTight);
  layout->addWidget(m_head);
  layout->addWidget(m_list);
  m_head->setCheckable(true);
  m_head->setChecked(true);
  setRole(m_head, QStringLiteral("plain"));
  m_head->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_list->setObjectName(QStringLiteral("formErrorList"));
  m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
  m_list->setTextElideMode(Qt::ElideRight);
  connect(m_head, &QToolButton::toggled, m_list, &QWidget::setVisible);
  const auto lead = [this](const QListWidgetItem* item) {
    Q_EMIT chosen(item->data(Qt::UserRole).toString());
  };
  // Enter and a single click; a double click is the same jump again.
  connect(m_list, &QListWidget::itemActivated, this, lead);
  connect(m_list, &QListWidget::itemClicked, this, lead);
  hide();
}

void ErrorList::setEntries(const std::vector<Entry>& entries) {
  if (entries == m_entries) return;
  m_entries = entries;
  const int current = m_list->currentRow();
  m_list->clear();
  for (const Entry& entry : entries) {
    const QString text = tr("%1: %2").arg(entry.title, entry.text);
    auto* item = new QListWidgetItem(text, m_list);
    item->setData(Qt::UserRole, entry.pointer);
    item->setToolTip(text);
  }
  m_list->setCurrentRow(std::min(current, m_list->count() - 1));
  retitle();
  fitHeight();
  setVisible(!entries.empty());
}

void ErrorList::retitle() {
  m_head->setText(tr("%n thing(s) to look at in this form", nullptr, static_cast<int>(m_entries.size())));
  m_head->setIcon(icon(QStringLiteral("attention"), palette().color(QPalette::BrightText)));
  m_list->setAccessibleName(tr("What is wrong with the form"));
}

void ErrorList::fitHeight() {
  const int rows = std::min(m_list->count(), kMostLines);
  const int row = m_list->count() == 0 ? 0 : m_list->sizeHintForRow(0);
  m_list->setFixedHeight(rows * row + 2 * m_list->frameWidth());
}

void ErrorList::changeEvent(QEvent* event) {
  QWidget::changeEvent(event);
  if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) retitle();
  if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange) fitHeight();
}

} // namespace madoguchi::ui
