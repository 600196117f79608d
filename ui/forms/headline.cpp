// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/forms/headline.h"

#include "models/text.h"
#include "ui/basics/theme.h"
#include "ui/basics/widgets.h"
#include "ui/forms/entrybuttons.h"
#include "ui/forms/notelabel.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace madoguchi::ui {

using models::FormModel;
using Kind = models::FormRow::Kind;

HeadLine::HeadLine(FormModel& model, Kind kind, QWidget* parent)
    : FormLine(model, parent), m_kind(kind), m_layout(new QVBoxLayout(this)), m_title(new QLabel(this)),
      m_fold(new QToolButton(this)) {
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
  setRole(m_fold, QStringLiteral("plain"));
  auto* top = new QHBoxLayout;
  top->addWidget(m_fold);
  top->addWidget(m_title, 1);
  connect(m_fold, &QToolButton::clicked, this, [this] { Q_EMIT openRequested(pointer(), !formRow().open); });
  if (kind == Kind::Item) {
    m_entry = new EntryButtons(this);
    top->addWidget(m_entry);
    connect(m_entry, &EntryButtons::removeRequested, this, [this] { Q_EMIT removeRequested(pointer()); });
    connect(m_entry, &EntryButtons::moveRequested, this,
            [this](int by) { Q_EMIT moveRequested(pointer(), by); });
  } else if (kind == Kind::Group) {
    m_clear = linkButton({}, this);
    top->addWidget(m_clear);
    connect(m_clear, &QPushButton::clicked, this, [this] { Q_EMIT clearRequested(pointer()); });
  }
  m_layout->addLayout(top);
}

void HeadLine::refresh() {
  const int above = m_kind == Kind::Section ? space::kLarge : space::kMedium;
  m_layout->setContentsMargins(indent(), above, 0, space::kTight);
  const QString title = data(FormModel::TitleRole).toString();
  m_title->setText(title);
  refreshNotes();
  setObjectName(QStringLiteral("head:") + models::qtext(pointer()));
  refreshFold(title);
  refreshButtons(title);
}

void HeadLine::refreshNotes() {
  const QString help = m_kind == Kind::Item ? QString() : data(FormModel::HelpRole).toString();
  const bool helps = !help.isEmpty() && formRow().open;
  if (helps && m_help == nullptr) {
    m_help = mutedLabel({}, this);
    m_layout->insertWidget(m_error == nullptr ? -1 : m_layout->indexOf(m_error), m_help);
  }
  if (m_help != nullptr) {
    m_help->setText(help);
    m_help->setVisible(helps);
  }
  const QString error = data(FormModel::ErrorRole).toString();
  if (!error.isEmpty() && m_error == nullptr) {
    m_error = new NoteLabel(QStringLiteral("attention"), NoteLabel::Tone::Error, this);
    m_layout->addWidget(m_error);
  }
  if (m_error == nullptr) return;
  m_error->setNote(tr("Error"), error);
  m_error->setVisible(!error.isEmpty());
}

void HeadLine::refreshFold(const QString& title) {
  const bool open = formRow().open;
  m_fold->setVisible(formRow().closable);
  m_fold->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
  m_fold->setAccessibleName((open ? tr("Fold %1 away") : tr("Open %1")).arg(title));
  const QString required = formRow().required ? tr("required") : QString();
  const QString error = data(FormModel::ErrorRole).toString();
  m_fold->setAccessibleDescription(QStringList{required, error}.join(QChar(u' ')).trimmed());
  m_fold->setToolTip(m_fold->accessibleName());
  m_fold->setObjectName(QStringLiteral("fold:") + models::qtext(pointer()));
}

void HeadLine::refreshButtons(const QString& title) {
  if (m_entry != nullptr) {
    m_entry->setVisible(!m_readOnly && !formRow().readOnly && formRow().item > 0);
    m_entry->show(models::qtext(pointer()), title, formRow().item, formRow().items);
  }
  if (m_clear == nullptr) return;
  m_clear->setVisible(!m_readOnly && !formRow().readOnly && formRow().removable);
  m_clear->setText(tr("Empty"));
  m_clear->setToolTip(tr("Take all of it out of the form"));
  m_clear->setAccessibleName(tr("Empty %1").arg(title));
  m_clear->setObjectName(QStringLiteral("clear:") + models::qtext(pointer()));
}

void HeadLine::setReadOnly(bool readOnly) {
  if (m_readOnly == readOnly) return;
  m_readOnly = readOnly;
  if (m_entry != nullptr) m_entry->setVisible(!readOnly && formRow().item > 0);
  if (m_clear != nullptr) m_clear->setVisible(!readOnly && formRow().removable);
}

QWidgetList HeadLine::inputs() const {
  QWidgetList out;
  if (!m_fold->isHidden()) out.append(m_fold);
  if (m_entry != nullptr && !m_entry->isHidden()) out.append(m_entry->inputs());
  if (m_clear != nullptr && !m_clear->isHidden()) out.append(m_clear);
  return out;
}

AddLine::AddLine(FormModel& model, Kind kind, QWidget* parent)
    : FormLine(model, parent), m_add(new QPushButton(this)) {
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(0, space::kSmall, 0, space::kSmall);
  if (kind == Kind::AddMember) {
    m_name = new QLineEdit(this);
    m_name->setMaximumWidth(24 * em(this));
    layout->addWidget(m_name);
    connect(m_name, &QLineEdit::returnPressed, this, &AddLine::add);
  }
  layout->addWidget(m_add);
  layout->addStretch();
  m_add->setAutoDefault(false);
  connect(m_add, &QPushButton::clicked, this, &AddLine::add);
}

void AddLine::add() {
  if (m_name == nullptr) {
    Q_EMIT addRequested(pointer());
    return;
  }
  const QString name = m_name->text().trimmed();
  if (name.isEmpty()) {
    m_name->setFocus(Qt::OtherFocusReason);
    return;
  }
  m_name->clear();
  Q_EMIT addMemberRequested(pointer(), name);
}

void AddLine::refresh() {
  layout()->setContentsMargins(indent(), space::kSmall, 0, space::kSmall);
  const QString title = data(FormModel::TitleRole).toString();
  m_add->setObjectName((m_name == nullptr ? QStringLiteral("add:") : QStringLiteral("addMember:")) +
                       models::qtext(pointer()));
  if (m_name == nullptr) {
    m_add->setText(tr("Add an entry"));
    m_add->setAccessibleName(tr("Add an entry: %1").arg(title));
    return;
  }
  m_add->setText(tr("Add a field"));
  m_add->setAccessibleName(tr("Add a field: %1").arg(title));
  m_name->setPlaceholderText(tr("Name of the field"));
  m_name->setAccessibleName(tr("Name of a new field: %1").arg(title));
  m_name->setObjectName(QStringLiteral("memberName:") + models::qtext(pointer()));
}

QWidgetList AddLine::inputs() const {
  return m_name == nullptr ? QWidgetList{m_add} : QWidgetList{m_name, m_add};
}

} // namespace madoguchi::ui
