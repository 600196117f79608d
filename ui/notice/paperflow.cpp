// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice/paperflow.h"

#include "models/errortext.h"

#include <QFileDialog>
#include <QPrintDialog>
#include <QPrinter>

namespace madoguchi::ui {

PaperFlow::PaperFlow(const Context& context, QWidget* window)
    : QObject(window), m_context(context), m_window(window) {
  const models::Ports& ports = context.desk.ports;
  connect(&ports.journal, &models::DeskJournal::recorded, this, [this](quint64 request) {
    if (const auto task = m_tasks.extract(request)) go(task.mapped());
  });
  connect(&ports.journal, &models::DeskJournal::failed, this,
          [this](quint64 request, const core::Error& error) {
            if (m_tasks.erase(request) > 0) fail(error);
          });
  connect(&ports.blobs, &models::BlobSource::written, this, [this](quint64 request) {
    if (m_writing.erase(request) > 0) Q_EMIT said({Message::Severity::Done, tr("The paper was saved.")});
  });
  connect(&ports.blobs, &models::BlobSource::failed, this, [this](quint64 request, const core::Error& error) {
    if (m_writing.erase(request) > 0) fail(error);
  });
  connect(&ports.printer, &models::PaperPrinter::printed, this, [this](quint64 request) {
    if (m_printing.erase(request) > 0)
      Q_EMIT said({Message::Severity::Done, tr("The paper was sent to the printer.")});
  });
  connect(&ports.printer, &models::PaperPrinter::failed, this,
          [this](quint64 request, int printed, int pages) {
            if (m_printing.erase(request) == 0) return;
            Q_EMIT said({Message::Severity::Error,
                         printed == 0 ? tr("The printer did not take the paper.")
                                      : tr("Only %1 of %2 pages were printed. Print the paper again.")
                                            .arg(QString::number(printed), QString::number(pages))});
          });
}

void PaperFlow::fail(const core::Error& error) {
  Q_EMIT said({Message::Severity::Error, models::errorText(error.code)});
}

void PaperFlow::save(const Paper& paper) {
  auto* dialog = new QFileDialog(m_window, tr("Save as PDF"));
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setAcceptMode(QFileDialog::AcceptSave);
  dialog->setNameFilter(tr("PDF (*.pdf)"));
  dialog->setDefaultSuffix(QStringLiteral("pdf"));
  // A document number may hold what divides folders.
  dialog->selectFile(QString(paper.name).replace(QChar(u'/'), QChar(u'-')) + QStringLiteral(".pdf"));
  connect(dialog, &QFileDialog::fileSelected, this,
          [this, paper](const QString& path) { saveTo(paper, path); });
  dialog->open();
}

void PaperFlow::print(const Paper& paper) {
  const auto printer = std::make_shared<QPrinter>(QPrinter::HighResolution);
  printer->setPageSize(QPageSize(QPageSize::A4));
  auto* dialog = new QPrintDialog(printer.get(), m_window);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  dialog->setOption(QPrintDialog::PrintPageRange, false);
  // This keeps the printer as long as the dialog looks at it.
  connect(dialog, &QDialog::accepted, this, [this, paper, printer] {
    // Into a file it goes as it is, with text that can be found and read aloud.
    if (printer->outputFileName().isEmpty())
      printOn(paper, printer);
    else
      saveTo(paper, printer->outputFileName());
  });
  dialog->open();
}

void PaperFlow::saveTo(const Paper& paper, const QString& path) {
  begin("export", {paper, path, nullptr});
}

void PaperFlow::printOn(const Paper& paper, const std::shared_ptr<QPrinter>& printer) {
  begin("print", {paper, {}, printer});
}

void PaperFlow::begin(const std::string& action, Task task) {
  models::DeskJournal& journal = m_context.desk.ports.journal;
  const quint64 request = journal.nextRequest();
  const core::CaseId id = task.paper.caseId;
  m_tasks.emplace(request, std::move(task));
  journal.record(request, action, id.value);
}

void PaperFlow::go(const Task& task) {
  if (task.printer == nullptr) {
    const quint64 request = m_context.desk.ports.blobs.nextRequest();
    m_writing.insert(request);
    m_context.desk.ports.blobs.writeFile(request, task.path, task.paper.pdf);
    return;
  }
  task.printer->setDocName(task.paper.name);
  task.printer->setFullPage(true);
  models::PaperPrinter& printer = m_context.desk.ports.printer;
  const quint64 request = printer.nextRequest();
  m_printing.insert(request);
  printer.print(request, task.paper.pdf, task.printer);
  Q_EMIT said({Message::Severity::Info, tr("The paper is going to the printer …")});
}

} // namespace madoguchi::ui
