// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/notespage.h"

#include "models/datetext.h"
#include "models/errortext.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/basics/keys.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/widgets.h"

#include <QKeyEvent>
#include <QPlainTextEdit>
#include <QScrollArea>
#include <QTextCursor>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

const QString kNote = QStringLiteral("note/text");

} // namespace

NotesPage::NotesPage(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_list(new QVBoxLayout), m_text(new QPlainTextEdit(this)),
      m_unsent(mutedLabel(
          tr("This case takes no note from you: what you typed is kept, but is not in the case."), this)),
      m_add(primaryButton(tr("Add note"), this)) {
  auto* content = new QWidget;
  content->setLayout(m_list);
  m_list->setSpacing(space::kSmall);
  auto* scroll = new QScrollArea(this);
  scroll->setAccessibleName(tr("Notes"));
  scroll->setWidget(content);
  scroll->setWidgetResizable(true);
  m_text->setObjectName(QStringLiteral("noteText"));
  m_text->setAccessibleName(tr("New note"));
  m_text->setPlaceholderText(tr("New note for colleagues. Ctrl+Enter adds it."));
  m_text->setTabChangesFocus(true);
  m_text->setMaximumHeight(fontMetrics().height() * 5);
  m_unsent->setObjectName(QStringLiteral("noteUnsent"));
  m_add->setObjectName(QStringLiteral("noteAdd"));
  m_add->setToolTip(withKey(tr("Add note"), QKeySequence(Qt::CTRL | Qt::Key_Return)));
  m_text->installEventFilter(this);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(space::kMedium, space::kMedium, space::kMedium, space::kMedium);
  layout->addWidget(scroll, 1);
  layout->addWidget(m_text);
  layout->addWidget(m_unsent);
  layout->addWidget(m_add, 0, Qt::AlignRight);
  passFocusOn(this, m_text);
  connect(m_add, &QPushButton::clicked, this, &NotesPage::add);
  connect(m_text, &QPlainTextEdit::textChanged, this, [this] {
    keep();
    offer();
  });
  connect(&context.opened, &models::OpenCase::changed, this, &NotesPage::refresh);
  connect(&context.opened, &models::OpenCase::switched, this, [this] {
    restore();
    refresh();
  });
  connect(&context.opened, &models::OpenCase::performed, this, [this](const models::CommandDone& done) {
    // Only now is it safe: a note that was refused is still there to be mended.
    if (const auto* note = std::get_if<core::AddNote>(&done.body))
      forget(done.caseId, models::qtext(note->text));
  });
  restore();
  refresh();
}

bool NotesPage::eventFilter(QObject* watched, QEvent* event) {
  // The window has the same key for opening a case: while a note is written, it is the note's.
  if (event->type() == QEvent::ShortcutOverride || event->type() == QEvent::KeyPress) {
    const auto* key = static_cast<const QKeyEvent*>(event);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    if (isEnter && (key->modifiers() & ~Qt::KeypadModifier) == Qt::ControlModifier) {
      if (event->type() == QEvent::KeyPress) m_add->click();
      event->accept();
      return true;
    }
  }
  return QWidget::eventFilter(watched, event);
}

void NotesPage::restore() {
  m_shownCase = {};
  const core::CaseId id = m_context.opened.id();
  m_text->setPlainText(id.empty() ? QString() : m_context.desk.ports.drafts.drafts(id).value(kNote));
  m_shownCase = id;
}

void NotesPage::keep() {
  if (m_shownCase.empty()) return;
  QMap<QString, QString> written;
  if (!m_text->toPlainText().isEmpty()) written.insert(kNote, m_text->toPlainText());
  m_context.desk.ports.drafts.keepPart(m_shownCase, kNote, written);
}

void NotesPage::forget(const core::CaseId& id, const QString& added) {
  if (id != m_shownCase) return;
  // What was typed since then stays, and so does the cursor in it.
  const QString written = m_text->toPlainText();
  if (!written.trimmed().startsWith(added)) return;
  const int end = static_cast<int>(written.indexOf(added) + added.size());
  if (written.mid(end).trimmed().isEmpty()) return m_text->clear();
  QTextCursor gone(m_text->document());
  gone.setPosition(end, QTextCursor::KeepAnchor);
  gone.removeSelectedText();
}

void NotesPage::offer() {
  const bool written = !m_text->toPlainText().trimmed().isEmpty();
  m_add->setEnabled(!m_text->isReadOnly() && written);
  m_unsent->setVisible(m_text->isReadOnly() && written && m_context.opened.state() != nullptr);
}

void NotesPage::refresh() {
  while (QLayoutItem* item = m_list->takeAt(0)) {
    delete item->widget();
    delete item;
  }
  const core::CaseState* state = m_context.opened.state();
  const auto refusal = m_context.opened.check(core::AddNote{"-"});
  m_text->setReadOnly(refusal.has_value());
  offer();
  m_add->setToolTip(refusal ? models::errorText(refusal->code) : QString());
  if (state == nullptr) return;
  if (state->notes.empty()) m_list->addWidget(mutedLabel(tr("No notes yet.")));
  const auto references = m_context.opened.references();
  for (auto note = state->notes.rbegin(); note != state->notes.rend(); ++note) {
    auto* card = new QFrame;
    setRole(card, QStringLiteral("card"));
    auto* box = new QVBoxLayout(card);
    box->addWidget(mutedLabel(QStringLiteral("%1　%2").arg(models::shortMoment(note->at),
                                                           models::personName(*references, note->by))));
    box->addWidget(valueLabel(models::qtext(note->text)));
    m_list->addWidget(card);
  }
  m_list->addStretch(1);
}

void NotesPage::add() {
  if (m_context.opened.isBusy()) return;
  m_context.opened.perform(core::AddNote{m_text->toPlainText().trimmed().toStdString()},
                           m_context.desk.ports.drafts.partOf(m_shownCase, kNote));
}

} // namespace madoguchi::ui
