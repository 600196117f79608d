// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desk/practicedesk.h"

#include <QApplication>
#include <QEvent>

namespace madoguchi::app {

namespace {

const QString kLanguage = QStringLiteral("language");
const QString kLook = QStringLiteral("look");

} // namespace

PracticeDesk::PracticeDesk(core::AppealTexts appealTexts, QString preferencesFile, const CommonPorts& common,
                           QObject* parent)
    : QObject(parent), m_preferencesFile(std::move(preferencesFile)), m_common(common),
      m_office(std::move(appealTexts)) {
  connect(&m_office.session(), &PracticeSession::leaveWanted, this, &PracticeDesk::leaveWanted);
}

PracticeDesk::~PracticeDesk() {
  closeWindow();
}

void PracticeDesk::open() {
  m_office.open([this](const core::Result<void>& done) {
    if (!done) {
      Q_EMIT failed(done.error());
      return;
    }
    m_desk = std::make_unique<OpenDesk>(OpenDesk::Kind::Practice, m_office.client(), m_office.session(),
                                        m_preferencesFile, m_common);
    Q_EMIT opened();
  });
}

QString PracticeDesk::chosen(const QString& key) const {
  return m_desk ? m_desk->preferences().value(key, {}).toString() : QString();
}

void PracticeDesk::choose(const QString& key, const QString& value) {
  m_desk->preferences().setValue(key, value);
  // Not from within the window that goes.
  QMetaObject::invokeMethod(this, &PracticeDesk::lookChosen, Qt::QueuedConnection);
}

void PracticeDesk::showWindow(ui::Look look) {
  closeWindow();
  m_theme = std::make_unique<ui::Theme>(look);
  m_theme->apply(*qApp);
  m_window = std::make_unique<ui::MainWindow>(ui::Context{m_desk->desk(), *m_theme});
  connect(m_window.get(), &ui::MainWindow::languageWanted, this,
          [this](const QString& wanted) { choose(kLanguage, wanted); });
  connect(m_window.get(), &ui::MainWindow::lookWanted, this,
          [this](const QString& wanted) { choose(kLook, wanted); });
  connect(m_window.get(), &ui::MainWindow::keysChanged, this, &PracticeDesk::lookChosen,
          Qt::QueuedConnection);
  connect(m_window.get(), &ui::MainWindow::trainingWanted, this, &PracticeDesk::leaveWanted,
          Qt::QueuedConnection);
  m_window->installEventFilter(this);
  m_window->show();
  m_window->activateWindow();
}

void PracticeDesk::closeWindow() {
  if (m_window) m_window->commit();
  m_window.reset();
}

bool PracticeDesk::eventFilter(QObject* watched, QEvent* event) {
  // Closing it leaves the practice, and no more than that.
  if (watched == m_window.get() && event->type() == QEvent::Close)
    QMetaObject::invokeMethod(this, &PracticeDesk::leaveWanted, Qt::QueuedConnection);
  return QObject::eventFilter(watched, event);
}

} // namespace madoguchi::app
