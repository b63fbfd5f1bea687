package dev.quintet.dev;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptPolicyTest {

    private static final String SCRIPT = "http://localhost/s.js";
    private static final String EVENTS = "http://localhost/e";

    @Test
    void opensAClosedPolicyForTheTwoAddressesAlone() {
        assertThat(opened("default-src 'none'; style-src 'self'"))
                .isEqualTo(
                        "default-src 'none'; style-src 'self'; script-src-elem "
                                + SCRIPT
                                + "; connect-src "
                                + EVENTS);
    }

    @Test
    void addsToWhatRulesScripts() {
        assertThat(opened("script-src 'self'; default-src https:"))
                .isEqualTo(
                        "script-src 'self' "
                                + SCRIPT
                                + "; default-src https:; connect-src https: "
                                + EVENTS);
    }

    @Test
    void takesTheNonceOfThePage() {
        var policy = new ScriptPolicy("script-src 'nonce-abc' 'strict-dynamic'");

        assertThat(policy.nonce()).isEqualTo("abc");
        assertThat(policy.closed()).isFalse();
        assertThat(policy.opened(SCRIPT, EVENTS))
                .isEqualTo("script-src 'nonce-abc' 'strict-dynamic'");
    }

    @Test
    void leavesAPageAloneThatLetsNoScriptIn() {
        assertThat(new ScriptPolicy("script-src 'strict-dynamic' 'sha256-x'").closed()).isTrue();
        assertThat(new ScriptPolicy("sandbox").closed()).isTrue();
    }

    private static String opened(String policy) {
        return new ScriptPolicy(policy).opened(SCRIPT, EVENTS);
    }
}
