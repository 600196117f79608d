// Madoguchi - desktop case management for the counter window of a government.
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace madoguchi::app {

/// Says on the standard output, once, when the first rows of a queue have been painted: "firstRows". Only
/// where the environment has MADOGUCHI_START_MARK, for whoever measures the start.
class StartMark : public QObject {
public:
  StartMark();

protected:
  bool eventFilter(QObject* watched, QEvent* event) override;

private:
  bool m_said = false;
};

} // namespace madoguchi::app
