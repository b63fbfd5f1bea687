package dev.quintet.template;

import dev.quintet.kernel.template.TemplateObject;
import dev.quintet.kernel.text.SafeString;
import org.jspecify.annotations.Nullable;

/// The variable `block` inside a block: its name, and the parent's version of it.
final class BlockRef implements TemplateObject {

    private final Frame frame;
    private final BlockNode[] chain;
    private final int level;
    private final @Nullable BlockRef outer;

    BlockRef(Frame frame, BlockNode[] chain, int level, @Nullable BlockRef outer) {
        this.frame = frame;
        this.chain = chain;
        this.level = level;
        this.outer = outer;
    }

    int level() {
        return level;
    }

    @Nullable BlockRef outer() {
        return outer;
    }

    @SuppressWarnings("ReferenceEquality") // a block is one object
    boolean isOf(BlockNode[] other) {
        return chain[0] == other[0];
    }

    /// Writes the parent's version, or nothing where there is none.
    void renderSuper(Frame into) {
        if (level + 1 < chain.length) {
            BlockNode.render(into, chain, level + 1);
        } else if (!into.extending) {
            throw Failures.render(
                    "template.E027",
                    "The block '"
                            + chain[level].name
                            + "' has no parent: was {{ block.super }} used in a base template?");
        }
    }

    @Override
    public @Nullable Object templateAttribute(String name) {
        return switch (name) {
            case "super" -> {
                Output page = frame.out;
                Output part = page.part();
                frame.out = part;
                try {
                    renderSuper(frame);
                } finally {
                    frame.out = page;
                }
                yield new SafeString(part.toString());
            }
            case "name" -> chain[level].name;
            default -> UNKNOWN;
        };
    }

    @Override
    public String toString() {
        return "block " + chain[level].name;
    }
}
