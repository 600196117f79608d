// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/attachmentqueue.h"

#include "tests/support/fakedesk.h"
#include "tests/support/testsupport.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;
using models::AttachmentQueue;

namespace {

/// Lets so many queued calls through and drops the rest, as a process does that is killed.
class Ending : public QObject {
public:
  explicit Ending(int calls) : m_left(calls) { QCoreApplication::instance()->installEventFilter(this); }

protected:
  bool eventFilter(QObject*, QEvent* event) override {
    return event->type() == QEvent::MetaCall && m_left-- <= 0;
  }

private:
  int m_left;
};

} // namespace

class AttachmentQueueTest : public QObject {
  Q_OBJECT

  std::unique_ptr<QTemporaryDir> m_folder;
  std::unique_ptr<tests::FakeDesk> m_fake;
  std::unique_ptr<models::Desk> m_desk;
  std::unique_ptr<AttachmentQueue> m_queue;

  QString file(const QString& name, const QByteArray& content) const {
    QFile file(m_folder->filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size()) qFatal("no file");
    return file.fileName();
  }
  [[nodiscard]] const core::CaseState& state() const { return m_fake->cases.front().record.state; }
  void makeDesk() {
    m_desk = std::make_unique<models::Desk>(m_fake->ports());
    m_queue = std::make_unique<AttachmentQueue>(m_desk->opened, m_fake->blobSource, m_fake->journalSource,
                                                &m_fake->scans, m_desk->ports.newDocumentId);
    m_desk->opened.open(state().id);
    QTRY_VERIFY(m_desk->opened.state() != nullptr);
  }
  [[nodiscard]] AttachmentQueue::Paper paper(bool compared) const {
    return {models::today([this] { return m_fake->now; }), compared};
  }

private Q_SLOTS:
  void init() {
    m_folder = std::make_unique<QTemporaryDir>();
    m_fake = std::make_unique<tests::FakeDesk>("sato");
    m_fake->examine(m_fake->arrive("food-business-permit", "申請者", "シンセイシャ", 3));
    makeDesk();
  }
  void cleanup() {
    m_queue.reset();
    m_desk.reset();
    m_fake.reset();
  }

  void shouldAttachManyFiles_oneAfterAnother() {
    QList<int> seen;
    connect(m_queue.get(), &AttachmentQueue::changed, this, [&] { seen << m_queue->done(); });
    for (int i = 0; i < 4; ++i)
      m_queue->add(file(QStringLiteral("%1.txt").arg(i), QByteArray::number(i)), {});
    QCOMPARE(m_queue->total(), 4);
    QTRY_VERIFY(!m_queue->isBusy());
    QCOMPARE(state().documents.size(), std::size_t{4});
    QCOMPARE(state().documents[2].name, std::string("2.txt"));
    QCOMPARE(seen.last(), 4);
    QVERIFY(std::is_sorted(seen.begin(), seen.end()));
  }

  void shouldSayWhatIsRefused_andGoOn() {
    m_fake->blobSource.refusals[u"bad.pdf"_qs] = core::ErrorCode::FileInfected;
    QSignalSpy failed(m_queue.get(), &AttachmentQueue::failed);
    m_queue->add(file(u"bad.pdf"_qs, "x"), {});
    m_queue->add(file(u"good.pdf"_qs, "y"), {});
    QTRY_VERIFY(!m_queue->isBusy());
    QCOMPARE(failed.size(), 1);
    QVERIFY(failed[0][0].toString().contains(u"bad.pdf"_qs));
    QCOMPARE(state().documents.size(), std::size_t{1});
  }

  void shouldNotAttachTheSameContentTwice() {
    QSignalSpy failed(m_queue.get(), &AttachmentQueue::failed);
    m_queue->add(file(u"a.pdf"_qs, "same"), {});
    QTRY_VERIFY(!m_queue->isBusy());
    QTRY_COMPARE(m_desk->opened.state()->documents.size(), std::size_t{1});
    m_queue->add(file(u"b.pdf"_qs, "same"), {});
    QTRY_VERIFY(!m_queue->isBusy());
    QCOMPARE(failed.size(), 1);
    QCOMPARE(state().documents.size(), std::size_t{1});
  }

