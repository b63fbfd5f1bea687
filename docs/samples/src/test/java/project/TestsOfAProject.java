package project;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClasspathRoots;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Set;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/// Runs the tests of a folder of classes, as Maven would, in a process of their own.
final class TestsOfAProject {

    private TestsOfAProject() {}

    /// Ends with 1 where one failed.
    ///
    /// @param args the folder
    public static void main(String... args) {
        var listener = new SummaryGeneratingListener();
        var request =
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClasspathRoots(Set.of(Path.of(args[0]))))
                        .build();
        LauncherFactory.create().execute(request, listener);
        TestExecutionSummary summary = listener.getSummary();
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        summary.printFailuresTo(out, 20);
        out.println(summary.getTestsSucceededCount() + " passed");
        out.println(summary.getTotalFailureCount() + " failed");
        System.exit(summary.getTotalFailureCount() == 0 ? 0 : 1);
    }
}
