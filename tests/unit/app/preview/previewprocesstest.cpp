// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workers/previewprocess.h"

#include "tests/support/testsupport.h"

#include <QBuffer>
#include <QDirIterator>
#include <QPainter>
#include <QPdfWriter>
#include <QtTest>

using namespace madoguchi;
using app::PreviewPages;
using Failure = models::PageSource::Failure;

namespace {

QByteArray pdfOf(const QStringList& pages) {
  QByteArray content;
  QBuffer buffer(&content);
  buffer.open(QIODevice::WriteOnly);
  QPdfWriter writer(&buffer);
  writer.setPageSize(QPageSize(QPageSize::A4));
  QPainter painter(&writer);
  for (const QString& text : pages) {
    if (text != pages.front()) writer.newPage();
    painter.drawText(1000, 2000, text);
    painter.fillRect(1000, 3000, 4000, 4000, Qt::red);
  }
  painter.end();
  return content;
}

/// One answer of any kind, waited for.
struct Answer {
  QList<QSizeF> pages;
  QImage picture;
  QList<models::PageHit> hits;
  std::optional<Failure> failure;
};

Answer answerOf(models::PageSource& source, const std::function<void(quint64)>& ask) {
  Answer answer;
  QEventLoop loop;
  QObject owner;
  const quint64 wanted = source.nextRequest();
  const auto take = [&](quint64 request, const auto& put) {
    if (request != wanted) return;
    put();
    loop.quit();
  };
  QObject::connect(&source, &models::PageSource::opened, &owner,
                   [&](quint64 r, const QList<QSizeF>& pages) { take(r, [&] { answer.pages = pages; }); });
  QObject::connect(&source, &models::PageSource::rendered, &owner,
                   [&](quint64 r, const QImage& picture) { take(r, [&] { answer.picture = picture; }); });
  QObject::connect(
      &source, &models::PageSource::found, &owner,
      [&](quint64 r, const QList<models::PageHit>& hits) { take(r, [&] { answer.hits = hits; }); });
  QObject::connect(&source, &models::PageSource::failed, &owner,
                   [&](quint64 r, Failure why) { take(r, [&] { answer.failure = why; }); });
  ask(wanted);
  loop.exec();
  return answer;
}

Answer opened(PreviewPages& source, const QByteArray& content, const char* type = "application/pdf") {
  return answerOf(source, [&](quint64 request) { source.open(request, content, QString::fromLatin1(type)); });
}

} // namespace

class PreviewProcessTest : public QObject {
  Q_OBJECT

private Q_SLOTS:
  void shouldShowPages_ofAPdf() {
    PreviewPages source;
    const Answer document = opened(source, pdfOf({u"first"_qs, u"second"_qs}));
    QVERIFY(!document.failure);
    QCOMPARE(document.pages.size(), 2);
    QCOMPARE(qRound(document.pages[0].width()), 595);
    const Answer page = answerOf(source, [&](quint64 request) { source.render(request, 1, 300); });
    QCOMPARE(page.picture.width(), 300);
    QCOMPARE(page.picture.height(), qRound(300 / 595.0 * 842));
    QCOMPARE(page.picture.pixelColor(2, 2), QColor(Qt::white));
    QCOMPARE(page.picture.pixelColor(100, 120), QColor(Qt::red));
  }

  void shouldFindText_inEitherCase() {
    PreviewPages source;
    static_cast<void>(opened(source, pdfOf({u"Madoguchi opens"_qs, u"the MADOGUCHI window"_qs})));
    const Answer found = answerOf(source, [&](quint64 request) { source.find(request, u"madoguchi"_qs); });
    QCOMPARE(found.hits.size(), 2);
    QCOMPARE(found.hits[1].page, 1);
    QVERIFY(found.hits[1].area.width() > 10);
    QVERIFY(QRectF(0, 0, 595, 842).contains(found.hits[1].area));
  }

  void shouldShowAPicture() {
    QImage picture(200, 100, QImage::Format_RGB32);
    picture.fill(Qt::blue);
    QByteArray content;
    QBuffer buffer(&content);
    picture.save(&buffer, "PNG");
    PreviewPages source;
    const Answer document = opened(source, content, "image/png");
    QCOMPARE(document.pages.size(), 1);
    const Answer page = answerOf(source, [&](quint64 request) { source.render(request, 0, 50); });
    QCOMPARE(page.picture.size(), QSize(50, 25));
    QCOMPARE(page.picture.pixelColor(25, 12), QColor(Qt::blue));
  }

  void shouldSayWhatIsWrong_andShowTheNextOne() {
    PreviewPages source;
    QCOMPARE(opened(source, "%PDF-1.7 nothing more").failure, Failure::Broken);
    QCOMPARE(opened(source, "GIF89a", "image/gif").failure, Failure::Broken);
    const QByteArray good = pdfOf({u"good"_qs});
    QCOMPARE(opened(source, good.left(good.size() / 2)).pages.size() + 1, 1);
    QCOMPARE(opened(source, good).pages.size(), 1);
  }

  void shouldGoOn_whenTheProcessDiesOrTalksNonsense() {
    for (const char* program : {"/bin/false", "/usr/bin/yes", "/bin/cat", "/no/such/program"}) {
      PreviewPages source(QString::fromLatin1(program));
      QCOMPARE(opened(source, pdfOf({u"good"_qs})).failure, Failure::Stopped);
      QCOMPARE(opened(source, pdfOf({u"good"_qs})).failure, Failure::Stopped);
    }
  }

  void shouldLoseItsPatience_whenNoAnswerComes() {
    QTemporaryDir folder;
    QFile script(folder.filePath(u"silent"_qs));
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\nexec tail -f /dev/null\n");
    script.close();
    script.setPermissions(QFile::ReadOwner | QFile::ExeOwner);
    PreviewPages source(script.fileName(), 0);
    QCOMPARE(opened(source, pdfOf({u"good"_qs})).failure, Failure::TooSlow);
  }

  void shouldLiveOn_whateverTheFile() {
    const auto data = tests::sharedData();
    if (!data) return;
    PreviewPages source;
    int files = 0;
    for (const char* kind : {"pdf", "png"}) {
      QDirIterator each(QString::fromStdString(*data) + u"/hostile/"_qs + QString::fromLatin1(kind),
                        QDir::Files, QDirIterator::Subdirectories);
      while (each.hasNext()) {
        QFile file(each.next());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const Answer document =
            opened(source, file.readAll(), kind[1] == 'd' ? "application/pdf" : "image/png");
        if (!document.failure)
          static_cast<void>(answerOf(source, [&](quint64 request) { source.render(request, 0, 400); }));
        ++files;
      }
    }
    QVERIFY(files > 100);
    QCOMPARE(opened(source, pdfOf({u"good"_qs})).pages.size(), 1);
  }
};

QTEST_MAIN(PreviewProcessTest)
#include "previewprocesstest.moc"
