// SPDX-License-Identifier: Apache-2.0
#include "app/worker/view.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>

namespace rapport::worker
{

namespace
{

constexpr double cutOutSide = 640, cutOutMost = 1400; ///< pixels: the shorter side aimed at, the longer one at most

std::function<QPointF(const QPointF&)> backThrough(const cv::Mat& there)
{
    cv::Mat back;
    cv::invertAffineTransform(there, back);
    return [back](const QPointF& point) {
        return QPointF(back.at<double>(0, 0) * point.x() + back.at<double>(0, 1) * point.y() + back.at<double>(0, 2),
                       back.at<double>(1, 0) * point.x() + back.at<double>(1, 1) * point.y() + back.at<double>(1, 2));
    };
}

/// How much a region of these sides is enlarged.
double enlargement(double shorter, double longer)
{
    const double factor = std::clamp(cutOutSide / std::max(1.0, shorter), 0.25, 4.0);
    return std::min(factor, cutOutMost / std::max(1.0, longer));
}

void unsharp(cv::Mat& picture, double radius, double amount)
{
    cv::Mat soft;
    cv::GaussianBlur(picture, soft, {0, 0}, radius);
    cv::addWeighted(picture, 1 + amount, soft, -amount, 0, picture);
}

} // namespace

View asItIs(const cv::Mat& source)
{
    return {source, [](const QPointF& point) { return point; }};
}

View scaled(const cv::Mat& source, double factor, int paper)
{
    View view{{}, [factor, paper](const QPointF& point) { return (point - QPointF(paper, paper)) / factor; }};
    cv::resize(source, view.picture, {}, factor, factor, factor < 1 ? cv::INTER_AREA : cv::INTER_CUBIC);
    if (paper > 0)
        cv::copyMakeBorder(view.picture, view.picture, paper, paper, paper, paper, cv::BORDER_CONSTANT, 255);
    return view;
}

View cutOut(const cv::Mat& source, const cv::RotatedRect& region, Margin around)
{
    const double longer = std::max(region.size.width, region.size.height), shorter = std::min(region.size.width, region.size.height);
    const double margin = 0.12 * longer + 12, scale = enlargement(shorter, longer + 2 * margin);
    const cv::Size size(static_cast<int>((region.size.width + 2 * margin) * scale), static_cast<int>((region.size.height + 2 * margin) * scale));
    cv::Mat there = cv::getRotationMatrix2D(region.center, region.angle, scale);
    there.at<double>(0, 2) += size.width / 2.0 - region.center.x;
    there.at<double>(1, 2) += size.height / 2.0 - region.center.y;
    View view{{}, backThrough(there)};
    cv::warpAffine(source, view.picture, there, size, scale < 1 ? cv::INTER_AREA : cv::INTER_CUBIC, cv::BORDER_REPLICATE);
    if (around == Margin::Paper) {
        const int kept = static_cast<int>(margin * scale);
        cv::Mat paper(view.picture.size(), CV_8UC1, 255);
        const cv::Rect inner(kept, kept, size.width - 2 * kept, size.height - 2 * kept);
        view.picture(inner).copyTo(paper(inner));
        view.picture = paper;
    }
    return view;
}

View flattened(const cv::Mat& source, const std::vector<cv::Point2f>& quad)
{
    const auto length = [&](std::size_t a, std::size_t b) { return cv::norm(quad[a] - quad[b]); };
    const double width = std::max(length(0, 1), length(2, 3)), height = std::max(length(1, 2), length(3, 0));
    const double scale = enlargement(std::min(width, height), std::max(width, height));
    const double margin = 0.12 * std::max(width, height) * scale + 12, right = width * scale + margin, bottom = height * scale + margin;
    const std::vector<cv::Point2f> target{cv::Point2d(margin, margin), cv::Point2d(right, margin), cv::Point2d(right, bottom),
                                          cv::Point2d(margin, bottom)};
    const cv::Mat there = cv::getPerspectiveTransform(quad, target), back = there.inv();
    View view{{}, [back](const QPointF& point) {
                  const cv::Mat at = back * (cv::Mat_<double>(3, 1) << point.x(), point.y(), 1);
                  return QPointF(at.at<double>(0) / at.at<double>(2), at.at<double>(1) / at.at<double>(2));
              }};
    cv::warpPerspective(source, view.picture, there, cv::Size(static_cast<int>(right + margin), static_cast<int>(bottom + margin)), cv::INTER_CUBIC,
                        cv::BORDER_REPLICATE);
    return view;
}

View again(const View& view, const std::function<void(cv::Mat&)>& change)
{
    View other{view.picture.clone(), view.original};
    change(other.picture);
    return other;
}

View again(const View& view, double factor, int paper)
{
    View other = scaled(view.picture, factor, paper);
    other.original = [inner = other.original, outer = view.original](const QPointF& point) { return outer(inner(point)); };
    return other;
}

View tilted(const View& view, double degrees)
{
    const cv::Mat& source = view.picture;
    const cv::Point2f centre(static_cast<float>(source.cols) / 2, static_cast<float>(source.rows) / 2);
    cv::Mat there = cv::getRotationMatrix2D(centre, degrees, 1);
    const double cosine = std::abs(there.at<double>(0, 0)), sine = std::abs(there.at<double>(0, 1));
    const cv::Size size(static_cast<int>(source.rows * sine + source.cols * cosine), static_cast<int>(source.rows * cosine + source.cols * sine));
    there.at<double>(0, 2) += (size.width - source.cols) / 2.0;
    there.at<double>(1, 2) += (size.height - source.rows) / 2.0;
    View other{{}, [inner = backThrough(there), outer = view.original](const QPointF& point) { return outer(inner(point)); }};
    cv::warpAffine(source, other.picture, there, size, cv::INTER_LINEAR, cv::BORDER_REPLICATE);
    return other;
}

void sharpen(cv::Mat& picture)
{
    unsharp(picture, 3, 1.2);
}

void sharpenMore(cv::Mat& picture)
{
    unsharp(picture, 5, 2.5);
}

void even(cv::Mat& picture)
{
    cv::createCLAHE(3, {8, 8})->apply(picture, picture);
}

void binarise(cv::Mat& picture)
{
    cv::GaussianBlur(picture, picture, {0, 0}, 1.2);
    cv::adaptiveThreshold(picture, picture, 255, cv::ADAPTIVE_THRESH_MEAN_C, cv::THRESH_BINARY, 61, 4);
}

void invert(cv::Mat& picture)
{
    cv::bitwise_not(picture, picture);
}

void invertAndSharpen(cv::Mat& picture)
{
    invert(picture);
    sharpen(picture);
}

void thin(cv::Mat& picture)
{
    cv::dilate(picture, picture, cv::getStructuringElement(cv::MORPH_RECT, {3, 3}));
}

} // namespace rapport::worker
