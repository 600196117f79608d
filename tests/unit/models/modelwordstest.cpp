// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Everything that has a name has words, in both languages where the source brings both.
#include "models/commandlabels.h"
#include "models/datetext.h"
#include "models/errortext.h"
#include "models/eventtext.h"
#include "models/formerrortext.h"
#include "models/labels.h"
#include "models/names.h"
#include "models/text.h"
#include "models/valuetext.h"
#include "tests/support/fakedesk.h"

#include <QLocale>
#include <QtTest>

#include <set>

using namespace madoguchi;
using namespace madoguchi::models;

namespace {

template <class Enum>
void checkLabels() {
  std::set<QString> seen;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<Enum>>([&](auto enumerator) {
    const QString text = label(enumerator.value);
    QVERIFY2(!text.isEmpty() && seen.insert(text).second, enumerator.name);
  });
}

} // namespace

class ModelWordsTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::Japan)); }

  void shouldHaveAWordForEachValue() {
    checkLabels<core::Status>();
    checkLabels<core::Outcome>();
    checkLabels<core::Channel>();
    checkLabels<core::WaitReason>();
    checkLabels<core::PartyKind>();
    checkLabels<core::Role>();
    checkLabels<core::Queue>();
    checkLabels<core::SortColumn>();
    checkLabels<core::OutboxStatus>();
  }

  void shouldHaveASentenceForEachError() {
    std::set<QString> seen;
    for (int i = 0; i < static_cast<int>(core::ErrorCode::Internal); ++i) {
      const auto code = static_cast<core::ErrorCode>(i);
      QVERIFY2(seen.insert(errorText(code)).second, std::string(core::toText(code)).c_str());
    }
  }

  void shouldHaveALabelForEachCommand() {
    std::set<QString> seen;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, core::CommandBody>>(
        [&](auto identity) {
          using Command = typename decltype(identity)::type;
          const QString text = commandLabel(Command::kKind);
          QVERIFY2(text != qtext(Command::kKind) || text == u"Approve"_qs,
                   std::string(Command::kKind).c_str());
          QVERIFY(seen.insert(text).second);
        });
    QCOMPARE(commandLabel("FromTheFuture"), u"FromTheFuture"_qs);
  }

  void shouldHaveWordsForEachEvent() {
    const tests::FakeDesk fake;
    boost::mp11::mp_for_each<boost::mp11::mp_transform<boost::mp11::mp_identity, core::EventBody>>(
        [&](auto identity) {
          typename decltype(identity)::type event;
          if constexpr (requires { event.label; }) event.label = "Confirmation of receipt";
          QVERIFY(!eventText(core::EventBody(event), *fake.references, nullptr).title.isEmpty());
        });
  }

  void shouldSpeakTheUsersLanguage() {
    QCOMPARE(localText("日本語", "English"), u"English"_qs);
    QLocale::setDefault(QLocale(QLocale::Japanese));
    QCOMPARE(localText("日本語", "English"), u"日本語"_qs);
    QCOMPARE(localText("", "English"), u"English"_qs);
  }

  void shouldWriteDaysAndMoney() {
    const core::Date day = core::makeDate(2026, 11, 21);
    QCOMPARE(shortDay(day), u"21 Nov 2026"_qs);
    QCOMPARE(yen(12000), u"¥12,000"_qs);
    QLocale::setDefault(QLocale(QLocale::Japanese));
    QCOMPARE(shortDay(day), u"R8.11.21"_qs);
    QCOMPARE(longDay(day), u"令和8年11月21日（土）"_qs);
    QCOMPARE(yen(12000), u"12,000円"_qs);
    QCOMPARE(shortMoment(core::parseInstant("2026-11-20T15:05:00Z").value()), u"R8.11.21 00:05"_qs);
  }

  void shouldNameTheRightEra() {
    const auto wrong = core::readDateText("平成31年6月1日");
    QVERIFY(!wrong);
    QVERIFY(dayProblem(wrong.error()).contains(u"令和元年6月1日"_qs));
  }

  void shouldNameFieldsAndValues() {
    const tests::FakeDesk fake;
    const core::Procedure* food = fake.references->procedure(core::ProcedureId("food-business-permit"), 1);
    QCOMPARE(fieldTitle(food, "/form/facility/name"), fieldTitle(food, "/facility/name"));
    QVERIFY(fieldTitle(food, "/form/facility/name") != u"/facility/name"_qs);
    QVERIFY(fieldTitle(nullptr, "/applicant/party/phone") != u"/party/phone"_qs);
    QVERIFY(valueText(food, "/business/type", core::json::string("restaurant")) != u"restaurant"_qs);
    QCOMPARE(addressLine({"1900022", "132021", "錦町", "三丁目2番26号", ""}),
             u"〒190-0022 立川市錦町三丁目2番26号"_qs);
  }

  void shouldExplainFormErrors() {
    QVERIFY(formErrorText({"/a", "maxLength", {{"limit", 40}}}).contains(u"40"_qs));
    QVERIFY(!formErrorText({"/a", "required", {}}).isEmpty());
    QVERIFY(formErrorText({"/a", "someday", {}}).contains(u"someday"_qs));
  }
};

QTEST_GUILESS_MAIN(ModelWordsTest)
#include "modelwordstest.moc"
