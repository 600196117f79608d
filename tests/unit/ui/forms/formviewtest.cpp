// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/testsupport.h"
#include "tests/unit/ui/forms/formrig.h"
#include "ui/forms/errorlist.h"
#include "ui/forms/formlines.h"

#include <QtTest>
#include <QtWidgets>

using namespace madoguchi;
using tests::FormRig;

namespace {

const QString kWaste = QStringLiteral("industrial-waste-collection-permit");

QByteArray languageOf(const QString& name) {
  return name.toLatin1();
}

} // namespace

class FormViewTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() { QLocale::setDefault(QLocale(QLocale::Japanese)); }

  void shouldShowALineForEachRow_data() {
    QTest::addColumn<QString>("procedure");
    for (const QString& name : FormRig::shipped())
      QTest::newRow(languageOf(name).constData()) << name;
  }
  void shouldShowALineForEachRow() {
    QFETCH(QString, procedure);
    FormRig rig(procedure);
    QVERIFY(rig.activate());

    int fields = 0;
    for (const models::FormRow& row : rig.model.rows()) {
      if (row.kind != models::FormRow::Kind::Field) continue;
      ++fields;
      QVERIFY2(rig.editor(row.pointer.c_str()) != nullptr, row.pointer.c_str());
      QVERIFY2(!rig.line(row.pointer.c_str())->geometry().isEmpty(), row.pointer.c_str());
    }
    QVERIFY(fields > 0);
    QVERIFY(rig.model.errors().empty());
    QVERIFY(!rig.view->findChild<ui::ErrorList*>()->isVisible());
  }

  void shouldKeepTheSample_whenEachFieldIsTypedAgain_data() { shouldShowALineForEachRow_data(); }
  void shouldKeepTheSample_whenEachFieldIsTypedAgain() {
    QFETCH(QString, procedure);
    for (const QLocale::Language language : {QLocale::Japanese, QLocale::English}) {
      QLocale::setDefault(QLocale(language));
      FormRig rig(procedure);
      QSignalSpy edited(&rig.model, &models::FormModel::edited);
      for (const models::FormRow& row : std::vector(rig.model.rows())) {
        if (row.kind != models::FormRow::Kind::Field) continue;
        ui::FieldEditor* editor = rig.editor(row.pointer.c_str());
        // WHEN the field's own text is put in again as typed
        editor->setDraft(editor->draft());
        Q_EMIT editor->typed();

        QVERIFY2(editor->value(), row.pointer.c_str());
      }
      QVERIFY(rig.view->commit());
      QCOMPARE(edited.count(), 0);
      QVERIFY(rig.view->drafts().isEmpty());
      QCOMPARE(core::canonicalJson(rig.model.form()), core::canonicalJson(rig.sample));
    }
  }

  void shouldSaveWhatIsTyped_whenTheFieldIsLeft_data() {
    QTest::addColumn<QByteArray>("pointer");
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QByteArray>("saved");
    const auto row = [](const char* name, const char* pointer, const QString& typed, const char* saved) {
      QTest::newRow(name) << QByteArray(pointer) << typed << QByteArray(saved);
    };
    row("line", "/office/name", QStringLiteral("東支社"), "\"東支社\"");
    row("text", "/business/destination", QStringLiteral("みどり工業"), "\"みどり工業\"");
    row("era day", "/training/completedOn", QStringLiteral("令和7年6月1日"), "\"2025-06-01\"");
    row("short era day", "/training/completedOn", QStringLiteral("R7.6.1"), "\"2025-06-01\"");
    row("first year", "/training/completedOn", QStringLiteral("令和元年5月1日"), "\"2019-05-01\"");
    row("western day", "/training/completedOn", QStringLiteral("2025/6/1"), "\"2025-06-01\"");
    row("number", "/business/monthlyTons", QStringLiteral("12.5"), "1.25E1");
    row("full width number", "/vehicles/0/maxLoad", QStringLiteral("３，０００"), "3000");
    row("money", "/finance/required", QStringLiteral("1,234,567円"), "1234567");
    row("money below nothing", "/finance/netAssets", QStringLiteral("▲500"), "-500");
    row("postal code", "/office/address/postalCode", QStringLiteral("１９２００４６"), "\"192-0046\"");
    row("phone", "/office/phone", QStringLiteral("０４２ー５５５－０１９９"), "\"042-555-0199\"");
    row("municipality by name", "/office/address/municipality", QStringLiteral("三鷹"), "\"132047\"");
    row("municipality by code", "/office/address/municipality", QStringLiteral("141003"), "\"141003\"");
    row("emptied", "/office/address/building", QStringLiteral(""), "");
  }
  void shouldSaveWhatIsTyped_whenTheFieldIsLeft() {
    QFETCH(QByteArray, pointer);
    QFETCH(QString, typed);
    QFETCH(QByteArray, saved);
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    const std::string before = rig.value(pointer.constData());

    rig.type(pointer.constData(), typed);
    QCOMPARE(rig.value(pointer.constData()), before);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);

    QCOMPARE(rig.value(pointer.constData()), saved.toStdString());
    QVERIFY(rig.view->drafts().isEmpty());
  }

  void shouldShowBothCalendars() {
    FormRig rig(kWaste);
    auto* line = qobject_cast<QLineEdit*>(rig.input("/training/completedOn"));
    QCOMPARE(line->text(), QStringLiteral("令和7年9月19日"));
    bool western = false;
    for (const QLabel* label : rig.editor("/training/completedOn")->findChildren<QLabel*>())
      western = western || label->text().contains(QStringLiteral("2025-09-19"));
    QVERIFY(western);
  }

  void shouldNameTheRightEra_whenAnImpossibleDayIsTyped() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    rig.type("/training/completedOn", QStringLiteral("平成31年6月1日"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);

    QCOMPARE(rig.value("/training/completedOn"), std::string("\"2025-09-19\""));
    QVERIFY(rig.line("/training/completedOn")->problem().contains(QStringLiteral("令和元年6月1日")));
    const auto* errors = rig.view->findChild<ui::ErrorList*>();
    QCOMPARE(errors->entries().size(), std::size_t(1));
    QVERIFY(!rig.view->commit());

    // WHEN the proposed day is taken
    rig.view->findChild<QPushButton*>(QStringLiteral("better:/training/completedOn"))->click();
    QCOMPARE(rig.value("/training/completedOn"), std::string("\"2019-06-01\""));
    QVERIFY(errors->entries().empty());
  }

  void shouldRefuseANumber_whenItIsNone() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    rig.type("/business/monthlyTons", QStringLiteral("たくさん"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(!rig.line("/business/monthlyTons")->problem().isEmpty());
    QCOMPARE(qobject_cast<QLineEdit*>(rig.input("/business/monthlyTons"))->text(),
             QStringLiteral("たくさん"));
  }

  void shouldShowAField_whenAnAnswerAsksForIt() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    QVERIFY(rig.editor("/application/previousPermitNumber") == nullptr);
    QWidget* answered = rig.input("/application/kind");
    answered->setFocus();

    // WHEN an arrow key moves to "renewal" and Tab leaves the field
    QTest::keyClick(answered, Qt::Key_Right);
    QCOMPARE(rig.value("/application/kind"), std::string("\"new\""));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);

    QCOMPARE(rig.value("/application/kind"), std::string("\"renewal\""));
    QVERIFY(rig.editor("/application/previousPermitNumber") != nullptr);
    QCOMPARE(QApplication::focusWidget(), rig.input("/application/previousPermitNumber"));
  }

  void shouldKeepTheKeyboard_whenOtherLinesComeAndGo() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    QWidget* here = rig.input("/office/name");
    rig.type("/office/name", QStringLiteral("本店"));

    rig.model.setValue("/application/kind", "change");
    rig.model.setValue("/finance/deficit", true);

    QCOMPARE(QApplication::focusWidget(), here);
    QCOMPARE(qobject_cast<QLineEdit*>(here)->text(), QStringLiteral("本店"));
  }

  void shouldSaveAChoiceAtOnce_whenItIsClicked() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    for (auto* button : rig.editor("/vehicles/0/title")->findChildren<QRadioButton*>())
      if (!button->isChecked()) {
        QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
        break;
      }
    QCOMPARE(rig.value("/vehicles/0/title"), std::string("\"lease\""));
    QVERIFY(rig.editor("/vehicles/0/leaseUntil") != nullptr);
  }

  void shouldSaveSeveralTicksAsOneEdit() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    QSignalSpy edited(&rig.model, &models::FormModel::edited);
    const auto boxes = rig.editor("/business/wasteTypes")->findChildren<QCheckBox*>();
    boxes[0]->setFocus();
    QTest::keyClick(boxes[0], Qt::Key_Space);
    boxes[1]->setFocus();
    QTest::keyClick(boxes[1], Qt::Key_Space);
    QCOMPARE(edited.count(), 0);
    rig.input("/office/name")->setFocus();
    QCOMPARE(edited.count(), 1);
    QCOMPARE(rig.value("/business/wasteTypes"),
             std::string(R"(["cinders","sludge","plastics","wood","metal","glass","debris"])"));
  }

  void shouldAddAndRemoveEntries() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    rig.view->findChild<QPushButton*>(QStringLiteral("add:/vehicles"))->click();
    QCOMPARE(QApplication::focusWidget(), rig.input("/vehicles/2/plate"));
    rig.type("/vehicles/2/plate", QStringLiteral("多摩100い1"));
    QVERIFY(rig.view->commit());
    QCOMPARE(rig.value("/vehicles/2"), std::string("{\"plate\":\"多摩100い1\"}"));

    rig.view->findChild<QPushButton*>(QStringLiteral("remove:/vehicles/0"))->click();
    QCOMPARE(rig.value("/vehicles/1"), std::string("{\"plate\":\"多摩100い1\"}"));
    QCOMPARE(qobject_cast<QLineEdit*>(rig.input("/vehicles/1/plate"))->text(), QStringLiteral("多摩100い1"));
    QVERIFY(rig.editor("/vehicles/2/plate") == nullptr || !rig.line("/vehicles/2/plate")->isVisible());
  }

  void shouldMoveUnsavedText_whenAnEntryBeforeItGoes() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    rig.type("/vehicles/1/maxLoad", QStringLiteral("約三トン"));
    QVERIFY(!rig.view->commit());
    QSignalSpy dropped(rig.view.get(), &ui::FormView::draftDropped);

    rig.view->findChild<QPushButton*>(QStringLiteral("remove:/vehicles/0"))->click();

    QCOMPARE(dropped.count(), 1);
    QCOMPARE(rig.view->drafts().value(QStringLiteral("/vehicles/0/maxLoad")), QStringLiteral("約三トン"));
    QCOMPARE(qobject_cast<QLineEdit*>(rig.input("/vehicles/0/maxLoad"))->text(), QStringLiteral("約三トン"));
  }

  void shouldNotSaveWhatIsBeingComposed() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    QSignalSpy drafts(rig.view.get(), &ui::FormView::draftChanged);
    QWidget* target = rig.input("/office/name");
    target->setFocus();
    qobject_cast<QLineEdit*>(target)->clear();
    QInputMethodEvent preedit(QStringLiteral("とうきょう"), {});
    QCoreApplication::sendEvent(target, &preedit);

    QTest::keyClick(target, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), target);
    QVERIFY(drafts.isEmpty());
    (void)rig.view->commit();
    QCOMPARE(rig.value("/office/name"), std::string("\"本社\""));

    QInputMethodEvent commit;
    commit.setCommitString(QStringLiteral("東京"));
    QCoreApplication::sendEvent(target, &commit);
    QTest::keyClick(target, Qt::Key_Return);
    QCOMPARE(rig.value("/office/name"), std::string("\"東京\""));
  }

  void shouldGoOnByEnter_andRestoreByEscape() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    rig.type("/office/name", QStringLiteral("変更"));
    QSignalSpy dropped(rig.view.get(), &ui::FormView::draftDropped);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
    QCOMPARE(qobject_cast<QLineEdit*>(rig.input("/office/name"))->text(), QStringLiteral("本社"));
    QCOMPARE(dropped.count(), 1);
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), rig.input("/office/address/postalCode"));
    QCOMPARE(rig.value("/office/name"), std::string("\"本社\""));
  }

  void shouldTellDrafts_andTakeThemBack() {
    QMap<QString, QString> kept;
    {
      FormRig rig(kWaste);
      QVERIFY(rig.activate());
      connect(rig.view.get(), &ui::FormView::draftChanged, this,
              [&](const QString& pointer, const QString& text) { kept[pointer] = text; });
      rig.type("/office/name", QStringLiteral("半分"));
      // GIVEN the case is closed before the field was left
      rig.model.clear();
      QVERIFY(rig.view->drafts().isEmpty());
      QVERIFY(rig.view->findChildren<ui::FormLines*>().constFirst()->lines().empty());
    }
    FormRig rig(kWaste);
    rig.view->restoreDrafts(kept);
    QCOMPARE(qobject_cast<QLineEdit*>(rig.input("/office/name"))->text(), QStringLiteral("半分"));
    QCOMPARE(rig.value("/office/name"), std::string("\"本社\""));
    QVERIFY(rig.view->commit());
    QCOMPARE(rig.value("/office/name"), std::string("\"半分\""));
  }

  void shouldKeepWhatIsTyped_whenTheSameCaseIsShownAgain() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    rig.type("/office/name", QStringLiteral("途中"));
    core::json::value newer = rig.sample;
    QVERIFY(core::setValueAt(newer, "/office/phone", "042-555-0000"));
    rig.show(newer);
    QCOMPARE(qobject_cast<QLineEdit*>(rig.input("/office/name"))->text(), QStringLiteral("途中"));
    QCOMPARE(qobject_cast<QLineEdit*>(rig.input("/office/phone"))->text(), QStringLiteral("042-555-0000"));
  }

  void shouldRefuseAMyNumber_andTellItNobody() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    QStringList told;
    connect(rig.view.get(), &ui::FormView::draftChanged, this,
            [&](const QString&, const QString& text) { told << text; });
    rig.type("/office/name", QStringLiteral("123456789018"));
    QVERIFY(!rig.view->commit());
    QVERIFY(!told.contains(QStringLiteral("123456789018")));
    QVERIFY(!rig.view->drafts().values().contains(QStringLiteral("123456789018")));
    QVERIFY(!rig.line("/office/name")->problem().isEmpty());
  }

  void shouldShowWhatTheApplicantWrote() {
    FormRig rig(kWaste, {{"/form/office/phone",
                          core::OfficeValue{core::json::value("042-555-9999"), core::UserId("clerk1"), {}}}});
    QStringList said;
    for (const QLabel* label : rig.line("/office/phone")->findChildren<QLabel*>())
      said << label->text();
    QVERIFY(said.join(QChar(u'\n')).contains(QStringLiteral("042-555-9999")));
  }

  void shouldJumpToWhatIsWrong() {
    FormRig rig(kWaste);
    core::json::value wrong = rig.sample;
    QVERIFY(core::setValueAt(wrong, "/finance/required", -1));
    QVERIFY(core::setValueAt(wrong, "/office", nullptr));
    rig.show(wrong);
    QVERIFY(rig.activate());
    auto* errors = rig.view->findChild<ui::ErrorList*>();
    QVERIFY(errors->isVisible());
    QCOMPARE(errors->entries().size(), std::size_t(2));

    QVERIFY(rig.view->jumpToNextError());
    QCOMPARE(QApplication::focusWidget(), rig.input("/office/name"));
    auto* list = errors->findChild<QListWidget*>();
    list->setCurrentRow(1);
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(QApplication::focusWidget(), rig.input("/finance/required"));
    QVERIFY(!rig.view->jumpTo(QStringLiteral("/nowhere")));
  }

  void shouldShowTextThatCanBeSelected_whenReadOnly() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    rig.type("/office/name", QStringLiteral("未保存"));
    rig.view->setReadOnly(true);
    QVERIFY(rig.editor("/office/phone") == nullptr);
    const auto* phone = rig.view->findChild<QLabel*>(QStringLiteral("field:/office/phone"));
    QCOMPARE(phone->text(), QStringLiteral("042-555-0142"));
    const auto read = [&](const char* pointer) {
      return rig.view->findChild<QLabel*>(QStringLiteral("field:") + QString::fromLatin1(pointer))->text();
    };
    QCOMPARE(read("/business/monthlyTons"), QStringLiteral("120.5トン／月"));
    QVERIFY(read("/office/address/municipality").contains(QStringLiteral("八王子市")));
    QCOMPARE(read("/vehicles/0/title"), QStringLiteral("所有"));
    QVERIFY(phone->textInteractionFlags().testFlag(Qt::TextSelectableByMouse));
    QVERIFY(!rig.view->findChild<QPushButton*>(QStringLiteral("add:/vehicles"))->isVisible());
    QCOMPARE(rig.value("/office/name"), std::string("\"本社\""));

    rig.view->setReadOnly(false);
    QCOMPARE(qobject_cast<QLineEdit*>(rig.input("/office/name"))->text(), QStringLiteral("未保存"));
  }

  void shouldSpeakTheOtherLanguage_whenItChanges() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    rig.type("/office/name", QStringLiteral("本店"));
    QLocale::setDefault(QLocale(QLocale::English));
    QEvent change(QEvent::LanguageChange);
    QCoreApplication::sendEvent(rig.view.get(), &change);
    QCOMPARE(rig.input("/office/phone")->accessibleName().section(QChar(u','), 0, 0),
             QStringLiteral("Telephone of the office"));
    QCOMPARE(qobject_cast<QComboBox*>(rig.input("/vehicles/0/body"))->currentText(),
             QStringLiteral("Dump truck"));
    QCOMPARE(qobject_cast<QLineEdit*>(rig.input("/training/completedOn"))->text(),
             QStringLiteral("2025-09-19"));
    QCOMPARE(qobject_cast<QLineEdit*>(rig.input("/office/name"))->text(), QStringLiteral("本店"));
  }

  void shouldNameEverythingForScreenReaders_data() { shouldShowALineForEachRow_data(); }
  void shouldNameEverythingForScreenReaders() {
    QFETCH(QString, procedure);
    FormRig rig(procedure);
    QVERIFY(rig.activate());
    int seen = 0;
    for (const QWidget* widget : rig.view->findChildren<QWidget*>()) {
      if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus || widget->focusProxy() != nullptr)
        continue;
      QAccessibleInterface* spoken = QAccessible::queryAccessibleInterface(const_cast<QWidget*>(widget));
      QVERIFY(spoken != nullptr);
      ++seen;
      QVERIFY2(!spoken->text(QAccessible::Name).isEmpty(), widget->metaObject()->className());
    }
    QVERIFY(seen >= rig.model.rowCount() / 2);
  }

  void shouldMakeEditorsAsTheyComeIntoView_whenTheFormIsLong() {
    FormRig rig(kWaste);
    core::json::value longForm = rig.sample;
    core::json::array& vehicles = longForm.at("vehicles").as_array();
    const core::json::value vehicle = vehicles[0];
    while (vehicles.size() < 100)
      vehicles.push_back(vehicle);
    rig.show(core::json::object());
    rig.show(longForm);
    QVERIFY(rig.activate());
    const auto built = [&] {
      const auto lines = rig.view->findChildren<ui::FieldLine*>();
      return std::count_if(lines.begin(), lines.end(),
                           [](const ui::FieldLine* line) { return line->isBuilt(); });
    };
    const auto all = rig.view->findChildren<ui::FieldLine*>().size();
    QVERIFY(all > 400);
    QVERIFY(built() < all / 2);

    QVERIFY(rig.view->jumpTo(QStringLiteral("/vehicles/80/plate")));
    QCOMPARE(QApplication::focusWidget(), rig.input("/vehicles/80/plate"));
    // Tab always finds the next one.
    for (int i = 0; i < 40; ++i)
      QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    QVERIFY(QApplication::focusWidget() != nullptr);
    QVERIFY(rig.editor("/vehicles/85/plate") != nullptr);
    QVERIFY(built() < all);
  }
};

QTEST_MAIN(FormViewTest)
#include "formviewtest.moc"
