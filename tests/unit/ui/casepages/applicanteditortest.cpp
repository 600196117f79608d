// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
// An address out of the table of postal codes: what is picked fills the lines, and what the code of the
// municipality does not say is not lost.
#include "ui/casepages/applicanteditor.h"

#include "models/ports/postalsource.h"
#include "ui/forms/postalcompleter.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLineEdit>
#include <QtTest>

using namespace madoguchi;

namespace {

/// Answers what it was told to.
class Places final : public models::PostalSource {
public:
  quint64 ask(const QString& typed, int) override { return answer(typed, false); }
  quint64 askMunicipality(const QString& typed, int) override { return answer(typed, true); }

  core::PostalPlace place;
  QStringList asked;
  bool ofMunicipality = false;

private:
  quint64 answer(const QString& typed, bool municipality) {
    asked << typed;
    ofMunicipality = municipality;
    QMetaObject::invokeMethod(
        this, [this, request = ++m_last] { Q_EMIT answered(request, {place}); }, Qt::QueuedConnection);
    return m_last;
  }
  quint64 m_last = 0;
};

core::Applicant applicant() {
  core::Applicant made;
  made.party.name.display = "窓口　花子";
  return made;
}

} // namespace

class ApplicantEditorTest : public QObject {
  Q_OBJECT

  Places m_places;

  struct Rig {
    explicit Rig(Places& places, const core::Applicant& shown = applicant()) {
      editor.completeFrom(places);
      editor.show(shown, {}, true);
      editor.resize(700, 900);
      editor.setVisible(true);
      editor.activateWindow();
    }
    [[nodiscard]] QLineEdit* line(const char* part) const {
      return editor.findChild<QLineEdit*>(u"applicant:/party/address/"_qs + QLatin1String(part));
    }
    /// Types, and takes the first that is offered.
    void pick(Places& places, const char* part, const QString& typed, const core::PostalPlace& place) {
      places.place = place;
      editor.activateWindow();
      QVERIFY(QTest::qWaitForWindowActive(&editor));
      line(part)->setFocus();
      auto* completer = line(part)->findChild<ui::PostalCompleter*>();
      QVERIFY(completer != nullptr);
      QSignalSpy answered(&places, &models::PostalSource::answered);
      // As an input method writes.
      line(part)->setText(typed);
      Q_EMIT line(part)->textEdited(typed);
      QTRY_VERIFY(!answered.isEmpty());
      completer->findChild<QCompleter*>()->popup()->hide();
      Q_EMIT completer->picked(place);
    }
    [[nodiscard]] core::Address address() const { return editor.applicant().party.address; }

    ui::ApplicantEditor editor;
  };

private Q_SLOTS:
  void shouldFillTheAddress_fromWhatWasPicked_data() {
    QTest::addColumn<QString>("municipality");
    QTest::addColumn<QString>("town");
    QTest::addColumn<QString>("code");
    QTest::addColumn<QString>("townThere");
    const auto row = [](const char* name, const char* municipality, const char* town, const char* code,
                        const char* there) {
      QTest::newRow(name) << QString::fromUtf8(municipality) << QString::fromUtf8(town)
                          << QString::fromUtf8(code) << QString::fromUtf8(there);
    };
    row("of Tokyo", "東京都新宿区", "西新宿", "131041", "西新宿");
    row("of a district of Tokyo", "東京都西多摩郡瑞穂町", "石畑", "133035", "石畑");
    row("of a ward elsewhere", "神奈川県横浜市中区", "日本大通", "141003", "中区日本大通");
    row("of a town elsewhere", "神奈川県愛甲郡愛川町", "角田", "140007", "愛甲郡愛川町角田");
    row("of a namesake", "広島県府中市", "府川町", "340006", "府中市府川町");
  }
  void shouldFillTheAddress_fromWhatWasPicked() {
    QFETCH(QString, municipality);
    QFETCH(QString, town);
    QFETCH(QString, code);
    QFETCH(QString, townThere);
    Rig rig(m_places);
    rig.pick(m_places, "postalCode", u"160"_qs, {"1600023", municipality.toStdString(), town.toStdString()});
    QCOMPARE(rig.address().postalCode, std::string("1600023"));
    QCOMPARE(QString::fromStdString(rig.address().municipality), code);
    QCOMPARE(QString::fromStdString(rig.address().town), townThere);
    QVERIFY(rig.editor.drafts().isEmpty());
  }

  void shouldTellEachLineAsItsOwnEdit() {
    Rig rig(m_places);
    QStringList edited;
    connect(&rig.editor, &ui::ApplicantEditor::edited, &rig.editor,
            [&edited](const core::FieldEdit& edit) { edited << QString::fromStdString(edit.pointer); });
    rig.pick(m_places, "town", u"西新宿"_qs, {"1600023", "東京都新宿区", "西新宿"});
    edited.sort();
    QCOMPARE(edited, (QStringList{u"/party/address/municipality"_qs, u"/party/address/postalCode"_qs,
                                  u"/party/address/town"_qs}));
  }

  void shouldCompleteAMunicipality_andKeepTheTown() {
    core::Applicant shown = applicant();
    shown.party.address.postalCode = "2430301";
    shown.party.address.town = "角田";
    Rig rig(m_places, shown);
    rig.pick(m_places, "municipality", u"愛川"_qs, {"", "神奈川県愛甲郡愛川町", ""});
    QVERIFY(m_places.ofMunicipality);
    QCOMPARE(rig.address().municipality, std::string("140007"));
    QCOMPARE(rig.address().town, std::string("愛甲郡愛川町角田"));
    QCOMPARE(rig.address().postalCode, std::string("2430301"));
    QCOMPARE(rig.line("municipality")->text(), u"神奈川県"_qs);
    // A second time nothing is added.
    rig.pick(m_places, "municipality", u"愛川"_qs, {"", "神奈川県愛甲郡愛川町", ""});
    QCOMPARE(rig.address().town, std::string("愛甲郡愛川町角田"));
  }

  void shouldTakeACityByName_andRefuseACodeOfNoPrefecture() {
    Rig rig(m_places);
    const auto write = [&rig](const QString& text) {
      rig.line("municipality")->setText(text);
      Q_EMIT rig.line("municipality")->editingFinished();
      return QString::fromStdString(rig.address().municipality);
    };
    const auto isWrong = [&rig] { return rig.line("municipality")->property("wrong").toBool(); };
    QCOMPARE(write(u"大阪市"_qs), u"271004"_qs);
    QVERIFY(!isWrong());
    QCOMPARE(write(u"142018"_qs), u"142018"_qs);
    QVERIFY(!isWrong());
    (void)write(u"482013"_qs);
    QVERIFY(isWrong());
    QVERIFY(!rig.line("municipality")->accessibleDescription().isEmpty());
  }
};

QTEST_MAIN(ApplicantEditorTest)
#include "applicanteditortest.moc"
