package dev.quintet.web.messages;

import dev.quintet.kernel.settings.Setting;
import dev.quintet.kernel.settings.SettingsProvider;
import java.util.List;

/// The settings of messages.
public final class MessageSettings implements SettingsProvider {

    /// Where messages wait for the next page.
    public static final Setting<String> MESSAGE_STORAGE =
            Setting.of(
                    "MESSAGE_STORAGE",
                    String.class,
                    MessageSettings::storage,
                    "fallback",
                    "Where messages wait for the next page: cookie, session, or fallback for the"
                            + " cookie first.");

    /// The least level of messages that are kept.
    public static final Setting<Integer> MESSAGE_LEVEL =
            Setting.of(
                    "MESSAGE_LEVEL",
                    Integer.class,
                    Integer::valueOf,
                    20,
                    "Least level of messages that are kept: 10 debug, 20 info, 25 success, 30"
                            + " warning, 40 error.");

    /// For {@link java.util.ServiceLoader}.
    public MessageSettings() {}

    @Override
    public List<Setting<?>> settings() {
        return List.of(MESSAGE_STORAGE, MESSAGE_LEVEL);
    }

    private static String storage(String text) {
        return switch (text) {
            case "cookie", "session", "fallback" -> text;
            default ->
                    throw new IllegalArgumentException("cookie, session or fallback was expected");
        };
    }
}
