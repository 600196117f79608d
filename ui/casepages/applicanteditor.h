// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/cases/casestate.h"
#include "models/ports/draftkeeper.h"
#include "models/ports/postalsource.h"

#include <QMap>
#include <QWidget>

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

class QComboBox;
class QFormLayout;
class QHBoxLayout;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace madoguchi::ui {

class NoteLabel;
struct FieldProblem;

/// Who applies, and through which agent 代理人: name, kana, address, telephone. A field is told as `edited`
/// when it is left; pointers are those of EditApplicant ("/party/phone"). An agent comes with the name and
/// goes with it, as a whole ("/agent").
class ApplicantEditor : public QWidget {
  Q_OBJECT

public:
  explicit ApplicantEditor(QWidget* parent = nullptr);

  /// `corrected`: by pointer, "/applicant/…"; the applicant's own value is shown beside the office's.
  void show(const core::Applicant& applicant, const std::map<std::string, core::OfficeValue>& corrected,
            bool editable);
  /// What is written now.
  [[nodiscard]] core::Applicant applicant() const;
  void focusFirst();
  /// Before another case is shown: what is typed goes with what is shown.
  void clear();
  /// Saves what is being typed, as leaving the field would.
  void commit();
  /// Typed and not saved yet, by name ("applicant/party/phone"); never a My Number.
  [[nodiscard]] QMap<QString, QString> drafts() const;
  /// Those that `drafts` once told; the other names are passed over. Each is said to be unsaved until its
  /// field is left, or Esc gives it up.
  void restoreDrafts(const QMap<QString, QString>& drafts);
  /// How a person is called who corrected something; the id itself without it.
  void setNames(std::function<QString(const core::UserId&)> names) { m_names = std::move(names); }
  /// Completes postal codes and towns. The source outlives this.
  void completeFrom(models::PostalSource& source);

Q_SIGNALS:
  /// `saved`: the drafts that are in it; nothing else is told of them.
  void edited(const core::FieldEdit& edit, const models::Drafts& saved);
  void draftsChanged();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  struct Line {
    std::string pointer;
    QLineEdit* edit = nullptr;
    QHBoxLayout* pair = nullptr; ///< the office's value and the applicant's, side by side
    QVBoxLayout* box = nullptr;
    // Made when they have something to say: few ever have.
    QLabel* original = nullptr;
    NoteLabel* problem = nullptr;
    QPushButton* better = nullptr;
    NoteLabel* unsaved = nullptr;
    std::optional<QString> draft{}; ///< typed and not saved
    bool isRestored = false;        ///< the draft is of an earlier time
  };

  void addLine(const std::string& pointer, const QString& title);
  void leave(Line& line);
  void fill(Line& line, const core::json::value& applicant);
  void keep(Line& line, const QString& draft);
  void drop(Line& line);
  void save(Line& line, models::Drafts& saved);
  void showUnsaved(Line& line);
  /// False where what stands there cannot be saved; says why, below it.
  bool check(Line& line);
  void showProblem(Line& line, const FieldProblem& problem);
  void showOriginal(Line& line, const core::OfficeValue* corrected);
  [[nodiscard]] QString originalText(const core::OfficeValue& value) const;
  void fillPlace(const std::string& party, const core::PostalPlace& place);
  void put(const std::string& pointer, const QString& text);
  /// What stands in the line of a pointer.
  [[nodiscard]] QString written(const std::string& pointer) const;
  void leaveAgentName(Line& line);
  void refreshAgent();
  [[nodiscard]] bool hasAgentName() const;

  core::Applicant m_applicant;
  QFormLayout* m_layout;
  QComboBox* m_kind;
  std::vector<Line> m_lines;
  std::function<QString(const core::UserId&)> m_names;
  bool m_filling = false;
  bool m_editable = true;
};

} // namespace madoguchi::ui
