// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/letterdialog.h"

#include "models/correctionletter.h"
#include "models/errortext.h"
#include "ui/basics/widgets.h"
#include "ui/notice/noticepdf.h"
#include "ui/notice/noticepreview.h"

#include <QClipboard>
#include <QDialogButtonBox>
#include <QFileDialog>
#include <QGuiApplication>
#include <QVBoxLayout>

namespace madoguchi::ui {

LetterDialog::LetterDialog(const Context& context, const core::NoticeText& letter, QWidget* parent)
    : Dialog(parent), m_context(context), m_case(context.desk.opened.id()), m_said(mutedLabel({}, this)) {
  setObjectName(QStringLiteral("letterDialog"));
  setWindowTitle(tr("Letter to the applicant"));
  setAttribute(Qt::WA_DeleteOnClose);
  NoticeLayout paper;
  paper.practice = context.desk.ports.training != nullptr;
  m_pdf = NoticePdf(paper).make(letter);
  m_email = models::emailText(letter);
  // It goes to the applicant in Japanese, as the letter does.
  if (paper.practice) m_email.prepend(QStringLiteral("【練習用】効力はありません。\n\n"));
  auto* view = new NoticePreview(this);
  view->setPdf(m_pdf);
  m_said->setObjectName(QStringLiteral("letterSaid"));
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  auto* save = new QPushButton(tr("Save as PDF …"), this);
  save->setObjectName(QStringLiteral("saveLetter"));
  auto* copy = new QPushButton(tr("Copy as e-mail text"), this);
  copy->setObjectName(QStringLiteral("copyLetter"));
  copy->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
  for (QPushButton* button : {save, copy}) {
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
  connect(save, &QPushButton::clicked, this, &LetterDialog::askPath);
  connect(copy, &QPushButton::clicked, this, &LetterDialog::copy);
  models::Ports& ports = context.desk.ports;
  connect(&ports.journal, &models::DeskJournal::recorded, this, [this](quint64 request) {
    if (request != m_journal) return;
    m_journal.reset();
    if (m_path.isEmpty()) {
      QGuiApplication::clipboard()->setText(m_email);
      return say(tr("The text was copied."));
    }
    m_writing = m_context.desk.ports.blobs.nextRequest();
    m_context.desk.ports.blobs.writeFile(*m_writing, m_path, m_pdf);
  });
  const auto fail = [this](const core::Error& error) { say(models::errorText(error.code)); };
  connect(&ports.journal, &models::DeskJournal::failed, this,
          [this, fail](quint64 request, const core::Error& error) {
            if (request == m_journal) fail(error);
          });
  connect(&ports.blobs, &models::BlobSource::written, this, [this](quint64 request) {
    if (request == m_writing) say(tr("The letter was saved."));
  });
  connect(&ports.blobs, &models::BlobSource::failed, this,
          [this, fail](quint64 request, const core::Error& error) {
            if (request == m_writing) fail(error);
          });
}

void LetterDialog::say(const QString& text) {
  m_said->setText(text);
}

void LetterDialog::copy() {
  m_path.clear();
  m_journal = m_context.desk.ports.journal.nextRequest();
  m_context.desk.ports.journal.record(*m_journal, "copy", m_case.value);
}

void LetterDialog::askPath() {
  auto* dialog = new QFileDialog(this, tr("Save the letter"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilter(tr("PDF (*.pdf)"));
  dialog->setDefaultSuffix(QStringLiteral("pdf"));
  connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& path) {
    m_path = path;
    m_journal = m_context.desk.ports.journal.nextRequest();
    m_context.desk.ports.journal.record(*m_journal, "export", m_case.value);
  });
  dialog->open();
}

} // namespace madoguchi::ui
