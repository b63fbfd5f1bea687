package dev.quintet.template;

import dev.quintet.template.value.Compare;
import dev.quintet.template.value.Items;
import dev.quintet.template.value.Numeric;
import dev.quintet.template.value.Show;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Tags that make values: now, regroup, widthratio, lorem, debug.
final class ValueTags {

    private ValueTags() {}

    static Node compileNow(Parser parser, Token tag) {
        List<String> words = new ArrayList<>(tag.split());
        String as = null;
        if (words.size() == 4 && words.get(2).equals("as")) {
            as = words.getLast().intern();
            words = words.subList(0, 2);
        }
        if (words.size() != 2) {
            throw parser.error(tag, "'now' statement takes one argument");
        }
        String quoted = words.get(1);
        String format = quoted.length() < 2 ? "" : quoted.substring(1, quoted.length() - 1);
        String variable = as;
        return new Closure(
                tag.place(),
                frame -> {
                    var now = Localizer.now(frame).atZone(Localizer.zone(frame));
                    String text = Localizer.time(frame, now, format);
                    if (variable != null) {
                        frame.set(variable, text);
                    } else {
                        frame.out.text(text);
                    }
                });
    }

    /// A group that `regroup` made; unpacks into two.
    record Group(@Nullable Object grouper, List<@Nullable Object> list) {}

    static Node compileRegroup(Parser parser, Token tag) {
        List<String> words = tag.split();
        if (words.size() != 6) {
            throw parser.error(tag, "'regroup' tag takes five arguments");
        }
        if (!words.get(2).equals("by")) {
            throw parser.error(tag, "second argument to 'regroup' tag must be 'by'");
        }
        if (!words.get(4).equals("as")) {
            throw parser.error(tag, "next-to-last argument to 'regroup' tag must be 'as'");
        }
        Value source = parser.value(tag, words.get(1));
        String as = words.get(5).intern();
        Value key = parser.value(tag, as + "." + words.get(3));
        return new Closure(
                tag.place(),
                frame -> {
                    Object value = source.orNull(frame);
                    List<@Nullable Object> items = value == Missing.ABSENT ? null : Items.of(value);
                    frame.set(as, items == null ? List.of() : groups(frame, items, key, as));
                });
    }

    private static List<Group> groups(
            Frame frame, List<@Nullable Object> items, Value key, String name) {
        var groups = new ArrayList<Group>();
        int mark = frame.mark();
        try {
            frame.set(name, null);
            for (Object item : items) {
                frame.setUpward(name, item);
                Object found = key.orNull(frame);
                if (groups.isEmpty() || !Compare.equal(groups.getLast().grouper, found)) {
                    groups.add(new Group(found, new ArrayList<>()));
                }
                groups.getLast().list.add(item);
            }
        } finally {
            frame.undo(mark);
        }
        return groups;
    }

    static Node compileWidthRatio(Parser parser, Token tag) {
        List<String> words = tag.split();
        String as = null;
        if (words.size() == 6) {
            if (!words.get(4).equals("as")) {
                throw parser.error(tag, "Invalid syntax in widthratio tag. Expecting 'as' keyword");
            }
            as = words.get(5).intern();
        } else if (words.size() != 4) {
            throw parser.error(tag, "widthratio takes at least three arguments");
        }
        Value value = parser.value(tag, words.get(1));
        Value most = parser.value(tag, words.get(2));
        Value width = parser.value(tag, words.get(3));
        String variable = as;
        return new Closure(
                tag.place(),
                frame -> {
                    String ratio = ratio(frame, value, most, width);
                    if (variable != null) {
                        frame.set(variable, ratio);
                    } else {
                        frame.out.text(ratio);
                    }
                });
    }

    private static String ratio(Frame frame, Value value, Value most, Value width) {
        Object a = value.orNull(frame);
        Object b = most.orNull(frame);
        Object w = width.orNull(frame);
        if (a == Missing.ABSENT || b == Missing.ABSENT || w == Missing.ABSENT) {
            return "";
        }
        var whole = Numeric.whole(w);
        if (whole == null) {
            throw Failures.render("template.E025", "widthratio final argument must be a number");
        }
        Double x = Numeric.real(a);
        Double y = Numeric.real(b);
        if (x == null || y == null) {
            return "";
        }
        if (y == 0) {
            return "0";
        }
        double ratio = x / y * whole.doubleValue();
        if (!Double.isFinite(ratio)) {
            return "";
        }
        return new BigDecimal(ratio).setScale(0, RoundingMode.HALF_EVEN).toPlainString();
    }

    static Node compileLorem(Parser parser, Token tag) {
        List<String> words = new ArrayList<>(tag.split());
        boolean common = !words.getLast().equals("random");
        if (!common) {
            words.removeLast();
        }
        String method = words.getLast();
        boolean given = method.equals("w") || method.equals("p") || method.equals("b");
        if (given) {
            words.removeLast();
        }
        Value count = parser.value(tag, words.size() > 1 ? words.removeLast() : "1");
        if (words.size() != 1) {
            throw parser.error(tag, "Incorrect format for 'lorem' tag");
        }
        char kind = given ? method.charAt(0) : 'b';
        return new Closure(
                tag.place(),
                frame -> {
                    Integer number = Filters.whole(count.orNull(frame));
                    frame.out.text(Lorem.text(kind, number == null ? 1 : number, common));
                });
    }

    static Node compileDebug(Parser parser, Token tag) {
        return new Closure(
                tag.place(),
                frame -> {
                    if (frame.engine.debug()) {
                        Map<String, @Nullable Object> all = new LinkedHashMap<>(frame.variables());
                        var out = new StringBuilder();
                        all.forEach((name, value) ->
                                out.append(name)
                                        .append(": ")
                                        .append(Show.PYTHON.quoted(value))
                                        .append('\n'));
                        frame.out.escaped(out.toString());
                    }
                });
    }
}
