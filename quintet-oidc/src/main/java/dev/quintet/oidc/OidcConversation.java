package dev.quintet.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import dev.quintet.http.QueryParams;
import dev.quintet.kernel.json.Json;
import dev.quintet.kernel.signing.Secrets;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// OpenID Connect: the authorization code with PKCE, and a token that the provider signed. Its keys
/// and addresses are asked for once, and anew where a token names a key that is not known. Safe for
/// many threads.
final class OidcConversation implements Conversation {

    /// A provider's own algorithms: never one whose key the site's secret would be, nor none at
    /// all.
    private static final Set<JWSAlgorithm> ALGORITHMS =
            Set.of(
                    JWSAlgorithm.RS256,
                    JWSAlgorithm.RS384,
                    JWSAlgorithm.RS512,
                    JWSAlgorithm.PS256,
                    JWSAlgorithm.PS384,
                    JWSAlgorithm.PS512,
                    JWSAlgorithm.ES256,
                    JWSAlgorithm.ES384,
                    JWSAlgorithm.ES512);

    private static final Duration SKEW = Duration.ofMinutes(1);
    private static final Duration KEPT = Duration.ofHours(1);
    private static final Duration PAUSE = Duration.ofSeconds(30);

    private final Provider provider;
    private final Remote remote;
    private final InstantSource clock;
    private volatile @Nullable Known known;

    OidcConversation(Provider provider, Remote remote, InstantSource clock) {
        this.provider = provider;
        this.remote = remote;
        this.clock = clock;
    }

    /// What the provider says of itself.
    private record Known(Map<?, ?> addresses, JWKSet keys, Instant at) {

        String address(String name) throws Refused {
            if (addresses.get(name) instanceof String address) {
                return address;
            }
            throw new Refused("the provider names no " + name);
        }
    }

    private Known known() throws Refused {
        Known now = known;
        return now == null || now.at().plus(KEPT).isBefore(clock.instant()) ? ask() : now;
    }

    private Known ask() throws Refused {
        String base = provider.issuer().replaceFirst("/$", "");
        Map<?, ?> addresses =
                Remote.map(remote.get(base + "/.well-known/openid-configuration", Map.of()));
        if (!provider.issuer().equals(addresses.get("issuer"))) {
            throw new Refused("the provider calls itself something else");
        }
        var asked = new Known(addresses, new JWKSet(), clock.instant());
        try {
            Object keys = remote.get(asked.address("jwks_uri"), Map.of());
            var whole = new Known(addresses, JWKSet.parse(Json.text(keys)), clock.instant());
            known = whole;
            return whole;
        } catch (ParseException broken) {
            throw new Refused("the provider's keys cannot be read", broken);
        }
    }

    @Override
    public String authorizationUrl(Map<String, String> asked) throws Refused {
        return withQuery(known().address("authorization_endpoint"), asked);
    }

    static String withQuery(String address, Map<String, String> asked) throws Refused {
        try {
            Provider.refuseUnsafe(address);
        } catch (IllegalArgumentException unsafe) {
            throw new Refused("the provider named an address that is not safe", unsafe);
        }
        var fields = new HashMap<String, List<String>>();
        asked.forEach((name, value) -> fields.put(name, List.of(value)));
        return address + (address.indexOf('?') < 0 ? "?" : "&") + QueryParams.of(fields).encode();
    }

    @Override
    public Claims claims(String code, String redirectUri, String verifier, String nonce)
            throws Refused {
        var form = new HashMap<String, String>();
        form.put("grant_type", "authorization_code");
        form.put("code", code);
        form.put("redirect_uri", redirectUri);
        form.put("code_verifier", verifier);
        Map<String, String> headers = Map.of();
        if (provider.clientSecret().isEmpty()) {
            form.put("client_id", provider.clientId());
        } else if (postsItsSecret()) {
            form.put("client_id", provider.clientId());
            form.put("client_secret", provider.clientSecret());
        } else {
            headers = Map.of("Authorization", "Basic " + basic());
        }
        Map<?, ?> answer = remote.post(known().address("token_endpoint"), form, headers);
        if (answer.get("id_token") instanceof String token) {
            return claims(verified(token), nonce);
        }
        throw new Refused("the provider sent no id_token");
    }

    /// RFC 6749: each half is encoded as in a form first.
    private String basic() {
        String both = encoded(provider.clientId()) + ":" + encoded(provider.clientSecret());
        return Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private boolean postsItsSecret() throws Refused {
        return known().addresses().get("token_endpoint_auth_methods_supported")
                        instanceof List<?> ways
                && !ways.contains("client_secret_basic")
                && ways.contains("client_secret_post");
    }

    private JWTClaimsSet verified(String token) throws Refused {
        Known now = known();
        try {
            return processor(now.keys()).process(token, null);
        } catch (BadJOSEException unknownKey) {
            if (now.at().plus(PAUSE).isAfter(clock.instant())) {
                throw new Refused("the token is not signed by the provider", unknownKey);
            }
        } catch (ParseException | JOSEException bad) {
            throw new Refused("the token cannot be read", bad);
        }
        try {
            // The provider may have new keys.
            return processor(ask().keys()).process(token, null);
        } catch (ParseException | BadJOSEException | JOSEException bad) {
            throw new Refused("the token is not signed by the provider", bad);
        }
    }

    private static DefaultJWTProcessor<SecurityContext> processor(JWKSet keys) {
        var processor = new DefaultJWTProcessor<SecurityContext>();
        processor.setJWSKeySelector(
                new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        // What is in it is held against the site's own clock, in `claims`.
        processor.setJWTClaimsSetVerifier((_, _) -> {});
        return processor;
    }

    private Claims claims(JWTClaimsSet token, String nonce) throws Refused {
        try {
            Instant now = clock.instant();
            require(provider.issuer().equals(token.getIssuer()), "issuer");
            List<String> audience = token.getAudience();
            require(audience.contains(provider.clientId()), "audience");
            String party = token.getStringClaim("azp");
            require(
                    party == null ? audience.size() == 1 : party.equals(provider.clientId()),
                    "authorized party");
            require(
                    token.getExpirationTime() != null
                            && token.getExpirationTime().toInstant().plus(SKEW).isAfter(now),
                    "time of expiry");
            require(
                    token.getIssueTime() != null
                            && token.getIssueTime().toInstant().minus(SKEW).isBefore(now),
                    "time of issue");
            require(
                    token.getNotBeforeTime() == null
                            || token.getNotBeforeTime().toInstant().minus(SKEW).isBefore(now),
                    "time");
            String repeated = token.getStringClaim("nonce");
            require(repeated != null && Secrets.equal(repeated, nonce), "nonce");
            String subject = token.getSubject();
            require(subject != null && !subject.isEmpty() && subject.length() <= 255, "subject");
            return new Claims(
                    provider.issuer(),
                    String.valueOf(subject),
                    text(token.getStringClaim("email")),
                    isTrue(token.getClaim("email_verified")),
                    text(token.getStringClaim("preferred_username")));
        } catch (ParseException wrongType) {
            throw new Refused("the token's claims cannot be read", wrongType);
        }
    }

    private static void require(boolean right, String what) throws Refused {
        if (!right) {
            throw new Refused("the token has a wrong " + what);
        }
    }

    static String text(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    /// Some providers write it as text.
    private static boolean isTrue(@Nullable Object claim) {
        return Boolean.TRUE.equals(claim) || "true".equals(claim);
    }
}
