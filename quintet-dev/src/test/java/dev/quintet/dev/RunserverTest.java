package dev.quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;

import guild.Guild;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunserverTest {

    @TempDir private Path folder;

    @Test
    void neverListensToStrangers() {
        assertThat(told("runserver", "--host", "0.0.0.0"))
                .contains("[dev.E001] The developer's server does not listen on 0.0.0.0.");
    }

    @Test
    void debugsUnlessSomebodySaysOtherwise() {
        assertThat(told("runserver", "--set", "DEBUG=false")).contains("[dev.E002] DEBUG is off");
        // With DEBUG on it comes as far as the port that there is not.
        assertThat(told("runserver", "--port", "65536")).contains("[site.E002]");
    }

    private String told(String... args) {
        var err = new StringWriter();
        int code =
                new Guild("sqlite:" + folder.resolve("guild.db"))
                        .manage(new PrintWriter(new StringWriter()), new PrintWriter(err), args);
        assertThat(code).isEqualTo(1);
        return err.toString();
    }
}
