// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/headline.h"

#include "models/text.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"
#include "ui/forms/notelabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace madoguchi::ui {

using models::FormModel;
using Kind = models::FormRow::Kind;

HeadLine::HeadLine(FormModel& model, Kind kind, QWidget* parent)
    : FormLine(model, parent), m_kind(kind), m_layout(new QVBoxLayout(this)), m_title(new QLabel(this)),
      m_help(mutedLabel({}, this)),
      m_error(new NoteLabel(QStringLiteral("attention"), NoteLabel::Tone::Error, this)) {
  m_layout->setSpacing(space::kTight);
  if (kind == Kind::Section) {
    m_layout->addWidget(line(this));
    m_layout->addSpacing(space::kSmall);
    scaleFont(m_title, (1 + type::kTitle) / 2);
  }
  QFont font = m_title->font();
  font.setBold(true);
  m_title->setFont(font);
  m_title->setTextFormat(Qt::PlainText);
  m_title->setWordWrap(true);
  auto* top = new QHBoxLayout;
  top->addWidget(m_title, 1);
  if (kind == Kind::Item) {
    m_remove = linkButton({}, this);
    top->addWidget(m_remove);
    connect(m_remove, &QPushButton::clicked, this, [this] { Q_EMIT removeRequested(pointer()); });
  }
  m_layout->addLayout(top);
  m_layout->addWidget(m_help);
  m_layout->addWidget(m_error);
}

void HeadLine::refresh() {
  const int above = m_kind == Kind::Section ? space::kLarge : space::kMedium;
  m_layout->setContentsMargins(indent(), above, 0, space::kTight);
  const QString title = data(FormModel::TitleRole).toString();
  const QString help = m_kind == Kind::Item ? QString() : data(FormModel::HelpRole).toString();
  const QString error = data(FormModel::ErrorRole).toString();
  m_title->setText(title);
  m_help->setText(help);
  m_help->setVisible(!help.isEmpty());
  m_error->setNote(tr("Error"), error);
  m_error->setVisible(!error.isEmpty());
  if (m_remove == nullptr) return;
  m_remove->setText(tr("Remove"));
  m_remove->setAccessibleName(tr("Remove %1").arg(title));
  m_remove->setObjectName(QStringLiteral("remove:") + models::qtext(pointer()));
}

void HeadLine::setReadOnly(bool readOnly) {
  if (m_remove != nullptr) m_remove->setVisible(!readOnly);
}

QWidgetList HeadLine::inputs() const {
  return m_remove == nullptr ? QWidgetList() : QWidgetList{m_remove};
}

AddLine::AddLine(FormModel& model, QWidget* parent) : FormLine(model, parent), m_add(new QPushButton(this)) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, space::kSmall, 0, space::kSmall);
  layout->addWidget(m_add);
  layout->addStretch();
  m_add->setAutoDefault(false);
  connect(m_add, &QPushButton::clicked, this, [this] { Q_EMIT addRequested(pointer()); });
}

void AddLine::refresh() {
  const QString title = data(FormModel::TitleRole).toString();
  m_add->setText(tr("Add an entry"));
  m_add->setAccessibleName(tr("Add an entry: %1").arg(title));
  m_add->setObjectName(QStringLiteral("add:") + models::qtext(pointer()));
}

QWidgetList AddLine::inputs() const {
  return {m_add};
}

} // namespace madoguchi::ui
