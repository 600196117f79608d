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

/// How often a widget got another size.
class Resizes : public QObject {
public:
  explicit Resizes(QWidget& watched) { watched.installEventFilter(this); }
  [[nodiscard]] int count() const { return m_count; }
  bool eventFilter(QObject* watched, QEvent* event) override {
    m_count += event->type() == QEvent::Resize ? 1 : 0;
    return QObject::eventFilter(watched, event);
  }

private:
  int m_count = 0;
};

const QString kWaste = QStringLiteral("industrial-waste-collection-permit");

} // namespace

class FormViewTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() { QLocale::setDefault(QLocale(QLocale::Japanese)); }

  void shouldShowALineForEachRow_data() {
    QTest::addColumn<QString>("procedure");
    for (const QString& name : FormRig::shipped())
      QTest::newRow(name.toLatin1().constData()) << name;
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

  void shouldGiveTheKeyboardToTheFirstField() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    rig.input("/office/name")->setFocus();
    rig.view->setFocus();
    QCOMPARE(QApplication::focusWidget(), rig.input("/application/kind"));
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

  void shouldKeepTheWidgets_whenTheNextCaseHasTheSameForm() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    const ui::FieldLine* line = rig.line("/application/kind");
    const char* const typed = "/office/name";
    QVERIFY(rig.input(typed) != nullptr);
    rig.type(typed, QStringLiteral("typed and not saved"));
    auto* bar = rig.view->findChild<QScrollArea*>()->verticalScrollBar();
    bar->setValue(bar->maximum());
    QVERIFY(bar->value() > 0);
    QSignalSpy dropped(rig.view.get(), &ui::FormView::draftDropped);
    QSignalSpy edited(&rig.model, &models::FormModel::edited);

    // WHEN the case is left, and another one of the same procedure is shown
    rig.model.clear();
    QVERIFY(!rig.input(typed)->isVisible());
    QVERIFY(rig.view->findChild<ui::FormLines*>()->lines().empty());
    QApplication::processEvents();
    rig.show(rig.sample);

    // THEN nothing was made anew, and nothing of the other case has stayed
    QCOMPARE(rig.line("/application/kind"), line);
    QVERIFY(rig.input(typed)->isVisible());
    QCOMPARE(core::canonicalJson(rig.model.form()), core::canonicalJson(rig.sample));
    QVERIFY(rig.editor(typed)->draft() != QStringLiteral("typed and not saved"));
    QVERIFY(rig.view->drafts().isEmpty());
    QCOMPARE(bar->value(), 0);
    // The draft stays with the case to which it belongs.
    QCOMPARE(dropped.count(), 0);
    QCOMPARE(edited.count(), 0);
  }

  void shouldMakeNewLines_whenTheNextCaseHasAnotherForm() {
    FormRig rig(kWaste);
    QVERIFY(rig.activate());
    const QPointer<ui::FieldLine> line = rig.line("/application/kind");
    FormRig other(QStringLiteral("food-business-permit"));
    rig.model.show(other.procedure, &*other.schema, other.sample, {});
    QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    QVERIFY(line.isNull());
    for (const ui::FormLine* shown : rig.view->findChild<ui::FormLines*>()->lines())
      QVERIFY(shown->isVisible());
    rig.model.clear();
  }

  void shouldLayTheLinesOutOnce_whenAFormIsShown() {
    FormRig rig(kWaste);
    rig.model.clear();
    QVERIFY(rig.activate());
    auto* lines = rig.view->findChild<ui::FormLines*>();
    Resizes layouts(*lines);
    rig.show(rig.sample);
    // Its width, and its height with all lines.
    QVERIFY2(layouts.count() <= 2, qPrintable(QString::number(layouts.count())));
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
