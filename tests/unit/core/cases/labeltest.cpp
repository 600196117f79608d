// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cases/label.h"

#include "core/cases/invariants.h"
#include "core/desk/casesummary.h"
#include "tests/support/caseworld.h"
#include "tests/support/testsupport.h"

#include <QtTest>

using namespace madoguchi::core;
using madoguchi::tests::CaseWorld;

namespace {

using Labels = std::vector<std::string>;

Labels numbered(std::size_t count) {
  Labels labels;
  for (std::size_t i = 0; i < count; ++i)
    labels.push_back("札" + std::to_string(i));
  return labels;
}

} // namespace

class LabelTest : public QObject {
  Q_OBJECT

  CaseWorld m_world;

  std::optional<ErrorCode> label(CaseRecord& record, const Labels& add, const Labels& remove,
                                 const char* who = "clerk1") {
    return m_world.run(record, who, LabelCase{add, remove});
  }

private Q_SLOTS:
  void shouldKeepWhatWasTypedInOneForm_data() {
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("kept");
    QTest::newRow("plain") << u"現地調査"_qs << u"現地調査"_qs;
    QTest::newRow("spaces") << u"  to　 be  called "_qs << u"to be called"_qs;
    QTest::newRow("composed") << u"か\u3099つ"_qs << u"がつ"_qs;
    QTest::newRow("variation selector") << u"葛\U000E0100城"_qs << u"葛\U000E0100城"_qs;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("only spaces") << u" 　"_qs << QString();
    QTest::newRow("line break") << u"a\nb"_qs << QString();
    QTest::newRow("unit separator") << u"a\u001Fb"_qs << QString();
    QTest::newRow("turned around") << u"a\u202Eb"_qs << QString();
    QTest::newRow("longest") << QString(20, u'あ') << QString(20, u'あ');
    QTest::newRow("too long") << QString(21, u'あ') << QString();
  }
  void shouldKeepWhatWasTypedInOneForm() {
    QFETCH(QString, typed);
    QFETCH(QString, kept);
    const std::string label = labelFrom(typed.toStdString());
    QCOMPARE(label, kept.toStdString());
    QCOMPARE(isLabel(label), !kept.isEmpty());
    QCOMPARE(labelFrom(label), label);
  }

  void shouldRefuseBytesThatAreNoText() {
    QVERIFY(labelFrom("\xff\xfe").empty());
    QVERIFY(labelFrom(std::string(100'000, 'a')).empty());
  }

  void shouldPutOnAndTakeOff_andShowThemInTheRow() {
    CaseRecord record = m_world.taken();
    QVERIFY(!label(record, {"現地調査", "急ぎ"}, {}));
    QCOMPARE(record.state.labels.size(), std::size_t{2});
    QVERIFY(!label(record, {"写真待ち"}, {"急ぎ"}));
    QVERIFY(holdsLabel(record.state.labels, "現地調査"));
    QVERIFY(holdsLabel(record.state.labels, "写真待ち"));
    QVERIFY(!holdsLabel(record.state.labels, "急ぎ"));
    CaseSummarizer summarizer(m_world.holidays, dayInJapan(m_world.now));
    QVERIFY(summarizer.summarize(record.state, &m_world.procedure).row.labels == record.state.labels);
    QVERIFY(!brokenInvariant(record));
  }

  void shouldDoNothing_whenItIsSoAlready() {
    CaseRecord record = m_world.taken();
    QVERIFY(!label(record, {"急ぎ"}, {}));
    const std::size_t events = record.timeline.size();
    QVERIFY(!label(record, {"急ぎ"}, {"写真待ち"}));
    QCOMPARE(record.timeline.size(), events);
  }

  void shouldAddUp_whenTwoPeopleLabelAtTheSameTime() {
    // Neither saw the other's: in either order the case bears the same, and nobody is told of a conflict.
    const LabelCase first{{"急ぎ"}, {"写真待ち"}};
    const LabelCase second{{"現地調査"}, {}};
    CaseRecord base = m_world.taken();
    QVERIFY(!label(base, {"写真待ち"}, {}));
    CaseRecord one = base;
    CaseRecord other = base;
    QVERIFY(!m_world.run(one, "clerk1", first) && !m_world.run(one, "clerk2", second));
    QVERIFY(!m_world.run(other, "clerk2", second) && !m_world.run(other, "clerk1", first));
    QVERIFY(one.state.labels == other.state.labels);
    QCOMPARE(one.state.labels.size(), std::size_t{2});
  }

  void shouldComeBack_whenItIsUndone() {
    CaseRecord record = m_world.taken();
    QVERIFY(!label(record, {"急ぎ", "写真待ち"}, {}));
    const Labels before = record.state.labels;
    const LabelCase command{{"急ぎ", "現地調査"}, {"写真待ち", "無い"}};
    const auto back = inverse(command, record.state);
    QVERIFY(back.has_value());
    QVERIFY(!m_world.run(record, "clerk1", command));
    QVERIFY(record.state.labels != before);
    QVERIFY(!m_world.run(record, "clerk1", *back));
    QVERIFY(record.state.labels == before);
  }

  void shouldKeepTheBounds() {
    CaseRecord record = m_world.taken();
    QVERIFY(!label(record, numbered(kMostLabels), {}));
    QVERIFY(label(record, {"もう一つ"}, {}) == ErrorCode::TooLarge);
    QVERIFY(!label(record, {"もう一つ"}, {"札0"}));
    QVERIFY(label(record, numbered(kMostLabels + 1), {}) == ErrorCode::TooLarge);
    QVERIFY(label(record, {" 急ぎ"}, {}) == ErrorCode::InvalidArgument);
    QVERIFY(label(record, {""}, {}) == ErrorCode::InvalidArgument);
    QVERIFY(label(record, {"a\x1f"}, {}) == ErrorCode::InvalidArgument);
    QVERIFY(label(record, {"急ぎ"}, {"急ぎ"}) == ErrorCode::InvalidArgument);
    QVERIFY(label(record, {"123456789018"}, {"札1"}) == ErrorCode::MyNumberFound);
  }

  void shouldBeTheOffices_whoeverHoldsTheCase() {
    CaseRecord record = m_world.taken();
    QVERIFY(!label(record, {"急ぎ"}, {}, "clerk2"));
    QVERIFY(label(record, {"現地調査"}, {}, "auditor") == ErrorCode::NotPermitted);
    CaseRecord closed = m_world.closed();
    QVERIFY(!label(closed, {"統計済"}, {}));
  }
};

QTEST_APPLESS_MAIN(LabelTest)
#include "labeltest.moc"
