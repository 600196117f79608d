// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/error.h"
#include "core/cases/casestate.h"
#include "core/procedures/formschema.h"
#include "core/procedures/procedure.h"
#include "models/formfieldtype.h"

#include <QAbstractListModel>
#include <QString>

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace madoguchi::models {

/// One line of a form as it is shown now.
struct FormRow {
  enum class Kind {
    Section,
    Field,
    Table, ///< the head of a list of entries, with its "add"
    Item,  ///< the head of one entry, with its "remove"
  };
  Kind kind = Kind::Field;
  std::string pointer;                ///< concrete: "/vehicles/0/plate"; of an Item the entry's own
  int depth = 0;                      ///< 1 inside an entry
  int item = 0;                       ///< number of an Item, from 1
  const core::Field* field = nullptr; ///< of the layout; null of a Section
  const core::Section* section = nullptr;
  FieldType type = FieldType::Line;
  bool required = false;
  std::vector<std::string> choices; ///< JSON texts of the values, in order
};

/// A form to be filled: which lines stand there now (conditions, entries of lists), their values, what is
/// wrong with them, and where the office's value differs from the applicant's. The values are the model's
/// own until somebody saves them; `edited` says what to save. UI thread.
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

  /// Null removes the value. Emits `edited` where it is another one.
  void setValue(const std::string& pointer, const core::json::value& value);
  void addItem(const std::string& table);
  void removeItem(const std::string& item);

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
  void addField(std::vector<FormRow>& rows, const core::Section& section, std::size_t at,
                const std::string& pointer, int depth) const;
  void addTable(std::vector<FormRow>& rows, const core::Section& section, std::size_t at,
                const std::string& pointer) const;
  [[nodiscard]] QString titleOf(const FormRow& row) const;

  const core::Procedure* m_procedure = nullptr;
  const core::FormSchema* m_schema = nullptr;
  std::vector<core::FormField> m_fields;
  core::json::value m_form;
  std::map<std::string, core::OfficeValue> m_corrected;
  std::vector<core::FormError> m_errors;
  std::vector<FormRow> m_rows;
};

} // namespace madoguchi::models
