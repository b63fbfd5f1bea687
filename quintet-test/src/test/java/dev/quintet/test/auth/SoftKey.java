package dev.quintet.test.auth;

import dev.quintet.kernel.json.Json;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;

/// A device that holds one passkey, and a browser that lies on demand: what WebAuthn sends, built
/// by hand, so that tests can send what no honest browser would.
final class SoftKey {

    private static final int PRESENT = 1;
    private static final int VERIFIED = 4;
    private static final int WITH_KEY = 0x40;

    private final KeyPair pair;
    private final byte[] id;
    private byte[] handle = {};

    /// How often it was used; set it back to be a copy of itself.
    int count = 1;

    /// Where the browser says that it is.
    String origin = "http://localhost";

    /// Which domain the device signs for.
    String domain = "localhost";

    /// Whether the device has looked at who uses it.
    boolean verifies = true;

    SoftKey(String name) {
        this.id = (name + " of a device").getBytes(StandardCharsets.UTF_8);
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec("secp256r1"));
            this.pair = generator.generateKeyPair();
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /// {@return what it answers to who wants a new passkey}
    String made(Map<?, ?> options) {
        handle = bytes(String.valueOf(((Map<?, ?>) options.get("user")).get("id")));
        var about = new ByteArrayOutputStream();
        about.writeBytes(head(WITH_KEY));
        about.writeBytes(new byte[16]);
        about.writeBytes(ByteBuffer.allocate(2).putShort((short) id.length).array());
        about.writeBytes(id);
        about.writeBytes(publicKey());
        var attested = new ByteArrayOutputStream();
        // CBOR: {"fmt": "none", "attStmt": {}, "authData": about}
        attested.write(0xa3);
        text(attested, "fmt");
        text(attested, "none");
        text(attested, "attStmt");
        attested.write(0xa0);
        text(attested, "authData");
        attested.write(0x58);
        attested.write(about.size());
        attested.writeBytes(about.toByteArray());
        return answer(
                Map.of(
                        "clientDataJSON",
                        text(client("webauthn.create", options)),
                        "attestationObject",
                        text(attested.toByteArray())));
    }

    /// {@return what it answers to who wants something signed}
    String signed(Map<?, ?> options) {
        byte[] about = head(0);
        byte[] client = client("webauthn.get", options);
        try {
            Signature signature = Signature.getInstance("SHA256withECDSA");
            signature.initSign(pair.getPrivate());
            signature.update(about);
            signature.update(sha256(client));
            return answer(
                    Map.of(
                            "clientDataJSON", text(client),
                            "authenticatorData", text(about),
                            "signature", text(signature.sign()),
                            "userHandle", text(handle)));
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    private String answer(Map<String, String> response) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("id", text(id));
        answer.put("rawId", text(id));
        answer.put("type", "public-key");
        answer.put("clientExtensionResults", Map.of());
        answer.put("response", response);
        return Json.text(answer);
    }

    private byte[] head(int flags) {
        byte[] domainHash = sha256(domain.getBytes(StandardCharsets.UTF_8));
        return ByteBuffer.allocate(37)
                .put(domainHash)
                .put((byte) (flags | PRESENT | (verifies ? VERIFIED : 0)))
                .putInt(count)
                .array();
    }

    private byte[] client(String type, Map<?, ?> options) {
        var said = new LinkedHashMap<String, Object>();
        said.put("type", type);
        said.put("challenge", options.get("challenge"));
        said.put("origin", origin);
        said.put("crossOrigin", false);
        return Json.text(said).getBytes(StandardCharsets.UTF_8);
    }

    /// CBOR: {1: 2, 3: -7, -1: 1, -2: x, -3: y}
    private byte[] publicKey() {
        var point = ((ECPublicKey) pair.getPublic()).getW();
        var key = new ByteArrayOutputStream();
        key.writeBytes(new byte[] {(byte) 0xa5, 1, 2, 3, 0x26, 0x20, 1, 0x21, 0x58, 32});
        key.writeBytes(of32(point.getAffineX()));
        key.writeBytes(new byte[] {0x22, 0x58, 32});
        key.writeBytes(of32(point.getAffineY()));
        return key.toByteArray();
    }

    private static byte[] of32(BigInteger number) {
        byte[] bytes = number.toByteArray();
        byte[] whole = new byte[32];
        int length = Math.min(32, bytes.length);
        System.arraycopy(bytes, bytes.length - length, whole, 32 - length, length);
        return whole;
    }

    private static void text(ByteArrayOutputStream out, String text) {
        out.write(0x60 | text.length());
        out.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    }

    private static String text(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (GeneralSecurityException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    @Override
    public String toString() {
        return "SoftKey" + Arrays.hashCode(id);
    }
}
