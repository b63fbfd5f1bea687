package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import java.nio.charset.StandardCharsets;

/// What stands between the tags, encoded once.
final class TextNode extends Node {

    final String text;
    final byte[] utf8;

    TextNode(Place place, String text) {
        super(place);
        this.text = text;
        this.utf8 = text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    void render(Frame frame) {
        frame.out.bytes(utf8);
    }
}
