// SPDX-License-Identifier: Apache-2.0
import QtQml

QtObject {
    enum Kind {
        Text, Multiline, Integer, Decimal, Date, Time, DateTime, ChoiceOne, ChoiceMany, Search, Signature, Photo, Confirm, Note, Group,
        RepetitionHead, AddRepetition, Other
    }
}
