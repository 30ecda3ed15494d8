// SPDX-License-Identifier: Apache-2.0
import QtQuick
import QtTest
import Rapport.App
import Rapport.Components
import Rapport.Theme

// Everything a finger can reach is large enough and has a name for those who hear the screen, in every mode and at twice the text size.
Item {
    id: area

    width: 480
    height: 800

    TestCase {
        name: "Touch"
        when: windowShown

        Component {
            id: sheet
            Column {
                width: 440
                spacing: Theme.s8

                AppButton { objectName: "a"; text: "Continue"; look: AppButton.Primary }
                AppButton { objectName: "b"; text: "Remove"; look: AppButton.Plain }
                IconButton { objectName: "c"; glyph: Icons.arrowLeft; name: "Back" }
                SyncChip { objectName: "d"; count: "3 waiting"; contact: "last contact 09:04" }
                ChoiceButton { objectName: "e"; text: "PX-450"; several: true }
                RailItem { objectName: "f"; text: "Home"; glyph: Icons.home }
                ScanTile { objectName: "g" }
                SectionItem { objectName: "h"; number: 2; title: "Interest"; detail: "1 required left"; complete: false; current: true; progress: "" }
                ConversationRow {
                    objectName: "i"; width: parent.width
                    clock: "09:12"; title: "Dr. Aylin Çelik"; detail: "FrigoMart"; state_: ConversationState.Waiting; stateText: "Waiting"; leadText: "Hot"; unresolved: false
                }
                AppField { objectName: "j"; width: parent.width; Accessible.name: "E-mail" }
            }
        }

        function test_targets_and_names_data() {
            return [
                { "tag": "light", "mode": Theme.Light, "scale": 1 },
                { "tag": "dark", "mode": Theme.Dark, "scale": 1 },
                { "tag": "high contrast", "mode": Theme.HighContrast, "scale": 1 },
                { "tag": "text twice as large", "mode": Theme.Light, "scale": 2 }
            ]
        }
        function test_targets_and_names(data) {
            Theme.mode = data.mode
            Theme.textScale = data.scale
            const made = createTemporaryObject(sheet, area)
            for (const name of ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]) {
                const item = findChild(made, name)
                verify(item.height >= Theme.target, name + " is " + item.height + " high")
                verify(item.width >= Theme.target, name + " is " + item.width + " wide")
                verify(item.Accessible.name !== "", name + " has a name")
            }
            Theme.mode = Theme.Light
            Theme.textScale = 1
        }

        function luminance(c) {
            const part = v => v <= 0.03928 ? v / 12.92 : Math.pow((v + 0.055) / 1.055, 2.4)
            return 0.2126 * part(c.r) + 0.7152 * part(c.g) + 0.0722 * part(c.b)
        }
        function contrast(a, b) {
            const one = luminance(a), other = luminance(b)
            return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05)
        }
        function test_text_can_be_read_in_every_mode() {
            for (const mode of [Theme.Light, Theme.Dark, Theme.HighContrast]) {
                Theme.mode = mode
                const least = mode === Theme.HighContrast ? 7 : 4.5
                verify(contrast(Theme.text, Theme.surface) >= least)
                verify(contrast(Theme.textMuted, Theme.background) >= least)
                verify(contrast(Theme.attention, Theme.attentionSoft) >= least)
                verify(contrast(Theme.danger, Theme.dangerSoft) >= least)
                verify(contrast(Theme.positive, Theme.positiveSoft) >= least)
                verify(contrast(Theme.outlineStrong, Theme.surface) >= 3)
            }
            Theme.mode = Theme.Light
        }
    }
}
