// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/preview/frame.h"

#include "app/preview/confinement.h"
#include "tests/support/testsupport.h"

#include <QtTest>

#include <sys/socket.h>
#include <sys/wait.h>

#include <fcntl.h>
#include <unistd.h>

using namespace madoguchi;
using namespace app::preview;

class FrameTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldGiveBackWhatWasWritten_howeverItIsCut() {
    const Frame frame{{{"do", "open"}, {"id", 7}}, QByteArray("\0\1\2", 3)};
    const QByteArray data = write(frame) + write(frame);
    for (qsizetype cut = 1; cut < data.size(); ++cut) {
      FrameReader reader;
      int frames = 0;
      for (const QByteArray& part : {data.left(cut), data.mid(cut)}) {
        reader.add(part);
        for (auto next = reader.next(); next && *next; next = reader.next()) {
          QCOMPARE((*next)->bytes, frame.bytes);
          QVERIFY((*next)->header == frame.header);
          ++frames;
        }
      }
      QCOMPARE(frames, 2);
    }
  }

  void shouldRefuse_whatIsTooLongOrNoObject() {
    FrameReader tooLong;
    tooLong.add(QByteArray(8, '\xff'));
    QCOMPARE(tooLong.next().error().code, core::ErrorCode::TooLarge);
    FrameReader nonsense;
    nonsense.add(QByteArray("\2\0\0\0\0\0\0\0[]", 10));
    QCOMPARE(nonsense.next().error().code, core::ErrorCode::Malformed);
    FrameReader broken;
    broken.add(QByteArray("\2\0\0\0\0\0\0\0{x", 10));
    QCOMPARE(broken.next().error().code, core::ErrorCode::Malformed);
  }

  void shouldTakeAway_networkProgramsAndWriting() {
    const pid_t child = fork();
    if (child == 0) {
      if (!confineProcess()) _exit(100);
      int open = 0;
      if (socket(AF_INET, SOCK_STREAM, 0) >= 0 || errno != EPERM) open |= 1;
      if (::open("/tmp/madoguchi-must-not-be", O_CREAT | O_WRONLY, 0600) >= 0) open |= 2;
      if (::open("/dev/null", O_RDWR) >= 0) open |= 4;
      if (::open("/dev/null", O_RDONLY) < 0) open |= 8;
      execl("/bin/true", "true", nullptr);
      if (errno != EPERM) open |= 16;
      _exit(open);
    }
    int status = 0;
    QCOMPARE(waitpid(child, &status, 0), child);
    QVERIFY(WIFEXITED(status));
    QCOMPARE(WEXITSTATUS(status), 0);
  }
};

QTEST_APPLESS_MAIN(FrameTest)
#include "frametest.moc"
