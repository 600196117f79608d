// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/help/helpdialog.h"

#include "ui/basics/widgets.h"
#include "ui/help/helppage.h"

#include <QDialogButtonBox>
#include <QTabWidget>
#include <QVBoxLayout>

namespace madoguchi::ui {

HelpDialog::HelpDialog(const Context& context, std::vector<KeyLine> keys, Page page, QWidget* parent)
    : Dialog(parent) {
  setObjectName(QStringLiteral("helpDialog"));
  setWindowTitle(tr("Help"));
  setAttribute(Qt::WA_DeleteOnClose);
  auto* tabs = new QTabWidget(this);
  tabs->setAccessibleName(windowTitle());
  m_keys = new KeyPage(context, std::move(keys), pagesOf(tabs));
  tabs->addTab(m_keys, tr("Keys of this page"));
  tabs->addTab(new HelpPage(pagesOf(tabs)), tr("Topics"));
  tabs->setCurrentIndex(static_cast<int>(page));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* layout = new QVBoxLayout(this);
  layout->addWidget(tabs, 1);
  layout->addWidget(buttons);
  resize(em(this) * 105, fontMetrics().height() * 36);
  // Not into a key editor: it would take the next key for its own.
  if (page == Page::Topics)
    tabs->currentWidget()->setFocus();
  else
    buttons->button(QDialogButtonBox::Close)->setFocus();
}

void HelpDialog::done(int result) {
  // A key is taken a moment after it was pressed, and the dialog may close before that.
  if (!m_keys->settle()) return;
  Dialog::done(result);
  if (m_keys->isChanged()) Q_EMIT keysChanged();
}

} // namespace madoguchi::ui
