// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include <optional>
#include <vector>

namespace rapport::worker
{

/// A flattened card with its light taken out: what shadows, glare and the card's own colours do is gone, what was printed is left.
struct CleanCard {
    cv::Mat ink;   ///< 16-bit signed: darker than what lies around it > 0, lighter < 0
    cv::Mat least; ///< of the same kind: how much ink is more than noise and blur there
};

CleanCard clean(const cv::Mat& luma); ///< of a picture whose longer side has 1600 pixels or so

constexpr float leastInk = 14;  ///< of 255, that is not noise
constexpr int mostHeight = 170; ///< pixels of a letter on a card whose longer side has 1600

/// Ink that hangs together.
struct Component {
    cv::Rect box;
    int area = 0;
};

/// Where ink of one polarity is; not where @p without is set (may be empty).
cv::Mat maskOf(const CleanCard& card, bool light, const cv::Mat& without);
/// At most 6000, no larger than a letter may be, none at the rim.
std::vector<Component> componentsOf(const cv::Mat& mask);
/// Big enough for a letter and neither a rule nor a speck.
bool isLetter(const Component& component);

/// Whether the lines of text run from top to bottom.
bool isSideways(const CleanCard& card);

/// Where on a picture letters stand in lines, and in which angle the lines run (or stand), for a card whose outline cannot be seen. None where there
/// are hardly any letters.
std::optional<cv::RotatedRect> findText(const CleanCard& card);

} // namespace rapport::worker
