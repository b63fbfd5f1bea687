package dev.quintet.kernel.settings;

/// Where a setting's value can come from; later ones win.
public enum Layer {
    /// The setting's own default.
    DEFAULT("default"),
    /// The site's code.
    CODE("code"),
    /// `settings.properties`, and over it `settings.PROFILE.properties`.
    FILE("file"),
    /// `.env`.
    DOTENV(".env"),
    /// The process's environment.
    ENVIRONMENT("environment"),
    /// A command's `--set KEY=value`.
    FLAG("flag"),
    /// A test's own value.
    OVERRIDE("override");

    private final String label;

    Layer(String label) {
        this.label = label;
    }

    /// {@return the word that listings use}
    public String label() {
        return label;
    }
}
