// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/letterdialog.h"

#include "models/correctionletter.h"
#include "models/errortext.h"
#include "models/text.h"
#include "ui/basics/widgets.h"
#include "ui/notice/noticepdf.h"
#include "ui/notice/noticepreview.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace madoguchi::ui {

LetterDialog::LetterDialog(const Context& context, const core::NoticeText& letter, QWidget* parent)
    : Dialog(parent), m_context(context), m_case(context.opened.id()), m_said(mutedLabel({}, this)) {
  setObjectName(QStringLiteral("letterDialog"));
  setWindowTitle(tr("Letter to the applicant"));
  setAttribute(Qt::WA_DeleteOnClose);
  NoticeLayout paper;
  paper.practice = context.desk.ports.training != nullptr;
  m_paper = {m_case, models::qtext(letter.title + ' ' + letter.number), NoticePdf(paper).make(letter)};
  m_email = models::emailText(letter);
  // It goes to the applicant in Japanese, as the letter does.
  if (paper.practice) m_email.prepend(QStringLiteral("【練習用】効力はありません。\n\n"));
  auto* view = new NoticePreview(context, this);
  view->setTitle(windowTitle());
  view->setPdf(m_paper.pdf);
  m_said->setObjectName(QStringLiteral("letterSaid"));
  m_said->hide(); // until there is something to say
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  auto* save = new QPushButton(tr("Save as PDF …"), this);
  save->setObjectName(QStringLiteral("saveLetter"));
  auto* print = new QPushButton(tr("Print …"), this);
  print->setObjectName(QStringLiteral("printLetter"));
  print->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
  auto* copy = new QPushButton(tr("Copy as e-mail text"), this);
  copy->setObjectName(QStringLiteral("copyLetter"));
  copy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  for (QPushButton* button : {print, save, copy}) {
    button->setAutoDefault(false);
    buttons->addButton(button, QDialogButtonBox::ActionRole);
  }
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kSmall);
  layout->addWidget(view, 1);
  layout->addWidget(m_said);
  layout->addWidget(buttons);
  resize(em(this) * 100, fontMetrics().height() * 42);
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  auto* flow = new PaperFlow(context, this);
  connect(print, &QPushButton::clicked, this, [this, flow] { flow->print(m_paper); });
  connect(save, &QPushButton::clicked, this, [this, flow] { flow->save(m_paper); });
  connect(flow, &PaperFlow::said, this, [this](const Message& message) { say(message.text); });
  connect(copy, &QPushButton::clicked, this, &LetterDialog::copy);
  const models::DeskJournal& journal = context.desk.ports.journal;
  connect(&journal, &models::DeskJournal::recorded, this, [this](quint64 request) {
    if (request != m_copying) return;
    m_copying.reset();
    QGuiApplication::clipboard()->setText(m_email);
    say(tr("The text was copied."));
  });
  connect(&journal, &models::DeskJournal::failed, this, [this](quint64 request, const core::Error& error) {
    if (request == m_copying) say(models::errorText(error.code));
  });
}

void LetterDialog::say(const QString& text) {
  m_said->setText(text);
  m_said->show();
}

void LetterDialog::copy() {
  m_copying = m_context.desk.ports.journal.nextRequest();
  m_context.desk.ports.journal.record(*m_copying, "copy", m_case.value);
}

} // namespace madoguchi::ui
