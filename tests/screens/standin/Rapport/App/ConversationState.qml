// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    enum State { Draft, Waiting, Sending, Sent, NeedsYou, HandedOver }
}
