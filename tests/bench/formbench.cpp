// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formmodel.h"
#include "tests/bench/benchsupport.h"
#include "tests/support/outsideforms.h"
#include "ui/forms/formview.h"

#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QLineEdit>
#include <QScrollArea>

using namespace madoguchi;

namespace {

constexpr double kLimit = 300; // milliseconds for the largest form
constexpr QSize kSize(900, 700);

/// As many rows of a label and an input as the form has lines, in a window that is shown.
double bareRows(int count) {
  return bench::millisOf(
      [count] {
        QScrollArea area;
        auto* inside = new QWidget;
        auto* layout = new QGridLayout(inside);
        for (int row = 0; row < count; ++row) {
          layout->addWidget(new QLabel(QStringLiteral("Row %1").arg(row)), row, 0);
          layout->addWidget(new QLineEdit, row, 1);
        }
        area.setWidget(inside);
        area.setWidgetResizable(true);
        area.resize(kSize);
        area.show();
        QApplication::processEvents();
      },
      3);
}

void measure(const tests::OutsideForm& form, const std::string& name, const core::json::value& value) {
  const auto schema = bench::expected(core::FormSchema::compile(form.procedure.form));
  int rows = 0;
  const double opened = bench::millisOf(
      [&] {
        models::FormModel model;
        model.show(form.procedure, &schema, value, {});
        ui::FormView view(model);
        view.resize(kSize);
        view.show();
        QApplication::processEvents();
        QApplication::processEvents();
        rows = model.rowCount();
      },
      3);
  bench::report(name + ": open, " + std::to_string(rows) + " lines", opened, kLimit);
  bench::report(name + ": open, against bare rows", opened, bareRows(rows));
  models::FormModel model;
  model.show(form.procedure, &schema, value, {});
  ui::FormView view(model);
  view.resize(kSize);
  view.show();
  QApplication::processEvents();
  for (const models::FormRow& row : model.rows()) {
    if (row.kind != models::FormRow::Kind::Field || row.type != models::FieldType::Line) continue;
    const std::string pointer = row.pointer;
    int turn = 0;
    const double edit = bench::millisOf(
        [&] {
          model.setValue(pointer, core::json::string("text " + std::to_string(++turn)));
          QApplication::processEvents();
        },
        5);
    bench::report(name + ": one field changed, checked and shown", edit, 50);
    return;
  }
}

} // namespace

int main(int count, char** arguments) {
  if (qEnvironmentVariableIsEmpty("QT_QPA_PLATFORM")) qputenv("QT_QPA_PLATFORM", "offscreen");
  const QApplication application(count, arguments);
  const std::vector<tests::OutsideForm> forms = tests::outsideForms();
  int measured = 0;
  for (const tests::OutsideForm& form : forms) {
    if (form.name.rfind("odp", 0) != 0) continue;
    ++measured;
    measure(form, form.name + ", empty", core::json::object());
    if (!form.examples.empty()) measure(form, form.name + ", filled", form.examples.front().value);
  }
  return measured > 0
             ? 0
             : bench::notMeasured("formbench", "the forms of MADOGUCHI_SHARED_DATA/forms/odp are not here");
}
