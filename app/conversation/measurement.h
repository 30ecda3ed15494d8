// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

#include <optional>

namespace rapport::app
{

/// A measured value beside the limits of its question (rapport:unit, rapport:min, rapport:max). The limits are shown, never enforced.
struct Measurement {
    enum class State { Unmeasured, Within, TooLow, TooHigh };

    std::optional<double> value, low, high; ///< in `unit`
    QString unit;

    bool isLimited() const { return low || high; }
    State state() const;
    bool isBeyond() const { return state() == State::TooLow || state() == State::TooHigh; }
    /// Where the value lies on a bar that shows the limits with a quarter of their span on either side, 0 to 1; values beyond are at its ends.
    double place(double number) const;
};

/// "3.9 bar" in the app's language.
QString measuredText(double number, const QString& unit);
/// "1.2 to 3.5 bar", "at least 1 MΩ", "at most 4.5 A" in the app's language; empty without limits.
QString limitsText(const Measurement& measurement);
/// "Too high", "Too low", "Normal"; empty where nothing was measured or nothing is limited.
QString verdictText(const Measurement& measurement);
/// "Above the limit of 3.5 bar. The first value stays when you measure again."; empty within the limits.
QString adviceText(const Measurement& measurement);

} // namespace rapport::app
