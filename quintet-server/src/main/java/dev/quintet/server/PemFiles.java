package dev.quintet.server;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.crypto.EncryptedPrivateKeyInfo;
import javax.crypto.SecretKeyFactory;
import javax.crypto.spec.PBEKeySpec;

/// Reads certificates and private keys in PEM: PKCS8 (also encrypted), and the older forms of RSA
/// (PKCS1) and elliptic curves (SEC1, RFC 5915).
final class PemFiles {

    private static final Pattern BLOCK =
            Pattern.compile("-----BEGIN ([A-Z0-9 ]+)-----([A-Za-z0-9+/=\\s]+)-----END \\1-----");
    private static final byte[] ALGORITHM_RSA =
            bytes(0x30, 0x0d, 6, 9, 0x2a, 0x86, 0x48, 0x86, 0xf7, 0x0d, 1, 1, 1, 5, 0);
    private static final byte[] OID_EC = bytes(6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 2, 1);
    private static final byte[] VERSION = bytes(2, 1, 0);

    private PemFiles() {}

    /// {@return the certificates of a file, the server's own first}
    static List<Certificate> certificates(Path file) throws IOException, GeneralSecurityException {
        var found = new ArrayList<Certificate>();
        CertificateFactory factory = CertificateFactory.getInstance("X.509");
        Matcher m = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (m.find()) {
            if (String.valueOf(m.group(1)).endsWith("CERTIFICATE")) {
                found.add(factory.generateCertificate(new ByteArrayInputStream(content(m))));
            }
        }
        if (found.isEmpty()) {
            throw new GeneralSecurityException("There is no certificate in " + file);
        }
        return found;
    }

    /// {@return the private key of a file}
    ///
    /// @param password of an encrypted key
    static PrivateKey key(Path file, String password) throws IOException, GeneralSecurityException {
        Matcher m = BLOCK.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
        while (m.find()) {
            byte[] der = content(m);
            switch (String.valueOf(m.group(1))) {
                case "PRIVATE KEY" -> {
                    return key(der);
                }
                case "RSA PRIVATE KEY" -> {
                    return key(sequence(VERSION, ALGORITHM_RSA, tagged(4, der)));
                }
                case "EC PRIVATE KEY" -> {
                    byte[] algorithm = sequence(OID_EC, curve(der));
                    return key(sequence(VERSION, algorithm, tagged(4, der)));
                }
                case "ENCRYPTED PRIVATE KEY" -> {
                    return decrypted(der, password);
                }
                default -> {
                    // A certificate, or parameters of a curve, in the same file.
                }
            }
        }
        throw new GeneralSecurityException("There is no private key in " + file);
    }

    private static PrivateKey key(byte[] pkcs8) throws GeneralSecurityException {
        var spec = new PKCS8EncodedKeySpec(pkcs8);
        for (String algorithm : List.of("RSA", "EC", "EdDSA", "RSASSA-PSS")) {
            try {
                return KeyFactory.getInstance(algorithm).generatePrivate(spec);
            } catch (InvalidKeySpecException another) {
                // The next may read it.
            }
        }
        throw new GeneralSecurityException("The private key is of no kind that is known");
    }

    private static PrivateKey decrypted(byte[] der, String password)
            throws IOException, GeneralSecurityException {
        var info = new EncryptedPrivateKeyInfo(der);
        // PBES2 tells its algorithm in its parameters only.
        String named = info.getAlgName();
        String algorithm =
                named.startsWith("PBES2") || named.equals("1.2.840.113549.1.5.13")
                        ? info.getAlgParameters().toString()
                        : named;
        var secret =
                SecretKeyFactory.getInstance(algorithm)
                        .generateSecret(new PBEKeySpec(password.toCharArray()));
        var cipher = javax.crypto.Cipher.getInstance(algorithm);
        cipher.init(javax.crypto.Cipher.DECRYPT_MODE, secret, info.getAlgParameters());
        return key(info.getKeySpec(cipher).getEncoded());
    }

    private static byte[] content(Matcher block) {
        return Base64.getMimeDecoder().decode(String.valueOf(block.group(2)));
    }

    /// The curve's name, as SEC1 has it in its field `[0]`: after the version and the key.
    private static byte[] curve(byte[] sec1) throws GeneralSecurityException {
        int at = headerLength(sec1, 0);
        while (at < sec1.length) {
            int header = headerLength(sec1, at);
            int length = length(sec1, at);
            if ((sec1[at] & 0xff) == 0xa0) {
                return java.util.Arrays.copyOfRange(sec1, at + header, at + header + length);
            }
            at += header + length;
        }
        throw new GeneralSecurityException("The EC key does not name its curve");
    }

    private static int headerLength(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        return first < 0x80 ? 2 : 2 + (first & 0x7f);
    }

    private static int length(byte[] der, int at) {
        int first = der[at + 1] & 0xff;
        if (first < 0x80) {
            return first;
        }
        int length = 0;
        for (int i = 0; i < (first & 0x7f); i++) {
            length = length << 8 | (der[at + 2 + i] & 0xff);
        }
        return length;
    }

    private static byte[] sequence(byte[]... parts) {
        var content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        return tagged(0x30, content.toByteArray());
    }

    private static byte[] tagged(int tag, byte[] content) {
        var out = new ByteArrayOutputStream();
        out.write(tag);
        if (content.length < 0x80) {
            out.write(content.length);
        } else {
            out.write(0x82);
            out.write(content.length >> 8);
            out.write(content.length);
        }
        out.writeBytes(content);
        return out.toByteArray();
    }

    private static byte[] bytes(int... values) {
        byte[] all = new byte[values.length];
        for (int i = 0; i < values.length; i++) {
            all[i] = (byte) values[i];
        }
        return all;
    }
}
