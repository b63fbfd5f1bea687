package dev.quintet.web;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.util.Arrays;
import java.util.List;

/// The settings of pages.
public final class WebSettings implements SettingsProvider {

    /// Folders of templates beside those of the site and its apps.
    public static final Setting<List<String>> TEMPLATE_DIRS =
            Setting.of(
                    "TEMPLATE_DIRS",
                    List.class,
                    text ->
                            Arrays.stream(text.split(","))
                                    .map(String::strip)
                                    .filter(word -> !word.isEmpty())
                                    .toList(),
                    List.of(),
                    "Folders of templates, separated by commas, that win over those of the apps.");

    /// For {@link java.util.ServiceLoader}.
    public WebSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(TEMPLATE_DIRS);
    }
}
