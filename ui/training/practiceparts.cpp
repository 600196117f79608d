// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/training/practiceparts.h"

#include "ui/training/taskpanel.h"
#include "ui/training/trainingband.h"
#include "ui/window/workspace.h"

#include <QCoreApplication>
#include <QMainWindow>
#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

struct Say {
  Q_DECLARE_TR_FUNCTIONS(PracticeParts)
};

} // namespace

std::vector<WindowCommand> trainingCommands(const Context& context, QMainWindow& window,
                                            std::function<void()> run) {
  const bool inside = context.desk.ports.training != nullptr;
  std::vector<WindowCommand> commands{{QStringLiteral("training"),
                                       inside ? Say::tr("Leave the training") : Say::tr("Practice office …"),
                                       QKeySequence(Qt::Key_F9),
                                       std::move(run),
                                       {}}};
  if (!inside) return commands;
  commands.push_back({QStringLiteral("tasks"),
                      Say::tr("Show or hide the practice tasks"),
                      QKeySequence(Qt::SHIFT | Qt::Key_F9),
                      [&window] {
                        if (auto* panel = window.findChild<TaskPanel*>())
                          panel->setVisible(panel->isHidden());
                      },
                      {}});
  return commands;
}

QString practiceTitle(const Context& context, const QString& title) {
  return context.desk.ports.training == nullptr ? title : Say::tr("[Training] %1").arg(title);
}

void markPractice(const Context& context, QMainWindow& window, QVBoxLayout& box,
                  const std::function<void()>& leave) {
  if (context.desk.ports.training == nullptr) return;
  auto* band = new TrainingBand(context.theme, TrainingBand::Size::Window);
  box.insertWidget(0, band);
  QObject::connect(band, &TrainingBand::leaveWanted, &window, leave);
  new TrainingMarker(context.theme, &window);
}

void addTasks(const Context& context, QMainWindow& window, Workspace& workspace,
              const std::function<void(const Message&)>& say) {
  if (context.desk.ports.training == nullptr) return;
  auto* tasks = new TaskPanel(context, &window);
  window.addDockWidget(Qt::RightDockWidgetArea, tasks);
  QObject::connect(tasks, &TaskPanel::placeWanted, &workspace, [&workspace](core::Queue queue) {
    workspace.showQueue(queue);
    workspace.focusTable();
  });
  QObject::connect(tasks, &TaskPanel::said, &window, say);
}

} // namespace madoguchi::ui
