// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/trainingband.h"

#include "ui/basics/widgets.h"

#include <QApplication>
#include <QDialog>
#include <QEvent>
#include <QHBoxLayout>
#include <QLayout>
#include <QPainter>

namespace madoguchi::ui {

namespace {

constexpr int kStripe = 12; ///< pixels
const QString kName = QStringLiteral("trainingBand");

} // namespace

TrainingBand::TrainingBand(const Theme& theme, Size size, QWidget* parent)
    : QFrame(parent), m_ground(theme.colours().messageBack), m_stripe(theme.colours().warning) {
  setObjectName(kName);
  auto* word = titleLabel(tr("TRAINING"), this);
  auto* text = new QLabel(size == Size::Window
                              ? tr("Made-up cases on this PC alone. Nothing here ever reaches the server.")
                              : tr("Nothing here is real or is sent."),
                          this);
  text->setWordWrap(true);
  setAccessibleName(word->text());
  setAccessibleDescription(text->text());
  auto* layout = new QHBoxLayout(this);
  layout->setContentsMargins(kStripe * 6, space::kTight, space::kSmall, space::kTight);
  layout->setSpacing(space::kMedium);
  layout->addWidget(word);
  layout->addWidget(text, 1);
  if (size == Size::Dialog) return;
  auto* leave = new QPushButton(tr("Leave the training"), this);
  leave->setObjectName(QStringLiteral("leaveTraining"));
  layout->addWidget(leave);
  connect(leave, &QPushButton::clicked, this, &TrainingBand::leaveWanted);
}

void TrainingBand::paintEvent(QPaintEvent*) {
  QPainter painter(this);
  painter.fillRect(rect(), m_ground);
  painter.setRenderHint(QPainter::Antialiasing);
  painter.setClipRect(0, 0, kStripe * 5, height());
  painter.setPen(Qt::NoPen);
  painter.setBrush(m_stripe);
  for (int x = -height(); x < kStripe * 5; x += 2 * kStripe)
    painter.drawPolygon(
        QPolygon({{x, height()}, {x + height(), 0}, {x + height() + kStripe, 0}, {x + kStripe, height()}}));
  painter.setClipping(false);
  painter.fillRect(0, height() - 2, width(), 2, m_stripe);
}

TrainingMarker::TrainingMarker(const Theme& theme, QWidget* window)
    : QObject(window), m_theme(theme), m_window(window) {
  QApplication::instance()->installEventFilter(this);
}

bool TrainingMarker::eventFilter(QObject* watched, QEvent* event) {
  // Before it is laid out for the first time, so that it opens in its final size.
  if (event->type() == QEvent::Polish || event->type() == QEvent::Show)
    if (auto* dialog = qobject_cast<QDialog*>(watched)) mark(dialog);
  return QObject::eventFilter(watched, event);
}

void TrainingMarker::mark(QWidget* dialog) {
  if (dialog->window() != dialog || dialog->layout() == nullptr) return;
  const QWidget* over = dialog;
  while (over != nullptr && over != m_window)
    over = over->parentWidget();
  if (over == nullptr || dialog->findChild<TrainingBand*>(kName, Qt::FindDirectChildrenOnly) != nullptr)
    return;
  // Above whatever layout the dialog has.
  dialog->layout()->setMenuBar(new TrainingBand(m_theme, TrainingBand::Size::Dialog, dialog));
  dialog->setWindowTitle(tr("[Training] %1").arg(dialog->windowTitle()));
}

} // namespace madoguchi::ui