  void shouldAskAboutAMyNumberInAText_andRecordTheChoice() {
    m_fake->blobSource.refusals[u"a.csv"_qs] = core::ErrorCode::MyNumberFound;
    m_queue->add(file(u"a.csv"_qs, "number"), {});
    QTRY_VERIFY(m_queue->asks());
    m_queue->leaveOut();
    QVERIFY(!m_queue->isBusy());
    QVERIFY(state().documents.empty());
    m_queue->add(m_folder->filePath(u"a.csv"_qs), {});
    QTRY_VERIFY(m_queue->asks());
    m_queue->mask();
    QTRY_VERIFY(!m_queue->isBusy());
    QCOMPARE(state().documents.size(), std::size_t{1});
    QCOMPARE(m_fake->blobs.at(state().documents[0].blob.value), QByteArray("masked: number"));
    QStringList journal;
    for (const std::string& row : m_fake->journal)
      if (row != "view") journal << QString::fromStdString(row);
    QCOMPARE(journal, (QStringList{u"leaveOutMyNumber"_qs, u"maskMyNumber"_qs}));
  }

  void shouldNotOfferToMask_whatCannotBeMasked() {
    m_fake->blobSource.refusals[u"a.pdf"_qs] = core::ErrorCode::MyNumberFound;
    QSignalSpy failed(m_queue.get(), &AttachmentQueue::failed);
    m_queue->add(file(u"a.pdf"_qs, "x"), {});
    QTRY_COMPARE(failed.size(), 1);
    QVERIFY(!m_queue->isBusy() && !m_queue->asks());
  }

  void shouldStopAfterTheCurrentOne() {
    for (int i = 0; i < 3; ++i)
      m_queue->add(file(QStringLiteral("%1.txt").arg(i), QByteArray::number(i)), {});
    m_queue->cancel();
    QTRY_VERIFY(!m_queue->isBusy());
    QCOMPARE(state().documents.size(), std::size_t{1});
  }

  void shouldVerifyAScanThatWasCompared_andLeaveTheOtherToASecondLook() {
    m_queue->add(file(u"one.pdf"_qs, "1"), {}, paper(true));
    m_queue->add(file(u"two.pdf"_qs, "2"), {}, paper(false));
    QTRY_COMPARE(m_fake->scans.away.size(), 2);
    QTRY_COMPARE(state().notes.size(), std::size_t{1});
    QCOMPARE(state().documents[0].verifiedBy, core::UserId("sato"));
    QVERIFY(!state().documents[0].verifyNote.empty());
    QVERIFY(state().documents[1].verifiedBy.empty());
  }

  // The program may end at any moment. Then the scan is in the tray, or in the case, or in both; never in
  // none.
  void shouldLoseNoPaper_whereverItIsCut() {
    int cuts = 0;
    for (bool whole = false; !whole && cuts < 50; ++cuts) {
      m_queue.reset();
      m_desk.reset();
      m_fake->cases.clear();
      m_fake->scans.away.clear();
      m_fake->examine(m_fake->arrive("food-business-permit", "申請者", "シンセイシャ", 3));
      makeDesk();
      const QString path = file(u"paper.pdf"_qs, "the only copy");
      m_fake->scans.scan(path);
      {
        // WHEN it ends after so many answers of the ports
        Ending ending(cuts);
        m_queue->add(path, {}, paper(false));
        for (int turn = 0; turn < 20; ++turn)
          QCoreApplication::processEvents();
        whole = !m_queue->isBusy();
      }
      m_queue.reset();
      m_desk.reset();
      const bool inCase = !state().documents.empty();
      // THEN it left the tray only when the case has it
      QVERIFY(inCase || !m_fake->scans.files().isEmpty());
      QVERIFY(m_fake->scans.away.isEmpty() || inCase);
      // AND doing it again ends with one document and an empty tray
      makeDesk();
      if (!m_fake->scans.files().isEmpty()) m_queue->add(path, {}, paper(false));
      QTRY_VERIFY(m_fake->scans.files().isEmpty());
      QCOMPARE(state().documents.size(), std::size_t{1});
    }
    qInfo("cut at %d places", cuts);
    QVERIFY(cuts > 3 && cuts < 50);
  }
};

QTEST_GUILESS_MAIN(AttachmentQueueTest)
#include "attachmentqueuetest.moc"
