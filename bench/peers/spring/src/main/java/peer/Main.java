package peer;

import java.util.concurrent.ThreadLocalRandom;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Spring Boot's MVC on virtual threads, with its JdbcTemplate.
@SpringBootApplication
public class Main {

    public static void main(String... args) {
        SpringApplication.run(Main.class, "--server.port=" + args[0]);
    }

    record Message(String message, int id, boolean ok) {}

    record World(long id, int randomNumber) {}

    @RestController
    static class Pages {
        private final JdbcTemplate database;

        Pages(JdbcTemplate database) {
            this.database = database;
        }

        @GetMapping(value = "/plaintext", produces = "text/plain")
        String plaintext() {
            return "Hello, World!";
        }

        @GetMapping("/json")
        Message json() {
            return new Message("Hello, World!", 42, true);
        }

        @GetMapping("/db")
        World one() {
            return database.queryForObject(
                    "SELECT id, randomnumber FROM world WHERE id = ?",
                    (row, number) -> new World(row.getLong(1), row.getInt(2)),
                    ThreadLocalRandom.current().nextLong(10_000) + 1);
        }
    }
}
