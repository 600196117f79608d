// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/entrybuttons.h"

#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"

#include <QHBoxLayout>
#include <QPushButton>

namespace madoguchi::ui {

EntryButtons::EntryButtons(QWidget* parent)
    : QWidget(parent), m_up(linkButton({}, this)), m_down(linkButton({}, this)),
      m_remove(linkButton({}, this)) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, 0, 0, 0);
  layout->setSpacing(space::kTight);
  for (QPushButton* button : {m_up, m_down, m_remove})
    layout->addWidget(button);
  connect(m_up, &QPushButton::clicked, this, [this] { Q_EMIT moveRequested(-1); });
  connect(m_down, &QPushButton::clicked, this, [this] { Q_EMIT moveRequested(1); });
  connect(m_remove, &QPushButton::clicked, this, &EntryButtons::removeRequested);
}

void EntryButtons::show(const QString& pointer, const QString& title, int item, int items) {
  const auto name = [&](QPushButton* button, const QString& text, const QString& said, const char* verb) {
    button->setText(text);
    button->setAccessibleName(said.arg(title));
    button->setObjectName(QLatin1String(verb) + pointer);
  };
  name(m_up, tr("Up"), tr("Move %1 up"), "up:");
  name(m_down, tr("Down"), tr("Move %1 down"), "down:");
  name(m_remove, tr("Remove"), tr("Remove %1"), "remove:");
  m_up->setToolTip(tr("Ctrl+Shift+Up"));
  m_down->setToolTip(tr("Ctrl+Shift+Down"));
  m_up->setVisible(items > 1);
  m_down->setVisible(items > 1);
  m_up->setEnabled(item > 1);
  m_down->setEnabled(item < items);
}

QWidgetList EntryButtons::inputs() const {
  QWidgetList out;
  for (QPushButton* button : {m_up, m_down, m_remove})
    if (!button->isHidden() && button->isEnabled()) out.append(button);
  return out;
}

} // namespace madoguchi::ui
