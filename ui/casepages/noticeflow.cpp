// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/noticeflow.h"

#include "models/errortext.h"
#include "models/noticecontent.h"
#include "ui/notice/noticepdf.h"

namespace madoguchi::ui {

NoticeFlow::NoticeFlow(const Context& context, QWidget* window)
    : QObject(window), m_context(context), m_window(window), m_paper(new PaperFlow(context, window)) {
  connect(m_paper, &PaperFlow::said, this, &NoticeFlow::said);
  models::BlobSource& blobs = context.desk.ports.blobs;
  connect(&blobs, &models::BlobSource::stored, this, [this](quint64 request, const core::BlobId& blob) {
    if (!m_issue || request != m_issue->request) return;
    const Issue issued = *m_issue;
    m_issue.reset();
    models::OpenCase& opened = m_context.opened;
    if (opened.id() == issued.caseId)
      opened.perform(core::IssueNotice{opened.today(), issued.channel, blob});
    else
      Q_EMIT said(
          {Message::Severity::Error, tr("The notice was not issued: another case was opened meanwhile.")});
  });
  connect(&blobs, &models::BlobSource::failed, this, [this](quint64 request, const core::Error& error) {
    const bool isIssue = m_issue && request == m_issue->request;
    const bool isLook = m_look && request == m_look->request;
    if (isIssue) m_issue.reset();
    if (isLook) m_look.reset();
    if (isIssue || isLook) fail(error.code);
  });
  connect(&blobs, &models::BlobSource::loaded, this, [this](quint64 request, const QByteArray& pdf) {
    if (!m_look || request != m_look->request) return;
    Paper paper = std::exchange(m_look, std::nullopt)->paper;
    paper.pdf = pdf;
    // It may have been left and opened again meanwhile, and not be read yet.
    if (m_context.opened.id() == paper.caseId) open(NoticeDialog::Kind::Issued, paper);
  });
}

void NoticeFlow::fail(core::ErrorCode code) {
  Q_EMIT said({Message::Severity::Error, models::errorText(code)});
}

void NoticeFlow::begin() {
  const models::OpenCase& opened = m_context.opened;
  const auto notice = models::noticeOf(*opened.state(), *opened.references(), core::NoticeLanguage::Japanese);
  if (!notice) return fail(notice.error().code);
  NoticeLayout layout;
  layout.practice = m_context.desk.ports.training != nullptr;
  const QByteArray pdf = NoticePdf(layout).make(*notice);
  const core::CaseId id = opened.id();
  const NoticeDialog* dialog = open(NoticeDialog::Kind::ToIssue, paperOf(pdf));
  connect(dialog, &QDialog::accepted, this, [this, dialog, pdf, id] {
    if (m_context.opened.id() == id) issue(dialog->channel(), pdf);
  });
}

void NoticeFlow::show() {
  const models::OpenCase& opened = m_context.opened;
  if (opened.state() == nullptr || !opened.state()->notice) return;
  m_look = Look{m_context.desk.ports.blobs.nextRequest(), paperOf({})};
  m_context.desk.ports.blobs.load(m_look->request, opened.state()->notice->pdf);
}

Paper NoticeFlow::paperOf(const QByteArray& pdf) const {
  const models::OpenCase& opened = m_context.opened;
  const auto& number = opened.state()->decision->documentNumber;
  return {opened.id(), tr("Notice %1").arg(QString::fromStdString(number)), pdf};
}

NoticeDialog* NoticeFlow::open(NoticeDialog::Kind kind, const Paper& paper) {
  auto* dialog = new NoticeDialog(m_context, kind, paper.pdf, m_window);
  connect(dialog, &NoticeDialog::saveWanted, this, [this, paper] { m_paper->save(paper); });
  connect(dialog, &NoticeDialog::printWanted, this, [this, paper] { m_paper->print(paper); });
  dialog->open();
  return dialog;
}

void NoticeFlow::issue(core::Channel channel, const QByteArray& pdf) {
  m_issue = Issue{m_context.desk.ports.blobs.nextRequest(), m_context.opened.id(), channel};
  m_context.desk.ports.blobs.store(m_issue->request, pdf);
}

} // namespace madoguchi::ui
