// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QPointF>

#include <opencv2/core.hpp>

#include <functional>
#include <vector>

namespace rapport::worker
{

/// One way of looking at a picture of luma, and the way back to that picture's coordinates.
struct View {
    cv::Mat picture;
    std::function<QPointF(const QPointF&)> original;
};

View asItIs(const cv::Mat& source); ///< borrows its pixels
/// Larger by cubic interpolation, smaller by averages. @p paper: pixels of white added around, for a code that is printed without a quiet zone.
View scaled(const cv::Mat& source, double factor, int paper = 0);
/// One region cut out, upright, and so large that its modules can be told apart. Around it what stands there, or white paper, for a code whose quiet
/// zone is too narrow or none.
enum class Margin { AsItIs, Paper };
View cutOut(const cv::Mat& source, const cv::RotatedRect& region, Margin around);
/// The same seen from straight ahead: its four corners, clockwise, become those of a rectangle.
View flattened(const cv::Mat& source, const std::vector<cv::Point2f>& corners);

/// Another look at the same place: its pixels changed.
View again(const View& view, const std::function<void(cv::Mat&)>& change);
View again(const View& view, double factor, int paper = 0); ///< … or its size
View tilted(const View& view, double degrees);              ///< … or turned, anticlockwise; nothing is cut off

/// Changes that help where the last look did not see: blur, uneven light, noise, white on black.
void sharpen(cv::Mat& picture);
void sharpenMore(cv::Mat& picture);
void even(cv::Mat& picture);
void binarise(cv::Mat& picture);
void invert(cv::Mat& picture);
void invertAndSharpen(cv::Mat& picture);
void thin(cv::Mat& picture); ///< dark modules lose a pixel on each side: ink that has run

} // namespace rapport::worker
