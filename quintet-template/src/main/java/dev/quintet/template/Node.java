package dev.quintet.template;

import dev.quintet.kernel.error.Place;

/// A part of a template that renders: the closure that a tag, a variable or a text was compiled to.
/// Immutable, shared by all renderings.
abstract class Node {

    final Place place;

    Node(Place place) {
        this.place = place;
    }

    /// Writes this part to the frame's output.
    abstract void render(Frame frame);
}
