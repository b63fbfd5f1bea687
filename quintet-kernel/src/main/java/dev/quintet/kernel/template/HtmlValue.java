package dev.quintet.kernel.template;

import dev.quintet.kernel.text.SafeString;

/// A value that renders itself as HTML where a template writes it: a form, a bound field, media.
/// Django: `__html__`.
public interface HtmlValue {

    /// {@return the value as HTML, everything in it escaped}
    SafeString toHtml();
}
