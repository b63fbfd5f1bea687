package dev.quintet.template;

import dev.quintet.kernel.text.SafeString;

/// A literal `_("text")`, translated each time it is used.
record Translated(String text) {

    SafeString now() {
        return new SafeString(LanguageTags.translate(null, text));
    }
}
