// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/formmodel.h"

#include "tests/support/fakedesk.h"

#include <QAbstractItemModelTester>
#include <QtTest>

using namespace madoguchi;
using namespace madoguchi::models;

namespace {

const core::Procedure& procedureOf(const tests::FakeDesk& fake, const char* id) {
  return *fake.references->procedure(core::ProcedureId(id), 1);
}

core::json::value sampleOf(const core::Procedure& procedure) {
  return procedure.package.at("sample");
}

} // namespace

class FormModelTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldShowEveryProcedureWithoutErrors_data() {
    QTest::addColumn<QString>("id");
    const tests::FakeDesk fake;
    int procedures = 0;
    for (const core::Procedure* procedure : fake.references->openProcedures()) {
      QTest::addRow("%s", procedure->id.value.c_str()) << QString::fromStdString(procedure->id.value);
      ++procedures;
    }
    QCOMPARE(procedures, 6);
  }

  void shouldShowEveryProcedureWithoutErrors() {
    QFETCH(QString, id);
    const tests::FakeDesk fake;
    const core::Procedure& procedure = procedureOf(fake, id.toLatin1().constData());
    const auto schema = core::FormSchema::compile(procedure.form);
    QVERIFY(schema.has_value());
    FormModel model;
    const QAbstractItemModelTester tester(&model);
    model.show(procedure, &*schema, sampleOf(procedure), {});
    QVERIFY(model.errors().empty());
    QVERIFY(model.rowCount() > 5);
    for (int row = 0; row < model.rowCount(); ++row)
      QVERIFY2(!model.index(row).data(FormModel::TitleRole).toString().isEmpty(),
               qPrintable(QString::number(row)));
  }

  void shouldComeBackUnchanged_whenEachValueIsWrittenAgain_data() {
    shouldShowEveryProcedureWithoutErrors_data();
  }

  void shouldComeBackUnchanged_whenEachValueIsWrittenAgain() {
    QFETCH(QString, id);
    const tests::FakeDesk fake;
    const core::Procedure& procedure = procedureOf(fake, id.toLatin1().constData());
    FormModel source;
    source.show(procedure, nullptr, sampleOf(procedure), {});
    FormModel target;
    target.show(procedure, nullptr, core::json::object(), {});
    // A condition opens fields as the values arrive, so rows are taken anew each time.
    for (const FormRow& row : std::vector(source.rows()))
      if (row.kind == FormRow::Kind::Field || row.kind == FormRow::Kind::Table)
        if (const core::json::value* value = source.valueAt(row.pointer))
          target.setValue(row.pointer, *value);
    QCOMPARE(core::canonicalJson(target.form()), core::canonicalJson(source.form()));
  }

  void shouldTellEdits_withBothValues() {
    const tests::FakeDesk fake;
    const core::Procedure& procedure = procedureOf(fake, "food-business-permit");
    FormModel model;
    model.show(procedure, nullptr, sampleOf(procedure), {});
    std::vector<core::FieldEdit> edits;
    connect(&model, &FormModel::edited, this, [&](const core::FieldEdit& edit) { edits.push_back(edit); });
    model.setValue("/facility/name", core::json::string("まどぐち食堂"));
    QVERIFY(edits.empty());
    model.setValue("/facility/name", core::json::string("新しい食堂"));
    QCOMPARE(edits.size(), std::size_t{1});
    QCOMPARE(edits[0].pointer, std::string("/facility/name"));
    QCOMPARE(std::string(edits[0].before.get_string()), std::string("まどぐち食堂"));
  }

  void shouldStandAtTheField_whenAValueIsWrong() {
    const tests::FakeDesk fake;
    const core::Procedure& procedure = procedureOf(fake, "food-business-permit");
    const auto schema = core::FormSchema::compile(procedure.form);
    FormModel model;
    const QAbstractItemModelTester tester(&model);
    model.show(procedure, &*schema, sampleOf(procedure), {});
    model.setValue("/facility/openingOn", core::json::string("not a day"));
    QVERIFY(!model.errorAt("/facility/openingOn").isEmpty());
    model.setValue("/facility/name", core::json::value());
    QVERIFY(!model.errorAt("/facility/name").isEmpty());
  }

  void shouldAddAndRemoveEntries() {
    const tests::FakeDesk fake;
    const core::Procedure& procedure = procedureOf(fake, "food-business-permit");
    FormModel model;
    const QAbstractItemModelTester tester(&model);
    model.show(procedure, nullptr, sampleOf(procedure), {});
    const int before = model.rowCount();
    model.addItem("/business/equipment");
    QVERIFY(model.rowCount() > before);
    QCOMPARE(model.valueAt("/business/equipment")->get_array().size(), std::size_t{4});
    model.removeItem("/business/equipment/3");
    QCOMPARE(model.rowCount(), before);
    QCOMPARE(core::canonicalJson(model.form()), core::canonicalJson(sampleOf(procedure)));
  }

  void shouldKeepTheApplicantsValue_besideTheOffices() {
    const tests::FakeDesk fake;
    const core::Procedure& procedure = procedureOf(fake, "food-business-permit");
    FormModel model;
    model.show(procedure, nullptr, sampleOf(procedure),
               {{"/form/facility/name", {core::json::string("旧屋号"), core::UserId("sato"), fake.now}}});
    for (int row = 0; row < model.rowCount(); ++row)
      if (model.rows()[static_cast<std::size_t>(row)].pointer == "/facility/name")
        QCOMPARE(model.index(row).data(FormModel::OriginalTextRole).toString(), u"旧屋号"_qs);
    QVERIFY(model.correctionAt("/facility/name") != nullptr);
    QVERIFY(model.correctionAt("/facility/kana") == nullptr);
  }
};

QTEST_GUILESS_MAIN(FormModelTest)
#include "formmodeltest.moc"
