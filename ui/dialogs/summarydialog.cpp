// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/summarydialog.h"

#include "ui/basics/widgets.h"
#include "ui/notice/noticepreview.h"
#include "ui/notice/summarypdf.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QVBoxLayout>

namespace madoguchi::ui {

SummaryDialog::SummaryDialog(const Context& context, QWidget* parent)
    : Dialog(parent), m_context(context), m_view(new NoticePreview(context, this)),
      m_timeline(new QCheckBox(tr("With the &timeline"), this)), m_said(mutedLabel({}, this)) {
  setObjectName(QStringLiteral("summaryDialog"));
  setWindowTitle(tr("Case summary"));
  setAttribute(Qt::WA_DeleteOnClose);
  m_view->setTitle(windowTitle());
  m_timeline->setObjectName(QStringLiteral("summaryTimeline"));
  m_said->setObjectName(QStringLiteral("summarySaid"));
  m_said->setText(tr("That it is printed or saved is recorded."));
  auto* flow = new PaperFlow(context, this);
  auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
  auto* print = primaryButton(tr("Print …"), this);
  print->setObjectName(QStringLiteral("printSummary"));
  print->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_P));
  print->setDefault(true);
  auto* save = new QPushButton(tr("Save as PDF …"), this);
  save->setObjectName(QStringLiteral("saveSummary"));
  save->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_S));
  for (QPushButton* button : {print, save})
    buttons->addButton(button, QDialogButtonBox::ActionRole);
  auto* layout = new QVBoxLayout(this);
  layout->setSpacing(space::kSmall);
  layout->addWidget(m_view, 1);
  layout->addWidget(m_timeline);
  layout->addWidget(m_said);
  layout->addWidget(buttons);
  resize(em(this) * 100, fontMetrics().height() * 44);
  print->setFocus();
  connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
  connect(m_timeline, &QCheckBox::toggled, this, &SummaryDialog::make);
  connect(print, &QPushButton::clicked, this, [this, flow] { flow->print(m_paper); });
  connect(save, &QPushButton::clicked, this, [this, flow] { flow->save(m_paper); });
  connect(flow, &PaperFlow::said, this, [this](const Message& message) { m_said->setText(message.text); });
  // What changes meanwhile is on the paper; what is shown instead of it is not.
  connect(&context.opened, &models::OpenCase::changed, this, &SummaryDialog::make);
  make();
}

void SummaryDialog::make() {
  models::OpenCase& opened = m_context.opened;
  if (opened.state() == nullptr || (!m_paper.caseId.empty() && opened.id() != m_paper.caseId)) return;
  const models::SummaryText text = models::summaryText(opened, m_timeline->isChecked());
  const QString mark = m_context.desk.ports.training != nullptr
                           ? tr("Practice: made-up cases, without any effect")
                           : QString();
  m_paper = {opened.id(), text.title, summaryPdf(text, opened.today(), mark)};
  m_view->setPdf(m_paper.pdf);
}

} // namespace madoguchi::ui
