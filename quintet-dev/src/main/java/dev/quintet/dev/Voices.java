package dev.quintet.dev;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What several roles tell on one terminal: each line with the name of who tells it in front, in a
/// colour of its own where colours are wanted. Lines are never mixed. Safe for many threads.
final class Voices {

    /// Who speaks in this thread; where nobody is named it is the web.
    static final ScopedValue<String> SPEAKER = ScopedValue.newInstance();

    static final String WEB = "web";
    private static final int WIDTH = 9;
    private static final List<Integer> COLOURS = List.of(36, 35, 33, 32, 34, 31);

    private final PrintWriter out;
    private final boolean coloured;
    private final Map<String, Integer> colours = new HashMap<>();
    private final Map<String, ByteArrayOutputStream> begun = new HashMap<>();

    Voices(PrintWriter out, boolean coloured) {
        this.out = out;
        this.coloured = coloured;
    }

    /// {@return what a role tells by}
    PrintWriter of(String role) {
        return new PrintWriter(stream(role), true, StandardCharsets.UTF_8);
    }

    /// {@return a stream whose lines are those of who speaks in the thread: for the process's own
    /// streams, that logs are written to}
    PrintStream stream() {
        return new PrintStream(stream(""), true, StandardCharsets.UTF_8);
    }

    private OutputStream stream(String role) {
        return new OutputStream() {
            @Override
            public void write(int one) {
                add(who(role), new byte[] {(byte) one}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int count) {
                add(who(role), bytes, from, count);
            }
        };
    }

    private static String who(String role) {
        return role.isEmpty() ? SPEAKER.orElse(WEB) : role;
    }

    private synchronized void add(String role, byte[] bytes, int from, int count) {
        var line = begun.computeIfAbsent(role, _ -> new ByteArrayOutputStream());
        for (int i = from; i < from + count; i++) {
            if (bytes[i] == '\n') {
                String text = line.toString(StandardCharsets.UTF_8);
                line.reset();
                out.println(prefix(role) + text.stripTrailing());
            } else {
                line.write(bytes[i]);
            }
        }
        out.flush();
    }

    private String prefix(String role) {
        String name = role + " ".repeat(Math.max(0, WIDTH - role.length())) + "| ";
        if (!coloured) {
            return name;
        }
        int colour =
                colours.computeIfAbsent(role, _ -> COLOURS.get(colours.size() % COLOURS.size()));
        return "\u001b[" + colour + "m" + name + "\u001b[0m";
    }
}
