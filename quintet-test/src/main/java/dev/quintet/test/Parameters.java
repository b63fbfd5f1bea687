package dev.quintet.test;

import dev.quintet.RunningSite;
import dev.quintet.kernel.context.Context;
import dev.quintet.kernel.error.Problem;
import dev.quintet.kernel.settings.Settings;
import dev.quintet.orm.connection.Database;
import dev.quintet.orm.connection.Databases;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// What tests may take as parameters, by type.
final class Parameters {

    private static final Set<Class<?>> TYPES =
            Set.of(
                    Client.class,
                    Context.class,
                    Database.class,
                    LiveServer.class,
                    RunningSite.class,
                    Settings.class,
                    TestClock.class);

    private Parameters() {}

    static boolean supports(Class<?> type) {
        return TYPES.contains(type);
    }

    /// @param test the test that runs, or `null` when none does yet
    static Object value(Class<?> type, Worker worker, Context site, @Nullable TestRun test) {
        if (type == Client.class) {
            return new Client();
        } else if (type == Context.class) {
            return site;
        } else if (type == Database.class) {
            return site.get(Databases.KEY).get();
        } else if (type == RunningSite.class) {
            return site.get(RunningSite.KEY);
        } else if (type == Settings.class) {
            return site.settings();
        } else if (type == TestClock.class) {
            return worker.clock();
        } else if (test == null) {
            throw new TestSetupException(
                    Problem.of("test.E011", "A LiveServer was asked for outside of a test.")
                            .because("It serves what one test committed.")
                            .fixedBy("Take it as a parameter of the test method."));
        } else {
            return test.liveServer();
        }
    }
}
