package dev.quintet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.quintet.club.Club;
import dev.quintet.kernel.command.Commands;
import dev.quintet.kernel.settings.SettingsSources;
import dev.quintet.server.ServerOptions;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServingTest {

    @TempDir private Path folder;

    @Test
    void answersOverASocket() throws IOException {
        var sources = new SettingsSources(folder, Map.of("SECRET_KEY", "x".repeat(50)), List.of());
        var club = new Club("sqlite:" + folder.resolve("club.db"));
        RunningSite site = club.start(sources, UnaryOperator.identity());
        Commands.call(site.context(), "migrate");
        ServerOptions options = ServerOptions.of(site.context().settings());

        try (Serving serving = Serving.start(site, options.at("127.0.0.1", 0))) {
            assertThat(serving.address()).matches("http://localhost:\\d+/");
            assertThat(asked(serving.address(), "/"))
                    .startsWith("HTTP/1.1 200")
                    .contains("None yet.");
            // A path that cannot be read is refused before any view sees it.
            assertThat(asked(serving.address(), "/%zz")).startsWith("HTTP/1.1 400");
        }
    }

    private static String asked(String address, String path) throws IOException {
        try (var socket = new Socket("127.0.0.1", URI.create(address).getPort())) {
            String request =
                    "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
