// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "forms/session/formsession.h"

namespace rapport::app
{

/// The answers of one repetition, so that removing it can be undone.
struct Repetition {
    struct Branch {
        QString name, value;
        bool unknown = false;
        QString reason; ///< why a value beyond its soft limits stands
        std::vector<Branch> children;
    };
    forms::NodeId repeat;
    int index = 0; ///< 0-based, where it stood
    std::vector<Branch> branches;
};

/// Takes the answers of repetition @p instance with it; what a calculation or an action gives is not an answer.
Repetition repetitionOf(const forms::FormSession& session, forms::NodeId instance);
/// Puts it back in its place, with an identity of its own: its entity gets a new id, as nothing of the old one was sent.
Status putBack(forms::FormSession& session, const Repetition& repetition);

} // namespace rapport::app
