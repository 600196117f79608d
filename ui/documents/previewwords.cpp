// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/documents/previewwords.h"

#include "models/errortext.h"
#include "ui/basics/widgets.h"

#include <QVBoxLayout>

namespace madoguchi::ui {

PreviewWords::PreviewWords(QWidget* parent)
    : QWidget(parent), m_text(mutedLabel({}, this)), m_again(new QPushButton(tr("Tr&y again"), this)) {
  m_text->setObjectName(QStringLiteral("previewText"));
  m_text->setAlignment(Qt::AlignCenter);
  m_again->setObjectName(QStringLiteral("previewAgain"));
  m_again->hide();
  auto* layout = new QVBoxLayout(this);
  layout->addStretch(1);
  layout->addWidget(m_text);
  layout->addWidget(m_again, 0, Qt::AlignHCenter);
  layout->addStretch(1);
  connect(m_again, &QPushButton::clicked, this, &PreviewWords::againWanted);
}

void PreviewWords::say(const QString& text, bool again) {
  m_text->setText(text);
  // The keyboard stays here while it is tried, so that it comes to the pages.
  if (!again && m_again->hasFocus()) setFocus();
  // Unseen it must not be what Enter does in a dialog; seen, Enter on it tries again.
  m_again->setAutoDefault(again);
  m_again->setVisible(again);
  if (again && hasFocus()) m_again->setFocus();
}

void PreviewWords::say(models::PageSource::Failure why) {
  using Failure = models::PageSource::Failure;
  say(models::errorText(why), why == Failure::Stopped || why == Failure::TooSlow);
}

} // namespace madoguchi::ui
