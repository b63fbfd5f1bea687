package dev.quintet.test;

import dev.quintet.RunningSite;
import dev.quintet.http.Request;
import dev.quintet.kernel.context.Context;
import dev.quintet.migrations.Migration;
import dev.quintet.orm.Entity;
import dev.quintet.orm.ModelMapping;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import dev.quintet.server.HttpServer;
import dev.quintet.template.TemplateEngine;
import dev.quintet.web.SiteTemplates;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Writes down the statements that this thread gives to the site's databases, until it is closed.
final class Statements implements AutoCloseable {

    /// Where Quintet's own classes are: whose lines are nobody's mistake.
    private static final Set<@Nullable CodeSource> OURS = new HashSet<>();

    static {
        for (Class<?> one :
                List.of(
                        Context.class,
                        Entity.class,
                        HttpServer.class,
                        Migration.class,
                        Request.class,
                        RunningSite.class,
                        SiteTemplates.class,
                        Statements.class,
                        TemplateEngine.class)) {
            OURS.add(one.getProtectionDomain().getCodeSource());
        }
    }

    private static final ClassValue<Boolean> CATALOGUE =
            new ClassValue<>() {
                @Override
                protected Boolean computeValue(Class<?> type) {
                    return Arrays.stream(type.getDeclaredClasses())
                            .anyMatch(ModelMapping.class::isAssignableFrom);
                }
            };

    private final Thread thread = Thread.currentThread();
    private final List<AutoCloseable> observed = new ArrayList<>();
    private final List<RanStatement> ran = new ArrayList<>();

    Statements() {
        for (Database database : Databases.current().all()) {
            observed.add(database.observe(this::note));
        }
    }

    List<RanStatement> ran() {
        return List.copyOf(ran);
    }

    @Override
    public void close() {
        for (AutoCloseable one : observed) {
            try {
                one.close();
            } catch (Exception impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }

    private void note(String database, String sql, List<? extends @Nullable Object> parameters) {
        if (Thread.currentThread() == thread) {
            ran.add(new RanStatement(database, sql, parameters, origin()));
        }
    }

    private static String origin() {
        return StackWalker.getInstance(StackWalker.Option.RETAIN_CLASS_REFERENCE)
                .walk(frames ->
                        frames.filter(frame -> isTheirs(frame.getDeclaringClass()))
                                .findFirst()
                                .map(Statements::shown)
                                .orElse(""));
    }

    private static boolean isTheirs(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        // The JDK has none; generated catalogues lie with the site's classes, but say nothing.
        return source != null
                && !OURS.contains(source)
                && !CATALOGUE.get(type)
                && !type.getName().startsWith("org.junit.");
    }

    private static String shown(StackWalker.StackFrame frame) {
        String type = frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
        return type
                + "."
                + frame.getMethodName()
                + "("
                + frame.getFileName()
                + ":"
                + frame.getLineNumber()
                + ")";
    }
}
