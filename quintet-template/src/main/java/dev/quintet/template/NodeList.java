package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Parts that render one after the other; the place where failures learn their template line.
final class NodeList extends Node {

    final Node[] nodes;

    /// How often it was rendered, by about: threads may lose each other's turns.
    private int turns;

    /// The nodes as byte code, once they were rendered often.
    private @Nullable ByteCode compiled;

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
        ByteCode ready = compiled;
        if (ready != null) {
            ready.render(frame);
            return;
        }
        if (++turns == frame.engine.compilesAfter()) {
            compiled = ByteCodeWriter.of(nodes);
        }
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
