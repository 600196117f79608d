// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/outsideforms.h"
#include "tests/support/testsupport.h"
#include "tests/unit/ui/forms/formrig.h"
#include "ui/forms/choiceline.h"
#include "ui/forms/comboeditor.h"
#include "ui/forms/errorlist.h"
#include "ui/forms/formdrafts.h"
#include "ui/forms/formlines.h"
#include "ui/forms/postalcompleter.h"

#include <QtTest>
#include <QtWidgets>

#include <algorithm>

using namespace madoguchi;
using tests::FormRig;

namespace {

core::json::value parsed(std::string text) {
  std::replace(text.begin(), text.end(), '\'', '"');
  return core::parseJson(text).value();
}

const std::string kLists =
    "{'type':'object','title':'Lists','properties':{'cars':{'type':'array','items':{'type':'"
    "object','properties':{'plate':{'type':'string','description':'As on the car'},'seats':{'"
    "type':'array','items':{'type':'integer'}}},'required':['plate']}}}}";

std::string longEnumeration() {
  std::string text = "{'type':'object','properties':{'place':{'type':'string','enum':[";
  for (int i = 0; i < 743; ++i)
    text += (i == 0 ? "'" : ",'") + std::string("Office ") + std::to_string(1000 + i) + "'";
  return text + "]}}}";
}

/// All inputs, in the order in which they stand.
QWidgetList inputsOf(const ui::FormView& view) {
  QWidgetList out;
  for (const ui::FormLine* line : view.findChild<ui::FormLines*>()->lines())
    for (QWidget* input : line->inputs())
      if (input->isVisible() && input->isEnabled()) out.append(input);
  return out;
}

bool takesTab(const QWidget* widget) {
  return widget->isVisible() && widget->isEnabled() && (widget->focusPolicy() & Qt::TabFocus) != 0;
}

/// Where one of a group is chosen, Tab leaves the others to the arrow keys.
bool isPassedOver(const QWidget* widget) {
  const auto* button = qobject_cast<const QRadioButton*>(widget);
  return button != nullptr && button->group() != nullptr && button->group()->checkedButton() != nullptr &&
         !button->isChecked();
}

/// Is asked, and knows nothing.
class NoPlaces : public models::PostalSource {
public:
  quint64 ask(const QString&, int) override { return ++m_asked; }
  quint64 askMunicipality(const QString&, int) override { return ++m_asked; }

private:
  quint64 m_asked = 0;
};

} // namespace

class SchemaFormViewTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() { QLocale::setDefault(QLocale(QLocale::English)); }

  void shouldCompleteAddresses_withoutALayout() {
    NoPlaces places;
    FormRig rig(tests::bareProcedure(parsed(
                    "{'type':'object','properties':{'zip_code':{'type':'string','pattern':'^[0-9]{7}$'},"
                    "'todofuken':{'type':'string','title':'都道府県'},'city':{'type':'string'},"
                    "'town':{'type':'string'},'shop':{'type':'string'}}}")),
                core::json::object());
    rig.view->completeFrom(places);
    QVERIFY(rig.activate());
    // WHEN a place is picked that was offered for the postal code
    auto* completer = rig.input("/zip_code")->findChild<ui::PostalCompleter*>();
    QVERIFY(completer != nullptr);
    QVERIFY(rig.input("/shop")->findChild<ui::PostalCompleter*>() == nullptr);
    Q_EMIT completer->picked({"2200012", "神奈川県横浜市西区", "みなとみらい"});
    // THEN the parts stand where they belong, and the code as this form wants it
    QCOMPARE(rig.value("/zip_code"), std::string("\"2200012\""));
    QCOMPARE(rig.value("/todofuken"), std::string("\"神奈川県\""));
    QCOMPARE(rig.value("/city"), std::string("\"横浜市西区\""));
    QCOMPARE(rig.value("/town"), std::string("\"みなとみらい\""));
    QCOMPARE(rig.value("/shop"), std::string());
  }

  void shouldFillNestedLists_byKeyboardAlone() {
    FormRig rig(tests::bareProcedure(parsed(kLists)), core::json::object());
    QVERIFY(rig.activate());
    rig.press("add:/cars");
    QCOMPARE(QApplication::focusWidget(), rig.input("/cars/0/plate"));
    rig.type("/cars/0/plate", u"A1"_qs);
    rig.press("add:/cars");
    rig.type("/cars/1/plate", u"B2"_qs);
    rig.press("add:/cars/1/seats");
    QCOMPARE(QApplication::focusWidget(), rig.input("/cars/1/seats/0"));
    rig.type("/cars/1/seats/0", u"4"_qs);
    QVERIFY(rig.view->commit());
    QCOMPARE(rig.value(""), std::string(R"({"cars":[{"plate":"A1"},{"plate":"B2","seats":[4]}]})"));

    // WHEN the keyboard stands in the second entry, and it is moved up
    rig.input("/cars/1/plate")->setFocus();
    QSignalSpy edited(&rig.model, &models::FormModel::edited);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Up, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(rig.value("/cars/0/plate"), std::string("\"B2\""));
    QCOMPARE(edited.count(), 1);
    QCOMPARE(QApplication::focusWidget()->window(), rig.view->window());
    rig.press("remove:/cars/1");
    QCOMPARE(rig.value(""), std::string(R"({"cars":[{"plate":"B2","seats":[4]}]})"));
  }

  void shouldMoveDraftsWithTheirEntries() {
    const QMap<QString, QString> drafts{
        {u"/a/0/x"_qs, u"0"_qs}, {u"/a/1"_qs, u"1"_qs}, {u"/a/2/x"_qs, u"2"_qs}, {u"/b"_qs, u"b"_qs}};
    const QMap<QString, QString> moved{
        {u"/a/2/x"_qs, u"0"_qs}, {u"/a/0"_qs, u"1"_qs}, {u"/a/1/x"_qs, u"2"_qs}, {u"/b"_qs, u"b"_qs}};
    QCOMPARE(ui::draftsMoved("/a/0", 2, drafts), moved);
    QCOMPARE(ui::draftsMoved("/a/2", -2, moved), drafts);
    QCOMPARE(ui::draftsWithout("/a/1", drafts),
             (QMap<QString, QString>{{u"/a/0/x"_qs, u"0"_qs}, {u"/a/1/x"_qs, u"2"_qs}, {u"/b"_qs, u"b"_qs}}));
  }

  void shouldSaveBesideAnEntry_whatCannotBeSavedYet() {
    FormRig rig(tests::bareProcedure(parsed(kLists)), parsed("{'cars':[{'plate':'A','seats':[1,2]}]}"));
    QVERIFY(rig.activate());
    rig.type("/cars/0/seats/0", u"x"_qs);
    QVERIFY(!rig.view->commit());
    rig.press("down:/cars/0/seats/0");
    // THEN the value has moved, and what was typed with it
    QCOMPARE(rig.value("/cars/0/seats"), std::string("[2,1]"));
    QCOMPARE(rig.view->drafts().value(u"/cars/0/seats/1"_qs), u"x"_qs);
    QVERIFY(!rig.view->drafts().contains(u"/cars/0/seats/0"_qs));
  }

  void shouldSwitchAnAlternative_inOneEdit() {
    FormRig rig(
        tests::bareProcedure(
            parsed("{'type':'object','properties':{'by':{'oneOf':[{'title':'A person','properties':{'name':{'"
                   "type':'string'}}},{'title':'A firm','properties':{'firm':{'type':'string'}}}]}}}")),
        core::json::object());
    QVERIFY(rig.activate());
    auto* box = rig.view->findChild<QComboBox*>(u"choice:/by"_qs);
    QVERIFY(box != nullptr);
    QCOMPARE(box->currentText(), u"A person"_qs);
    box->setFocus();
    QTest::keyClick(box, Qt::Key_Down);
    // The lines of the other alternative are there until the next turn of the event loop.
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(rig.input("/by/firm") != nullptr);
    QVERIFY(rig.input("/by/name") == nullptr);
  }

  void shouldSearchALongEnumeration() {
    FormRig rig(tests::bareProcedure(parsed(longEnumeration())), core::json::object());
    QVERIFY(rig.activate());
    rig.type("/place", u"ce 1617"_qs);
    QVERIFY(rig.view->commit());
    QCOMPARE(rig.value("/place"), std::string("\"Office 1617\""));
  }

  void shouldJumpToAnErrorInAFoldedPart() {
    FormRig rig(tests::bareProcedure(
                    parsed("{'type':'object','properties':{'a':{'type':'object','properties':{'b':{'"
                           "type':'object','properties':{'n':{'type':'string','minLength':3}}}}}}}")),
                parsed("{'a':{'b':{'n':'x'}}}"));
    rig.model.setOpen("/a", false);
    QVERIFY(rig.activate());
    auto* errors = rig.view->findChild<ui::ErrorList*>();
    QCOMPARE(errors->entries().size(), std::size_t{1});
    QVERIFY(rig.input("/a/b/n") == nullptr);
    QVERIFY(rig.view->jumpToNextError());
    QCOMPARE(QApplication::focusWidget(), rig.input("/a/b/n"));
  }

  void shouldTellListenersEverything_data() {
    QTest::addColumn<QString>("procedure");
    QTest::addColumn<int>("outside");
    for (const QString& name : FormRig::shipped())
      QTest::newRow(name.toLatin1().constData()) << name << -1;
    const auto forms = tests::outsideForms();
    for (std::size_t i = 0; i < forms.size() && i < 8; ++i)
      QTest::newRow(forms[i].name.c_str()) << QString() << static_cast<int>(i);
    for (std::size_t i = forms.size(); i-- > 0 && i + 2 >= forms.size();)
      QTest::newRow(forms[i].name.c_str()) << QString() << static_cast<int>(i);
  }

  void shouldTellListenersEverything() {
    QFETCH(QString, procedure);
    QFETCH(int, outside);
    std::unique_ptr<FormRig> rig;
    if (outside < 0) {
      rig = std::make_unique<FormRig>(procedure);
    } else {
      auto forms = tests::outsideForms();
      tests::OutsideForm& form = forms[static_cast<std::size_t>(outside)];
      const core::json::value value =
          form.examples.empty() ? core::json::value(core::json::object()) : form.examples.front().value;
      rig = std::make_unique<FormRig>(form.procedure, value);
    }
    QVERIFY(rig->activate());
    const QWidgetList inputs = inputsOf(*rig->view);
    QVERIFY(!inputs.isEmpty());
    int checked = 0;
    for (QWidget* input : inputs) {
      const QAccessibleInterface* told = QAccessible::queryAccessibleInterface(input);
      QVERIFY2(told != nullptr && !told->text(QAccessible::Name).isEmpty(), qPrintable(input->objectName()));
      ++checked;
    }
    QVERIFY(checked > 2);
    for (const ui::FieldLine* line : rig->view->findChild<ui::FormLines*>()->fieldLines()) {
      if (!line->isBuilt()) continue;
      const QModelIndex row = rig->model.index(line->row());
      const models::FormRow& known = rig->model.rows()[static_cast<std::size_t>(line->row())];
      const QWidget* first = line->inputs().constFirst();
      const QString help = row.data(models::FormModel::HelpRole).toString();
      const QString error = row.data(models::FormModel::ErrorRole).toString();
      QVERIFY2(first->accessibleName().contains(row.data(models::FormModel::TitleRole).toString()),
               line->pointer().c_str());
      if (known.readOnly) continue;
      QVERIFY2(first->accessibleDescription().contains(help), line->pointer().c_str());
      QVERIFY2(first->accessibleDescription().contains(error), line->pointer().c_str());
      if (known.required) QVERIFY2(first->accessibleName().contains(u"required"_qs), line->pointer().c_str());
      const QList<QLabel*> labels = line->findChildren<QLabel*>();
      const QWidgetList own = line->inputs();
      QVERIFY2(std::any_of(labels.begin(), labels.end(),
                           [&](const QLabel* label) { return own.contains(label->buddy()); }),
               line->pointer().c_str());
    }
    // The keyboard goes as the eye does.
    QWidgetList chain;
    for (QWidget* next : ui::readingOrder(rig->window))
      if (inputs.contains(next) && !isPassedOver(next)) chain.append(next);
    QWidgetList tabs;
    for (QWidget* input : inputs)
      if (takesTab(input) && !isPassedOver(input)) tabs.append(input);
    QCOMPARE(chain, tabs);
    int bottom = -1;
    for (const ui::FormLine* line : rig->view->findChild<ui::FormLines*>()->lines()) {
      QVERIFY(line->y() >= bottom);
      bottom = line->y();
    }
  }
};

QTEST_MAIN(SchemaFormViewTest)
#include "schemaformviewtest.moc"
