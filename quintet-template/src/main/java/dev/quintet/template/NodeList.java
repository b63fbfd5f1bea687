package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import java.util.List;

/// Parts that render one after the other; the place where failures learn their template line.
final class NodeList extends Node {

    final Node[] nodes;

    NodeList(Place place, List<Node> nodes) {
        super(place);
        this.nodes = nodes.toArray(Node[]::new);
    }

    /// {@return whether only white space shows}
    boolean isBlank() {
        for (Node node : nodes) {
            if (!(node instanceof TextNode text) || !text.text.isBlank()) {
                return false;
            }
        }
        return true;
    }

    @Override
    void render(Frame frame) {
        int i = 0;
        try {
            for (; i < nodes.length; i++) {
                nodes[i].render(frame);
            }
        } catch (RuntimeException | StackOverflowError failure) {
            throw Failures.at(frame, nodes[i].place, failure);
        }
    }
}
