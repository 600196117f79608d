// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/casestate.h"
#include "core/procedures/formschema.h"
#include "core/procedures/procedure.h"
#include "models/formrow.h"
#include "models/formrows.h"

#include <QAbstractListModel>
#include <QString>

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::models {

/// A value to choose and how it is called now.
struct FormOption {
  core::json::value value;
  QString label;
};
using FormOptions = std::shared_ptr<const std::vector<FormOption>>;

/// A form to be filled: which lines stand there now (conditions, entries of lists), their values, what is
/// wrong with them, and where the office's value differs from the applicant's. A procedure without a layout
/// is shown as its schema says. The values are the model's own until somebody saves them; `edited` says what
/// to save. UI thread.
class FormModel : public QAbstractListModel {
  Q_OBJECT

public:
  enum Role {
    TitleRole = Qt::UserRole + 1,
    HelpRole,
    ValueTextRole,    ///< as people read it
    ErrorRole,        ///< empty where nothing is wrong
    OriginalTextRole, ///< the applicant's own value where the office has corrected it; else invalid
    KindRole,         ///< FormRow::Kind, as int
    CorrectedByRole,  ///< who corrected it and when; invalid as OriginalTextRole
  };

  explicit FormModel(QObject* parent = nullptr) : QAbstractListModel(parent) {}

  /// Shows a form. Both pointers outlive it, until the next call or clear(); `schema` null: nothing is
  /// checked. `corrected`: by pointer, "/form/…".
  void show(const core::Procedure& procedure, const core::FormSchema* schema, const core::json::value& form,
            const std::map<std::string, core::OfficeValue>& corrected);
  void clear();

  [[nodiscard]] const core::json::value& form() const { return m_form; }
  [[nodiscard]] const std::vector<FormRow>& rows() const { return m_rows; }
  [[nodiscard]] const core::json::value* valueAt(const std::string& pointer) const;
  [[nodiscard]] QString errorAt(const std::string& pointer) const;
  [[nodiscard]] const std::vector<core::FormError>& errors() const { return m_errors; }
  [[nodiscard]] const core::OfficeValue* correctionAt(const std::string& pointer) const;
  [[nodiscard]] const core::Procedure* procedure() const { return m_procedure; }

  /// How a person is called, for corrections; the id itself without it.
  void setNames(std::function<QString(const core::UserId&)> names) { m_names = std::move(names); }
  /// The values that a row's field may take, in the words of the moment. Null where it has no such list.
  [[nodiscard]] FormOptions optionsOf(const FormRow& row) const;
  /// The alternatives of a Choice row.
  [[nodiscard]] FormOptions alternativesOf(const FormRow& row) const;
  /// A value of a row's field as people read it.
  [[nodiscard]] QString textOf(const FormRow& row, const core::json::value& value) const;

  /// Null removes the value, and the part around it that is empty then and need not be there. Emits `edited`
  /// where it is another one; lists that miss entries before it are edited as a whole.
  void setValue(const std::string& pointer, const core::json::value& value);
  void addItem(const std::string& table);
  void removeItem(const std::string& item);
  /// By `by` places, up where it is negative. False at the end.
  bool moveItem(const std::string& item, int by);
  /// A field named by who fills the form. False where it has one of that name, or none may be added.
  bool addMember(const std::string& part, const QString& name);
  /// Takes another alternative of a part: what of its values fits there stays.
  void take(const std::string& pointer, const core::SchemaChoice& choice, std::size_t alternative);
  /// Folds a part away, or unfolds it.
  void setOpen(const std::string& pointer, bool open);
  /// Unfolds whatever hides the place. True where that was anything.
  bool reveal(const std::string& pointer);

  [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
  [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
  void edited(const core::FieldEdit& edit);
  /// Other lines stand there now.
  void rowsChanged();
  /// What is wrong has changed.
  void errorsChanged();

private:
  void validate();
  void rebuild();
  void change(const std::string& pointer, const core::json::value& value);
  [[nodiscard]] FormRows rowsNow();
  [[nodiscard]] bool wholeList(std::string& pointer, core::json::value& value);
  void emptiedPart(std::string& pointer);
  void forgetView(const std::string& table);
  [[nodiscard]] int errorsInside(const std::string& pointer) const;
  [[nodiscard]] QString errorText(const FormRow& row) const;
  [[nodiscard]] QString helpText(const FormRow& row) const;
  [[nodiscard]] QString titleOf(const FormRow& row) const;
  [[nodiscard]] QString listTitle(const FormRow& row) const;
  [[nodiscard]] QString correctedBy(const core::OfficeValue& correction) const;

  const core::Procedure* m_procedure = nullptr;
  const core::FormSchema* m_schema = nullptr;
  std::unique_ptr<core::FormPlaces> m_places; ///< of m_procedure's form
  FieldBook m_book;
  FormViewState m_view;
  core::json::value m_form;
  std::map<std::string, core::OfficeValue> m_corrected;
  std::function<QString(const core::UserId&)> m_names;
  std::vector<core::FormError> m_errors;
  std::vector<FormRow> m_rows;
  mutable std::map<const void*, FormOptions> m_options; ///< in the language of the moment
  mutable bool m_optionsJapanese = false;
};

} // namespace madoguchi::models
