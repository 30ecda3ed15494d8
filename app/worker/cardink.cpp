// SPDX-License-Identifier: Apache-2.0
#include "app/worker/cardink.h"

#include <opencv2/imgproc.hpp>

#include <algorithm>
#include <cmath>
#include <map>

namespace rapport::worker
{

namespace
{

constexpr int leastHeight = 9; ///< pixels of a letter
constexpr std::size_t mostComponents = 6000;
constexpr std::size_t fewestLetters = 25; ///< of a card
constexpr double rimOfText = 60;          ///< pixels around the letters
constexpr double ofTheStrongest = 0.45;   ///< ink nearby: what is less is the blur between two letters

int right(const cv::Rect& box)
{
    return box.x + box.width;
}

int bottom(const cv::Rect& box)
{
    return box.y + box.height;
}

/// What may be letters, of either polarity and in either direction.
std::vector<cv::Rect> lettersOf(const CleanCard& card)
{
    std::vector<cv::Rect> boxes;
    for (const bool light : {false, true}) {
        for (const Component& component : componentsOf(maskOf(card, light, {}))) {
            if (isLetter(component) && component.box.width <= mostHeight && component.box.height < mostHeight / 2)
                boxes.push_back(component.box);
        }
    }
    return boxes;
}

double roughness(const cv::Mat& sums)
{
    cv::Mat steps;
    const cv::Mat row = sums.reshape(1, 1);
    cv::absdiff(row.colRange(3, row.cols), row.colRange(0, row.cols - 3), steps);
    return cv::norm(steps, cv::NORM_L2SQR);
}

} // namespace

cv::Mat maskOf(const CleanCard& card, bool light, const cv::Mat& without)
{
    cv::Mat mask = light ? cv::Mat(-card.ink > card.least) : cv::Mat(card.ink > card.least);
    if (!without.empty())
        mask.setTo(0, without);
    return mask;
}

std::vector<Component> componentsOf(const cv::Mat& mask)
{
    cv::Mat labels, stats, centres;
    const int count = cv::connectedComponentsWithStats(mask, labels, stats, centres, 8, CV_32S);
    std::vector<Component> components;
    for (int i = 1; i < count && components.size() < mostComponents; ++i) {
        const cv::Rect box(stats.at<int>(i, cv::CC_STAT_LEFT), stats.at<int>(i, cv::CC_STAT_TOP), stats.at<int>(i, cv::CC_STAT_WIDTH),
                           stats.at<int>(i, cv::CC_STAT_HEIGHT));
        const int area = stats.at<int>(i, cv::CC_STAT_AREA);
        const bool atTheRim = box.x <= 1 || box.y <= 1 || right(box) >= mask.cols - 1 || bottom(box) >= mask.rows - 1;
        if (!atTheRim && area >= 6 && box.height <= mostHeight && box.width <= 12 * mostHeight)
            components.push_back({box, area});
    }
    return components;
}

bool isLetter(const Component& component)
{
    const cv::Rect& box = component.box;
    return box.height >= leastHeight && box.width <= 14 * box.height && component.area >= 0.06 * box.area() && box.height <= 12 * box.width;
}

CleanCard clean(const cv::Mat& luma)
{
    cv::Mat small, ground, wide, deep;
    cv::resize(luma, small, {}, 0.25, 0.25, cv::INTER_AREA);
    cv::medianBlur(small, ground, 41);
    cv::resize(ground, wide, luma.size(), 0, 0, cv::INTER_LINEAR);
    CleanCard card;
    wide.convertTo(card.ink, CV_16S);
    luma.convertTo(deep, CV_16S);
    card.ink -= deep;
    const double noise = cv::mean(cv::abs(card.ink))[0];
    cv::Mat strong;
    cv::resize(cv::Mat(cv::abs(card.ink)), strong, small.size(), 0, 0, cv::INTER_AREA);
    cv::dilate(strong, strong, cv::getStructuringElement(cv::MORPH_RECT, {9, 9}));
    cv::resize(strong, card.least, luma.size(), 0, 0, cv::INTER_LINEAR);
    card.least = cv::max(card.least * ofTheStrongest, std::clamp(1.8 * noise, double(leastInk), 30.0));
    return card;
}

bool isSideways(const CleanCard& card)
{
    cv::Mat letters = cv::Mat::zeros(card.ink.size(), CV_8U);
    for (const cv::Rect& box : lettersOf(card))
        cv::rectangle(letters, box, 1, cv::FILLED);
    const int rim = std::min(letters.cols, letters.rows) / 30;
    letters = letters(cv::Rect(rim, rim, letters.cols - 2 * rim, letters.rows - 2 * rim));
    cv::Mat rows, columns;
    cv::reduce(letters, rows, 1, cv::REDUCE_SUM, CV_64F);
    cv::reduce(letters, columns, 0, cv::REDUCE_SUM, CV_64F);
    return roughness(columns) > roughness(rows);
}

std::optional<cv::RotatedRect> findText(const CleanCard& card)
{
    std::vector<cv::Point2d> centres;
    for (const cv::Rect& box : lettersOf(card))
        centres.emplace_back(box.x + box.width / 2.0, box.y + box.height / 2.0);
    if (centres.size() < fewestLetters)
        return {};
    double best = 0, angle = 0;
    for (double degrees = 0; degrees < 180; degrees += 1) { // the lines' angle is where most letters share their heights
        const cv::Point2d along(std::cos(degrees * CV_PI / 180), std::sin(degrees * CV_PI / 180)), across(-along.y, along.x);
        std::map<int, int> heights;
        for (const cv::Point2d& centre : centres)
            ++heights[cvFloor(centre.dot(across) / 6)];
        double score = 0;
        for (const auto& [height, count] : heights)
            score += static_cast<double>(count) * count;
        if (score > best) {
            best = score;
            angle = degrees;
        }
    }
    const cv::Point2d along(std::cos(angle * CV_PI / 180), std::sin(angle * CV_PI / 180)), across(-along.y, along.x);
    std::vector<double> x, y;
    for (const cv::Point2d& centre : centres) {
        x.push_back(centre.dot(along));
        y.push_back(centre.dot(across));
    }
    std::sort(x.begin(), x.end());
    std::sort(y.begin(), y.end());
    const std::size_t few = centres.size() / 50, last = centres.size() - 1 - few; // a speck far away is no part of it
    const double left = x[few] - rimOfText, top = y[few] - rimOfText, width = x[last] - left + rimOfText, height = y[last] - top + rimOfText;
    const cv::Point2d middle = along * (left + width / 2) + across * (top + height / 2);
    return cv::RotatedRect(middle, cv::Size2d(width, height), static_cast<float>(angle));
}

} // namespace rapport::worker
