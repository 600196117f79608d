// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// Every list can be printed and written to a file: the one that the user looks at, as it stands there.
#include "app/lists/listwriter.h"
#include "models/labels.h"
#include "tests/support/guitestsupport.h"
#include "tests/unit/ui/window/deskrig.h"
#include "ui/basics/language.h"
#include "ui/casepages/casepages.h"
#include "ui/dialogs/exportdialog.h"
#include "ui/window/workspace.h"

#include <QFileDialog>
#include <QLabel>
#include <QProcess>
#include <QPushButton>
#include <QRegularExpression>
#include <QTableView>
#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;
using tests::DeskRig;

namespace {

/// What the key opens, begun; the job that the exporter then gets.
const models::ListJob& takenOut(DeskRig& rig, Qt::Key key = Qt::Key_P) {
  const std::size_t before = rig.fake.lists.jobs.size();
  rig.press(key, Qt::ControlModifier);
  auto* dialog = qobject_cast<ui::ExportDialog*>(rig.dialog("exportDialog"));
  if (dialog == nullptr) qFatal("nothing opened: %s", qPrintable(rig.message()));
  dialog->begin(models::ListJob::Format::Pdf, u"list.pdf"_qs);
  if (rig.fake.lists.jobs.size() != before + 1) qFatal("no job");
  Q_EMIT rig.fake.lists.finished(*rig.fake.lists.running, 1);
  return rig.fake.lists.jobs.back();
}

QStringList textsOf(const models::ListJob& job, std::size_t column) {
  QStringList texts;
  for (const auto& row : job.rows->rows)
    texts << row[column].text;
  return texts;
}

/// Letters and kana: lines are broken on paper, and of a PDF by Qt 6.4 no other characters can be read back.
QString bare(const QString& text) {
  static const QRegularExpression others(u"[^A-Za-zぁ-んァ-ヶ]"_qs);
  return text.normalized(QString::NormalizationForm_KC).remove(others);
}

/// What stands on the paper that the desk makes of it.
QString written(const models::ListJob& job) {
  const auto writer = app::makeListWriter(job);
  bool good = writer->begin(job.rows->headers, job.rows->rows.size()).has_value();
  for (const auto& row : job.rows->rows)
    good = good && writer->add(row).has_value();
  if (!good || !writer->finish([] { return true; })) qFatal("no paper");
  QProcess text;
  text.start(u"pdftotext"_qs, {u"-raw"_qs, job.path, u"-"_qs});
  if (!text.waitForFinished()) qFatal("pdftotext");
  return bare(QString::fromUtf8(text.readAllStandardOutput()));
}

/// As the view shows it.
void compareWithView(const models::ListJob& job, const QAbstractItemModel& model) {
  QVERIFY(job.rows != nullptr);
  QCOMPARE(job.rows->rows.size(), static_cast<std::size_t>(model.rowCount()));
  for (int row = 0; row < model.rowCount(); ++row)
    for (int column = 0; column < model.columnCount(); ++column)
      QCOMPARE(job.rows->rows[static_cast<std::size_t>(row)][static_cast<std::size_t>(column)].text,
               model.index(row, column).data().toString());
  for (int column = 0; column < model.columnCount(); ++column)
    QCOMPARE(job.rows->headers[column], model.headerData(column, Qt::Horizontal).toString());
}

} // namespace

class ListPagesTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldTakeOutTheNumbersOfAPage_data() {
    QTest::addColumn<Qt::Key>("page");
    QTest::addColumn<QString>("table");
    QTest::newRow("workload") << Qt::Key_W << u"workload"_qs;
    QTest::newRow("figures") << Qt::Key_F << u"figures"_qs;
  }
  void shouldTakeOutTheNumbersOfAPage() {
    QFETCH(Qt::Key, page);
    QFETCH(QString, table);
    DeskRig rig;
    rig.arriveMany(3);
    rig.openUnassigned(3);
    rig.press(page, Qt::ControlModifier | Qt::ShiftModifier);
    auto* shown = rig.window->findChild<QTableView*>(table);
    QTRY_VERIFY(shown->model()->rowCount() > 0);
    for (const Qt::Key key : {Qt::Key_P, Qt::Key_E}) {
      const models::ListJob& job = takenOut(rig, key);
      compareWithView(job, *shown->model());
      QVERIFY(job.rows->rows.front()[1].number.has_value());
      QVERIFY2(job.origin.contains(u"sato"_qs, Qt::CaseInsensitive), qPrintable(job.origin));
      QTRY_VERIFY(rig.find<QDialog>("exportDialog") == nullptr);
    }
    QVERIFY2(rig.message().contains(u"list.pdf"_qs), qPrintable(rig.message()));
  }

  void shouldTakeOutTheOutbox() {
    DeskRig rig;
    rig.arriveMany(2);
    rig.fake.status.link = models::SyncStatus::Link::Offline;
    for (const std::size_t place : {0U, 1U})
      QVERIFY(rig.fake.perform(rig.fake.cases[place].record.state.id, core::RegisterCase{}).has_value());
    rig.open();
    rig.window->workspace()->showOutbox();
    QTRY_COMPARE(rig.desk->outbox.rowCount(), 2);
    compareWithView(takenOut(rig), rig.desk->outbox);
    rig.fake.reject(1, core::ErrorCode::NotPermitted);
    rig.window->workspace()->showQueue(core::Queue::NeedsAttention);
    QTRY_COMPARE(rig.desk->attention.rowCount(), 1);
    compareWithView(takenOut(rig), rig.desk->attention);
  }

  void shouldTakeOutWhatIsToDecide_groupsAndCases() {
    DeskRig rig("suzuki");
    fillWithSamples(rig.fake);
    rig.open();
    rig.window->workspace()->showQueue(core::Queue::ToDecide);
    QTRY_VERIFY(!rig.desk->batch.isLoading() && rig.desk->batch.rowCount() > 0);
    const models::ListJob& job = takenOut(rig);
    const models::BatchModel& batch = rig.desk->batch;
    int lines = batch.rowCount();
    for (int group = 0; group < batch.rowCount(); ++group)
      lines += batch.rowCount(batch.index(group, 0));
    QCOMPARE(textsOf(job, 0).size(), lines);
    QCOMPARE(textsOf(job, 0).filter(u"　　✓ "_qs).size(), batch.checkedCount());
    QCOMPARE(job.title, models::label(core::Queue::ToDecide));
  }

  void shouldTakeOutTheTimeline_whenItHasTheKeyboard_elseTheTable() {
    DeskRig rig;
    const std::size_t place = rig.arriveExamined();
    rig.openPlace(place);
    const core::CaseState& state = rig.fake.cases[place].record.state;
    rig.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(rig.desk->timeline.rowCount() > 1);
    const models::ListJob& job = takenOut(rig);
    QVERIFY(job.rows != nullptr);
    QCOMPARE(job.caseId, state.id);
    QVERIFY2(job.title.contains(QString::fromStdString(state.number)), qPrintable(job.title));
    QStringList titles;
    for (int row = 0; row < rig.desk->timeline.rowCount(); ++row)
      titles << rig.desk->timeline.index(row).data().toString();
    QCOMPARE(textsOf(job, 2), titles);
    QVERIFY(!textsOf(job, 3).join(QString()).isEmpty());
    // WHEN the keyboard is in the table again
    rig.press(Qt::Key_Escape);
    QVERIFY(takenOut(rig).rows == nullptr);
    QVERIFY(rig.fake.lists.jobs.back().caseId.empty());
  }

  void shouldLeaveParticularsOut_ofSomebodyUnderProtection() {
    DeskRig rig("tanaka");
    const std::size_t place = rig.fake.arrive("food-business-permit", "申請者", "シンセイシャ", 3);
    rig.fake.examine(place);
    rig.fake.act(place, "sato",
                 core::AttachDocument{core::DocumentId("plan"),
                                      {},
                                      "立川市の家.pdf",
                                      "application/pdf",
                                      4,
                                      core::BlobId(std::string(64, 'a'))});
    rig.fake.cases[place].record.state.visibility = core::Visibility::Protected;
    rig.openPlace(place);
    rig.press(Qt::Key_5, Qt::ControlModifier);
    QTRY_VERIFY(rig.desk->timeline.rowCount() > 1);
    const models::ListJob timeline = takenOut(rig);
    QCOMPARE(timeline.rows->headers.size(), 3);
    rig.press(Qt::Key_2, Qt::ControlModifier);
    const models::ListJob documents = takenOut(rig);
    QCOMPARE(documents.rows->rows.size(), std::size_t{1});
    for (const auto& cell : documents.rows->rows.front())
      QVERIFY2(!cell.text.contains(u"立川"_qs), qPrintable(cell.text));
    // AND the office does not tell where the person lives
    for (const models::ListJob& job : {timeline, documents})
      QVERIFY2(!job.origin.contains(u','), qPrintable(job.origin));
  }

  void shouldPutEveryWordOnPaper_data() {
    QTest::addColumn<QString>("language");
    QTest::newRow("Japanese") << u"ja"_qs;
    QTest::newRow("English") << u"en"_qs;
  }
  void shouldPutEveryWordOnPaper() {
    QFETCH(QString, language);
    ui::Language words;
    words.use(language);
    DeskRig rig("suzuki");
    fillWithSamples(rig.fake);
    rig.open();
    ui::Workspace& workspace = *rig.window->workspace();
    std::vector<models::ListJob> jobs;
    workspace.showFigures();
    QTRY_VERIFY(rig.desk->figures.rowCount() > 0);
    jobs.push_back(takenOut(rig));
    workspace.showWorkload();
    QTRY_VERIFY(rig.desk->workload.rowCount() > 0);
    jobs.push_back(takenOut(rig));
    workspace.showQueue(core::Queue::ToDecide);
    QTRY_VERIFY(!rig.desk->batch.isLoading() && rig.desk->batch.rowCount() > 0);
    jobs.push_back(takenOut(rig));
    workspace.openCase(rig.fake.cases.front().record.state.id);
    QTRY_VERIFY(rig.shown() != nullptr);
    rig.press(Qt::Key_5, Qt::ControlModifier);
    jobs.push_back(takenOut(rig));
    QTemporaryDir folder;
    for (models::ListJob& job : jobs) {
      QVERIFY(job.rows != nullptr && !job.rows->rows.empty());
      job.path = folder.filePath(u"list.pdf"_qs);
      const QString paper = written(job);
      QStringList wanted = job.rows->headers + QStringList{job.title, job.origin};
      for (const auto& row : job.rows->rows)
        for (const auto& cell : row)
          wanted << cell.text;
      for (const QString& text : wanted)
        QVERIFY2(paper.contains(bare(text)), qPrintable(text + u": "_qs + paper));
    }
  }

  void shouldSayThatAListIsEmpty() {
    DeskRig rig;
    rig.open();
    rig.window->workspace()->showOutbox();
    rig.press(Qt::Key_P, Qt::ControlModifier);
    QVERIFY(rig.find<QDialog>("exportDialog") == nullptr);
    QVERIFY2(rig.message().contains(u"empty"_qs), qPrintable(rig.message()));
  }

  /// A saved search may be named after a person.
  void shouldNameNobody_inTheNameOfTheFile() {
    DeskRig rig;
    rig.arriveMany(1);
    rig.openUnassigned(1);
    rig.window->workspace()->showSaved(
        rig.desk->searches.save({{}, u"渡邉さん"_qs, core::Queue::Unassigned, {}}));
    QTRY_COMPARE(rig.desk->table.rowCount(), 1);
    rig.press(Qt::Key_E, Qt::ControlModifier);
    QDialog* dialog = rig.dialog("exportDialog");
    QCOMPARE(dialog->findChild<QLabel*>(u"exportName"_qs)->text(), u"渡邉さん"_qs);
    dialog->findChild<QPushButton*>(u"exportBegin"_qs)->click();
    auto* place = dialog->findChild<QFileDialog*>();
    QVERIFY(place != nullptr);
    const QString name = QFileInfo(place->selectedFiles().value(0)).fileName();
    QVERIFY2(name.startsWith(models::label(core::Queue::Unassigned)), qPrintable(name));
  }
};

QTEST_MAIN(ListPagesTest)
#include "listpagestest.moc"
