// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/readerworker.h"

#include "storage/cache.h"
#include "tests/support/testsupport.h"

#include <QSemaphore>
#include <QTemporaryDir>
#include <QtTest>

using namespace madoguchi;
using app::ReaderWorker;

class ReaderWorkerTest : public QObject {
  Q_OBJECT

  QTemporaryDir m_folder;
  storage::Profile m_profile;
  QObject m_owner;

  /// Holds the reader thread until the semaphore is released.
  static ReaderWorker::Work holding(QSemaphore& running, QSemaphore& mayEnd, QStringList& answers) {
    return [&](const core::Result<storage::CaseReader*>&) -> ReaderWorker::Answer {
      running.release();
      mayEnd.acquire();
      return [&answers] { answers << u"held"_qs; };
    };
  }
  static ReaderWorker::Work saying(QStringList& answers, const QString& text, QEventLoop* last = nullptr) {
    return [&answers, text, last](const core::Result<storage::CaseReader*>& reader) -> ReaderWorker::Answer {
      return [&answers, text, last, works = reader.has_value()] {
        answers << (works ? text : u"no reader"_qs);
        if (last != nullptr) last->quit();
      };
    };
  }

  static std::shared_future<bool> known(bool isThere) {
    std::promise<bool> promise;
    promise.set_value(isThere);
    return promise.get_future().share();
  }

private Q_SLOTS:
  void initTestCase() {
    m_profile = {m_folder.path().toStdString(), {1, 2, 3}, {}};
    QVERIFY(storage::Cache::open(m_profile).has_value()); // makes the file
  }

  void shouldAnswerOnlyTheNewest_ofOneOwnerAndKind() {
    ReaderWorker reader;
    reader.open(storage::cacheFileOf(m_profile), known(true));
    QStringList answers;
    QSemaphore running;
    QSemaphore mayEnd;
    QEventLoop loop;
    reader.ask({&m_owner, 1, 1, true}, holding(running, mayEnd, answers));
    running.acquire();
    reader.ask({&m_owner, 1, 2, true}, saying(answers, u"older"_qs));
    reader.ask({&m_owner, 2, 2, true}, saying(answers, u"another kind"_qs));
    reader.ask({&m_owner, 1, 3, true}, saying(answers, u"newest"_qs, &loop));
    mayEnd.release();
    loop.exec();
    QCOMPARE(answers, (QStringList{u"another kind"_qs, u"newest"_qs}));
  }

  void shouldAnswerAll_thatQueueUp() {
    ReaderWorker reader;
    reader.open(storage::cacheFileOf(m_profile), known(true));
    QStringList answers;
    QEventLoop loop;
    for (int i = 1; i <= 3; ++i)
      reader.ask({&m_owner, 1, static_cast<quint64>(i), false},
                 saying(answers, QString::number(i), i == 3 ? &loop : nullptr));
    loop.exec();
    QCOMPARE(answers, (QStringList{u"1"_qs, u"2"_qs, u"3"_qs}));
  }

  void shouldAnswerNothing_toWhomHasLeft() {
    ReaderWorker reader;
    reader.open(storage::cacheFileOf(m_profile), known(true));
    QStringList answers;
    QSemaphore running;
    QSemaphore mayEnd;
    QObject leaver;
    QEventLoop loop;
    reader.ask({&leaver, 1, 1, true}, holding(running, mayEnd, answers));
    running.acquire();
    reader.ask({&leaver, 2, 1, true}, saying(answers, u"leaver"_qs));
    reader.forget(&leaver);
    reader.ask({&m_owner, 1, 1, true}, saying(answers, u"other"_qs, &loop));
    mayEnd.release();
    loop.exec();
    QCOMPARE(answers, QStringList{u"other"_qs});
  }

  void shouldSayThatThereIsNoCache_whenItCannotBeOpened() {
    ReaderWorker reader;
    reader.open({m_folder.filePath(u"nowhere/cache.db"_qs).toStdString(), {}, {}}, known(true));
    QStringList answers;
    QEventLoop loop;
    reader.ask({&m_owner, 1, 1, true}, saying(answers, u"x"_qs, &loop));
    loop.exec();
    QCOMPARE(answers, QStringList{u"no reader"_qs});
  }

  void shouldOpenNothing_untilTheStoreHas() {
    ReaderWorker reader;
    std::promise<bool> isThere;
    // GIVEN a file that is yet to be made
    QTemporaryDir folder;
    const storage::Profile profile{folder.path().toStdString(), {1}, {}};
    reader.open(storage::cacheFileOf(profile), isThere.get_future().share());
    QStringList answers;
    QEventLoop loop;
    reader.ask({&m_owner, 1, 1, true}, saying(answers, u"x"_qs, &loop));
    QVERIFY(storage::Cache::open(profile).has_value());
    isThere.set_value(true);
    loop.exec();
    QCOMPARE(answers, QStringList{u"x"_qs});
    // AND where the store could not open it, nobody waits
    ReaderWorker another;
    another.open(storage::cacheFileOf(profile), known(false));
    another.ask({&m_owner, 2, 1, true}, saying(answers, u"y"_qs, &loop));
    loop.exec();
    QCOMPARE(answers.last(), u"no reader"_qs);
  }
};

QTEST_GUILESS_MAIN(ReaderWorkerTest)
#include "readerworkertest.moc"
