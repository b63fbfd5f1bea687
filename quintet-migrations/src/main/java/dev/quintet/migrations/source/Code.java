package dev.quintet.migrations.source;

import java.util.ArrayList;
import java.util.List;

/// A piece of Java that knows how to fit a line, and how to break when it does not. Immutable.
sealed interface Code {

    /// The most characters of a line.
    int LINE = 100;

    /// Columns by which what was broken off is set in.
    int INDENT = 8;

    /// {@return all of it on one line}
    String line();

    /// Writes it.
    ///
    /// @param indent columns before it
    /// @param behind characters that follow on its last line
    void write(StringBuilder out, int indent, int behind);

    /// {@return a piece that is never broken}
    static Code text(String text) {
        return new Text(text);
    }

    /// {@return a call, or the making of an object}
    static Call call(String name, List<? extends Code> args) {
        return new Call(name, args);
    }

    /// {@return a call of pieces that are never broken}
    static Call call(String name, String... args) {
        List<Code> texts = new ArrayList<>();
        for (String one : args) {
            texts.add(text(one));
        }
        return new Call(name, texts);
    }

    /// A piece that is never broken.
    record Text(String line) implements Code {

        @Override
        public void write(StringBuilder out, int indent, int behind) {
            out.append(line);
        }
    }

    /// A name with arguments: broken, each stands on a line of its own.
    record Call(String name, List<? extends Code> args) implements Code {

        public Call {
            args = List.copyOf(args);
        }

        @Override
        public String line() {
            return name + "(" + String.join(", ", args.stream().map(Code::line).toList()) + ")";
        }

        @Override
        public void write(StringBuilder out, int indent, int behind) {
            if (args.isEmpty() || indent + line().length() + behind <= LINE) {
                out.append(line());
                return;
            }
            out.append(name).append('(');
            for (int i = 0; i < args.size(); i++) {
                boolean last = i == args.size() - 1;
                newLine(out, indent + INDENT);
                args.get(i).write(out, indent + INDENT, last ? 1 + behind : 1);
                out.append(last ? ")" : ",");
            }
        }
    }

    /// Calls one after the other: broken, each begins a line.
    record Chain(Code first, List<Call> calls) implements Code {

        public Chain {
            calls = List.copyOf(calls);
        }

        @Override
        public String line() {
            var line = new StringBuilder(first.line());
            calls.forEach(call -> line.append('.').append(call.line()));
            return line.toString();
        }

        @Override
        public void write(StringBuilder out, int indent, int behind) {
            if (indent + line().length() + behind <= LINE) {
                out.append(line());
                return;
            }
            first.write(out, indent, calls.isEmpty() ? behind : 0);
            for (int i = 0; i < calls.size(); i++) {
                newLine(out, indent + INDENT);
                out.append('.');
                calls.get(i).write(out, indent + INDENT, 1 + (i == calls.size() - 1 ? behind : 0));
            }
        }
    }

    private static void newLine(StringBuilder out, int indent) {
        out.append('\n').append(" ".repeat(indent));
    }
}
