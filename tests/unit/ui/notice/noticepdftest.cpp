// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notice/noticepdf.h"

#include "core/procedures/appealtext.h"
#include "tests/support/guitestsupport.h"
#include "tests/support/testsupport.h"
#include "ui/notice/pdfobjects.h"

#include <QPdfDocument>
#include <QPdfSelection>
#include <QtTest>

using namespace madoguchi;

namespace {

using Kind = core::NoticeParagraph::Kind;

core::NoticeText refusal(const std::string& number = "7環産第123号") {
  core::Notices offices;
  offices.reviewBody.ja = "環境大臣";
  offices.defendant.ja = "東京都";
  offices.representative.ja = "東京都知事";
  const auto texts =
      core::readAppealTexts(tests::readFile(tests::resourcesFolder() + "/notices/appeal.json"));
  const auto appeal =
      core::appealParagraphs(*texts, core::AppealVariant::BothOpen, core::makeDate(2025, 10, 3), offices);
  core::NoticeText notice{number, "令和7年10月3日", "株式会社𠮷田運輸", "東京都知事", "不許可通知書", {}};
  notice.paragraphs = {{Kind::Body, "令和7年9月1日付けの申請については、次の理由により許可しない。"},
                       {Kind::Reason, "1 運搬施設の基準（施行規則第10条第1号イ）　車検証の写しがない。"},
                       {Kind::Reason, "2 経理的基礎（施行規則第10条第2号ロ）　債務超過である。"}};
  for (const core::LocalText& paragraph : *appeal)
    notice.paragraphs.push_back({Kind::Appeal, paragraph.ja});
  return notice;
}

QString textOf(const QByteArray& pdf, int* pages = nullptr) {
  QBuffer buffer;
  buffer.setData(pdf);
  buffer.open(QIODevice::ReadOnly);
  QPdfDocument document;
  document.load(&buffer);
  if (pages != nullptr) *pages = document.pageCount();
  QString out;
  for (int page = 0; page < document.pageCount(); ++page)
    out += document.getAllText(page).text();
  // Where a line ends is the layout's business.
  return out.remove(QChar(u'\r')).remove(QChar(u'\n')).remove(QChar(u' '));
}

QString joined(const std::string& text) {
  return QString::fromStdString(text).remove(QChar(u' ')).remove(QChar(u'\u3000'));
}

} // namespace

class NoticePdfTest : public tests::GuiTest {
  Q_OBJECT

private Q_SLOTS:
  void shouldHoldEveryWord() {
    const core::NoticeText notice = refusal();
    const QByteArray pdf = ui::NoticePdf().make(notice);
    QString text = textOf(pdf).remove(QChar(u'\u3000'));
    for (const std::string& part :
         {notice.number, notice.date, notice.addressee, notice.authority, notice.title})
      QVERIFY2(text.contains(joined(part)), part.c_str());
    for (const core::NoticeParagraph& paragraph : notice.paragraphs)
      QVERIFY2(text.contains(joined(paragraph.text)), paragraph.text.c_str());
    QVERIFY(text.contains(QStringLiteral("様")));
    QVERIFY(text.contains(QStringLiteral("公印省略")));
    QVERIFY(text.contains(QStringLiteral("教示")));
  }

  void shouldNameRealCharacters_notTheirRadicals() {
    const QString text = textOf(ui::NoticePdf().make(refusal()));
    for (const QChar letter : text)
      QVERIFY2(letter.unicode() < 0x2E80 || letter.unicode() > 0x2FDF, qPrintable(QString(letter)));
  }

  void shouldGiveTheSameBytes_forTheSameNotice() {
    const QByteArray first = ui::NoticePdf().make(refusal());
    QCOMPARE(ui::NoticePdf().make(refusal()), first);
    QVERIFY(ui::NoticePdf().make(refusal("7環産第124号")) != first);
  }

  void shouldSayThatItIsPdfA() {
    const QByteArray pdf = ui::NoticePdf().make(refusal());
    QVERIFY(pdf.contains("pdfaid:part=\"1\""));
    QVERIFY(pdf.contains("D:20251003"));
    QVERIFY(ui::PdfObjects::read(pdf));
  }

  void shouldBindSeveralNoticesInOrder() {
    int alone = 0;
    (void)textOf(ui::NoticePdf().make(refusal()), &alone);
    int pages = 0;
    const QString text =
        textOf(ui::NoticePdf().make(std::vector{refusal("7環産第1号"), refusal("7環産第2号")}), &pages);
    QCOMPARE(pages, 2 * alone);
    QVERIFY(text.indexOf(QStringLiteral("7環産第1号")) < text.indexOf(QStringLiteral("7環産第2号")));
    QCOMPARE(text.count(QStringLiteral("1/%1").arg(alone)), 2);
    QVERIFY(ui::NoticePdf().make(std::vector<core::NoticeText>()).isEmpty());
  }

  void shouldWriteEnglishForReaders() {
    core::NoticeText notice{"7-123", "2025-10-03", "Yamada", "Governor of Tokyo", "Notice of Refusal", {}};
    notice.paragraphs = {{Kind::Body, "The application is refused."}};
    ui::NoticeLayout layout;
    layout.language = core::NoticeLanguage::English;
    const QString text = textOf(ui::NoticePdf(layout).make(notice));
    QVERIFY(text.contains(QStringLiteral("ToYamada")));
    QVERIFY(text.contains(QStringLiteral("TheJapanesetextistheact")));
  }

  void shouldSayEverythingOnce_whereverThePagesBreak_data() {
    QTest::addColumn<int>("reasons");
    for (const int reasons : {8, 20, 31, 60, 75})
      QTest::addRow("%d reasons", reasons) << reasons;
  }
  void shouldSayEverythingOnce_whereverThePagesBreak() {
    QFETCH(int, reasons);
    core::NoticeText notice = refusal();
    const core::NoticeParagraph reason = notice.paragraphs[1];
    notice.paragraphs.insert(notice.paragraphs.begin() + 1, static_cast<std::size_t>(reasons - 1), reason);
    int pages = 0;
    const QString text = textOf(ui::NoticePdf().make(notice), &pages);
    QCOMPARE(pages > 2, reasons > 40);
    QCOMPARE(text.count(QStringLiteral("車検証の写しがない")), reasons);
    QCOMPARE(text.count(QStringLiteral("起算して３月以内に")), 1);
  }

  void shouldSayOnEachPageThatItIsForPractice() {
    core::NoticeText notice = refusal();
    const core::NoticeParagraph reason = notice.paragraphs[1];
    notice.paragraphs.insert(notice.paragraphs.begin() + 1, 60, reason);
    ui::NoticeLayout layout;
    layout.practice = true;
    int pages = 0;
    const QString text = textOf(ui::NoticePdf(layout).make(notice), &pages);
    QVERIFY(pages > 2);
    QCOMPARE(text.count(QStringLiteral("効力はありません")), pages);
    QCOMPARE(text.count(QStringLiteral("練習用")), 2 * pages);
    QCOMPARE(text.count(QStringLiteral("車検証の写しがない")), 61);
    QVERIFY(!textOf(ui::NoticePdf().make(notice)).contains(QStringLiteral("練習")));
  }
};

QTEST_MAIN(NoticePdfTest)
#include "noticepdftest.moc"
