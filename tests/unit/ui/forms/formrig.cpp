// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/unit/ui/forms/formrig.h"

#include "core/procedures/procedurereader.h"
#include "tests/support/testsupport.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QDir>
#include <QInputMethodEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QTest>
#include <QVBoxLayout>

namespace madoguchi::tests {

FormRig::FormRig(const QString& name, const std::map<std::string, core::OfficeValue>& corrected)
    : m_corrected(corrected) {
  const QDir folder(QString::fromStdString(resourcesFolder()) + QStringLiteral("/procedures/") + name);
  std::map<std::string, std::string> files;
  for (const QString& file : folder.entryList({QStringLiteral("*.json")}))
    files[file.toStdString()] = readFile(folder.filePath(file).toStdString());
  auto read = core::readProcedure(files);
  if (!read) qFatal("%s", read.error().detail.c_str());
  procedure = std::move(*read);
  sample = core::parseJson(files["sample.json"]).value();
  schema = core::FormSchema::compile(procedure.form).value();
  show(sample);
  makeView();
}

FormRig::FormRig(core::Procedure bare, const core::json::value& form)
    : procedure(std::move(bare)), sample(form), schema(core::FormSchema::compile(procedure.form).value()) {
  show(sample);
  makeView();
}

void FormRig::makeView() {
  view = std::make_unique<ui::FormView>(model);
  auto* layout = new QVBoxLayout(&window);
  layout->setContentsMargins({});
  layout->addWidget(view.get());
  window.resize(900, 700);
}

void FormRig::press(const char* button) const {
  auto* found = view->findChild<QAbstractButton*>(QString::fromLatin1(button));
  if (found == nullptr || !found->isVisible()) qFatal("no button %s", button);
  found->setFocus();
  QTest::keyClick(found, Qt::Key_Space);
}

QStringList FormRig::shipped() {
  const QDir folder(QString::fromStdString(resourcesFolder()) + QStringLiteral("/procedures"));
  return folder.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
}

void FormRig::show(const core::json::value& form) {
  model.show(procedure, &*schema, form, m_corrected);
}

bool FormRig::activate() {
  window.show();
  window.activateWindow();
  const bool active = QTest::qWaitForWindowActive(&window);
  QCoreApplication::processEvents();
  return active;
}

ui::FieldEditor* FormRig::editor(const char* pointer) const {
  return view->findChild<ui::FieldEditor*>(QStringLiteral("field:") + QString::fromLatin1(pointer));
}

ui::FieldLine* FormRig::line(const char* pointer) const {
  return view->findChild<ui::FieldLine*>(QStringLiteral("line:") + QString::fromLatin1(pointer));
}

QWidget* FormRig::input(const char* pointer) const {
  const ui::FieldEditor* found = editor(pointer);
  return found == nullptr ? nullptr : found->inputs().constFirst();
}

void FormRig::type(const char* pointer, const QString& text) {
  QWidget* target = input(pointer);
  target->setFocus();
  if (auto* line = qobject_cast<QLineEdit*>(target)) line->selectAll();
  if (auto* area = qobject_cast<QPlainTextEdit*>(target)) area->selectAll();
  if (auto* box = qobject_cast<QComboBox*>(target); box != nullptr && box->lineEdit() != nullptr)
    box->lineEdit()->selectAll();
  QTest::keyClick(target, Qt::Key_Delete);
  for (const QChar letter : text)
    if (letter.unicode() < 0x80) {
      QTest::keyClick(target, letter.toLatin1());
    } else {
      // As an input method hands it over.
      QInputMethodEvent composed;
      composed.setCommitString(QString(letter));
      QCoreApplication::sendEvent(target, &composed);
    }
}

std::string FormRig::value(const char* pointer) const {
  const core::json::value* found = model.valueAt(pointer);
  return found == nullptr ? std::string() : core::canonicalJson(*found);
}

} // namespace madoguchi::tests
