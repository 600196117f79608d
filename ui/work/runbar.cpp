// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/work/runbar.h"

#include "models/errortext.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/basics/icons.h"
#include "ui/basics/widgets.h"
#include "ui/dialogs/bulkdialog.h"
#include "ui/work/pausing.h"

#include <QHBoxLayout>
#include <QLocale>
#include <QProgressBar>

namespace madoguchi::ui {

using models::BulkOrder;
using models::BulkRun;

namespace {

constexpr int kProgressSteps = 1000;

QString number(std::size_t count) {
  return QLocale().toString(static_cast<qulonglong>(count));
}

} // namespace

RunBar::RunBar(const Context& context, QWidget* parent)
    : QFrame(parent), m_context(context), m_text(new QLabel(this)), m_progress(new QProgressBar(this)),
      m_pause(new QPushButton(tr("Pa&use"), this)), m_stop(new QPushButton(tr("&Stop"), this)),
      m_details(new QPushButton(tr("R&esults"), this)),
      m_close(plainButton(icon(QStringLiteral("close"), context.theme.colours().text), tr("Close"), this)) {
  setObjectName(QStringLiteral("runBar"));
  setRole(this, QStringLiteral("bar"));
  m_text->setObjectName(QStringLiteral("runText"));
  m_pause->setObjectName(QStringLiteral("runPause"));
  m_stop->setObjectName(QStringLiteral("runStop"));
  m_details->setObjectName(QStringLiteral("runResults"));
  m_progress->setMaximum(kProgressSteps);
  m_progress->setTextVisible(false);
  m_progress->setMaximumHeight(space::kSmall);
  m_progress->setAccessibleName(tr("Progress"));
  m_progress->setMaximumWidth(em(this) * 30);
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(space::kMedium, space::kTight, space::kSmall, space::kTight);
  layout->setSpacing(space::kSmall);
  layout->addWidget(m_text, 1);
  layout->addWidget(m_progress);
  for (QPushButton* button : {m_pause, m_stop, m_details})
    layout->addWidget(button);
  layout->addWidget(m_close);
  BulkRun& run = context.desk.bulk;
  connect(m_pause, &QPushButton::clicked, &run, [&run] { pauseOrGoOn(run); });
  connect(m_stop, &QPushButton::clicked, &run, &BulkRun::stop);
  connect(m_details, &QPushButton::clicked, this, &RunBar::showResults);
  connect(m_close, &QToolButton::clicked, this, [this] {
    m_read = true;
    refresh();
  });
  connect(&run, &BulkRun::runChanged, this, &RunBar::refresh);
  connect(&run, &BulkRun::failed, this,
          [this](const core::Error& error) { m_text->setText(models::errorText(error.code)); });
  refresh();
}

QString RunBar::what() const {
  const BulkOrder& order = m_context.desk.bulk.order();
  switch (order.action) {
  case BulkOrder::Action::Take:
    return tr("Taking cases");
  case BulkOrder::Action::Release:
    return tr("Releasing cases");
  case BulkOrder::Action::Assign: {
    QStringList names;
    for (const core::UserId& user : order.assignees)
      names << models::personName(*m_context.desk.ports.references.references(), user);
    return tr("Assigning cases to %1").arg(names.join(tr(", ")));
  }
  case BulkOrder::Action::Label: {
    QStringList labels;
    for (const std::string& label : order.add)
      labels << QChar(u'+') + models::qtext(label);
    for (const std::string& label : order.remove)
      labels << QChar(u'\u2212') + models::qtext(label);
    return tr("Labelling cases: %1").arg(labels.join(tr(", ")));
  }
  }
  return {};
}

QString RunBar::progress() const {
  const BulkRun& run = m_context.desk.bulk;
  if (run.runState() == models::RunState::Idle) {
    const std::size_t done = run.finished() - run.refused() - run.unchanged();
    return tr("%1 done, %2 were so already, %3 not accepted, %4 left as they were")
        .arg(number(done), number(run.unchanged()), number(run.refused()),
             number(run.total() - run.finished()));
  }
  const QString count = tr("%1 of %2").arg(number(run.finished()), number(run.total()));
  return run.refused() == 0 ? count : tr("%1, %2 not accepted").arg(count, number(run.refused()));
}

void RunBar::refresh() {
  const BulkRun& run = m_context.desk.bulk;
  const bool idle = run.runState() == models::RunState::Idle;
  if (!idle) m_read = false;
  setVisible(!m_read);
  if (m_read) return;
  const bool paused = run.runState() == models::RunState::Paused;
  m_pause->setVisible(!idle);
  m_stop->setVisible(!idle);
  m_progress->setVisible(!idle);
  m_close->setVisible(idle);
  m_pause->setText(paused ? tr("Go o&n") : tr("Pa&use"));
  if (run.total() > 0) m_progress->setValue(static_cast<int>(run.finished() * kProgressSteps / run.total()));
  const QString text = tr("%1: %2").arg(what(), progress());
  m_text->setText(run.isRestored() && paused ? tr("%1 (interrupted when the program ended)").arg(text)
                                             : text);
}

void RunBar::showResults() {
  auto* dialog = new BulkDialog(m_context, window());
  connect(dialog, &BulkDialog::caseWanted, this, &RunBar::caseWanted);
  dialog->show();
}

} // namespace madoguchi::ui
