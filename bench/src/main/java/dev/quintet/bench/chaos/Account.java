package dev.quintet.bench.chaos;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Map;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Who has an account of the shop. The password is of a database that lives as long as the run.
enum Account {
    /// Signs in and buys.
    ADA,
    /// Has her password guessed.
    EVE;

    /// Hashing at full strength would be most of what the shop does here.
    static final int ROUNDS = 20_000;

    private static final String PASSWORD = "lovelace-1843";

    String username() {
        return this == ADA ? "ada" : "eve";
    }

    /// {@return what signs in}
    Map<String, String> form() {
        return Map.of("username", username(), "password", PASSWORD);
    }

    /// {@return what does not}
    Map<String, String> guess() {
        return Map.of("username", username(), "password", "a wrong guess");
    }

    /// Makes the account in the shop's tables, hashed as Django and Quintet do.
    void make(Connection connection) throws SQLException, GeneralSecurityException {
        byte[] salt = "of no use".getBytes(StandardCharsets.US_ASCII);
        var spec = new PBEKeySpec(PASSWORD.toCharArray(), salt, ROUNDS, 256);
        byte[] hash =
                SecretKeyFactory.getInstance("PBKDF2WithHmacSHA256")
                        .generateSecret(spec)
                        .getEncoded();
        String password =
                "pbkdf2_sha256$"
                        + ROUNDS
                        + "$of no use$"
                        + Base64.getEncoder().encodeToString(hash);
        String insert =
                "INSERT INTO auth_user (username, password, email, first_name, last_name,"
                        + " is_superuser, is_staff, is_active, date_joined)"
                        + " VALUES (?, ?, '', '', '', FALSE, FALSE, TRUE, CURRENT_TIMESTAMP)";
        try (PreparedStatement statement = connection.prepareStatement(insert)) {
            statement.setString(1, username());
            statement.setString(2, password);
            statement.executeUpdate();
        }
    }
}
