package dev.quintet.template;

import dev.quintet.kernel.error.Place;

/// A part whose rendering is a function.
final class Closure extends Node {

    /// What a tag does when it renders.
    @FunctionalInterface
    interface Body {
        void render(Frame frame);
    }

    final Body body;

    Closure(Place place, Body body) {
        super(place);
        this.body = body;
    }

    /// {@return a part that renders nothing}
    static Node nothing(Place place) {
        return new TextNode(place, "");
    }

    @Override
    void render(Frame frame) {
        body.render(frame);
    }
}
