// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/basics/context.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QVBoxLayout;

namespace madoguchi::ui {

class DraftEditor;
class NoteLabel;

/// The draft decision with its route: who has agreed, who is next, and the hash of what the approvers see.
class DecisionPage : public QWidget {
  Q_OBJECT

public:
  DecisionPage(const Context& context, QWidget* parent = nullptr);

  /// Gives the keyboard to the draft.
  void begin();
  /// Saves the draft where it was changed, or where none stands yet.
  void save();
  /// The commands that submit: the draft before it, where it was changed or none stands.
  void submit();

Q_SIGNALS:
  void failed(const QString& text);
  void noticeWanted();

private:
  void refresh();
  void refreshRoute();
  void refreshState();
  void refreshMeanwhile();
  void buildMeanwhile();
  void takeTheirs();
  void keepDraft();
  [[nodiscard]] models::Drafts keptDraft() const;
  void addStage(const QString& sign, const QString& text);
  [[nodiscard]] bool needsSaving() const;

  Context m_context;
  QLabel* m_state;
  NoteLabel* m_meanwhile; ///< shown where another version stands than what is written here rests on
  QPushButton* m_mine;
  QPushButton* m_theirs;
  DraftEditor* m_editor;
  QPushButton* m_save;
  QPushButton* m_notice;
  QVBoxLayout* m_route;
  QLabel* m_rule;
  QLabel* m_hash;
  core::CaseId m_shownCase;
  bool m_shownEditable = false;
  bool m_isSaved = false; ///< what is written became a version of the draft
};

} // namespace madoguchi::ui
