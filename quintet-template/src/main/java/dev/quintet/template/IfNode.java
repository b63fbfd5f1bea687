package dev.quintet.template;

import dev.quintet.kernel.error.Place;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// `{% if a %} ... {% elif b %} ... {% else %} ... {% endif %}`.
final class IfNode extends Node {

    /// A body, and when it shows.
    ///
    /// @param condition `null` where it always does
    record Branch(@Nullable Condition condition, NodeList body) {}

    final Branch[] branches;

    private IfNode(Place place, Branch[] branches) {
        super(place);
        this.branches = branches;
    }

    static Node compile(Parser parser, Token tag) {
        var branches = new ArrayList<Branch>();
        List<String> words = tag.split();
        Condition condition = Condition.parse(parser, tag, words.subList(1, words.size()));
        branches.add(new Branch(condition, parser.parse(List.of("elif", "else", "endif"))));
        Token end = parser.next();
        while (end.command().equals("elif")) {
            List<String> more = end.split();
            Condition other = Condition.parse(parser, end, more.subList(1, more.size()));
            branches.add(new Branch(other, parser.parse(List.of("elif", "else", "endif"))));
            end = parser.next();
        }
        if (end.content().equals("else")) {
            branches.add(new Branch(null, parser.parse(List.of("endif"))));
            end = parser.next();
        }
        if (!end.content().equals("endif")) {
            throw parser.error(
                    end,
                    "Malformed template tag at line "
                            + end.place().line()
                            + ": \""
                            + end.content()
                            + "\"");
        }
        return new IfNode(tag.place(), branches.toArray(Branch[]::new));
    }

    @Override
    void render(Frame frame) {
        for (Branch branch : branches) {
            if (branch.condition == null || branch.condition.holds(frame)) {
                branch.body.render(frame);
                return;
            }
        }
    }
}
