package dev.quintet.auth;

/// What somebody says to prove who they are: a name and a password, or whatever a back end of a
/// site's own understands. Each back end takes the kinds that it knows, and leaves others.
public interface Credentials {

    /// {@return who somebody claims to be: for logs, and to count failures by; never a secret}
    String subject();

    /// A name and a password.
    ///
    /// @param username as it was typed
    /// @param password as it was typed
    record Password(String username, String password) implements Credentials {

        @Override
        public String subject() {
            return username;
        }

        /// {@return the name, without the password}
        @Override
        public String toString() {
            return "Password[" + username + "]";
        }
    }

    /// A name that was proved elsewhere: by the web server in front, say.
    ///
    /// @param username the name
    record Remote(String username) implements Credentials {

        @Override
        public String subject() {
            return username;
        }
    }
}
