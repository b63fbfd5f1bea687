package dev.quintet.template;

import dev.quintet.kernel.error.Place;

/// `{% block name %}`: what a child template may replace.
final class BlockNode extends Node {

    final String name;
    final NodeList body;

    BlockNode(Place place, String name, NodeList body) {
        super(place);
        this.name = name;
        this.body = body;
    }

    @Override
    void render(Frame frame) {
        BlockNode[] chain = frame.blocks.chain(name);
        if (chain == null) {
            chain = new BlockNode[] {this};
        }
        int level = 0;
        for (BlockRef at = frame.block; at != null; at = at.outer()) {
            if (at.isOf(chain)) {
                level = at.level() + 1;
                break;
            }
        }
        if (level < chain.length) {
            render(frame, chain, level);
        } else {
            render(frame, new BlockNode[] {this}, 0);
        }
    }

    static void render(Frame frame, BlockNode[] chain, int level) {
        BlockRef outer = frame.block;
        int mark = frame.mark();
        frame.enter();
        var own = new BlockRef(frame, chain, level, outer);
        frame.block = own;
        frame.set("block", own);
        try {
            chain[level].body.render(frame);
        } finally {
            frame.undo(mark);
            frame.block = outer;
            frame.leave();
        }
    }

    /// {@return the block's own name, for messages}
    @Override
    public String toString() {
        return "block " + name;
    }
}
