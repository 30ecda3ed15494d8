// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/cardtext.h"

#include <opencv2/core.hpp>

#include <chrono>
#include <map>
#include <memory>

namespace tesseract
{
class TessBaseAPI;
}

namespace rapport::worker
{

/// Tesseract with its models, each loaded when first asked for and kept.
class LineReader
{
public:
    LineReader();
    ~LineReader();

    bool knows(const QString& language); ///< "deu" …; loads the model; false where it is not installed
    /// The words of one line, black on white. Boxes are pixels of @p picture. What is not read within @p patience is not there.
    std::vector<capture::CardWord> read(const cv::Mat& picture, const QString& language, std::chrono::milliseconds patience);

private:
    std::map<QString, std::unique_ptr<tesseract::TessBaseAPI>> m_models;
};

} // namespace rapport::worker
