// SPDX-License-Identifier: Apache-2.0
import QtQuick
import Rapport.App
import Rapport.Theme

// Where a conversation is: Draft, Waiting, Sending, Sent, Needs you, Handed over.
Chip {
    id: chip

    required property int state_

    glyph: [Icons.pencil, Icons.tablet, Icons.cloudUpload, Icons.checkAll, Icons.alertCircle, Icons.accountSwitch][chip.state_] ?? ""
    tone: chip.state_ === ConversationState.Sent ? Chip.Positive
        : chip.state_ === ConversationState.NeedsYou ? Chip.Attention
        : chip.state_ === ConversationState.Sending ? Chip.Primary : Chip.Quiet
}
