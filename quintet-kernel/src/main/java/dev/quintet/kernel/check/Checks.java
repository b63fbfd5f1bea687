package dev.quintet.kernel.check;

import dev.quintet.kernel.check.CheckMessage.Level;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Nearest;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.error.QuintetException;
import dev.quintet.kernel.settings.KernelSettings;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;

/// Runs the checks of the modules and of a site's apps. Immutable.
public final class Checks {

    private final Context site;
    private final List<Check> checks;

    private Checks(Context site, List<Check> checks) {
        this.site = site;
        this.checks = checks;
    }

    /// {@return the checks of the modules on the path, then those of the site's apps in their
    /// order}
    public static Checks of(Context site) {
        var checks = new ArrayList<Check>();
        ServiceLoader.load(Check.class, Checks.class.getClassLoader()).forEach(checks::add);
        site.apps().list().forEach(app -> checks.addAll(app.checks()));
        return new Checks(site, List.copyOf(checks));
    }

    /// {@return these checks and no others}
    public static Checks of(Context site, Collection<? extends Check> checks) {
        return new Checks(site, List.copyOf(checks));
    }

    /// {@return all groups that checks belong to, in alphabetical order}
    public Set<String> tags() {
        var tags = new TreeSet<String>();
        checks.forEach(check -> tags.addAll(check.tags()));
        return tags;
    }

    /// {@return what the checks find that run at every start: neither those for deployment nor
    /// those that talk to a database}
    public Report run() {
        return run(Set.of(), false, false);
    }

    /// Runs the checks of some groups.
    ///
    /// @param tags the groups; empty for all
    /// @param deploy whether those for deployment run too
    /// @param database whether those that talk to a database run too
    /// @throws UnknownTagException when there is no such group
    public Report run(Set<String> tags, boolean deploy, boolean database) {
        refuseUnknown(tags);
        var found = new ArrayList<CheckMessage>();
        for (Check check : checks) {
            Set<String> own = check.tags();
            boolean wanted = tags.isEmpty() || tags.stream().anyMatch(own::contains);
            boolean deployable = deploy || !own.contains(Check.DEPLOY);
            boolean connectable = database || !own.contains(Check.DATABASE);
            if (wanted && deployable && connectable) {
                found.addAll(findings(check));
            }
        }
        List<String> silenced = site.settings().get(KernelSettings.SILENCED_CHECKS);
        var shown = new ArrayList<CheckMessage>();
        for (CheckMessage message : found) {
            if (!silenced.contains(message.id())) {
                shown.add(message);
            }
        }
        return new Report(shown, found.size() - shown.size());
    }

    /// A check that breaks is itself a finding: the others still run.
    private List<CheckMessage> findings(Check check) {
        String name = check.getClass().getName();
        try {
            return site.call(() -> check.run(site));
        } catch (QuintetException broken) {
            Problem problem = broken.problem();
            return List.of(
                    new CheckMessage(
                            Level.ERROR,
                            problem.code(),
                            problem.problem(),
                            problem.fix(),
                            null,
                            problem.place()));
        } catch (RuntimeException broken) {
            return List.of(
                    CheckMessage.error(
                            "check.E002",
                            "The check itself failed: " + broken.getClass().getName() + ".",
                            name));
        }
    }

    private void refuseUnknown(Set<String> tags) {
        Set<String> known = tags();
        for (String tag : tags) {
            if (!known.contains(tag)) {
                throw new UnknownTagException(
                        Problem.of("check.E001", "No check has the tag '" + tag + "'.")
                                .because("The tags are: " + String.join(", ", known) + ".")
                                .fixedBy(Nearest.question(tag, known)));
            }
        }
    }

    /// What checks found.
    ///
    /// @param messages what is not silenced, in the order of the checks
    /// @param silenced how many are
    public record Report(List<CheckMessage> messages, int silenced) {

        /// Keeps a copy.
        public Report {
            messages = List.copyOf(messages);
        }

        /// {@return whether anything is as bad as `level`, or worse}
        public boolean reaches(Level level) {
            return messages.stream().anyMatch(message -> message.level().compareTo(level) >= 0);
        }

        /// {@return the findings by level, the worst first, each with its id and hint, and a sum}
        public String render() {
            var groups = new EnumMap<Level, StringBuilder>(Level.class);
            for (CheckMessage message : messages) {
                groups.computeIfAbsent(message.level(), _ -> new StringBuilder())
                        .append(line(message));
            }
            var text = new StringBuilder();
            if (!messages.isEmpty()) {
                text.append("System check identified some issues:\n");
            }
            for (Level level : List.of(Level.values()).reversed()) {
                StringBuilder group = groups.get(level);
                if (group != null) {
                    text.append('\n').append(heading(level)).append(":\n").append(group);
                }
            }
            return text.append(text.isEmpty() ? "" : "\n").append(sum()).append('\n').toString();
        }

        private String sum() {
            String issues =
                    switch (messages.size()) {
                        case 0 -> "no issues";
                        case 1 -> "1 issue";
                        default -> messages.size() + " issues";
                    };
            return "System check identified " + issues + " (" + silenced + " silenced).";
        }

        private static String heading(Level level) {
            return switch (level) {
                case CRITICAL -> "CRITICALS";
                case ERROR -> "ERRORS";
                case WARNING -> "WARNINGS";
                case INFO -> "INFOS";
                case DEBUG -> "DEBUGS";
            };
        }

        private static String line(CheckMessage message) {
            var line = new StringBuilder();
            if (message.subject() != null) {
                line.append(message.subject()).append(": ");
            }
            line.append('(').append(message.id()).append(") ").append(message.message());
            if (message.place() != null) {
                line.append("\n    at:   ").append(message.place());
            }
            if (message.hint() != null) {
                line.append("\n    HINT: ").append(message.hint());
            }
            return line.append('\n').toString();
        }
    }
}
