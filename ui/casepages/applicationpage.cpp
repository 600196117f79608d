// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/casepages/applicationpage.h"

#include "models/caseactions.h"
#include "models/errortext.h"
#include "models/names.h"
#include "models/text.h"
#include "ui/basics/passfocus.h"
#include "ui/basics/widgets.h"
#include "ui/casepages/applicanteditor.h"
#include "ui/dialogs/formversiondialog.h"
#include "ui/forms/formview.h"

#include <QVBoxLayout>

namespace madoguchi::ui {

namespace {

const QString kForm = QStringLiteral("/");
const QString kApplicant = QStringLiteral("applicant/");

} // namespace

ApplicationPage::ApplicationPage(const Context& context, QWidget* parent)
    : QWidget(parent), m_context(context), m_toggle(new QToolButton(this)), m_version(linkButton({}, this)),
      m_applicant(new ApplicantEditor(this)), m_view(new FormView(m_form, this)) {
  m_toggle->setObjectName(QStringLiteral("applicantToggle"));
  setRole(m_toggle, QStringLiteral("plain"));
  m_toggle->setCheckable(true);
  m_toggle->setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
  m_toggle->setArrowType(Qt::RightArrow);
  m_toggle->setSizePolicy(QSizePolicy::Maximum, QSizePolicy::Fixed);
  m_toggle->setMinimumWidth(em(this) * 10);
  m_applicant->setVisible(false);
  m_applicant->setContentsMargins(space::kMedium, 0, space::kMedium, space::kSmall);
  auto* layout = new QVBoxLayout(this);
  layout->setContentsMargins(0, space::kSmall, 0, 0);
  layout->setSpacing(space::kTight);
  layout->addWidget(m_toggle);
  layout->addWidget(m_applicant);
  auto* version = new QHBoxLayout;
  version->setContentsMargins(space::kLarge, 0, 0, 0); // as the form below it
  version->addWidget(m_version, 0, Qt::AlignLeft);
  layout->addLayout(version);
  layout->addWidget(m_view, 1);
  m_version->setObjectName(QStringLiteral("formVersion"));
  const auto names = [this](const core::UserId& id) {
    return m_references == nullptr ? models::qtext(id.value) : models::personName(*m_references, id);
  };
  m_form.setNames(names);
  m_applicant->setNames(names);
  if (m_context.desk.ports.postal != nullptr) {
    m_applicant->completeFrom(*m_context.desk.ports.postal);
    m_view->completeFrom(*m_context.desk.ports.postal);
  }
  connect(m_version, &QPushButton::clicked, this, &ApplicationPage::askVersion);
  passFocusOn(this, m_view);

  connect(m_toggle, &QToolButton::toggled, this, [this](bool open) {
    m_toggle->setArrowType(open ? Qt::DownArrow : Qt::RightArrow);
    m_applicant->setVisible(open);
  });
  connect(m_applicant, &ApplicantEditor::edited, this,
          [this](const core::FieldEdit& edit, const models::Drafts& saved) {
            m_context.opened.perform(core::EditApplicant{{edit}}, saved);
          });
  connect(m_applicant, &ApplicantEditor::draftsChanged, this, &ApplicationPage::keepApplicant);
  connect(&m_form, &models::FormModel::edited, this, [this](const core::FieldEdit& edit) {
    m_context.opened.perform(core::EditForm{{edit}}, m_view->takeSaved());
  });
  // What the rules refused is not in the case, so it does not stay on the page either.
  connect(&context.opened, &models::OpenCase::refused, this, [this] {
    keepForm();
    keepApplicant();
    refresh();
  });
  connect(&context.opened, &models::OpenCase::changed, this, &ApplicationPage::refresh);
  connect(&context.opened, &models::OpenCase::switched, this, &ApplicationPage::refresh);
  connect(m_view, &FormView::draftChanged, this, &ApplicationPage::keepForm);
  connect(m_view, &FormView::draftDropped, this, &ApplicationPage::keepForm);
  refresh();
}

void ApplicationPage::keepForm() {
  keep(m_shownCase, kForm, m_view->drafts());
}

void ApplicationPage::keepApplicant() {
  keep(m_applicantCase, kApplicant, m_applicant->drafts());
}

void ApplicationPage::keep(const core::CaseId& id, const QString& part, const models::Drafts& typed) {
  if (id.empty()) return;
  // What is on its way into the case goes with its command, not before; what was typed over it since is gone.
  const models::Drafts kept = m_context.desk.ports.drafts.drafts(id);
  models::Drafts all = m_context.opened.underWay(id, part);
  all.removeIf([&kept](models::Drafts::iterator draft) { return kept.value(draft.key()) != draft.value(); });
  all.insert(typed);
  m_context.desk.ports.drafts.keepPart(id, part, all);
}

void ApplicationPage::refresh() {
  const models::OpenCase& opened = m_context.opened;
  const core::CaseState* state = opened.state();
  m_toggle->setVisible(state != nullptr);
  if (state == nullptr) {
    m_version->setVisible(false);
    m_form.clear();
    m_shownCase = {};
    m_applicantCase = {};
    m_applicant->clear();
    m_applicant->setVisible(false);
    return;
  }
  const core::Party& party = state->applicant.party;
  m_who = tr("Applicant: %1　%2").arg(models::qtext(party.name.display), models::addressLine(party.address));
  showWho();
  m_toggle->setAccessibleName(tr("Show or hide the applicant's particulars"));
  showApplicant();
  m_applicant->setVisible(m_toggle->isChecked());
  showForm();
}

void ApplicationPage::showApplicant() {
  const core::CaseState& state = *m_context.opened.state();
  const bool another = std::exchange(m_applicantCase, state.id) != state.id;
  if (another) m_applicant->clear();
  m_applicant->show(state.applicant, state.corrected, models::mayEditApplicant(m_context.opened));
  if (!another) return;
  m_applicant->restoreDrafts(m_context.desk.ports.drafts.drafts(state.id));
  // Nobody looks for unsaved text behind an arrow.
  if (!m_applicant->drafts().isEmpty()) m_toggle->setChecked(true);
}

void ApplicationPage::showWho() {
  // By itself the button would leave out the middle, which is the postal code.
  m_toggle->setText(m_who);
  const QFontMetrics metrics = m_toggle->fontMetrics();
  const int arrow = m_toggle->sizeHint().width() - metrics.horizontalAdvance(m_who);
  const QString shown = metrics.elidedText(m_who, Qt::ElideRight, width() - arrow - space::kMedium);
  m_toggle->setText(shown);
  m_toggle->setToolTip(shown == m_who ? QString() : m_who);
}

void ApplicationPage::resizeEvent(QResizeEvent* event) {
  QWidget::resizeEvent(event);
  showWho();
}

void ApplicationPage::showForm() {
  const models::OpenCase& opened = m_context.opened;
  const core::CaseState& state = *opened.state();
  if (opened.procedure() == nullptr) {
    m_form.clear();
    return;
  }
  const bool another = m_shownCase != state.id;
  if (another) m_form.clear();
  m_shownCase = state.id;
  m_view->setReadOnly(!models::mayEditForm(opened));
  // The rows point into the references that were shown before, until the new ones are there.
  const auto before = std::exchange(m_references, opened.references());
  m_form.show(*opened.procedure(), opened.schema(), state.form, state.corrected);
  showVersion();
  if (!another) return;
  const QMap<QString, QString> drafts = m_context.desk.ports.drafts.drafts(m_shownCase);
  if (!drafts.isEmpty()) m_view->restoreDrafts(drafts);
}

const core::Procedure* ApplicationPage::newerVersion() const {
  const core::Procedure* mine = m_context.opened.procedure();
  if (mine == nullptr || m_references == nullptr) return nullptr;
  for (const core::Procedure* known : m_references->openProcedures())
    if (known->id == mine->id && known->version > mine->version) return known;
  return nullptr;
}

void ApplicationPage::showVersion() {
  const core::Procedure* newer = newerVersion();
  m_version->setVisible(newer != nullptr);
  if (newer == nullptr) return;
  m_version->setText(tr("Version %1 of this form; new applications use version %2. What would change?")
                         .arg(m_context.opened.procedure()->version)
                         .arg(newer->version));
}

void ApplicationPage::askVersion() {
  const core::Procedure* newer = newerVersion();
  if (newer == nullptr || !commit()) return;
  models::OpenCase& opened = m_context.opened;
  const core::CaseId id = opened.id();
  const core::MoveToVersion command{opened.procedure()->version, newer->version};
  const auto refusal = opened.check(command);
  auto* dialog = new FormVersionDialog(*opened.procedure(), *newer, m_form.form(),
                                       refusal ? models::errorText(refusal->code) : QString(), this);
  dialog->setAttribute(Qt::WA_DeleteOnClose);
  connect(dialog, &QDialog::accepted, this, [&opened, id, command] {
    if (opened.id() == id) opened.perform(core::CommandBody(command));
  });
  dialog->open();
}

void ApplicationPage::jumpTo(const std::string& pointer) {
  m_view->jumpTo(models::qtext(pointer));
}

bool ApplicationPage::commit() {
  m_applicant->commit();
  return m_view->commit();
}

} // namespace madoguchi::ui
