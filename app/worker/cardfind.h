// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <opencv2/core.hpp>

#include <array>
#include <optional>

namespace rapport::worker
{

/// Four corners, clockwise as one sees them.
using Quad = std::array<cv::Point2f, 4>;

/// Where a business card lies in a picture of 8-bit RGB: the outline with four straight sides whose edges show best and whose shape is a card's. None
/// where there is no such thing, as in a scan of nothing but the card. Which corner comes first says nothing about what is up. About 40 ms.
std::optional<Quad> findCard(const cv::Mat& rgb);

/// The same seen from straight ahead, its longer side @p longer pixels; @p there becomes the way from the picture to it.
cv::Mat flatten(const cv::Mat& picture, const Quad& quad, int longer, cv::Matx33d& there);

} // namespace rapport::worker
