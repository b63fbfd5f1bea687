package dev.quintet.dev;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// The lines of code that a failure came through, the innermost first.
final class Frames {

    /// A stack is as deep as it is; nobody reads more.
    private static final int MOST = 120;

    private static final Pattern MACHINERY =
            Pattern.compile(
                    "(java|javax|jdk|sun|com\\.sun|picocli|org\\.eclipse\\.jetty|org\\.sqlite"
                            + "|org\\.postgresql|org\\.mariadb|tools\\.jackson|ch\\.qos|org\\.slf4j"
                            + "|org\\.junit|org\\.apache\\.maven)\\..*");

    private static final Pattern OURS =
            Pattern.compile(
                    "dev\\.quintet\\.((kernel|processor|orm|template|http|cache|mail|server|migrations|forms"
                            + "|web|contenttypes|tasks|auth|admin|mfa|rest|live|oidc|dev)\\..*|[A-Z]\\w*)");

    private Frames() {}

    /// One line.
    ///
    /// @param own whether it is the user's own code, and not a library's
    record Frame(StackTraceElement element, boolean own) {}

    static List<Frame> of(Throwable thrown) {
        var frames = new ArrayList<Frame>();
        for (StackTraceElement element : thrown.getStackTrace()) {
            if (frames.size() == MOST) {
                break;
            }
            boolean template = element.getClassName().equals("template");
            if (!template) {
                frames.add(new Frame(element, own(element)));
            }
        }
        return frames;
    }

    private static boolean own(StackTraceElement element) {
        String name = element.getClassName();
        if (MACHINERY.matcher(name).matches()) {
            return false;
        }
        // The project's own sources beat the pattern: who works on Quintet sees its lines.
        return !OURS.matcher(name).matches();
    }
}
