package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import dev.quintet.kernel.template.HtmlValue;
import dev.quintet.kernel.text.SafeString;
import org.jspecify.annotations.Nullable;

/// `{{ value }}`.
final class VariableNode extends Node {

    final Value value;
    final boolean isSuper;

    VariableNode(Place place, Value value) {
        super(place);
        this.value = value;
        this.isSuper = value.isBlockSuper();
    }

    @Override
    void render(Frame frame) {
        if (isSuper && frame.block != null && frame.get("block") == frame.block) {
            frame.block.renderSuper(frame);
            return;
        }
        write(frame, value.get(frame));
    }

    /// Writes a value as pages show it: escaped unless it is safe, numbers and times localized.
    static void write(Frame frame, @Nullable Object value) {
        if (value instanceof String text) {
            if (frame.autoescape) {
                frame.out.escaped(text);
            } else {
                frame.out.text(text);
            }
        } else if (value instanceof SafeString safe) {
            frame.out.text(safe.text());
        } else if (value instanceof HtmlValue html) {
            frame.out.text(html.toHtml().text());
        } else {
            writeOther(frame, value);
        }
    }

    private static void writeOther(Frame frame, @Nullable Object value) {
        if (value instanceof Integer whole && !frame.engine.groupsThousands()) {
            frame.out.number(whole);
            return;
        }
        String text = Localizer.shown(frame, value);
        if (frame.autoescape) {
            frame.out.escaped(text);
        } else {
            frame.out.text(text);
        }
    }
}
