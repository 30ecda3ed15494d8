// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "app/capture/framesource.h"

namespace rapport::test
{

/// A camera whose pictures are given by hand.
class GivenCamera : public capture::FrameSource
{
public:
    void start() override { ++started; }
    void stop() override { ++stopped; }
    void advance() override {}
    void shoot() override {}
    bool isLive() const override { return true; }
    int started = 0, stopped = 0;
};

} // namespace rapport::test
