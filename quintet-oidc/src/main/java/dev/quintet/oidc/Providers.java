package dev.quintet.oidc;

import dev.quintet.kernel.context.Context;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/// The providers of a site, and what is known of each. Safe for many threads.
final class Providers {

    private final Remote remote = new Remote();
    private final Map<Provider, Conversation> conversations = new ConcurrentHashMap<>();

    static List<Provider> list() {
        return Context.current().settings().get(OidcSettings.PROVIDERS);
    }

    static @Nullable Provider named(String name) {
        return list().stream().filter(one -> one.name().equals(name)).findFirst().orElse(null);
    }

    Conversation with(Provider provider) {
        return conversations.computeIfAbsent(
                provider,
                one ->
                        switch (one.kind()) {
                            case OIDC ->
                                    new OidcConversation(
                                            one, remote, () -> Context.current().clock().instant());
                            case GITHUB -> new GithubConversation(one, remote);
                        });
    }
}
