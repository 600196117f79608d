// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/profile/storedpreferences.h"
#include "app/workers/client.h"
#include "app/workers/previewprocess.h"
#include "app/workers/scanfolder.h"
#include "models/desk.h"
#include "models/trainingtasks.h"

#include <memory>
#include <vector>

namespace madoguchi::app {

/// What the desks of one program have in common. A printer that does not answer holds up no signing out.
struct CommonPorts {
  models::PostalSource& postal;
  models::PaperPrinter& printer;
};

/// The models over one open client, with what else they need; a practice office has no scanner, whose folder
/// holds real papers, and has tasks instead. UI thread.
class OpenDesk {
public:
  enum class Kind { Office, Practice };
  /// All that is given outlives it.
  OpenDesk(Kind kind, Client& client, models::SessionSource& session, const QString& preferencesFile,
           const CommonPorts& common);

  [[nodiscard]] models::Desk& desk() { return *m_desk; }
  [[nodiscard]] StoredPreferences& preferences() { return m_preferences; }

private:
  StoredPreferences m_preferences;
  PreviewPages m_pages;
  std::unique_ptr<ScanFolder> m_scans;
  std::unique_ptr<models::TrainingTasks> m_tasks;
  std::vector<std::unique_ptr<models::CaseSource>> m_sources;
  std::unique_ptr<models::Desk> m_desk;
};

} // namespace madoguchi::app
