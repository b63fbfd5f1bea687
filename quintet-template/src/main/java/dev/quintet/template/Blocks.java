package dev.quintet.template;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The blocks of a chain of templates, each name with its versions, the youngest first. Immutable
/// but for a cache of what follows.
final class Blocks {

    static final Blocks NONE = new Blocks(Map.of());

    private record Next(Template parent, Blocks blocks) {}

    private final Map<String, BlockNode[]> chains;
    private @Nullable Next next;

    private Blocks(Map<String, BlockNode[]> chains) {
        this.chains = chains;
    }

    static Blocks of(Map<String, BlockNode> own) {
        return NONE.joined(own);
    }

    /// {@return these blocks, and those of the parent below them}
    Blocks plus(Template parent) {
        Next known = next;
        if (known != null && known.parent == parent) {
            return known.blocks;
        }
        Blocks longer = joined(parent.blocks);
        next = new Next(parent, longer);
        return longer;
    }

    BlockNode @Nullable [] chain(String name) {
        return chains.get(name);
    }

    private Blocks joined(Map<String, BlockNode> own) {
        if (own.isEmpty()) {
            return this;
        }
        var all = new HashMap<>(chains);
        own.forEach((name, block) -> {
            BlockNode[] older = all.get(name);
            BlockNode[] chain = new BlockNode[older == null ? 1 : older.length + 1];
            if (older != null) {
                System.arraycopy(older, 0, chain, 0, older.length);
            }
            chain[chain.length - 1] = block;
            all.put(name, chain);
        });
        return new Blocks(all);
    }
}
